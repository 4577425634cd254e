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
