/** Which findings a waiver covers, how it survives edits, and when it is called unneeded. */
import { describe, expect, test } from 'vitest';
import type { AuditOptions, Finding, Waiver } from '../../server/src/findings/finding';
import { quoteFor } from '../../server/src/findings/waivers';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import type { AuditedReport, Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { toldOf } from '../support/told';

function audit(text: string, options: AuditOptions = {}): readonly AuditedReport[] {
  return snapshotOf(text, options).reports.filter((part): part is AuditedReport => part.status === 'audited');
}

function first(text: string, options: AuditOptions = {}): AuditedReport {
  const [part] = audit(text, options);
  if (part === undefined) throw new Error('not audited');
  return part;
}

/** The rules of the findings that are reported, and of those waived. */
function ids(text: string, waivers: readonly Waiver[]) {
  const { findings, waived } = first(text, { waivers });
  return { reported: findings.map(({ rule }) => rule), waived: waived.map(({ finding }) => finding.rule) };
}

const figures: Readonly<Record<string, string>> = {
  'review/cases/reconsideration.upheld': '2',
  'review/cases/reconsideration.total': '13',
};

function report(layout: (typeof layouts)[number] = 'tsv', issuer = '清河县柳林镇人民政府'): string {
  return printed({ layout, issuer, figures });
}

const reason = '系统导出口径';
const title = '六、其他事项';
/** A wrong title, and a total that is not the sum. */
const flawed = report().replace('六、其他需要报告的事项', title);
const wrongTitle = { rule: 'structure/nonstandard-section-title', quote: '其他事项', reason };
const none: readonly string[] = [];

test('without a waiver both faults are reported', () => {
  expect(ids(flawed, [])).toEqual({
    reported: ['relation/case-total', 'structure/nonstandard-section-title'],
    waived: none,
  });
});

describe('a waiver covers a finding of its rule', () => {
  test.each([
    ['by the marked words', '其他事项'],
    ['by a part of them', '他事'],
    ['by the clause', '六、其他事项'],
    ['whatever the spaces, width and punctuation', '六 其 他　事项。'],
    ['by what the message names', '其他需要报告的事项'],
  ])('%s', (_, quote) => {
    expect(ids(flawed, [{ ...wrongTitle, quote }])).toEqual({
      reported: ['relation/case-total'],
      waived: ['structure/nonstandard-section-title'],
    });
  });

  test('and names the finding with the reason', () => {
    expect(first(flawed, { waivers: [wrongTitle] }).waived).toMatchObject([
      { waiver: wrongTitle, finding: { rule: wrongTitle.rule } },
    ]);
  });

  test('and changes nothing in the coverage', () => {
    const waivers = [{ rule: 'relation/case-total', quote: '13', reason }];
    expect(first(flawed, { waivers }).coverage).toEqual(first(flawed).coverage);
  });
});

describe('a waiver does not cover', () => {
  test.each([
    ['another rule', { ...wrongTitle, rule: 'structure/section-numbering' }],
    ['other words', { ...wrongTitle, quote: '其他情况' }],
    ['anything, where its quote has nothing but punctuation', { ...wrongTitle, quote: '、。' }],
    ['a figure that its quote cuts through', { rule: 'relation/case-total', quote: '3', reason }],
    [
      'a cell before or behind the figure that its quote ends with',
      { rule: 'relation/case-total', quote: '2', reason },
    ],
  ])('%s', (_, waiver) => {
    expect(ids(flawed, [waiver])).toMatchObject({ waived: none });
  });

  test('what the program says of itself', () => {
    const waiver = { rule: 'internal/unneeded-waiver', quote: '清河县', reason };
    const { findings } = first(flawed, { waivers: [{ ...wrongTitle, quote: '没有的话' }, waiver] });
    expect(findings.filter(({ rule }) => rule === 'internal/unneeded-waiver')).toHaveLength(2);
  });
});

describe('a waiver survives', () => {
  test.each([
    [
      'text before it',
      (text: string) => text.replace('（一）主动公开情况。', '（一）主动公开情况。新增一句，位置都后移。'),
    ],
    ['text after it', (text: string) => `${text}\n联系电话见政府网站。\n`],
    ['another indentation and spacing', (text: string) => text.replace(title, `　　六、 其他 事项`)],
    ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s', (_, edit) => {
    const edited = edit(flawed);
    expect(edited).not.toBe(flawed);
    expect(ids(edited, [wrongTitle]).waived).toEqual(['structure/nonstandard-section-title']);
  });

  test.each(layouts)('the layout %s of its table', (layout) => {
    const { report: own, findings } = first(report('markdown'));
    const [finding] = findings as [Finding];
    const quote = quoteFor(own, finding, findings);
    expect(quote).not.toBeNull();
    const waivers = [{ rule: finding.rule, quote: quote ?? '', reason }];
    expect(ids(report(layout), waivers)).toEqual({ reported: none, waived: ['relation/case-total'] });
  });

  test('not a change of the figures that it quotes', () => {
    const { report: own, findings } = first(report());
    const quote = quoteFor(own, findings[0] as Finding, findings) ?? '';
    const changed = report().replace('\t13\t', '\t14\t');
    expect(changed).not.toBe(report());
    expect(ids(changed, [{ rule: 'relation/case-total', quote, reason }]).waived).toEqual(none);
  });
});

describe('a waiver without use is told', () => {
  const unneeded = (text: string, waivers: readonly Waiver[], options: AuditOptions = {}): readonly Finding[] =>
    audit(text, { ...options, waivers }).flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === 'internal/unneeded-waiver'),
    );

  test('as information at the title, with what it was for', () => {
    const part = first(report(), { waivers: [{ ...wrongTitle, source: 'a/.disclosure-audit.json' }] });
    expect(toldOf(part)[0]).toMatchObject({
      rule: 'internal/unneeded-waiver',
      severity: 'information',
      span: part.report.title?.span,
      message:
        'a/.disclosure-audit.json 中对规则 structure/nonstandard-section-title 的豁免（引文“其他事项”，理由：系统导出口径）已没有对应的问题，可以删除。',
    });
  });

  test('not while something needs it', () => {
    expect(unneeded(flawed, [wrongTitle])).toEqual([]);
  });

  test('once for a compilation, where none of its reports needs it', () => {
    const other = report('tsv', '清河县石桥镇人民政府');
    expect(unneeded(`${report()}\n${other}`, [wrongTitle])).toHaveLength(1);
    expect(unneeded(`${report()}\n${flawed.replaceAll('柳林镇', '石桥镇')}`, [wrongTitle])).toEqual([]);
  });

  test('not where it is meant for other documents too, or its rule is off', () => {
    expect(unneeded(report(), [{ ...wrongTitle, shared: true }])).toEqual([]);
    expect(unneeded(report(), [wrongTitle], { rules: { [wrongTitle.rule]: 'off' } })).toEqual([]);
  });

  test('with the severity of the settings, or not at all', () => {
    const id = 'internal/unneeded-waiver';
    expect(unneeded(report(), [wrongTitle], { rules: { [id]: 'hint' } })).toMatchObject([{ severity: 'hint' }]);
    expect(unneeded(report(), [wrongTitle], { rules: { [id]: 'off' } })).toEqual([]);
  });

  test('the same each time, after an edit too', () => {
    const options = { waivers: [wrongTitle] };
    const before = snapshotOf(report(), options);
    const text = report().replace('及时主动公开', '主动公开');
    const kept = snapshotOf(text, options, before);
    const rulesOf = ({ reports }: Snapshot) =>
      reports.flatMap((part) => (part.status === 'audited' ? part.findings.map(({ rule }) => rule) : []));
    expect(rulesOf(before)).toEqual(['internal/unneeded-waiver', 'relation/case-total']);
    expect(rulesOf(kept)).toEqual(rulesOf(before));
  });
});

function clauseOf(text: string, { span }: Finding): number {
  return text.slice(0, span.start).split(/[。；\n]/).length;
}

/** Every example of every rule: its findings can be waived one by one. */
const cases = rules.flatMap(({ meta, examples }) =>
  meta.id.startsWith('internal/') ? [] : examples.bad.map((example) => [meta.id, example.shows, example] as const),
);

/** Rules whose findings stand for those of others that tell of the same cause. */
const standsForOthers = ['relation/inconsistent-figure'];

test.each(cases)('the quote offered for %s (%s) waives that finding alone', (_, _shows, example) => {
  const { text } = parseMarks(exampleText(example));
  const options = exampleOptions(example);
  const { findings, report: own } = first(text, options);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const quote = quoteFor(own, finding, findings);
    expect(quote, worded(finding.message)).not.toBeNull();
    const waivers = [{ rule: finding.rule, quote: quote ?? '', reason }];
    const after = first(text, { ...options, waivers });
    // Two gaps in one sentence of a draft are waived together.
    const inOneClause = findings.filter(
      (other) => other.rule === finding.rule && clauseOf(text, other) === clauseOf(text, finding),
    );
    const waived = after.waived.map((each) => each.finding.fingerprint);
    expect(waived).toContain(finding.fingerprint);
    expect(inOneClause.map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(waived));
    // What told of the same cause, and was not reported beside it, is reported in its place.
    const left = findings
      .filter(({ fingerprint }) => !waived.includes(fingerprint))
      .map(({ fingerprint }) => fingerprint);
    const others = after.findings.filter(({ fingerprint }) => !left.includes(fingerprint));
    expect(after.findings).toHaveLength(left.length + others.length);
    expect(others.filter(({ rule }) => rule === finding.rule)).toEqual([]);
    expect(others.length === 0 || standsForOthers.includes(finding.rule), worded(finding.message)).toBe(true);
  }
});
