/** `--fix` and `--diff`: safe fixes made in the files, or shown; never a figure. */
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../files/gb18030';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';
import { flawedReport, replaced, sampleReport, warnedReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

const read = (path: string): Buffer => readFileSync(join(folder, path));
/** A safe fix puts the heading's number right. */
const misnumbered = (text = sampleReport()): string => replaced(text, '五、', '七、');
const fixedNote = 'disclosure-audit: 已修正 1 处（1 个文件），数字不动\n';

describe('--fix', () => {
  test('makes what is safe, and reports what is left of the fixed text', async () => {
    file('a.md', misnumbered(flawedReport()));
    const { status, out, err } = await run(['--fix', '--format', 'json', 'a.md']);
    expect(read('a.md').toString()).toBe(flawedReport());
    expect([status, err]).toEqual([1, fixedNote]);
    expect(out).toBe((await run(['--format', 'json', 'a.md'])).out);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('several to one text, and what stands in the way of one another', async () => {
    file('a.md', warnedReport());
    const { status, err } = await run(['--fix', '--fail-on', 'warning', 'a.md']);
    expect(err).toBe('disclosure-audit: 已修正 2 处（1 个文件），数字不动\n');
    expect(status).toBe(0);
    expect(read('a.md').toString()).toBe(sampleReport());
  });

  test.each([
    ['GB18030', encodeGb18030],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s and line ends stay', async (_, encode) => {
    for (const eol of ['\r\n', '\n', '\r']) {
      file('a.md', encode(misnumbered(sampleReport({ eol }))));
      expect((await run(['--fix', 'a.md'])).err).toBe(fixedNote);
      expect(read('a.md')).toEqual(Buffer.from(encode(sampleReport({ eol }))));
    }
  });

  test('a file without a safe fix is not written', async () => {
    file('a.md', flawedReport());
    const before = statSync(join(folder, 'a.md'));
    expect((await run(['--fix', 'a.md'])).err).toBe('');
    expect(statSync(join(folder, 'a.md'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test('permissions stay, and a link stays a link', async () => {
    file('d/a.md', misnumbered());
    chmodSync(join(folder, 'd/a.md'), 0o640);
    symlinkSync('d/a.md', join(folder, 'b.md'));
    expect((await run(['--fix', 'b.md'])).err).toBe(fixedNote);
    expect(read('d/a.md').toString()).toBe(sampleReport());
    expect(statSync(join(folder, 'd/a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'd'))).toEqual(['a.md']);
  });

  test.runIf(process.getuid?.() === 0 && existsSync('/proc/self/status'))(
    'a file that cannot be written is named, reported as it is, and the rest goes on',
    async () => {
      for (const name of ['a.md', 'b.md']) file(name, misnumbered());
      // What the new file is written into is there already: nothing may take its place.
      file(`.a.md.${process.pid}.tmp`, '');
      const { status, out, err } = await run(['--fix', '--format', 'json', 'a.md', 'b.md']);
      expect(err).toBe(`disclosure-audit: a.md: 修正没有写回：它正在被写，或者被两种格式写\n${fixedNote}`);
      const { reports } = resultSchema.parse(JSON.parse(out));
      expect(reports.map(({ findings }) => findings.length)).toEqual([1, 0]);
      expect([status, read('a.md').toString(), read('b.md').toString()]).toEqual([2, misnumbered(), sampleReport()]);
    },
  );

  test('no figure of the samples changes, and a second time there is nothing to do', async () => {
    cpSync(join(import.meta.dirname, '../corpus'), join(folder, 'corpus'), { recursive: true });
    const figures = async () => {
      await run(['--index', 'index', 'corpus']);
      const lines = read('index').toString().trimEnd().split('\n');
      return lines.map((line) => (JSON.parse(line) as { figures: unknown }).figures);
    };
    const before = await figures();
    expect((await run(['--fix', 'corpus'])).err).toContain('已修正');
    expect(await figures()).toEqual(before);
    expect(await run(['--diff', 'corpus'])).toMatchObject({ status: 0, out: '' });
  });

  test('what is no report is not touched', async () => {
    file('a.md', '五、其他\n七、更多\n');
    expect((await run(['--fix', 'a.md'])).err).toBe('');
    expect(read('a.md').toString()).toBe('五、其他\n七、更多\n');
  });

  test('standard input cannot be put right', async () => {
    expect(await run(['--fix', '-'], misnumbered())).toMatchObject({ status: 2, out: '' });
  });
});

describe('--diff', () => {
  test.each([['--diff'], ['--dry-run'], ['--fix', '--diff'], ['--fix', '--dry-run']])('%s %s', async (...words) => {
    file('d/a.md', misnumbered(flawedReport()));
    file('d/b.md', sampleReport());
    const { status, out, err } = await run([...words.filter(Boolean), 'd']);
    expect(status).toBe(1);
    expect(out).toMatch(/^--- d\/a\.md\n\+\+\+ d\/a\.md\n@@ -\d+,7 \+\d+,7 @@\n/);
    expect(out.match(/^[-+][^-+].*/gm)).toEqual([
      expect.stringContaining('-## 七、'),
      expect.stringContaining('+## 五、'),
    ]);
    expect(err).toBe('disclosure-audit: 可以安全修正 1 处（1 个文件），数字不动；加 --fix 就写回\n');
    expect(read('d/a.md').toString()).toBe(misnumbered(flawedReport()));
  });

  test('nothing to change: nothing is written, and the status is 0 whatever else is found', async () => {
    file('a.md', flawedReport());
    expect(await run(['--diff', 'a.md'])).toEqual({ status: 0, out: '', err: '' });
  });

  test('a file that cannot be read is named, with status 2', async () => {
    file('a.md', misnumbered());
    const { status, out, err } = await run(['--diff', 'gone.md', 'a.md']);
    expect([status, out.startsWith('--- a.md')]).toEqual([2, true]);
    expect(err).toContain('gone.md: 找不到该文件或文件夹');
  });

  test('of standard input', async () => {
    const { status, out } = await run(['--diff', '--stdin-filename', 'x.md', '-'], misnumbered());
    expect([status, out.startsWith('--- x.md\n')]).toEqual([1, true]);
  });

  test('it is all that is written', async () => {
    file('a.md', misnumbered());
    for (const words of [['--format', 'json'], ['-o', 'x'], ['--statistics'], ['--quiet']]) {
      expect(await run(['--diff', ...words, 'a.md'])).toMatchObject({ status: 2, out: '' });
    }
  });

  test('coloured for a person', async () => {
    file('a.md', misnumbered());
    expect((await run(['--diff', 'a.md'], '', { terminals: ['out'] })).out).toContain('\x1b[32m+');
  });
});
