// Runs the suite in a real VS Code: the desktop one where there is one, otherwise the host from npm and Debian packages.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { HostUnavailable, installHost } from './host/install.mjs';
import { findDesktop } from './host/programs.mjs';
import { createProfile } from './host/settings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..', '..');
const out = join(here, 'out');
const suite = join(out, 'suite.js');
const results = join(out, 'results.json');
const workspace = join(out, 'workspace');

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof HostUnavailable ? `${error.output}\n${error.message}`.trim() : error}\n`);
}
report();

async function main() {
  for (const file of [results, join(out, 'failure.png')]) rmSync(file, { force: true });
  if (!existsSync(join(root, 'dist', 'client.js'))) throw 'there is no dist/client.js: run “npm run build” first';
  await prepare();
  const desktop = findDesktop();
  if (desktop) await runInDesktop(desktop);
  else await runInHost();
}

/** Bundles the suite and copies the samples, so that no test can change the originals. */
async function prepare() {
  mkdirSync(out, { recursive: true });
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(root, 'tests', 'corpus'), workspace, { recursive: true });
  await build({
    entryPoints: [join(here, 'suite', 'index.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runInDesktop(executable) {
  process.stdout.write(`desktop VS Code: ${executable}\n`);
  const profile = createProfile();
  try {
    const launchArgs = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
    // The variable says that there is a driver, and here there is none.
    await run(executable, launchArgs, { DISCLOSURE_AUDIT_SCREENSHOTS: undefined });
  } finally {
    profile.remove();
  }
}

async function runInHost() {
  installHost();
  await run(join(here, 'host', 'launcher.mjs'), [], {});
}

function run(vscodeExecutablePath, launchArgs, env) {
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [workspace, ...launchArgs],
    extensionTestsEnv: { ...env, DISCLOSURE_AUDIT_RESULTS: results },
  });
}

/** The last line: the counts that the suite left, or a failure where it left none. */
function report() {
  const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  if (counts.failed > 0) process.exitCode = 1;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
}
