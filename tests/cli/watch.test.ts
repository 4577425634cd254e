/** `--watch`: again after each change, until the user stops it. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run';
import { workFolder } from './command-in-folder';
import { flawedReport, sampleReport, warnedReport } from './sample-reports';

const { folder, file, clear } = workFolder();

const before = process.cwd();
beforeEach(() => process.chdir(folder));
afterEach(() => {
  process.chdir(before);
  clear();
});

/** A run that goes on; `round` gives what has come out since the last, when the next has ended. */
function watching(words: readonly string[], terminals: readonly ('out' | 'err')[] = []) {
  let stop = (): void => undefined;
  let [out, err, ended] = ['', '', 0];
  let hear = (): void => undefined;
  const stream = (take: (text: string) => void) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        take(String(chunk));
        done();
      },
    });
  const stdout = Object.assign(
    stream((text) => {
      out += text;
    }),
    { isTTY: terminals.includes('out') },
  );
  const stderr = Object.assign(
    stream((text) => {
      err += text;
      if (!text.includes('按 Ctrl+C 结束')) return;
      ended++;
      hear();
    }),
    { isTTY: terminals.includes('err') },
  );
  const onInterrupt = (given: () => void): void => {
    stop = given;
  };
  const status = run(['--watch', ...words], { stdin: Readable.from([]), stdout, stderr, env: {}, onInterrupt });
  let rounds = 0;
  return {
    round: async (): Promise<string> => {
      rounds++;
      while (ended < rounds) await new Promise<void>((resolve) => (hear = resolve));
      const text = out;
      out = '';
      return text;
    },
    rounds: () => ended,
    errors: () => err,
    stop: async () => {
      stop();
      return await status;
    },
  };
}

const summary = (text: string): string => /共审核[^；]*；错误 \d+，警告 \d+/.exec(text)?.[0] ?? text;

test('what changes is audited again, in folders that come later as well; what vanishes has no findings', async () => {
  file('d/a.md', sampleReport());
  const { round, stop } = watching(['d']);
  expect(summary(await round())).toBe('共审核 1 份，跳过 0，失败 0；错误 0，警告 0');
  file('d/a.md', flawedReport());
  expect(summary(await round())).toBe('共审核 1 份，跳过 0，失败 0；错误 1，警告 0');
  file('d/new/b.md', warnedReport());
  expect(summary(await round())).toBe('共审核 2 份，跳过 0，失败 0；错误 1，警告 3');
  file('d/new/b.md', sampleReport({ year: 2020 }));
  expect(summary(await round())).toBe('共审核 2 份，跳过 0，失败 0；错误 1，警告 0');
  rmSync(join(folder, 'd/a.md'));
  expect(summary(await round())).toBe('共审核 1 份，跳过 0，失败 0；错误 0，警告 0');
  expect(await stop()).toBe(0);
});

test('a folder that goes and comes again', async () => {
  file('d/e/a.md', flawedReport());
  const { round, stop } = watching(['d']);
  await round();
  rmSync(join(folder, 'd/e'), { recursive: true });
  expect(summary(await round())).toContain('共审核 0 份');
  mkdirSync(join(folder, 'd/e'));
  await round();
  file('d/e/a.md', sampleReport());
  expect(summary(await round())).toContain('共审核 1 份');
  expect(await stop()).toBe(0);
});

test('a named file alone; the status is that of the last run', async () => {
  file('a.md', sampleReport());
  file('other/x.md', sampleReport());
  const { round, stop } = watching(['a.md']);
  await round();
  file('a.md', flawedReport());
  expect(summary(await round())).toContain('错误 1');
  expect(await stop()).toBe(1);
});

test('the policy and .gitignore count as changes', async () => {
  file('d/a.md', warnedReport());
  const { round, stop } = watching(['d']);
  await round();
  file('d/.disclosure-audit.json', '{"rules": {"structure/section-numbering": "off"}}');
  expect(summary(await round())).toContain('警告 0');
  file('d/.gitignore', 'a.md\n');
  expect(summary(await round())).toContain('共审核 0 份');
  expect(await stop()).toBe(0);
});

test('what it writes itself does not begin it again', async () => {
  file('d/a.md', flawedReport());
  const { round, rounds, stop } = watching(['--format', 'html=d/result.html', '--format', 'text', 'd']);
  await round();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(rounds()).toBe(1);
  expect(await stop()).toBe(1);
});

test('a terminal is cleared, a file is not', async () => {
  file('a.md', sampleReport());
  for (const terminals of [['out'], []] as const) {
    const { round, stop } = watching(['a.md'], terminals);
    expect(await round()).not.toContain('\x1b[2J');
    file('a.md', flawedReport());
    expect((await round()).startsWith('\x1b[2J')).toBe(terminals.length > 0);
    file('a.md', sampleReport());
    await round();
    expect(await stop()).toBe(0);
  }
});

test('a list that is being written is waited for', async () => {
  file('a.md', sampleReport());
  file('list', 'a.md\n');
  const { round, stop } = watching(['--files-from', 'list']);
  await round();
  file('a.md', flawedReport());
  expect(summary(await round())).toContain('错误 1');
  expect(await stop()).toBe(1);
});
