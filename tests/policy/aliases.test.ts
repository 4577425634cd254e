/** Local wordings of titles and labels: read as the standard's own, under the policy that has them and no other. */
import { describe, expect, test } from 'vitest';
import type { Aliases } from '../../server/src/standard/aliases';
import { isAcceptedLabel, withAliases } from '../../server/src/standard/aliases';
import { printReport } from '../../server/src/standard/blank-form';
import { editions, rowSpec } from '../../server/src/standard/editions';
import { standardTitles, titlesWith } from '../../server/src/standard/section-titles';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const edition = editions['2021'];
const aliases: Aliases = {
  sections: { other: ['上级要求说明的事宜'], problems: ['工作短板和下步打算'] },
  rows: { requests: { granted: ['准许全部提供'] }, disclosure: { licences: ['行政审批许可件'] } },
};

function report(layout: (typeof layouts)[number] = 'tsv'): string {
  return printReport(edition, { layout, issuer: '清河县柳林镇人民政府', year: 2023 });
}

/** The report in local words. */
function local(layout: (typeof layouts)[number] = 'tsv'): string {
  return report(layout)
    .replace('其他需要报告的事项', '上级要求说明的事宜')
    .replace('存在的主要问题及改进情况', '工作短板和下步打算')
    .replace('（一）予以公开', '（一）准许全部提供')
    .replace('行政许可', '行政审批许可件');
}

/** What a snapshot says, without what depends on its objects' identity. */
function said({ reports }: Snapshot) {
  return reports.map((part) =>
    part.status === 'skipped'
      ? worded(part.reason)
      : {
          findings: part.findings.map(({ rule, span, message }) => ({ rule, span, message })),
          sections: part.report.sections.map(({ id, heading }) => [id, heading.match]),
          holds: part.coverage.holds,
        },
  );
}

test.each(layouts)('a report in local words, in layout %s, is read whole and found clean', (layout) => {
  expect(said(snapshotOf(local(layout), { aliases }))).toEqual([
    {
      findings: [],
      sections: edition.sections.map(({ id }) => [id, 'standard']),
      holds: edition.relations.length,
    },
  ]);
});

test('without the aliases its titles and rows are faults', () => {
  const [part] = snapshotOf(local(), {}).reports;
  const rules = part?.status === 'audited' ? part.findings.map(({ rule }) => rule) : [];
  expect(rules).toContain('structure/missing-section');
  expect(rules).toContain('table/unknown-row');
});

test('the standard’s own words stay right under a policy', () => {
  expect(said(snapshotOf(report(), { aliases }))).toEqual(said(snapshotOf(report(), {})));
});

describe('what was worked out under other aliases is not taken over', () => {
  const other: Aliases = { sections: { other: ['别的写法别的写法'] } };
  const steps = [undefined, aliases, other, aliases, undefined, { ...aliases }] as const;

  test('the same text, one policy after another', () => {
    let previous: Snapshot | undefined;
    for (const step of steps) {
      const options = step === undefined ? {} : { aliases: step };
      const snapshot = snapshotOf(local(), options, previous);
      expect(said(snapshot)).toEqual(said(snapshotOf(`${local()}`, options)));
      previous = snapshot;
    }
  });

  test('an edited text, one policy after another', () => {
    let previous = snapshotOf(local(), {});
    steps.forEach((step, i) => {
      const options = step === undefined ? {} : { aliases: step };
      const at = previous.text.indexOf('依法做好');
      const text = applyEdits(previous.text, [{ span: { start: at, end: at }, newText: `第${i}次` }]);
      previous = snapshotOf(text, options, previous);
      expect(said(previous)).toEqual(said(snapshotOf(text, options)));
    });
  });

  test('under one policy unchanged reports are the same objects', () => {
    const options = { aliases };
    const first = snapshotOf(`${local()}\n${local().replaceAll('柳林镇', '石桥镇')}`, options);
    const at = first.text.lastIndexOf('依法做好');
    const edited = applyEdits(first.text, [{ span: { start: at, end: at }, newText: '全面' }]);
    const second = snapshotOf(edited, options, first);
    expect(second.reports[0]?.report).toBe(first.reports[0]?.report);
    expect(second.reports[1]?.report).not.toBe(first.reports[1]?.report);
  });
});

describe('an edition with aliases', () => {
  test('is made once for the same object', () => {
    expect(withAliases(edition, aliases)).toBe(withAliases(edition, aliases));
    expect(withAliases(edition, undefined)).toBe(edition);
    expect(titlesWith(aliases)).toBe(titlesWith(aliases));
    expect(titlesWith(undefined)).toBe(standardTitles);
    expect(titlesWith({ rows: {} })).toBe(standardTitles);
  });

  test('keeps the tables that nothing was added to, and every label of the form', () => {
    const extended = withAliases(edition, aliases);
    expect(extended.tables.review).toBe(edition.tables.review);
    expect(extended.tables.requests.rows.map(({ label }) => label)).toEqual(
      edition.tables.requests.rows.map(({ label }) => label),
    );
  });

  test('says which labels are accepted', () => {
    const granted = rowSpec(withAliases(edition, aliases), 'requests', 'granted');
    for (const label of ['准许全部提供', '（一）准许全部提供', '1. 准许 全部提供']) {
      expect(isAcceptedLabel(granted, label)).toBe(true);
    }
    expect(isAcceptedLabel(granted, '部分准许全部提供')).toBe(false);
    expect(isAcceptedLabel(rowSpec(edition, 'requests', 'granted'), '准许全部提供')).toBe(false);
  });

  test('leaves out wordings of nothing but punctuation, and rows that it does not have', () => {
    const odd: Aliases = {
      sections: { other: ['——'] },
      rows: { requests: { granted: ['…'], 'no-such-row': ['某某'] } },
    };
    const extended = withAliases(edition, odd);
    expect(extended.tables.requests).toBe(edition.tables.requests);
    expect(titlesWith(odd).byTitle('……')).toBeUndefined();
  });
});

test('an official title always keeps its meaning', () => {
  expect(titlesWith({ sections: { other: ['总体情况'] } }).byTitle('总体情况')?.section.id).toBe('overview');
});
