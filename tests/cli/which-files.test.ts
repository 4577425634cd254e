/** Which files are audited: lists of files, and what is passed over in folders. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../files/gb18030';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';
import { flawedReport, sampleReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

/** The files of a run, with what is on the error stream and the status. */
async function audited(words: readonly string[], input: string | Uint8Array = '') {
  const { status, out, err } = await run(['--format', 'json', ...words], input);
  const { reports } = resultSchema.parse(JSON.parse(out));
  return { files: reports.map((report) => report.file), reports, status, err };
}

describe('--files-from', () => {
  test('a list in a file or on standard input, after the paths that are named', async () => {
    for (const name of ['a.md', 'b.md', 'd/c.md', 'd/e.md', 'x.md']) file(name, sampleReport());
    file('list', 'b.md\r\n\r\nd\n');
    expect((await audited(['--files-from', 'list', 'x.md'])).files).toEqual(['x.md', 'b.md', 'd/c.md', 'd/e.md']);
    expect((await audited(['--files-from', '-'], 'b.md\na.md')).files).toEqual(['b.md', 'a.md']);
    expect((await audited(['--files-from', '-'], 'a.md\0')).files).toEqual(['a.md']);
  });

  test('names are taken as they are: no wildcards, no options, line breaks between zeros', async () => {
    for (const name of ['*.md', '-', '--help.md', 'a.md', 'b\nc.md']) file(name, sampleReport());
    expect((await audited(['--files-from', '-'], '*.md\n-\n--help.md\n')).files).toEqual(['*.md', '-', '--help.md']);
    expect((await audited(['--files-from', '-'], 'b\nc.md\0a.md\0')).files).toEqual(['b\nc.md', 'a.md']);
  });

  test('lists of other encodings', async () => {
    file('年报.md', sampleReport());
    for (const bytes of [
      encodeGb18030('年报.md\n'),
      Buffer.from('\ufeff年报.md\r\n', 'utf16le'),
      Buffer.from('\ufeff年报.md'),
    ]) {
      expect((await audited(['--files-from', '-'], bytes)).files).toEqual(['年报.md']);
    }
  });

  test('what is missing is one line with its place in the list, and the others are audited', async () => {
    file('a.md', flawedReport());
    file('list.txt', 'gone.md\na.md\n');
    const { files, reports, status, err } = await audited(['--files-from', 'list.txt']);
    expect(files).toEqual(['gone.md', 'a.md']);
    expect(reports[1]?.findings).toHaveLength(1);
    expect([status, err]).toEqual([2, 'disclosure-audit: gone.md: 找不到该文件或文件夹（清单 list.txt 第 1 项）\n']);
    expect((await audited(['--files-from', '-'], '\n\ngone.md')).err).toContain('（标准输入的清单 第 3 项）');
  });

  test('an empty list is no report and no mistake', async () => {
    expect(await audited(['--files-from', '-'])).toMatchObject({ files: [], status: 0, err: '' });
  });

  test('a list that is missing', async () => {
    const { status, out, err } = await run(['--files-from', 'gone']);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('disclosure-audit: 选项 --files-from 的清单 gone 读不了：找不到该文件或文件夹\n');
  });

  test('standard input is the list or a report, not both', async () => {
    expect((await run(['--files-from', '-', '-'])).err).toContain('标准输入（-）只能指定一次');
  });
});

describe('what is passed over', () => {
  const reports = ['a.md', 'draft/b.md', 'd/keep.md', 'd/old.md', 'd/e/old.md'];

  test('.gitignore of the folder and of those below it, unless --no-ignore', async () => {
    for (const name of reports) file(name, sampleReport());
    file('.gitignore', 'draft/\nold.md\n');
    file('d/e/.gitignore', '!old.md\n');
    expect((await audited(['.'])).files).toEqual(['./a.md', './d/e/old.md', './d/keep.md']);
    expect((await audited(['d'])).files).toEqual(['d/e/old.md', 'd/keep.md', 'd/old.md']);
    expect((await audited(['--no-ignore', '.'])).files).toHaveLength(5);
  });

  test('in a repository, those above the folder count as well, up to its root', async () => {
    for (const name of reports) file(`r/${name}`, sampleReport());
    file('.gitignore', 'keep.md\n');
    file('r/.gitignore', '/d/old.md\n');
    mkdirSync(join(folder, 'r/.git'));
    expect((await audited(['r/d'])).files).toEqual(['r/d/e/old.md', 'r/d/keep.md']);
  });

  test('--ignore-pattern has the first say, and counts from the working folder', async () => {
    for (const name of reports) file(name, sampleReport());
    file('.gitignore', 'old.md\n');
    const words = ['--ignore-pattern', '/d/*.md', '--ignore-pattern', '!/d/old.md', '--ignore-pattern', 'draft'];
    expect((await audited([...words, 'd', '.'])).files).toEqual(['d/e/old.md', 'd/old.md', './a.md']);
  });

  test('a file that is named is audited, and so is one of a pattern or a list', async () => {
    for (const name of reports) file(name, sampleReport());
    file('.gitignore', '*.md\n');
    expect((await audited(['a.md', 'd/*.md'])).files).toEqual(['a.md', 'd/keep.md', 'd/old.md']);
    expect((await audited(['--ignore-pattern', '*', '--files-from', '-'], 'a.md')).files).toEqual(['a.md']);
  });

  test('how much it was is said', async () => {
    for (const name of reports) file(name, sampleReport());
    file('.gitignore', 'draft/\nd/old.md\nx.png\n');
    file('x.png', 'PK');
    const { out } = await run(['.']);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      '按忽略规则略过 2 个文件或文件夹（加 --no-ignore 则不看 .gitignore）',
    );
  });
});
