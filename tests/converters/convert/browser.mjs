/** Chromium: what copying the whole page or a table gives, and the printed PDF. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens a browser; `undefined`, and told, where there is none. */
export async function openBrowser(told) {
  const executablePath = places.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    told('chromium: no copies, no web.pdf');
    return undefined;
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Prints the page as PDF and copies from it; texts by converter id. */
export async function browserTexts(browser, path, folder) {
  // A page has a clipboard only where its origin is trusted: a server on this machine.
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(readFileSync(path));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    const page = await context.newPage();
    await page.goto(origin);
    const pdf = join(folder, 'web.pdf');
    await page.pdf({
      path: pdf,
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageNumber,
    });
    const inner = await page.evaluate('document.body.innerText');
    const all = await copied(page, 'document.body');
    const tables = [];
    const count = await page.locator('table').count();
    for (let i = 0; i < count; i++) tables.push(await copied(page, `document.querySelectorAll('table')[${i}]`));
    return { pdf, inner, copy: all.plain, copyHtml: all.html, tables: tables.map(({ plain }) => plain) };
  } finally {
    await context.close();
    await new Promise((done) => server.close(done));
  }
}

const pageNumber = '<div style="width:100%;text-align:center;font-size:9px">- <span class="pageNumber"></span> -</div>';

async function copied(page, element) {
  return page.evaluate(`(async () => {
    const range = document.createRange();
    range.selectNodeContents(${element});
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    document.execCommand('copy');
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { plain: await read('text/plain'), html: await read('text/html') };
  })()`);
}
