/** The programs as users get them, built once, and folders on the disk that are gone afterwards. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { officeApart, officeEntries } from '../../../server/scripts/office-bundles.mjs';

export interface Programs {
  readonly command: string;
  readonly server: string;
  /** An empty folder, another one each time. */
  folder(): string;
  /** Removes them all. */
  end(): void;
}

export async function builtPrograms(): Promise<Programs> {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  await build({
    entryPoints: { command: 'server/src/cli/main.ts', server: 'server/src/lsp/main.ts', ...officeEntries },
    plugins: [officeApart],
    outdir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  let folders = 0;
  return {
    command: join(root, 'command.js'),
    server: join(root, 'server.js'),
    folder: () => {
      folders++;
      const folder = join(root, String(folders));
      mkdirSync(folder);
      return folder;
    },
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function write(path: string | Buffer, content: string | Uint8Array): void {
  if (typeof path === 'string') mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export interface Ran {
  /** `null` where it had to be killed. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Longer than any of it may take, on a machine with other work to do. */
export const patience = 30_000;

export function ran(program: string, words: readonly string[], options: SpawnSyncOptions): Ran {
  const { status, stdout, stderr } = spawnSync(program, words, {
    timeout: patience,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
    ...options,
  });
  return { status, out: stdout?.toString('utf8') ?? '', err: stderr?.toString('utf8') ?? '' };
}
