/** Bundles the programs of this folder, and runs what the command line names. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { pdfCore } from '../../server/scripts/pdf-bundle.mjs';

const root = resolve(import.meta.dirname, '../..');
const outfile = join(root, 'node_modules/.cache/attack.cjs');
await build({
  absWorkingDir: root,
  entryPoints: ['tests/attack/main.ts'],
  bundle: true,
  platform: 'node',
  external: ['esbuild', 'typescript', 'recheck', '@stryker-mutator/*'],
  plugins: [pdfCore],
  outfile,
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
