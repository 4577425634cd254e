/** Where results go: formats and files in one run, whole or not at all; what is shown, counted and coloured; progress. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { progressLine, progressOver } from '../../server/src/cli/progress';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';
import { flawedReport, sampleReport, warnedReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
/** What the work folder holds, hidden files included. */
const held = (): string[] => readdirSync(folder).sort();

describe('files', () => {
  test('several formats in one run: each in its file, the one without a file on standard output', async () => {
    file('a.md', flawedReport());
    const formats = ['json', 'jsonl', 'sarif', 'html', 'csv', 'xlsx', 'docx', 'github', 'junit'];
    const words = formats.flatMap((format) => ['--format', `${format}=result.${format}`]);
    const { status, out, err } = await run(['--format', 'text', ...words, 'a.md']);
    expect([status, err]).toEqual([1, '']);
    expect(out).toBe((await run(['a.md'])).out);
    expect(held()).toEqual(['a.md', ...formats.map((format) => `result.${format}`)].sort());
    expect(resultSchema.parse(JSON.parse(read('result.json'))).reports).toHaveLength(1);
    expect(read('result.json')).toBe((await run(['--format', 'json', 'a.md'])).out);
    expect(read('result.html')).toContain('<!doctype html>');
    for (const name of ['xlsx', 'docx']) {
      expect(
        readFileSync(join(folder, `result.${name}`))
          .subarray(0, 4)
          .toString('latin1'),
      ).toBe('PK\x03\x04');
    }
  });

  test('--output-file takes the one format; nothing is written elsewhere', async () => {
    file('a.md', flawedReport());
    expect(await run(['-o', 'out.txt', 'a.md'])).toEqual({ status: 1, out: '', err: '' });
    expect(read('out.txt')).toBe((await run(['a.md'])).out);
    await run(['--format', 'csv', '--output-file', 'out.txt', 'a.md']);
    expect(read('out.txt')).toMatch(/^\ufeff文件,/);
  });

  test('what stood there keeps its permissions, and a link stays a link', async () => {
    file('a.md', sampleReport());
    mkdirSync(join(folder, 'd'));
    writeFileSync(join(folder, 'd/old.json'), 'old', { mode: 0o600 });
    symlinkSync('d/old.json', join(folder, 'link.json'));
    expect((await run(['--format', 'json=link.json', 'a.md'])).status).toBe(0);
    expect(statSync(join(folder, 'd/old.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(read('link.json'))).toMatchObject({ version: 1 });
    expect(readdirSync(join(folder, 'd'))).toEqual(['old.json']);
  });

  test.each([
    ['a missing folder', 'gone/x.json', '没有这个文件夹'],
    ['a folder in the way', 'folder', '这是文件夹，不是文件'],
    ['a full disk', '/dev/full', '磁盘已满'],
  ])('%s: one line, status 2, no output at all', async (_, path, reason) => {
    file('a.md', sampleReport());
    mkdirSync(join(folder, 'folder'));
    const { status, err } = await run(['--format', `csv=x.csv`, '--format', `json=${path}`, 'a.md']);
    expect([status, err]).toEqual([2, `disclosure-audit: 结果没有写进 ${path}：${reason}\n`]);
    expect(held()).toEqual(['a.md', 'folder']);
  });

  test('a run that breaks off leaves what stood there before', async () => {
    file('a.md', flawedReport());
    file('x.csv', 'before');
    const { status } = await run(['--format', 'csv=x.csv', '--format', 'json=/dev/full', 'a.md']);
    expect([status, read('x.csv')]).toEqual([2, 'before']);
    expect(held()).toEqual(['a.md', 'x.csv']);
  });

  test.each([
    ['named', ['d/a.md'], 'd/a.md'],
    ['below a folder', ['d'], 'd/a.md'],
    ['another name of it', ['d/a.md'], 'link.md'],
    ['by a pattern', ['d/*.md'], './d/../d/a.md'],
  ])('an output that is also an input is refused: %s', async (_, paths, output) => {
    const text = sampleReport();
    file('d/a.md', text);
    symlinkSync('d/a.md', join(folder, 'link.md'));
    const { status, err } = await run(['--format', `text=${output}`, ...paths]);
    expect(status).toBe(2);
    expect(err).toBe(`disclosure-audit: 结果没有写进 ${output}：它就是要审核的 d/a.md，会被覆盖\n`);
    expect(read('d/a.md')).toBe(text);
  });

  test('a page of results among the reports is none of them', async () => {
    file('d/a.md', flawedReport());
    await run(['--format', 'html=d/result.html', 'd']);
    const { status, out } = await run(['d/result.html']);
    expect(out).toContain('d/result.html  跳过：是本软件写出的审核结果，不是年报（要照样审核，加选项 --as-report）');
    expect(status).toBe(0);
    expect((await run(['--as-report', 'd/result.html'])).status).toBe(1);
  });

  test('a second name of a file on the disk is another file: the first stays as it is', async () => {
    file('a.md', sampleReport());
    linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
    expect((await run(['-o', 'b.md', 'a.md'])).status).toBe(0);
    expect(read('a.md')).toBe(sampleReport());
  });

  test('two formats by two names to one file are refused', async () => {
    file('a.md', sampleReport());
    const { status, err } = await run(['--format', 'json=x', '--format', 'csv=./x', 'a.md']);
    expect([status, err]).toEqual([2, 'disclosure-audit: 结果没有写进 ./x：它正在被写，或者被两种格式写\n']);
    expect(held()).toEqual(['a.md']);
  });

  test('bytes go to a pipe, and never to a terminal', async () => {
    file('a.md', sampleReport());
    expect((await run(['--format', 'xlsx', 'a.md'])).out.startsWith('PK')).toBe(true);
    const { status, out, err } = await run(['--format', 'docx', 'a.md'], '', { terminals: ['out'] });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('docx 不是文本，不能写到终端；用 --format docx=文件');
  });

  test('a pipe or a device is written to as it is', async () => {
    file('a.md', sampleReport());
    expect(await run(['--format', 'json=/dev/null', 'a.md'])).toEqual({ status: 0, out: '', err: '' });
    expect(existsSync('/dev/null')).toBe(true);
  });
});

describe('what is shown', () => {
  test('--quiet: errors alone, in every format; the totals and the status stay true', async () => {
    file('a.md', flawedReport());
    file('b.md', warnedReport());
    file('c.md', sampleReport());
    const all = await run(['--fail-on', 'warning', 'b.md']);
    const { status, out } = await run(['--quiet', '--fail-on', 'warning', 'b.md', 'c.md']);
    expect(out.split('\n')).toHaveLength(2);
    expect(out).toContain('警告 3');
    expect([status, all.status]).toEqual([1, 1]);
    const { out: errors } = await run(['--quiet', 'a.md', 'b.md']);
    expect(errors).toMatch(/^a\.md {2}/);
    expect(errors).not.toMatch(/^b\.md/m);
    const { reports } = resultSchema.parse(JSON.parse((await run(['--quiet', '--format', 'json', '.'])).out));
    expect(reports.map(({ findings }) => findings.map(({ severity }) => severity))).toEqual([['error'], [], []]);
  });

  test('--max-warnings: more of them end with status 1, and that is said', async () => {
    file('b.md', warnedReport());
    expect((await run(['--max-warnings', '2', 'b.md'])).status).toBe(0);
    const { status, err } = await run(['--max-warnings', '1', 'b.md']);
    expect([status, err]).toEqual([1, 'disclosure-audit: 警告 2 处，超过 --max-warnings 1\n']);
    expect((await run(['--quiet', '--max-warnings', '0', 'b.md'])).status).toBe(1);
  });

  test('--statistics: how many findings each rule has, the most frequent first', async () => {
    file('a.md', flawedReport());
    file('b.md', warnedReport());
    const { status, out } = await run(['--statistics', '.']);
    expect(out.split('\n').slice(0, -2)).toEqual([
      '2  警告  structure/section-numbering   部分序号不对',
      '1  错误  relation/inconsistent-figure  填错的数',
      '1  警告  series/duplicate-report       同一机关同一年度有两份年报',
    ]);
    expect(out.split('\n').at(-2)).toMatch(/^共审核 2 份/);
    expect(status).toBe(1);
  });
});

describe('colour', () => {
  const isColoured = async (words: readonly string[], env: Readonly<Record<string, string>>, terminal = true) => {
    file('a.md', flawedReport());
    return (await run([...words, 'a.md'], '', { env, terminals: terminal ? ['out'] : [] })).out.includes('\x1b[');
  };
  test.each([
    ['a terminal', [], {}, true, true],
    ['no terminal', [], {}, false, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['TERM=dumb', [], { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR over NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['--color over NO_COLOR', ['--color'], { NO_COLOR: '1' }, false, true],
    ['--no-color over FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ] as const)('%s', async (_, words, env, terminal, coloured) => {
    expect(await isColoured(words, env, terminal)).toBe(coloured);
  });

  test('a file has none unless --color asks for it', async () => {
    file('a.md', flawedReport());
    await run(['-o', 'x.txt', 'a.md'], '', { env: { FORCE_COLOR: '1' }, terminals: ['out'] });
    expect(read('x.txt')).not.toContain('\x1b');
    await run(['--color', '-o', 'x.txt', 'a.md']);
    expect(read('x.txt')).toContain('\x1b[');
  });
});

describe('progress', () => {
  test('a line says how far it is, how fast, and how long it will take', () => {
    expect(progressLine(120, 500, 3)).toBe('审核 120/500 个文件（24%），每秒 40 个，还要 10 秒');
    expect(progressLine(1, 1000, 4)).toBe('审核 1/1000 个文件（0%），每秒 0.3 个，还要 66 分 36 秒');
  });

  test('it is written over, no more than ten times a second, and not for what is done at once', () => {
    let time = 0;
    const progress = progressOver(() => time);
    progress.expects(100);
    const written = Array.from({ length: 100 }, () => {
      time += 20;
      return progress.next();
    }).filter((text) => text !== '');
    expect(written).toHaveLength(16);
    for (const text of written) expect(text).toMatch(/^\r\x1b\[K审核 \d+\/100 个文件[^\n]*$/);
    expect([progress.cleared(), progress.cleared()]).toEqual(['\r\x1b[K', '']);
  });

  test('on a terminal that no text scrolls over, the run ends with what it comes to and where it is', async () => {
    file('a.md', flawedReport());
    const terminals = ['out', 'err'] as const;
    const { out, err } = await run(['--format', 'html=x.html', 'a.md'], '', { terminals });
    expect(out).toBe('');
    expect(err).toMatch(/^共审核 1 份，[^\n]*\n结果写入 x\.html\n$/);
    expect((await run(['a.md'], '', { terminals })).err).toBe('');
    expect((await run(['--format', 'json', 'a.md'], '', { terminals: ['out'] })).err).toBe('');
    expect((await run(['--format', 'json', 'a.md'], '', { terminals: ['err'] })).err).toMatch(/^共审核 1 份/);
    expect((await run(['--quiet', '--format', 'json', 'a.md'], '', { terminals: ['err'] })).err).toBe('');
    expect((await run(['--format', 'json', 'a.md'], '', { terminals: ['err'], env: { TERM: 'dumb' } })).err).toBe('');
  });
});
