/** The command line as users get it: bundled into one file and run as a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, vi } from 'vitest';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandLine {
  /** Runs it in the work folder. */
  run(words: readonly string[], input?: string | Uint8Array): Ran;
  /** Writes a file into the work folder. */
  file(path: string, content: string | Uint8Array): string;
  /** The work folder. */
  readonly folder: string;
  /** The bundle. */
  readonly program: string;
}

/** Bundles the command line before the tests of a file and gives it a work folder of its own. */
export function bundledCommand(): CommandLine {
  const root = mkdtempSync(join(tmpdir(), 'disclosure-audit-'));
  const folder = join(root, 'work');
  const program = join(root, 'cli.cjs');
  mkdirSync(folder);
  // Processes start slowly on a busy machine.
  vi.setConfig({ testTimeout: 30_000 });
  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, '../../server/src/cli/main.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
    });
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    folder,
    program,
    run: (words, input = '') => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder, input });
      return { status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
    },
    file: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      return path;
    },
  };
}
