/** Policies on the command line: which file counts, what wins over it, and what is said of it. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { commandInFolder } from './command-in-folder';
import { type JsonReport, resultSchema } from './result-schema';
import { replaced, sampleReport } from './sample-reports';

const { run, file, clear, folder } = commandInFolder();

afterEach(clear);

const rule = 'structure/nonstandard-section-title';
const quote = '其他情况的报告事项';
const reason = '省级模板的写法';
/** One wrong title. */
const flawed = replaced(sampleReport(), '其他需要报告的事项', quote);

function policy(path: string, content: unknown): string {
  return file(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}

async function reportsOf(words: readonly string[], input?: string): Promise<readonly JsonReport[]> {
  return resultSchema.parse(JSON.parse((await run(['--format', 'json', ...words], input)).out)).reports;
}

/** `rule severity` of each finding of the first report. */
async function found(words: readonly string[], input?: string): Promise<readonly string[]> {
  return (await reportsOf(words, input))[0]?.findings.map((each) => `${each.rule} ${each.severity}`) ?? [];
}

test('without a policy the sample has one warning, and an empty list of waived findings', async () => {
  file('a.md', flawed);
  expect(await found(['a.md'])).toEqual([`${rule} warning`]);
  expect((await reportsOf(['a.md']))[0]?.waived).toEqual([]);
});

describe('the nearest policy counts', () => {
  test('from the report’s folder upward, whatever the working folder', async () => {
    file('x/y/a.md', flawed);
    policy('x/.disclosure-audit.json', { rules: { [rule]: 'hint' } });
    expect(await found(['x/y/a.md'])).toEqual([`${rule} hint`]);
    policy('x/y/.disclosure-audit.json', { rules: { [rule]: 'error' } });
    expect(await found(['x/y/a.md'])).toEqual([`${rule} error`]);
    expect((await run(['x/y/a.md'])).status).toBe(1);
  });

  test('each file has its own', async () => {
    for (const folder of ['x', 'y', 'z']) file(`d/${folder}/a.md`, flawed);
    policy('d/x/.disclosure-audit.json', { rules: { [rule]: 'off' } });
    policy('d/y/.disclosure-audit.json', { rules: { [rule]: 'hint' } });
    const severities = (await reportsOf(['d'])).map(({ findings }) => findings.map(({ severity }) => severity));
    expect(severities).toEqual([[], ['hint'], ['warning']]);
  });

  test('for standard input by its name, or the working folder', async () => {
    policy('d/.disclosure-audit.json', { rules: { [rule]: 'hint' } });
    expect(await found(['-', '--stdin-filename', 'd/a.md'], flawed)).toEqual([`${rule} hint`]);
    expect(await found(['-'], flawed)).toEqual([`${rule} warning`]);
    policy('.disclosure-audit.json', { rules: { [rule]: 'error' } });
    expect(await found(['-'], flawed)).toEqual([`${rule} error`]);
  });

  test('unless --config names one', async () => {
    file('d/a.md', flawed);
    policy('d/.disclosure-audit.json', { rules: { [rule]: 'hint' } });
    policy('office.json', { rules: { [rule]: 'error' } });
    expect(await found(['--config', 'office.json', 'd'])).toEqual([`${rule} error`]);
  });
});

describe('the command line wins over the policy', () => {
  test('--rule', async () => {
    file('a.md', flawed);
    policy('.disclosure-audit.json', { rules: { [rule]: 'off' } });
    expect(await found(['a.md'])).toEqual([]);
    expect(await found(['--rule', `${rule}=error`, 'a.md'])).toEqual([`${rule} error`]);
  });

  test('--edition, auto too', async () => {
    file('a.md', sampleReport({ year: 2020 }));
    policy('.disclosure-audit.json', { edition: '2021' });
    expect(await reportsOf(['a.md'])).toMatchObject([{ edition: '2021' }]);
    expect(await reportsOf(['--edition', 'auto', 'a.md'])).toMatchObject([{ edition: '2019', findings: [] }]);
  });
});

describe('waivers', () => {
  const waiver = { rule, quote, reason };

  test('a waived finding is not reported, but counted and listed', async () => {
    file('a.md', flawed);
    policy('.disclosure-audit.json', { waivers: [waiver] });
    const { out, err, status } = await run(['--fail-on', 'warning', 'a.md']);
    expect(out).toMatchInlineSnapshot(`
      "a.md  示例县示例镇人民政府 2023年  2021版  未发现问题（勾稽关系：成立 42，不成立 0，无法判断 0；豁免 1 处）
      共审核 1 份，跳过 0，失败 0；错误 0，警告 0，信息 0，提示 0；勾稽关系：成立 42，不成立 0，无法判断 0；豁免 1 处
      "
    `);
    expect([err, status]).toEqual(['', 0]);
    expect((await reportsOf(['a.md']))[0]?.waived).toEqual([waiver]);
  });

  test('one no longer needed is told at the title, with the policy’s name', async () => {
    file('d/a.md', sampleReport());
    policy('d/.disclosure-audit.json', { waivers: [waiver] });
    const [report] = await reportsOf(['d/a.md']);
    expect(report?.findings).toMatchObject([
      { rule: 'internal/unneeded-waiver', severity: 'information', range: { start: { line: 0, character: 2 } } },
    ]);
    expect(report?.findings[0]?.message).toContain('d/.disclosure-audit.json');
    expect((await run(['--fail-on', 'warning', 'd/a.md'])).status).toBe(0);
  });

  test('one for all reports of a folder is told once, and only where none of them needs it', async () => {
    file('d/a.md', sampleReport());
    file('d/b.md', sampleReport());
    policy('d/.disclosure-audit.json', { waivers: [waiver] });
    const { err, status } = await run(['d']);
    expect(err).toBe(
      `disclosure-audit: d/.disclosure-audit.json:3:5: 对规则 ${rule} 的豁免（引文“${quote}”）在本次审核的 2 份年报中都没有用到。\n`,
    );
    expect(status).toBe(0);
    expect((await reportsOf(['d'])).flatMap(({ findings }) => findings)).toEqual([]);
    file('d/b.md', flawed);
    expect((await run(['d'])).err).toBe('');
    expect((await reportsOf(['d'])).map(({ waived }) => waived.length)).toEqual([0, 1]);
  });

  test('one for a single file holds for that file only', async () => {
    file('d/a.md', flawed);
    file('d/e/b.md', flawed);
    policy('d/.disclosure-audit.json', { waivers: [{ ...waiver, file: 'e/b.md' }] });
    expect((await reportsOf(['d'])).map(({ findings, waived }) => [findings.length, waived.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    file('d/e/b.md', sampleReport());
    expect((await reportsOf(['d']))[1]?.findings).toMatchObject([{ rule: 'internal/unneeded-waiver' }]);
  });

  test('one for a file that is gone is told', async () => {
    file('d/a.md', sampleReport());
    policy('d/.disclosure-audit.json', { waivers: [{ ...waiver, file: 'old.md' }] });
    expect((await run(['d'])).err).toContain('所指的文件 old.md 已不存在。');
  });

  test('one for a file that is only not audited now is not told', async () => {
    for (const path of ['d/a.md', 'd/年 份/b.md']) file(path, sampleReport());
    policy('d/.disclosure-audit.json', { waivers: [{ ...waiver, file: '年 份/b.md' }] });
    expect((await run(['d/a.md'])).err).toBe('');
  });

  test.each(['../d/a.md', '/d/a.md', 'd\\..\\..\\a.md', 'c:/a.md', '..'])(
    'one for a file that lies elsewhere (%s) has no effect, and is told',
    async (path) => {
      file('d/a.md', flawed);
      policy('office/policy.json', { waivers: [{ ...waiver, file: path }] });
      const { err, status } = await run(['--config', 'office/policy.json', 'd']);
      expect(err).toContain('office/policy.json:7:15: waivers[0].file 应为本文件所在文件夹以内的路径');
      expect(status).toBe(2);
      expect((await reportsOf(['--config', 'office/policy.json', 'd']))[0]?.waived).toEqual([]);
    },
  );

  test('one for a file that a link leads elsewhere for has no effect, and is told; a link that stays inside is none', async () => {
    file('elsewhere/a.md', flawed);
    file('d/real/b.md', flawed);
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'd/out'));
    symlinkSync(join(folder, 'd/real'), join(folder, 'd/in'));
    policy('d/.disclosure-audit.json', {
      waivers: ['out/a.md', 'in/b.md'].map((path) => ({ ...waiver, file: path })),
    });
    expect((await reportsOf(['d/out/a.md', 'd/in/b.md'])).map(({ waived }) => waived.length)).toEqual([0, 1]);
    const { err, status } = await run(['d/out/a.md']);
    expect(err).toContain('d/.disclosure-audit.json:3:5: 文件 out/a.md 经由链接指向本文件所在文件夹以外');
    expect(status).toBe(2);
  });
});

test('required sub-headings and local wordings', async () => {
  file('a.md', flawed);
  policy('.disclosure-audit.json', {
    aliases: { sections: { other: [quote] } },
    requiredHeadings: ['政务公开培训情况'],
  });
  expect(await found(['a.md'])).toEqual(['structure/missing-supplement warning']);
});

describe('a policy with faults', () => {
  const bad =
    '{\n  "rules": {\n    "structure/nonstandard-section-titel": "off",\n    "table/empty-cell": "loud"\n  },\n  "edition": "2019"\n}\n';

  test('is told once, by line and column, used as far as it is valid, and makes the status 2', async () => {
    file('d/a.md', sampleReport());
    file('d/b.md', sampleReport());
    policy('d/.disclosure-audit.json', bad);
    const { err, status } = await run(['d']);
    expect(err.split('\n')).toEqual([
      `disclosure-audit: d/.disclosure-audit.json:3:5: 没有规则 "structure/nonstandard-section-titel"（是否指 "${rule}"？），该项已忽略。`,
      'disclosure-audit: d/.disclosure-audit.json:4:25: rules["table/empty-cell"] 的值 "loud" 无效，应为以下之一：off、hint、information、warning、error，该项已忽略。',
      '',
    ]);
    expect(status).toBe(2);
    expect((await reportsOf(['d'])).map(({ edition }) => edition)).toEqual(['2019', '2019']);
  });

  test('is not used at all where it is no JSON', async () => {
    file('a.md', flawed);
    policy('.disclosure-audit.json', '{\n  "rules": {,}\n}\n');
    const { err, status } = await run(['a.md']);
    expect(err).toBe(
      'disclosure-audit: .disclosure-audit.json:2:13: 不是有效的 JSON：这里应是双引号括起的名称，整个文件已忽略。\n',
    );
    expect(status).toBe(2);
    expect(await found(['a.md'])).toEqual([`${rule} warning`]);
  });

  test('named by --config and not there: wrong usage', async () => {
    file('a.md', flawed);
    expect(await run(['--config', 'gone.json', 'a.md'])).toEqual({
      status: 2,
      out: '',
      err: 'disclosure-audit: 选项 --config 的文件 gone.json 不存在\n用法见 disclosure-audit --help\n',
    });
  });

  test('named by --config and no text: told, and the report is audited without it', async () => {
    file('a.md', flawed);
    file('office.json', Uint8Array.of(0xff, 0xd8, 0xff));
    const { status, err, out } = await run(['--config', 'office.json', 'a.md']);
    expect(err).toContain('disclosure-audit: office.json: 读不了本地要求文件（文件是 JPEG 图片');
    expect(out).toContain('审核 1 份');
    expect(status).toBe(2);
  });

  test('with a byte order mark is read like a report', async () => {
    file('a.md', flawed);
    file('.disclosure-audit.json', `\ufeff${JSON.stringify({ rules: { [rule]: 'hint' } })}`);
    expect(await found(['a.md'])).toEqual([`${rule} hint`]);
  });
});
