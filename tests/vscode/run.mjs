// Runs the suite in a real VS Code: the desktop one where there is one, otherwise the host from npm and Debian packages.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/** The same editor twice, at once and each with a folder of its own: the extension in a process of Node, and in a worker of the browser. */
const suites = [
  { name: 'node', file: join(out, 'suite.js'), folder: out, results: join(out, 'results.json'), launchArgs: [] },
  {
    name: 'web',
    file: join(out, 'web-suite.js'),
    folder: join(out, 'web'),
    results: join(out, 'web', 'results.json'),
    launchArgs: ['--extensionDevelopmentKind=web'],
  },
].map((suite) => ({ ...suite, workspace: join(suite.folder, 'workspace') }));

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof HostUnavailable ? `${error.output}\n${error.message}`.trim() : error}\n`);
}
report();

async function main() {
  for (const { folder } of suites) removeAnswers(folder);
  if (!existsSync(join(root, 'dist', 'client.js'))) throw 'there is no dist/client.js: run “npm run build” first';
  await prepare();
  const desktop = findDesktop();
  if (desktop) await runInDesktop(desktop);
  else await runInHost();
}

/** What an earlier run left: its counts, its failure, and the driver's answers, which would be taken for those of this run. */
function removeAnswers(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) {
    if (/^(?:results\.json|failure\.png|.*\.done)$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Bundles the suites and copies the samples, so that no test can change the originals. */
async function prepare() {
  mkdirSync(out, { recursive: true });
  for (const { workspace } of suites) {
    rmSync(workspace, { recursive: true, force: true });
    cpSync(join(root, 'tests', 'corpus'), workspace, { recursive: true });
    writeOfficeFiles(join(workspace, 'flawed', '4-markdown-沙屿县2024年.md'), join(workspace, 'office'));
  }
  const shared = { bundle: true, format: 'cjs', external: ['vscode'], sourcemap: 'inline', logLevel: 'warning' };
  await build({
    ...shared,
    entryPoints: { suite: join(here, 'suite', 'index.ts') },
    outdir: out,
    platform: 'node',
    target: 'node20',
  });
  await build({
    ...shared,
    entryPoints: { 'web-suite': join(here, 'web-suite', 'index.ts') },
    outdir: out,
    platform: 'browser',
    target: 'es2022',
    define: { CHOSEN_TESTS: JSON.stringify(process.env.DISCLOSURE_AUDIT_ONLY ?? '') },
  });
}

/** A sample as files of office programs, by the program that people have for it; one of them is cut off. */
function writeOfficeFiles(sample, folder) {
  mkdirSync(folder, { recursive: true });
  for (const to of ['docx', 'html']) {
    const file = join(folder, `沙屿县2024年年报.${to}`);
    execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), 'convert', sample, '-o', file]);
    if (to === 'html')
      cpSync(
        join(root, 'tests', 'intake', 'pdf', 'fixtures', 'distinct-collapsed.pdf'),
        join(folder, '石桥镇年报.pdf'),
      );
    if (to === 'docx') writeFileSync(join(folder, '坏了的年报.docx'), readFileSync(file).subarray(0, 900));
  }
}

async function runInDesktop(executable) {
  process.stdout.write(`desktop VS Code: ${executable}\n`);
  await runAll(async (suite) => {
    const profile = createProfile();
    try {
      const profileArgs = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
      // The variable says that there is a driver, and here there is none.
      await runSuite(suite, executable, profileArgs, { DISCLOSURE_AUDIT_SCREENSHOTS: undefined });
    } finally {
      profile.remove();
    }
  });
}

async function runInHost() {
  installHost();
  await runAll((suite) => runSuite(suite, join(here, 'host', 'launcher.mjs'), [], screenshotsOf(suite)));
}

/** The web suite asks for its picture beside its workspace. */
function screenshotsOf({ name, folder }) {
  return name === 'node' ? {} : { DISCLOSURE_AUDIT_SCREENSHOTS: folder };
}

function runSuite({ file, workspace, launchArgs, results }, vscodeExecutablePath, profileArgs, env) {
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: file,
    launchArgs: [workspace, ...profileArgs, ...launchArgs],
    extensionTestsEnv: { ...env, DISCLOSURE_AUDIT_RESULTS: results },
  });
}

/** Every suite, whatever becomes of the others. */
async function runAll(runOne) {
  const failures = [];
  const attempts = suites.map((suite) =>
    runOne(suite).catch((error) => failures.push(`${suite.name}: ${error instanceof Error ? error.message : error}`)),
  );
  await Promise.all(attempts);
  if (failures.length > 0) throw failures.join('\n');
}

/** The last line: the counts that the suites left together, a failure for each that left none. */
function report() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { results } of suites) {
    const left = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { failed: 1 };
    for (const kind of Object.keys(left)) counts[kind] += left[kind];
  }
  if (counts.failed > 0) process.exitCode = 1;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
}
