// Starts VS Code's server and the Chromium that shows its workbench, and makes sure that nothing of them stays behind.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { serverFolder } from './install.mjs';
import { findChromium } from './programs.mjs';
import { createProfile } from './settings.mjs';

const startTimeout = 60_000;

/**
 * Starts VS Code's server on a free port of this machine with a profile of its own.
 * `extension` is the folder of the extension under development; `env` is added to the environment of its host. `kind: 'web'`
 * runs it in the browser's worker. `vsix` is a packaged extension that is installed first, in place of one under development.
 */
export async function startServer({ extension, vsix, env = {}, kind }) {
  const profile = createProfile(kind);
  // VS Code prefers the themes that lie within the extension under development, and its own lie there too:
  // this host is in the project. Seen through a link outside they are no longer within.
  const linked = join(profile.folder, 'extension');
  if (extension) symlinkSync(extension, linked);
  if (vsix) install(profile, vsix);
  const token = randomBytes(16).toString('hex');
  const server = spawn(process.execPath, serverArguments(profile, token), {
    cwd: serverFolder,
    env: serverEnvironment({ ...env, TMPDIR: profile.temporary }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that extension host and language server end with it.
    detached: true,
  });
  const dispose = () => {
    endGroup(server.pid, 'SIGKILL');
    profile.remove();
  };
  process.once('exit', dispose);
  const stop = async () => {
    endGroup(server.pid, 'SIGTERM');
    for (let waited = 0; waited < 3_000 && groupLives(server.pid); waited += 100) await delay(100);
    dispose();
    process.removeListener('exit', dispose);
  };
  try {
    return { authority: `127.0.0.1:${await listeningPort(server)}`, token, extension: extension && linked, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The address of a workbench: `folder` and `file` are what it opens, `tests` is the compiled test index.
 * All paths are absolute and all are optional.
 */
export function workbenchUrl(server, { folder, file, tests }) {
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (server.extension) payload.push(['extensionDevelopmentPath', remote(server.extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const url = new URL(`http://${server.authority}/`);
  url.searchParams.set('tkn', server.token);
  if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Opens headless Chromium with one page of a good size for screenshots. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // The caller ends on signals in its own order; Chromium ends with `stop` or, at the latest, with this process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  // There is no language pack here, but extensions are told the display language all the same.
  const { DISCLOSURE_AUDIT_LOCALE: locale } = process.env;
  if (locale) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)}`);
  return { page, stop: () => browser.close() };
}

function install({ userData, extensions, temporary }, vsix) {
  const folders = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/server-main.js', ...folders, `--install-extension=${vsix}`],
    { cwd: serverFolder, env: serverEnvironment({ TMPDIR: temporary }), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

function serverArguments(profile, token) {
  return [
    'out/server-main.js',
    '--host=127.0.0.1',
    '--port=0',
    `--connection-token=${token}`,
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
  ];
}

function serverEnvironment(env) {
  // No gallery: no extension is looked up or recommended.
  const merged = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env };
  // Inside a VS Code terminal these would lead the server back to the VS Code that is running already.
  for (const name of Object.keys(merged)) {
    if (name.startsWith('VSCODE_') || name.startsWith('ELECTRON_')) delete merged[name];
  }
  return merged;
}

function listeningPort(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${output}`)), startTimeout);
    const read = (chunk) => {
      output += chunk;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with status ${code}:\n${output}`));
    });
  });
}

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

function groupLives(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
