#!/usr/bin/env node
// Stands in for desktop VS Code's program in an extension test run: same arguments, same exit code (see ../README.md).
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDriver } from './driver.mjs';
import { openBrowser, startServer, workbenchUrl } from './host.mjs';

const runTimeout = Number(process.env.DISCLOSURE_AUDIT_TIMEOUT_MS ?? 15 * 60_000);
const defaultScreenshots = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'out');

/** What the workbench says of itself on every start; none of it bears on a run. */
const noise = [
  /^Resolv(?:ing|ed) connection token /,
  /^Creating a socket /,
  /^(?:Updating|Ignoring fetching) additional builtin extensions /,
  /^\[Service Worker\] registration /,
  /^ChatSessionStore: Migrating /,
];

const running = [];
const parent = process.ppid;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
setInterval(() => process.ppid !== parent && end(130), 2_000).unref();
await main();

async function main() {
  try {
    const request = readArguments(process.argv.slice(2));
    end(await runTests(request));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    end(1);
  }
}

/** VS Code's own arguments as far as a test run needs them; the others have no meaning in this host. */
function readArguments(args) {
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const tests = value('extensionTestsPath');
  const extension = value('extensionDevelopmentPath');
  const kind = value('extensionDevelopmentKind');
  if (!tests || !extension) {
    throw new Error(
      'usage: launcher.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web] [folder | file]',
    );
  }
  const opened = args.filter((arg) => !arg.startsWith('--')).map((arg) => resolve(arg));
  const missing = opened.find((path) => !existsSync(path));
  if (missing) throw new Error(`there is no ${missing}`);
  const folder = opened.find((path) => statSync(path).isDirectory());
  const file = opened.find((path) => statSync(path).isFile());
  return { tests: resolve(tests), extension: resolve(extension), kind, folder, file };
}

/** Runs the suite and gives its exit code. */
async function runTests(request) {
  const screenshots = resolve(process.env.DISCLOSURE_AUDIT_SCREENSHOTS || defaultScreenshots);
  mkdirSync(screenshots, { recursive: true });
  const server = await startServer({
    extension: request.extension,
    env: { DISCLOSURE_AUDIT_SCREENSHOTS: screenshots },
    kind: request.kind,
  });
  running.push(server);
  const browser = await openBrowser();
  running.push(browser);
  const driver = openDriver(browser.page, screenshots);
  const exitCode = new Promise((done) => {
    browser.page.exposeFunction('codeAutomationExit', (code) => done(code ?? 0));
    browser.page.once('crash', () => done(crashed('the page crashed')));
    setTimeout(() => done(crashed(`the run took longer than ${runTimeout / 1000} s`)), runTimeout).unref();
  });
  await browser.page.exposeFunction('codeAutomationLog', (_type, args) => log(args, driver));
  await browser.page.goto(workbenchUrl(server, { ...request, tests: seenFrom(server, request) }));
  const code = await exitCode;
  await driver.idle();
  if (code !== 0) await driver.screenshot('failure').catch(() => undefined);
  return code;
}

/** Tests run in the extension's own host only if they lie within it as VS Code sees it: behind the server's link. */
function seenFrom(server, { kind, extension, tests }) {
  const path = relative(extension, tests);
  return kind === undefined || path.startsWith('..') ? tests : join(server.extension, path);
}

function crashed(reason) {
  process.stderr.write(`VS Code host: ${reason}\n`);
  return 1;
}

function log(args, driver) {
  const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
  if (driver.obey(line) || noise.some((pattern) => pattern.test(line))) return;
  process.stdout.write(`${line}\n`);
}

/** Stops everything that was started, newest first, and leaves. */
async function end(code) {
  setTimeout(() => process.exit(code), 8_000).unref();
  while (running.length > 0)
    await running
      .pop()
      .stop()
      .catch(() => undefined);
  process.exit(code);
}
