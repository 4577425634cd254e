/** The page that needs no installation, in a real browser and from the disk: every format in, cells and fixes, files out, no network. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPage } from '../../server/scripts/page.mjs';
import { readers } from '../../server/src/intake/readers';
import { takeIn } from '../../server/src/intake/take-in';
import { writtenReport } from '../support/written-reports';
import { findProgram } from '../vscode/host/programs.mjs';

const program = process.env.CHROMIUM_EXECUTABLE ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);
if (program === undefined) console.log('no Chromium is installed: the page is not tried');

/** One wrong figure, in a cell whose right value the others tell. */
const wrong = readFileSync('tests/corpus/flawed/1-tab-cell-红岩镇2023年.txt', 'utf8');

const title = '岚川县红岩镇人民政府2023年政府信息公开工作年度报告';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
const file = (name: string): string => join(folder, name);
const pageFile = file('年报审核.html');
const readerFile = file('年报审核-PDF.js');

describe.skipIf(program === undefined)('the page', () => {
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    await buildPage(folder);
    writeFileSync(file('年报.docx'), await writtenReport(wrong, 'docx'));
    writeFileSync(file('年报.html'), await writtenReport(wrong, 'html'));
    writeFileSync(file('年报.md'), wrong);
    writeFileSync(file('坏.docx'), 'PK\x03\x04');
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(pathToFileURL(pageFile).href);
    return () => page.close();
  });

  const open = async (name: string): Promise<void> => {
    await page.setInputFiles('input[type=file]', file(name));
    await page.waitForSelector('td.error');
  };
  const sumFindings = () => page.locator('header li.error').count();

  test('is small enough to be sent by mail, and asks for a report', async () => {
    expect(statSync(pageFile).size).toBeLessThanOrEqual(1_200_000);
    expect(await page.locator('main').textContent()).toContain('把年报文件拖到这里');
  });

  test.each(['年报.docx', '年报.html', '年报.md'])('%s is shown with its findings', async (name) => {
    await open(name);
    expect((await page.locator('h1').allTextContents()).join('')).toBe(title);
    expect(await sumFindings()).toBeGreaterThan(0);
    expect(await page.locator('.told').textContent()).toBe('');
  });

  test('a file that is dropped is opened', async () => {
    const bytes = [...readFileSync(file('年报.docx'))];
    await page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'a.docx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector('td.error');
  });

  test('what is pasted from Word keeps its tables', async () => {
    const html = readFileSync(file('年报.html'), 'utf8');
    await page.click('text=文本');
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/html', ${JSON.stringify(html)});
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('textarea').dispatchEvent(paste);
    }`);
    await page.waitForSelector('td.error');
    expect(await page.inputValue('textarea')).toContain('| 一、本年新收政府信息公开申请数量 |');
  });

  test('a figure typed into its cell takes the finding away; it can be undone', async () => {
    await open('年报.docx');
    const before = await sumFindings();
    await page.locator('td.error[data-figure]').first().dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect.poll(sumFindings).toBeLessThan(before);
    await page.click('text=撤销');
    await expect.poll(sumFindings).toBe(before);
    await page.click('text=重做');
    await expect.poll(sumFindings).toBeLessThan(before);
  });

  test('a fix is offered where the user goes, and made', async () => {
    await open('年报.md');
    await page.locator('header li.error').first().click();
    const before = await page.locator('header li').count();
    await page.locator('.offers button').first().click();
    await expect.poll(() => page.locator('header li').count()).toBeLessThan(before);
  });

  test('what is typed as text is audited', async () => {
    await page.click('text=文本');
    await page.fill('textarea', wrong);
    await page.waitForSelector('td.error');
    expect((await page.locator('h1').allTextContents()).join('')).toBe(title);
  });

  test.each([
    ['存为 Word', `${title}.docx`],
    ['存为网页', `${title}.html`],
    ['存为文本', `${title}.txt`],
  ])('%s: the file reads as the report does', async (button, name) => {
    await open('年报.md');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`text=${button}`)]);
    expect(download.suggestedFilename()).toBe(name);
    const taken = await takeIn(readFileSync(await download.path()), undefined, readers);
    const text = taken.kind === 'document' ? taken.read.tree.text : taken.kind === 'text' ? taken.text : '';
    expect(text.replace(/\s|<[^>]*>/g, '')).toContain(title);
    expect(text.replace(/<[^>]*>/g, '\t')).toMatch(/（一）予以公开\t+4\t+8/);
  });

  test('the findings go out as a list', async () => {
    await open('年报.md');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=问题清单')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('relation/');
  });

  test('what cannot be read is told', async () => {
    await page.setInputFiles('input[type=file]', file('坏.docx'));
    await expect.poll(() => page.locator('.told').textContent()).toContain('坏.docx：文件已损坏');
  });

  test('a PDF is read with the reader beside the page; without it that is told', async () => {
    const sheet = await browser.newPage();
    await sheet.setContent(readFileSync(file('年报.html'), 'utf8'));
    await sheet.pdf({ path: file('年报.pdf'), format: 'A4' });
    await sheet.close();
    await open('年报.pdf');
    expect(await sumFindings()).toBeGreaterThan(0);
    copyFileSync(readerFile, `${readerFile}.away`);
    rmSync(readerFile);
    await page.reload();
    await page.setInputFiles('input[type=file]', file('年报.pdf'));
    await expect.poll(() => page.locator('.told').textContent()).toContain('读 PDF 还需要“年报审核-PDF.js”');
    copyFileSync(`${readerFile}.away`, readerFile);
  });

  test('nothing but files of its folder was asked for, and nothing failed', () => {
    expect(requested.length).toBeGreaterThan(0);
    expect(requested.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(failures).toEqual([]);
  });
});
