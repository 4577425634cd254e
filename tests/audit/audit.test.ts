/** The audit itself: crashes cost one rule, severities follow the settings, order and fingerprints are stable. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/rule';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { check } from '../rules/check';

const clean = printReport(editions['2021'], { layout: 'tsv', issuer: '清河县柳林镇人民政府', year: 2023 });

/** Lacks section six, has a long-form title, and figures that do not add up. */
const flawed = clean
  .replace(/六、其他需要报告的事项[\s\S]*$/, '')
  .replace(
    '四、政府信息公开行政复议',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n\n旧题：政府信息公开行政复议',
  )
  .replace('（一）予以公开\t\t0', '（一）予以公开\t\t5');

function ids(text: string, options = {}): string[] {
  return check(text, options).findings.map((finding) => finding.rule);
}

type Change = readonly [from: string | RegExp, to: string];

function changed(text: string, [from, to]: Change): string {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`not there: ${from}`);
  return after;
}

/** The fingerprints of what `rule` finds. */
function prints(text: string, rule: string): string[] {
  return check(text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ fingerprint }) => fingerprint);
}

/** The registered rule `id`, failing as soon as it is run or after its first problem. */
function broken(id: string, when: 'at once' | 'after a problem'): readonly Rule[] {
  return rules.map((rule) => {
    if (rule.meta.id !== id) return rule;
    return {
      ...rule,
      *check(report, context) {
        if (when === 'after a problem') yield* rule.check(report, context);
        throw new Error('boom');
      },
    };
  });
}

describe('a rule that crashes', () => {
  test.each(['at once', 'after a problem'] as const)('%s costs only itself', (when) => {
    const { findings, coverage } = check(flawed, {}, broken('structure/missing-section', when));
    const others = check(flawed).findings.filter((finding) => finding.rule !== 'structure/missing-section');
    expect(
      findings.filter((finding) => finding.rule !== 'internal/rule-crashed').map((each) => each.fingerprint),
    ).toEqual(others.map((each) => each.fingerprint));
    const crashes = findings.filter((finding) => finding.rule === 'internal/rule-crashed');
    expect(crashes).toHaveLength(1);
    expect(crashes[0]?.severity).toBe('error');
    expect(crashes[0]?.message).toContain('structure/missing-section');
    expect(crashes[0]?.message).toContain('boom');
    expect(coverage).toEqual(check(flawed).coverage);
  });

  test('each crash is told by the rule that crashed', () => {
    const all = rules.map((rule) => ({
      ...rule,
      check: (): never => {
        throw new Error(rule.meta.id);
      },
    }));
    const { findings } = check(clean, {}, all);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(rules.length);
  });
});

describe('settings', () => {
  test('off silences a rule', () => {
    expect(ids(flawed)).toContain('structure/missing-section');
    expect(ids(flawed, { rules: { 'structure/missing-section': 'off' } })).not.toContain('structure/missing-section');
  });

  test('a severity replaces the default one, also where a problem has its own', () => {
    const severity = (options: object): string | undefined =>
      check(flawed, options).findings.find((finding) => finding.rule === 'structure/nonstandard-section-title')
        ?.severity;
    expect(severity({})).toBe('information');
    expect(severity({ rules: { 'structure/nonstandard-section-title': 'hint' } })).toBe('hint');
  });

  test('an unknown rule in the settings changes nothing', () => {
    expect(ids(flawed, { rules: { 'structure/no-such-rule': 'off' } })).toEqual(ids(flawed));
  });
});

test('findings come in the order of their places', () => {
  const { findings } = check(flawed);
  const starts = findings.map((finding) => finding.span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(findings.length).toBeGreaterThan(2);
});

describe('fingerprints', () => {
  test('are 16 hexadecimal digits and differ within a report', () => {
    const prints = check(flawed).findings.map((finding) => finding.fingerprint);
    for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('stay while the text around the finding changes', () => {
    const longer = flawed.replace('（一）主动公开情况。', '（一）主动公开情况。新增一句说明，位置都往后移。');
    expect(longer).not.toBe(flawed);
    const prints = (text: string): string[] => check(text).findings.map((finding) => finding.fingerprint);
    expect(prints(longer)).toEqual(prints(flawed));
  });

  /** Two places of each rule at which the form can be made wrong. */
  const pairs: readonly (readonly [rule: string, first: Change, second: Change])[] = [
    ['table/nonstandard-row-label', ['4.保护第三方合法权益', '4.保护第三方权益'], ['（七）总计', '（七）合计']],
    [
      'table/misplaced-row',
      [/(4\.保护第三方合法权益)([\s\S]*?)(5\.属于三类内部事务信息)/, '$3$2$1'],
      [/(1\.信访举报投诉类申请)([\s\S]*?)(2\.重复申请)/, '$3$2$1'],
    ],
    ['table/missing-row', [/2\.重复申请.*\n/, ''], [/1\.属于国家秘密.*\n/, '']],
    ['table/unknown-row', ['2.重复申请', '2.申请人主动撤回'], ['1.属于国家秘密', '1.涉及商业广告']],
    ['structure/missing-section', [/六、其他[\s\S]*/, ''], [/五、存在的[\s\S]*?(?=六、|$)/, '']],
    ['structure/section-numbering', ['五、存在', '5、存在'], ['六、其他', '6、其他']],
    [
      'structure/nonstandard-section-title',
      ['五、存在的主要问题及改进情况', '五、存在的问题及改进措施'],
      ['六、其他需要报告的事项', '六、需要报告的其他事项'],
    ],
    [
      'structure/unfilled-placeholder',
      ['没有其他需要报告的事项。', '召开会议____次。'],
      ['（五）', '培训XX次。（五）'],
    ],
    [
      'prose/stale-year',
      ['（四）', '2022年，我镇主动公开政府信息61条。（四）'],
      ['（五）', '2022年度，我镇收到申请3件。（五）'],
    ],
    [
      'prose/narrative-sum',
      ['没有其他需要报告的事项。', '公开信息12条，其中动态10条、其他1条。'],
      ['（五）', '发布文件9份，其中通知7份，其他1份。（五）'],
    ],
  ];

  test.each(pairs)('%s: one stays while another of its rule is mended', (rule, first, second) => {
    const alone = [first, second].map((change) => prints(changed(clean, change), rule));
    const both = prints(changed(changed(clean, first), second), rule);
    expect(alone.map(({ length }) => length)).toEqual([1, 1]);
    expect([...both].sort()).toEqual(alone.flat().sort());
  });

  test('differ for two alike findings', () => {
    const twice = `${clean}\n六、其他需要报告的事项\n\n无。\n\n六、其他需要报告的事项\n\n无。\n`;
    const own = check(twice).findings.filter((finding) => finding.rule === 'structure/duplicate-section');
    expect(own).toHaveLength(2);
    expect(own[0]?.fingerprint).not.toBe(own[1]?.fingerprint);
  });
});

test('a clean report has no findings, and every finding of a flawed one names its basis', () => {
  expect(ids(clean)).toEqual([]);
  for (const finding of check(flawed).findings) expect(finding.basis).toMatch(/第五十条|国办公开办函/);
});
