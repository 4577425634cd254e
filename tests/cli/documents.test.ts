/** Files of office programs on the command line: audited as they are, told of by place, converted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { printed } from '../support/printed';
import { writtenReport } from '../support/written-reports';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

/** A total that is short by one. */
const wrong = printed({ figures: { 'requests/received/natural-person': '2', 'requests/received/total': '1' } });

async function recordsOf(words: readonly string[]) {
  const { out } = await run(['--format', 'json', '--no-compare', ...words]);
  return resultSchema.parse(JSON.parse(out)).reports;
}

describe('audited', () => {
  test('a Word file has the findings of its text, each with its place, and no fixes', async () => {
    file('a.docx', await writtenReport(wrong, 'docx'));
    file('a.txt', wrong);
    const [word, text] = await recordsOf(['a.docx', 'a.txt']);
    expect(word?.findings.map(({ rule, message }) => [rule, message])).toEqual(
      text?.findings.map(({ rule, message }) => [rule, message]),
    );
    expect(word?.findings.length).toBeGreaterThan(0);
    for (const { place, fixes, rule } of word?.findings ?? []) {
      expect(fixes).toEqual([]);
      if (rule.startsWith('relation/')) expect(place).toMatchObject({ table: 2, row: expect.any(Number) });
    }
    expect(text?.findings.every(({ place }) => place === undefined)).toBe(true);
  });

  test('its place is said in words wherever people read it', async () => {
    file('a.docx', await writtenReport(wrong, 'docx'));
    expect((await run(['a.docx'])).out).toMatch(/^a\.docx:表2第\d+行第\d+列 {2}错误/m);
    expect((await run(['--format', 'html', 'a.docx'])).out).toMatch(/a\.docx:表2第\d+行第\d+列/);
    expect((await run(['--format', 'csv', 'a.docx'])).out).toMatch(/^a\.docx,,,.*，表2第\d+行第\d+列/m);
    expect((await run(['--format', 'github', 'a.docx'])).out).toMatch(/^::error file=a\.docx,title=[^:]*::表2第/m);
    const sarif = JSON.parse((await run(['--format', 'sarif', 'a.docx'])).out);
    const [location] = sarif.runs[0].results[0].locations;
    expect(location.physicalLocation.region).toBeUndefined();
    expect(location.message.text).toMatch(/^表2第|^第\d+段/);
  });

  test('a folder is audited as it is; each file of an office program gives a line', async () => {
    file('d/甲.docx', await writtenReport(printed({ issuer: '云岭县甲镇人民政府' }), 'docx'));
    file('d/乙.html', await writtenReport(printed({ issuer: '云岭县乙镇人民政府' }), 'html'));
    file('d/丙.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)));
    file('d/丁.rtf', '{\\rtf1 x}');
    file('d/戊.docx', 'PK\x03\x04');
    file('d/~$甲.docx', 'x');
    const records = await recordsOf(['d']);
    expect(records.map(({ file: name, status, reason = '' }) => [name, status, reason.slice(0, 9)])).toEqual([
      ['d/丁.rtf', 'failed', '文件是 RTF 文'],
      ['d/丙.doc', 'failed', '文件是旧版 Off'],
      ['d/乙.html', 'audited', ''],
      ['d/戊.docx', 'failed', '文件已损坏或没有传'],
      ['d/甲.docx', 'audited', ''],
    ]);
  });

  test('the name is not asked: a page that is called .doc, a document that is called .txt', async () => {
    file('a.doc', await writtenReport(wrong, 'html'));
    file('b.txt', await writtenReport(wrong, 'docx'));
    expect((await recordsOf(['a.doc', 'b.txt'])).map(({ status }) => status)).toEqual(['audited', 'audited']);
  });

  test('one report in two formats is one report; with other figures it is told', async () => {
    file('a.docx', await writtenReport(wrong, 'docx'));
    file('a.html', await writtenReport(wrong, 'html'));
    file('a.md', printed());
    const { out } = await run(['--format', 'jsonl', 'a.docx', 'a.html', 'a.md']);
    const series = out.split('\n').filter((line) => line.includes('series/duplicate-report'));
    expect(series.map((line) => JSON.parse(line).file)).toEqual(['a.md']);
  });

  test('what we wrote about reports is none', async () => {
    file('a.md', wrong);
    await run(['--format', 'docx=意见.docx', '--format', 'xlsx=汇总.xlsx', 'a.md']);
    expect((await recordsOf(['意见.docx', '汇总.xlsx'])).map(({ status }) => status)).toEqual(['skipped', 'skipped']);
  });

  test('--fix leaves it as it is', async () => {
    const bytes = await writtenReport(wrong, 'docx');
    file('a.docx', bytes);
    await run(['--fix', 'a.docx']);
    expect(Buffer.compare(readFileSync(join(folder, 'a.docx')), bytes)).toBe(0);
  });
});

describe('converted', () => {
  test.each(['docx', 'html', 'md', 'txt'])('to %s and audited again: the same findings', async (to) => {
    file('a.md', wrong);
    expect(await run(['convert', 'a.md', '--to', to, '-o', `b.${to}`])).toEqual({ status: 0, out: '', err: '' });
    const [own, written] = await recordsOf(['a.md', `b.${to}`]);
    const rulesOf = (record: typeof own) => record?.findings.map(({ rule, message }) => [rule, message]);
    expect(rulesOf(written)).toEqual(rulesOf(own));
  });

  test('the format is known by the file’s name; tables are in the layout that is asked for', async () => {
    file('a.docx', await writtenReport(wrong, 'docx'));
    await run(['convert', 'a.docx', '-o', 'b.md']);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toContain('| 一、本年新收政府信息公开申请数量 |');
    const { out } = await run(['convert', 'a.docx', '--to', 'txt', '--layout', 'bar-row']);
    expect(out).toContain('一、本年新收政府信息公开申请数量 | ');
  });

  test('the same bytes each time', async () => {
    file('a.md', wrong);
    await run(['convert', 'a.md', '-o', 'b.docx']);
    await run(['convert', 'a.md', '-o', 'c.docx']);
    expect(Buffer.compare(readFileSync(join(folder, 'b.docx')), readFileSync(join(folder, 'c.docx')))).toBe(0);
  });

  test('what is not carried over as it was is said', async () => {
    const ambiguous = wrong.replace(/^(一、本年新收政府信息公开申请数量.*)$/m, '$1\t7');
    expect(ambiguous).not.toBe(wrong);
    file('a.txt', `[image: 印章]\n${ambiguous}`);
    const { err, status } = await run(['convert', 'a.txt', '--to', 'md']);
    expect(status).toBe(0);
    expect(err).toContain('a.txt：没有照样带过去：');
  });

  test('usage: no file, two files, no format, bytes to a terminal, over itself', async () => {
    file('a.md', wrong);
    expect((await run(['convert'])).err).toContain('请指定要转换的文件');
    expect((await run(['convert', 'a.md', 'b.md', '--to', 'md'])).err).toContain('一次转换一个文件');
    expect((await run(['convert', 'a.md'])).err).toContain('请用 --to 写明转换成哪种格式：docx、html、md、txt');
    expect((await run(['convert', 'a.md', '--to', 'docx', '--layout', 'tsv'])).err).toContain('--layout 只在');
    const terminal = await run(['convert', 'a.md', '--to', 'docx'], '', { terminals: ['out'] });
    expect([terminal.status, terminal.err]).toEqual([2, expect.stringContaining('docx 不是文本，不能写到终端')]);
    const over = await run(['convert', 'a.md', '-o', './a.md']);
    expect([over.status, over.err]).toEqual([2, expect.stringContaining('它就是要转换的文件')]);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(wrong);
  });

  test('what cannot be read is refused, and nothing is written', async () => {
    file('a.docx', 'PK\x03\x04');
    const { status, err } = await run(['convert', 'a.docx', '-o', 'b.md']);
    expect([status, err]).toEqual([2, expect.stringContaining('a.docx：文件已损坏')]);
    expect(existsSync(join(folder, 'b.md'))).toBe(false);
  });
});
