// Installs the package in the host and looks at the page that VS Code shows of it: its pictures must load, its links lead somewhere.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, startServer, workbenchUrl } from './host/host.mjs';
import { installHost } from './host/install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..', '..');
const out = join(here, 'out');
const pictures = 3;
const { name, version, publisher } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

installHost();
mkdirSync(out, { recursive: true });
const server = await startServer({ vsix: join(root, `${name}-${version}.vsix`) });
const browser = await openBrowser();
try {
  const page = await opened(browser.page);
  await page.locator('img').last().waitFor({ timeout: 20_000 });
  const loaded = await page.locator('img').evaluateAll((all) => all.filter((image) => image.naturalWidth > 0).length);
  if (loaded !== pictures) throw new Error(`${loaded} of ${pictures} pictures are shown`);
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  // VS Code's own link leads to the page's top.
  const dead = links.filter((link) => !/^(?:https:|#$)/.test(link));
  if (dead.length > 0) throw new Error(`links lead nowhere: ${dead.join(', ')}`);
  await browser.page.screenshot({ path: join(out, 'details.png') });
  await page.getByText('told in Chinese').scrollIntoViewIfNeeded();
  await browser.page.screenshot({ path: join(out, 'details-english.png') });
  process.stdout.write(`the page of the installed extension shows its ${pictures} pictures\n`);
} finally {
  await browser.stop();
  await server.stop();
}

/** The page's own frame, after its extension was looked for and chosen. */
async function opened(page) {
  await page.goto(workbenchUrl(server, {}));
  await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+X');
  const row = page.locator(`.extension-list-item:has-text("${publisher}")`).first();
  await row.waitFor({ timeout: 30_000 });
  await row.click();
  for (let tries = 0; tries < 200; tries++) {
    for (const frame of page.frames()) {
      if (
        frame !== page.mainFrame() &&
        (await frame
          .locator('h1')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no page of the extension is shown');
}
