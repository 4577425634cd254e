/** The page of results in a real browser: complete, filtered, printed, on a phone; nothing is loaded, nothing of a report runs. */
import { createHash } from 'node:crypto';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlFormat } from '../../server/src/output/html-format';
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from '../../server/src/output/html-page';
import type { Run } from '../../server/src/output/output-format';
import { runOf } from '../../server/src/output/output-format';
import { hostileRun, hostileWords, sampleRun, tool } from '../support/runs';
import { findChromium } from '../vscode/host/programs.mjs';

const pageOf = (run: Run): string => htmlFormat.whole(run) as string;

test('the policy has the hashes of its own style and script', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  expect([pageStyleHash, pageScriptHash]).toEqual([hash(pageStyle), hash(pageScript)]);
  const page = pageOf(sampleRun());
  expect(page.match(/<(?:script|style)\b/g)).toHaveLength(2);
  expect(page.match(/ (?:style|on[a-z]+|src|href)="(?!#r\d+")[^"]*"/g)).toBe(null);
});

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('in Chromium (skipped where there is none)', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  /** The page, and all that went wrong or was loaded on it. */
  async function opened(run: Run, width = 1200): Promise<{ readonly page: Page; readonly incidents: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const incidents: string[] = [];
    page.on('console', (message) => incidents.push(message.text()));
    page.on('pageerror', (error) => incidents.push(String(error)));
    page.on('dialog', (dialog) => incidents.push(dialog.message()));
    const own = 'http://results.test/';
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url === own) return route.fulfill({ contentType: 'text/html', body: pageOf(run) });
      if (!url.endsWith('/favicon.ico')) incidents.push(url);
      return route.abort();
    });
    await page.goto(own);
    return { page, incidents };
  }

  const shown = (page: Page, query: string): Promise<number> => page.locator(`${query}:visible`).count();

  test('all findings, reports, rules and figures are there', async () => {
    const run = sampleRun();
    const { page, incidents } = await opened(run);
    const findings = run.results.flatMap(({ record }) => record.findings);
    expect(await shown(page, '.finding')).toBe(findings.length);
    expect(await page.locator('#count').textContent()).toBe(`显示 ${findings.length} 处`);
    expect(await shown(page, '#reports tbody tr')).toBe(run.results.length);
    expect(await shown(page, '#rules tbody tr')).toBe(new Set(findings.map(({ rule }) => rule)).size);
    const audited = run.results.filter(({ record }) => record.status === 'audited').length;
    expect(await shown(page, '#figures tbody tr')).toBe(3 * audited);
    const first = page.locator('.finding').first();
    expect(await first.locator('mark').textContent()).toBe('8');
    expect(await first.locator('dd').first().textContent()).toBe('“商业企业”列（一）予以公开，第98行第2列');
    expect(await page.locator('#reports').textContent()).toContain('失败：找不到该文件或文件夹');
    expect(incidents).toEqual([]);
    await page.close();
  });

  test('filters by body, year, rule and severity', async () => {
    const run = sampleRun();
    const { page } = await opened(run);
    const count = (keep: (rule: string, severity: string, year: number | null, issuer: string | null) => boolean) =>
      run.results.reduce(
        (sum, { record: { findings, year, issuer } }) =>
          sum + findings.filter(({ rule, severity }) => keep(rule, severity, year, issuer)).length,
        0,
      );
    await page.selectOption('select[name=year]', '2022');
    expect(await shown(page, '.finding')).toBe(count((_rule, _severity, year) => year === 2022));
    await page.locator('input[value=error]').uncheck();
    expect(await shown(page, '.finding')).toBe(count((_rule, severity, year) => year === 2022 && severity !== 'error'));
    await page.click('button[type=reset]');
    await page.fill('input[name=body]', '民政局');
    const ofBody = count((_rule, _severity, _year, issuer) => issuer?.includes('民政局') === true);
    expect(ofBody).toBeGreaterThan(0);
    await expect.poll(() => shown(page, '.finding')).toBe(ofBody);
    expect(await shown(page, '#reports tbody tr')).toBe(1);
    await page.click('button[type=reset]');
    await page.selectOption('select[name=rule]', 'prose/zero-conflict');
    await expect.poll(() => shown(page, '.finding')).toBe(count((rule) => rule === 'prose/zero-conflict'));
    await page.close();
  });

  test.each([360, 768, 1400])('at %d pixels nothing stands beside the page', async (width) => {
    const { page } = await opened(hostileRun(), width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('prints on A4: the figures across, the rest upright, no filters', async () => {
    const { page } = await opened(sampleRun());
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = new Set(
      [...pdf.matchAll(/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)[.\d]*\]/g)].map(([, w, h]) => `${w}x${h}`),
    );
    expect([...sizes].sort()).toEqual(['594x841', '841x594']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.close();
  });

  test('hostile words are words: nothing runs, nothing is loaded, nothing is lost', async () => {
    const { page, incidents } = await opened(hostileRun());
    expect(await page.locator('script, style, img').count()).toBe(2);
    const messages = await page.locator('.finding > p:first-child').allTextContents();
    expect(messages[1]).toBe('警告<script>alert(1)</script>');
    expect(messages[7]).toBe('警告<U+202E>right to left<U+2066><U+200B>');
    expect(messages).toHaveLength(hostileWords.length);
    expect(incidents).toEqual([]);
    await page.close();
  });

  test('a run of nothing is a page as well', async () => {
    const { page, incidents } = await opened(runOf(tool, []));
    expect(await page.locator('h1').textContent()).toBe('政府信息公开工作年度报告审核结果');
    expect(incidents).toEqual([]);
    await page.close();
  });
});
