/** The command line as a whole: files in, text or JSON and an exit status out. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { encodeGb18030 } from '../files/gb18030';
import { latinPath } from '../files/scratch';
import { commandInFolder } from './command-in-folder';
import { type JsonReport, reportSchema, resultSchema } from './result-schema';
import { flawedReport, replaced, sampleReport, warnedReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

/** The reports that `--format json` gives, checked against the schema. */
async function reportsOf(words: readonly string[], input?: string | Uint8Array): Promise<JsonReport[]> {
  return resultSchema.parse(JSON.parse((await run(['--format', 'json', ...words], input)).out)).reports;
}

const summaryOf = (out: string): string => out.trimEnd().split('\n').at(-1) ?? '';

describe('one file', () => {
  test('a clean report: nothing found, every relation holds, status 0', async () => {
    const { status, out, err } = await run([file('clean.md', sampleReport())]);
    expect(out).toMatchInlineSnapshot(`
      "clean.md  示例县示例镇人民政府 2023年  2021版  未发现问题（勾稽关系：成立 42，不成立 0，无法判断 0）
      共审核 1 份，跳过 0，失败 0；错误 0，警告 0，信息 0，提示 0；勾稽关系：成立 42，不成立 0，无法判断 0
      "
    `);
    expect([status, err]).toEqual([0, '']);
  });

  test('a wrong figure: shown at its place, with what it rests on and what to do, status 1', async () => {
    const { status, out, err } = await run([file('flawed.md', flawedReport())]);
    expect(out).toMatchInlineSnapshot(`
      "flawed.md  示例县示例镇人民政府 2023年  2021版
      flawed.md:41:32  错误  relation/inconsistent-figure  “商业企业”列一、本年新收政府信息公开申请数量填的是4，应为3，与2项勾稽关系不符（“商业企业”列第一项加第二项等于4、第三项加第四项等于3；“一、本年新收政府信息公开申请数量”行各类申请人合计13、总计12），改正后全部成立。
          40 │ |  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |
          41 │ | 一、本年新收政府信息公开申请数量 |  |  | 9 | 4 | 0 | 0 | 0 | 0 | 12 |
             │   　　　　　　　　　　　　　　　　             ^
          = 可疑：41:32  填的是4，应为3
          = 相关：64:21  “商业企业”列第一项加第二项等于4、第三项加第四项等于3，应相等
          = 相关：41:52  “一、本年新收政府信息公开申请数量”行各类申请人合计13、总计12，应相等
          = 依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第三部分、第四部分表的勾稽关系
          = 修复：把“商业企业”列一、本年新收政府信息公开申请数量改为3（建议）
        勾稽关系：成立 40，不成立 2，无法判断 0

      共审核 1 份，跳过 0，失败 0；错误 1，警告 0，信息 0，提示 0；勾稽关系：成立 40，不成立 2，无法判断 0
      "
    `);
    expect([status, err]).toEqual([1, '']);
  });

  test('JSON names the suspect cell with the value that makes every relation hold', async () => {
    const [finding] = (await reportsOf([file('flawed.md', flawedReport())]))[0]?.findings ?? [];
    expect(finding?.rule).toBe('relation/inconsistent-figure');
    expect(finding?.suspect).toEqual({ range: finding?.range, reported: '4', expected: 3 });
  });

  test('a report without one of its tables: what could not be judged is told with the reason', async () => {
    const text = sampleReport();
    const [table] = /(?<=## 四、.*\n).*(?=\n## 五、)/s.exec(text) ?? [''];
    expect(table).toContain('行政复议');
    const { status, out } = await run([file('incomplete.md', replaced(text, table, ''))]);
    expect(out).toContain('错误  table/missing-table  ');
    expect(out).toMatch(/勾稽关系：成立 39，不成立 0，无法判断 3：没有.+（3 项）\n/);
    expect(status).toBe(1);
  });

  test('a text that is no report: skipped with the reason, status 0', async () => {
    const { status, out } = await run([file('notes.txt', '会议纪要\n下周一上午开会。\n')]);
    expect(out).toMatch(/^notes\.txt {2}跳过：不是政府信息公开工作年度报告：.+--as-report.*\n/);
    expect(summaryOf(out)).toContain('审核 0 份，跳过 1，失败 0');
    expect(status).toBe(0);
  });

  test('a text that is no report: audited all the same with --as-report', async () => {
    const { status, out } = await run(['--as-report', file('notes.txt', '会议纪要\n下周一上午开会。\n')]);
    expect(out).toContain('structure/missing-section');
    expect(summaryOf(out)).toContain('审核 1 份，跳过 0，失败 0');
    expect(status).toBe(1);
  });

  test('a report from before 2019: skipped, its issuer and year still told', async () => {
    const text = replaced(
      sampleReport(),
      '2023年政府信息公开工作年度报告',
      '2016年政府信息公开工作年度报告',
    ).replaceAll('2023', '2016');
    const [report] = await reportsOf([file('old.md', text)]);
    expect(report).toMatchObject({ status: 'skipped', edition: null, year: 2016, issuer: '示例县示例镇人民政府' });
  });

  test('two reports in one file: one element each, places count in the whole file', async () => {
    const first = sampleReport();
    const reports = await reportsOf([file('both.md', `${first}\n${flawedReport()}`)]);
    expect(reports.map(({ status, findings }) => [status, findings.length > 0])).toEqual([
      ['audited', false],
      ['audited', true],
    ]);
    const lines = first.split('\n').length;
    for (const { range } of reports[1]?.findings ?? []) expect(range.start.line).toBeGreaterThan(lines);
  });

  test('a missing file: named on both streams, status 2, the others audited', async () => {
    const { status, out, err } = await run(['gone.md', file('flawed.md', flawedReport())]);
    expect(err).toBe('disclosure-audit: gone.md: 找不到该文件或文件夹\n');
    expect(out).toContain('gone.md  失败：找不到该文件或文件夹\n');
    expect(summaryOf(out)).toContain('审核 1 份，跳过 0，失败 1；');
    expect(status).toBe(2);
  });

  test('a file that is no text: refused with the reason, status 2', async () => {
    const { status, err } = await run([file('report.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))]);
    expect(err).toMatch(/^disclosure-audit: report\.txt: 文件已损坏或没有传完/);
    expect(status).toBe(2);
  });
});

describe('the same findings from', () => {
  const text = flawedReport();
  const findingsOf = async (content: string | Uint8Array) => {
    const [report] = await reportsOf([file('report.md', content)]);
    return report?.findings;
  };
  const mark = (bytes: readonly number[], content: Uint8Array) => Uint8Array.from([...bytes, ...content]);
  test.each([
    ['UTF-8 with a byte order mark', mark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['UTF-16LE', mark([0xff, 0xfe], Buffer.from(text, 'utf16le'))],
    ['UTF-16BE', mark([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16())],
    ['UTF-16LE without a byte order mark', Buffer.from(text, 'utf16le')],
    ['GB18030', encodeGb18030(text)],
  ])('%s', async (_name, bytes) => {
    const expected = await findingsOf(text);
    expect(expected?.length).toBeGreaterThan(0);
    expect(await findingsOf(bytes)).toEqual(expected);
  });

  test.each(['\r\n', '\r'])('lines that end with %j, but for the text of the fixes', async (eol) => {
    const bare = async (content: string) =>
      (await findingsOf(content))?.map(({ fixes, fingerprint, ...finding }) => finding);
    expect(await bare(text.replaceAll('\n', eol))).toEqual(await bare(text));
  });
});

describe('many files', () => {
  test('a folder is walked in a fixed order, and paths stay relative', async () => {
    for (const path of ['d/b.txt', 'd/a/z.md', 'd/.git/x.md', 'd/c.png']) file(path, sampleReport());
    expect((await reportsOf(['d'])).map((report) => report.file)).toEqual(['d/a/z.md', 'd/b.txt']);
  });

  test('a folder without any report file is told', async () => {
    file('d/c.png', '');
    const { status, out } = await run(['d']);
    expect(out).toContain('d  跳过：文件夹中没有可审核的文件');
    expect(status).toBe(0);
  });

  test('a file that is reached twice is audited once', async () => {
    for (const path of ['d/a.md', 'd/b.md']) file(path, sampleReport());
    symlinkSync(join(folder, 'd'), join(folder, 'd/loop'));
    symlinkSync(join(folder, 'd/a.md'), join(folder, 'link.md'));
    const files = (await reportsOf(['link.md', 'd', 'd/b.md', './d/../d/a.md', 'd/*.md'])).map((report) => report.file);
    expect(files).toEqual(['link.md', 'd/b.md']);
  });

  test('files of other kinds are counted, the most frequent kind first', async () => {
    for (const name of ['a.png', 'b.PNG', 'c.zip', 'd', 'e.jpg', 'f.bak', 'g.rar', '.DS_Store']) file(`d/${name}`, '');
    file('d/report.md', sampleReport());
    const { out, status } = await run(['d']);
    expect(out.split('\n').at(-2)).toBe('跳过 7 个其他文件：.png 2、无扩展名 1、.bak 1、.jpg 1、.rar 1…');
    expect(resultSchema.parse(JSON.parse((await run(['--format', 'json', 'd'])).out)).leftOut).toMatchObject({
      '.png': 2,
      '': 1,
    });
    expect((await run(['d/report.md'])).out).not.toContain('其他文件');
    expect(status).toBe(0);
  });

  test('a pattern that no shell has expanded', async () => {
    for (const path of ['d/a.md', 'd/b.txt', 'e/a.md', 'e/f/a.md', '[x].md']) file(path, sampleReport());
    const filesOf = async (...words: string[]) => (await reportsOf(words)).map((report) => report.file);
    expect(await filesOf('*/*.md')).toEqual(['d/a.md', 'e/a.md']);
    expect(await filesOf('**/a.md', 'd/*.{md,txt}')).toEqual(['d/a.md', 'e/a.md', 'e/f/a.md', 'd/b.txt']);
    expect(await filesOf('[de]')).toEqual(['d/a.md', 'd/b.txt', 'e/a.md', 'e/f/a.md']);
    expect(await filesOf('[x].md')).toEqual(['[x].md']);
  });

  test('a pattern that matches nothing: named, status 2, the others audited', async () => {
    const { status, out, err } = await run(['2024/*.txt', file('a.md', sampleReport())]);
    expect(err).toBe('disclosure-audit: 2024/*.txt: 没有文件或文件夹与这个通配符匹配\n');
    expect(summaryOf(out)).toContain('审核 1 份，跳过 0，失败 1；');
    expect(status).toBe(2);
  });

  test('names that are no UTF-8', async () => {
    file('d/.keep', '');
    writeFileSync(latinPath(join(folder, 'd'), 'caf\xe9.md'), sampleReport());
    file('d/.disclosure-audit.json', JSON.stringify({ edition: '2019' }));
    const found = [{ file: 'd/caf\\xE9.md', status: 'audited', edition: '2019' }];
    expect(await reportsOf(['d'])).toMatchObject(found);
  });

  test('one line a report as JSON Lines', async () => {
    for (const path of ['a.md', 'b.md']) file(path, flawedReport());
    const { out } = await run(['--format', 'jsonl', 'a.md', 'b.md', 'gone.md']);
    const lines = out.trimEnd().split('\n');
    const reports = lines.slice(0, 3).map((line) => reportSchema.parse(JSON.parse(line)).status);
    expect(reports).toEqual(['audited', 'audited', 'failed']);
    // The same report twice: what is found by comparing comes last.
    expect(lines.slice(3).map((line) => JSON.parse(line))).toMatchObject([
      { scope: 'series', file: 'b.md', findings: [{ rule: 'series/duplicate-report', related: [{ file: 'a.md' }] }] },
    ]);
  });

  test('JSON of no report at all is still one object', async () => {
    file('d/c.png', '');
    expect(await reportsOf(['d'])).toMatchObject([{ file: 'd', status: 'skipped' }]);
  });
});

describe('standard input', () => {
  test('is audited under the name given', async () => {
    expect(await reportsOf(['-', '--stdin-filename', 'draft.md'], flawedReport())).toMatchObject([
      { file: 'draft.md', status: 'audited' },
    ]);
  });

  test('is decoded like a file', async () => {
    expect(await reportsOf(['-'], encodeGb18030(sampleReport()))).toMatchObject([
      { file: '<stdin>', status: 'audited', findings: [] },
    ]);
  });

  test('may be empty', async () => {
    expect(await reportsOf(['-'], '')).toMatchObject([{ status: 'skipped' }]);
  });
});

describe('choices', () => {
  test.each([
    ['error', flawedReport(), 1],
    ['warning', flawedReport(), 1],
    ['never', flawedReport(), 0],
    ['error', warnedReport(), 0],
    ['warning', warnedReport(), 1],
    ['warning', sampleReport(), 0],
  ])('--fail-on %s', async (failOn, text, status) => {
    expect((await run(['--fail-on', failOn, file('report.md', text)])).status).toBe(status);
  });

  test('--rule changes a rule’s severity, or silences it', async () => {
    const path = file('report.md', flawedReport());
    const rules = [...new Set((await reportsOf([path]))[0]?.findings.map(({ rule }) => rule))];
    expect(rules.length).toBeGreaterThan(0);
    const set = (setting: string) => rules.flatMap((rule) => ['--rule', `${rule}=${setting}`]);
    expect((await reportsOf([...set('hint'), path]))[0]?.findings.every(({ severity }) => severity === 'hint')).toBe(
      true,
    );
    expect((await run([...set('hint'), path])).status).toBe(0);
    const left = (await reportsOf([...set('off'), path]))[0]?.findings.map(({ rule }) => rule);
    // Without the finding at the cause, each broken relation is reported for itself.
    expect(left).toEqual(['relation/applicant-total', 'relation/request-balance']);
    const relations = left?.flatMap((rule) => ['--rule', `${rule}=off`]) ?? [];
    expect((await reportsOf([...set('off'), ...relations, path]))[0]?.findings).toEqual([]);
  });

  test('--edition overrides the year', async () => {
    const path = file('report.md', sampleReport({ year: 2020 }));
    expect(await reportsOf([path])).toMatchObject([{ edition: '2019', findings: [] }]);
    expect(await reportsOf(['--edition', '2021', path])).toMatchObject([{ edition: '2021' }]);
  });

  test('wrong usage: the reason on the error stream, nothing on the other, status 2', async () => {
    expect(await run(['--rule', 'relation/request-balanse=off', 'a.md'])).toEqual({
      status: 2,
      out: '',
      err: 'disclosure-audit: 没有规则 relation/request-balanse，是否指 relation/request-balance？\n用法见 disclosure-audit --help\n',
    });
  });

  test('--version and --help', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: `disclosure-audit ${version}\n`, err: '' });
    const { status, out } = await run(['--help']);
    for (const option of ['--format', '--edition', '--rule', '--fail-on', '--stdin-filename', 'explain', 'template']) {
      expect(out).toContain(option);
    }
    expect(status).toBe(0);
  });

  test('no colour codes without a terminal', async () => {
    expect((await run([file('report.md', flawedReport())])).out).not.toContain('\x1b');
  });
});
