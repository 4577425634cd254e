/** LibreOffice as the reader of what goes out, where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from '../vscode/host/programs.mjs';

const program = findProgram(['soffice', 'libreoffice']);

/** Whether its part for these documents is there: Debian has them in packages of their own. */
export function reads(kind: 'spreadsheets' | 'documents'): boolean {
  if (program === undefined) return false;
  const part = { spreadsheets: 'libsclo.so', documents: 'libswlo.so' }[kind];
  return existsSync(join(dirname(realpathSync(program)), part));
}

interface Conversion {
  /** E.g. `fods`. */
  readonly to: string;
  readonly filter?: string;
}

/** What LibreOffice has read, written in another format of it. @throws Error where it has not. */
export function convertedBy(name: string, content: string | Uint8Array, { to, filter }: Conversion): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    const { stdout, stderr } = spawnSync(
      program ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...(filter === undefined ? [] : [`--infilter=${filter}`]),
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        file,
      ],
      { encoding: 'utf8', timeout: 100_000 },
    );
    const made = join(folder, 'out', `${name.slice(0, name.lastIndexOf('.'))}.${to.split(':')[0]}`);
    if (!existsSync(made)) throw new Error(`LibreOffice could not open ${name}: ${stdout}${stderr}`);
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
