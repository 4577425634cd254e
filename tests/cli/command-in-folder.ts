/** The command line in this process: words, files and standard input in, both streams and the status out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { run } from '../../server/src/cli/run';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What the command line runs in. Default: no terminal, nothing in the environment. */
interface Around {
  readonly env?: Readonly<Record<string, string>>;
  /** The streams that a person reads. */
  readonly terminals?: readonly ('out' | 'err')[];
}

/** A work folder of its own, which goes away after the tests of the file. */
interface WorkFolder {
  readonly folder: string;
  /** Writes a file into it. */
  file(path: string, content: string | Uint8Array): string;
  /** Removes all that lies in it. */
  clear(): void;
}

interface CommandLine extends WorkFolder {
  /** Runs it in the work folder. */
  run(words: readonly string[], input?: string | Uint8Array, around?: Around): Promise<Ran>;
}

export function workFolder(): WorkFolder {
  const root = mkdtempSync(join(tmpdir(), 'disclosure-audit-'));
  const folder = join(root, 'work');
  mkdirSync(folder);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    folder,
    file: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      return path;
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    },
  };
}

export function commandInFolder(): CommandLine {
  const work = workFolder();
  return { ...work, run: (words, input = '', around = {}) => within(work.folder, () => ranWith(words, input, around)) };
}

/** Paths are the process's: it stands in the folder while the command runs. */
async function within<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}

async function ranWith(
  words: readonly string[],
  input: string | Uint8Array,
  { env = {}, terminals = [] }: Around,
): Promise<Ran> {
  const out = captured();
  const err = captured();
  const stdin = Readable.from([Buffer.from(input)]);
  const stdout = Object.assign(out.stream, { isTTY: terminals.includes('out') });
  const stderr = Object.assign(err.stream, { isTTY: terminals.includes('err') });
  const status = await run(words, { stdin, stdout, stderr, env });
  return { status, out: out.text(), err: err.text() };
}

/** A stream that keeps what is written. */
function captured(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
