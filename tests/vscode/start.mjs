// Audits the samples on the terminal, then shows them in a real VS Code where one can be had.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostUnavailable, installHost } from './host/install.mjs';
import { findDesktop } from './host/programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..', '..');
const samples = join(root, 'tests', 'corpus');
const shown = join(samples, 'flawed', '12-markdown-南苑街道2024年.md');

auditOnTerminal();
const desktop = findDesktop();
if (desktop) openDesktop(desktop);
else await openHost();

function auditOnTerminal() {
  const args = [join(root, 'dist', 'cli.js'), 'tests/corpus', '--fail-on', 'never'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

function openDesktop(executable) {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  // VS Code refuses root without these.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${join(here, 'out', 'desktop')}`] : [];
  const started = spawn(executable, [`--extensionDevelopmentPath=${root}`, ...asRoot, samples, shown], {
    env,
    detached: true,
    stdio: 'ignore',
  });
  started.once('error', (error) => say(`未能启动 ${executable}：${error.message}`));
  started.unref();
  say(`正在用 ${executable} 打开样例`);
}

async function openHost() {
  try {
    installHost();
  } catch (error) {
    if (!(error instanceof HostUnavailable)) throw error;
    return say(`未能在 VS Code 中打开样例：${error.message}`);
  }
  const host = await import('./host/host.mjs');
  const server = await host.startServer({ extension: root });
  const url = host.workbenchUrl(server, { folder: samples, file: shown });
  if (process.stdout.isTTY) await stayOpen(server, url);
  else await takeScreenshot(host, server, url);
}

async function stayOpen(server, url) {
  say('VS Code 已带着本扩展启动，请在浏览器中打开下面的地址（按 Ctrl-C 结束）：');
  process.stdout.write(`\n  ${url}\n\n`);
  const keepAlive = setInterval(() => undefined, 60_000);
  await new Promise((ended) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, ended);
  });
  clearInterval(keepAlive);
  await server.stop();
}

async function takeScreenshot(host, server, url) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const browser = await host.openBrowser();
  const file = join(here, 'out', 'start.png');
  mkdirSync(dirname(file), { recursive: true });
  try {
    await browser.page.goto(url);
    await showProblems(browser.page);
    await browser.page.screenshot({ path: file });
    say(`已在 VS Code 中打开样例，画面见 ${file}`);
  } finally {
    await browser.stop();
    await server.stop();
  }
}

/** Opens the Problems panel and waits until the audited sample is in it. */
async function showProblems(page) {
  await page.locator('.editor-instance .view-lines').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row .marker-line').first().waitFor({ timeout: 60_000 });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
