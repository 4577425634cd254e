/** What is read from a policy file, and what is said of what cannot be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../server/src/policy/json-text';
import { emptyPolicy } from '../../server/src/policy/policy';
import { readPolicy } from '../../server/src/policy/read-policy';
import { checkPolicy } from './check-policy';

const whole = {
  $schema: 'https://example.org/schema.json',
  edition: '2021',
  rules: { 'table/empty-cell': 'off', 'structure/report-title': 'hint' },
  aliases: {
    sections: { other: ['其他情况说明'] },
    rows: { 'requests/granted': ['全部公开'], 'requests/（一）予以公开': ['准予公开'], 'review/cases': ['复议诉讼'] },
  },
  requiredHeadings: ['政务公开培训情况', '信息处理费收取情况'],
  waivers: [
    { rule: 'relation/case-total', quote: '总计 3', reason: '系统导出口径，已备案' },
    { rule: 'prose/count-conflict', quote: '收到12件', reason: '含撤回', file: './2023/年报.txt' },
  ],
};

test('a whole valid file is used as it is', async () => {
  const { policy, told } = await checkPolicy(whole);
  expect(told).toEqual([]);
  expect(policy).toMatchObject({
    edition: '2021',
    rules: whole.rules,
    aliases: {
      sections: { other: ['其他情况说明'] },
      rows: { requests: { granted: ['全部公开', '准予公开'] }, review: { cases: ['复议诉讼'] } },
    },
    requiredHeadings: whole.requiredHeadings,
    waivers: [
      { ...whole.waivers[0], source: '.disclosure-audit.json', shared: false },
      { ...whole.waivers[1], file: '2023/年报.txt' },
    ],
  });
});

test('waivers that name no file are shared where there are several reports', async () => {
  const { policy } = await checkPolicy(whole, { reports: 'several' });
  expect(policy.waivers.map(({ shared }) => shared)).toEqual([true, undefined]);
});

test('an empty object lays down nothing', async () => {
  expect(await checkPolicy({})).toMatchObject({ policy: emptyPolicy, problems: [] });
});

test('a waiver knows its place in the file', async () => {
  const text = JSON.stringify(whole, null, 2);
  const { policy } = await readPolicy(text, { name: 'x', reports: 'one' });
  expect(policy.waivers.map(({ span }) => JSON.parse(text.slice(span.start, span.end)))).toEqual(whole.waivers);
});

describe('one bad entry does not lose the rest', () => {
  test.each<[string, { readonly rules?: object; readonly [part: string]: unknown }, readonly string[]]>([
    [
      'an unknown rule',
      { rules: { 'table/empty-cel': 'off' } },
      ['⟦"table/empty-cel"⟧ 没有规则 "table/empty-cel"（是否指 "table/empty-cell"？），该项已忽略。'],
    ],
    ['a rule like no other', { rules: { quatsch: 'off' } }, ['⟦"quatsch"⟧ 没有规则 "quatsch"，该项已忽略。']],
    [
      'an unknown severity',
      { rules: { 'table/empty-cell': 'fatal' } },
      [
        '⟦"fatal"⟧ rules["table/empty-cell"] 的值 "fatal" 无效，应为以下之一：off、hint、information、warning、error，该项已忽略。',
      ],
    ],
    [
      'an unknown edition',
      { edition: 2021 },
      ['⟦2021⟧ edition 的值 2021 无效，应为以下之一：2019、2021、auto，该项已忽略。'],
    ],
    [
      'an unknown part',
      { waiver: [] },
      ['⟦"waiver"⟧ 本地要求文件中没有 "waiver" 这一项（是否指 "waivers"？），该项已忽略。'],
    ],
    [
      'an unknown section',
      { aliases: { sections: { others: ['其他情况'] } } },
      ['⟦"others"⟧ aliases.sections 中没有 "others" 这一项（是否指 "other"？），该项已忽略。'],
    ],
    [
      'an unknown row',
      { aliases: { rows: { 'requests/grantd': ['全部公开'] } } },
      ['⟦"requests/grantd"⟧ aliases.rows 中没有 "requests/grantd" 这一项（是否指 "requests/granted"？），该项已忽略。'],
    ],
    [
      'a wording that is no text',
      { aliases: { sections: { other: [6] } } },
      ['⟦6⟧ aliases.sections.other[0] 应为字符串，而不是 6，该项已忽略。'],
    ],
    [
      'a list that is none',
      { requiredHeadings: '培训情况' },
      ['⟦"培训情况"⟧ requiredHeadings 应为数组，而不是 "培训情况"，该项已忽略。'],
    ],
    ['a blank wording', { requiredHeadings: [' '] }, ['⟦" "⟧ requiredHeadings[0] 不能是空白，该项已忽略。']],
    [
      'a wording of nothing but punctuation',
      { requiredHeadings: ['——'] },
      ['⟦"——"⟧ “——”太短：除去标点和空白，至少要有2个字，该项已忽略。'],
    ],
    [
      'the title of another section',
      { aliases: { sections: { other: ['总体情况'] } } },
      ['⟦"总体情况"⟧ “总体情况”是第1部分的标题，不能当作别的部分的写法，该项已忽略。'],
    ],
    [
      'the label of another row',
      { aliases: { rows: { 'requests/granted': ['部分公开', '全部公开'] } } },
      [
        '⟦"部分公开"⟧ “部分公开”是“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行的行名，不能当作别的行的写法，该项已忽略。',
      ],
    ],
  ])('%s', async (_, entry, expected) => {
    const { policy, told } = await checkPolicy({ ...entry, rules: { 'table/row-width': 'hint', ...entry.rules } });
    expect(told).toEqual(expected);
    expect(policy.rules).toEqual({ 'table/row-width': 'hint' });
  });
});

describe('a waiver is used whole or not at all', () => {
  const good = { rule: 'table/empty-cell', quote: '某处', reason: '理由' };
  test.each<[string, object, string]>([
    ['an unknown rule', { ...good, rule: 'table/empty-row' }, '没有规则 "table/empty-row"'],
    [
      'a rule of the program itself',
      { ...good, rule: 'internal/rule-crashed' },
      '规则 "internal/rule-crashed" 不能豁免',
    ],
    ['no reason', { rule: good.rule, quote: good.quote }, 'waivers[0] 缺少 "reason"'],
    ['a blank reason', { ...good, reason: '  ' }, 'waivers[0].reason 不能是空白'],
    ['a misspelt limit', { ...good, flie: 'a.txt' }, '没有 "flie" 这一项（是否指 "file"？）'],
    ['no object', [], 'waivers[0] 应为对象'],
  ])('%s', async (_, bad, words) => {
    const { policy, problems } = await checkPolicy({ waivers: [bad, good] });
    expect(policy.waivers).toMatchObject([good]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.message).toMatch(/，这项豁免不起作用。$/);
  });

  test('several faults are told together', async () => {
    const { told, policy } = await checkPolicy({ edition: '2020', waivers: [3, good], rules: { a: 'off' }, x: 1 });
    expect(told).toHaveLength(4);
    expect(policy.waivers).toHaveLength(1);
  });
});

describe('a file that is no JSON is told with the place and not used', () => {
  test.each([
    ['', '文件是空的'],
    ['{"edition": "2021",}', '最后一项后面不能有逗号'],
    ['{"edition": "2021"', '缺少结尾的 }'],
    ['{\n  // 说明\n  "edition": "2021"\n}', 'JSON 不允许注释'],
    ['{“edition”: "2021"}', '这里应是双引号括起的名称'],
    ['{"edition" "2021"}', '名称 "edition" 后面缺少冒号'],
    ['{"edition": ‘2021’}', '这里应是一个 JSON 值'],
    ['{"edition": "20\n21"}', '字符串没有写完'],
    ['{} {}', '后面还有多余的文字'],
    ['['.repeat(100), '嵌套过深'],
  ])('%j', async (text, words) => {
    const { policy, problems } = await checkPolicy(text);
    expect(policy).toEqual(emptyPolicy);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.message).toMatch(/^不是有效的 JSON：.*，整个文件已忽略。$/);
  });

  test.each(['3', '"x"', '[]', 'null'])('%s is no policy', async (text) => {
    const { policy, problems } = await checkPolicy(text);
    expect(policy).toEqual(emptyPolicy);
    expect(problems[0]?.message).toContain('本地要求文件应为对象');
  });
});

test('a repeated key is told, and the last counts', async () => {
  const { told, policy } = await checkPolicy('{"edition": "2019", "edition": "2021"}');
  expect(told).toEqual(['⟦"edition"⟧ "edition" 写了不止一次，只有最后一次起作用。']);
  expect(policy.edition).toBe('2021');
});

test('a byte order mark is no fault', async () => {
  expect(await checkPolicy('\ufeff{"edition": "2019"}')).toMatchObject({ policy: { edition: '2019' }, problems: [] });
});

describe('the JSON reader', () => {
  test('accepts exactly what JSON.parse accepts', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"\\u00e9"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'null',
      ' ',
      '\n',
      '"',
    );
    const mutated = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.json(), mutated), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(readJson(text).ok).toBe(valid);
      }),
      { numRuns: 500 },
    );
  });

  test('any text gives a policy, and every problem has a place in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        for (const { span } of (await readPolicy(text, { name: 'x', reports: 'one' })).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
