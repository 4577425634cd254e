/** Who audits: this thread or others, and what becomes of a thread that falls. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditorsOf } from '../../server/src/cli/auditors';
import { failure } from '../../server/src/cli/file-audit';
import { lookAhead } from '../../server/src/cli/look-ahead';
import { type WorkerPool, workerPool } from '../../server/src/cli/worker-pool';

const task = (file: string) => ({ file, options: {}, extras: [], fixes: 'left' }) as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that falls over some files, and says of others where it has read them. */
function thread(name: string, code: string): string {
  const path = join(folder, `${name}.cjs`);
  writeFileSync(path, `const { parentPort, threadId } = require('node:worker_threads');\n${code}`);
  return path;
}

const answering = `parentPort.postMessage('ready');
parentPort.on('message', ({ file }) => {
  if (file.startsWith('exit')) process.exit(1);
  if (file.startsWith('throw')) throw new Error('out of order');
  if (file.startsWith('told')) parentPort.postMessage({ told: file });
  parentPort.postMessage({ audit: { results: [{ record: { file, reason: 'thread ' + threadId } }] } });
});`;

/** The file and the reason of each result. */
async function answers(pool: WorkerPool, files: readonly string[]) {
  const audits = await Promise.all(files.map((file) => pool.audit(task(file), `file:///${file}`)));
  pool.end();
  return audits.map(({ results }) => [results[0]?.record.file, results[0]?.record.reason] as const);
}

const here = async ({ file }: { readonly file: string }) => failure(file, 'here');

describe('threads', () => {
  test('each file has its own answer, whichever thread takes it', async () => {
    const told: string[] = [];
    const pool = workerPool(thread('a', answering), 2, { cacheFolder: null, identity: '' }, here, (text) =>
      told.push(text),
    );
    const files = Array.from({ length: 50 }, (_, i) => (i === 7 ? 'told' : `${i}`));
    const given = await answers(pool, files);
    expect(given.map(([file]) => file)).toEqual(files);
    expect(new Set(given.map(([, reason]) => reason)).size).toBe(2);
    expect(told).toEqual(['told']);
  });

  test('a thread that falls costs its file one line', async () => {
    const pool = workerPool(thread('b', answering), 2, { cacheFolder: null, identity: '' }, here, () => undefined);
    const files = ['1', '2', 'exit', '3', 'throw', '4', 'exit again', ...'56789'];
    const given = await answers(pool, files);
    expect(given.map(([file]) => file)).toEqual(files);
    expect(given.filter(([, reason]) => !reason?.startsWith('thread'))).toEqual([
      ['exit', '审核它的线程意外结束'],
      ['throw', '审核它的线程意外结束：Error: out of order'],
      ['exit again', '审核它的线程意外结束'],
    ]);
  });

  test('where none can be had the files are audited here', async () => {
    const pool = workerPool(
      thread('c', 'process.exit(1);'),
      2,
      { cacheFolder: null, identity: '' },
      here,
      () => undefined,
    );
    const files = Array.from({ length: 20 }, (_, i) => `${i}`);
    expect(await answers(pool, files)).toEqual(files.map((file) => [file, 'here']));
  });
});

describe('when they are started', () => {
  /** After how many files of `cost` milliseconds, of `total`; `null`: never. */
  async function startedAfter(wanted: number | 'auto', cores: number, cost: number, total: number) {
    let [time, files] = [0, 0];
    let started: number | null = null;
    const auditHere = async ({ file }: { readonly file: string }) => {
      time += cost;
      return failure(file, '');
    };
    const startPool = async (): Promise<WorkerPool> => {
      started = files;
      return { audit: auditHere, capacity: 8, end: () => undefined };
    };
    const auditors = auditorsOf(wanted, {
      cores: async () => cores,
      auditHere,
      startPool,
      beFrugal: async () => undefined,
      now: () => time,
    });
    for (; files < total; files++) {
      await auditors.consider(async (count) => total - files >= count);
      await auditors.audit(task(''), '');
    }
    return started;
  }

  test.each([
    ['--jobs 1: never', 1, 2, 10, 100_000, null],
    ['--jobs 2: at once', 2, 1, 10, 3, 0],
    ['auto: a second of work is not worth it', 'auto', 2, 2, 500, null],
    ['auto: ten seconds are', 'auto', 2, 2, 5000, 225],
    ['auto: a hundred thousand that are known already are', 'auto', 2, 0.125, 100_000, 3600],
    ['auto: ten thousand of these are not', 'auto', 2, 0.125, 10_000, null],
    ['auto: one core', 'auto', 1, 2, 5000, null],
  ] as const)('%s', async (_, wanted, cores, cost, total, after) => {
    expect(await startedAfter(wanted, cores, cost, total)).toBe(after);
  });
});

test('a look ahead takes nothing away', async () => {
  const numbers = async function* () {
    for (let i = 0; i < 10; i++) yield i;
  };
  const items = lookAhead(numbers());
  const met: unknown[] = [];
  for await (const item of items) {
    met.push(item);
    if (item === 2) met.push(await items.isAhead(7), await items.isAhead(8));
    if (item === 8) met.push(await items.isAhead(1));
  }
  expect(met).toEqual([0, 1, 2, true, false, 3, 4, 5, 6, 7, 8, true, 9]);
});
