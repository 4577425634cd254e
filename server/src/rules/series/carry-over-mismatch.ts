/** What was carried into a year is what the year before carried out. */
import { cellPlace, figureOf } from '../../series/cell-places';
import type { Entry } from '../../series/series';
import { applicantColumns } from '../../standard/columns';
import type { CellRef } from '../../standard/edition';
import { personsRequests } from '../../standard/example';
import { formatClause } from '../../standard/format-clause';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

const received = [['2021年未收到政府信息公开申请', '2021年收到政府信息公开申请2件']] as const;

export const carryOverMismatch: SeriesRule = {
  meta: {
    id: 'series/carry-over-mismatch',
    severity: 'warning',
    title: '与上一年的结转数不一致',
    summary:
      '本年“二、上年结转政府信息公开申请数量”与上一年年报“四、结转下年度继续办理”不相等，逐列核对，新旧两版格式之间也核对。',
    why: '上一年没有办结的申请转到本年办理，两份年报说的是同一批申请；不相等说明其中一份填错了，或者漏了。',
    clause: formatClause,
    whatToDo: '对照台账核实上一年末未办结的申请：本年填错的改本年；上一年填错的，在本年第六部分作出说明。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '2021年结转下年度2件，2022年的上年结转写成1件',
        reports: [
          { file: '2021.md', year: 2021, figures: carriedOut('2'), changes: received, focus: '结转下年度继续办理' },
          {
            file: '2022.md',
            figures: { ...carriedIn('1'), 'requests/carried-in/natural-person': '⟦series/carry-over-mismatch: 1⟧' },
          },
        ],
      },
    ],
    good: [
      {
        shows: '两年一致',
        reports: [
          { file: '2021.md', year: 2021, figures: carriedOut('2'), changes: received, focus: '结转下年度继续办理' },
          { file: '2022.md', figures: carriedIn('2'), focus: '上年结转' },
        ],
      },
    ],
  },
  *check(entry, { byYear }) {
    const { year } = entry.record;
    const before = year === null ? undefined : byYear(entry).get(year - 1);
    if (year === null || before === undefined || before.length === 0) return;
    // Of several for last year, one that agrees is enough.
    const differing = before.map((last) => ({ last, columns: differences(entry, last) }));
    const [{ last, columns }] = differing as [(typeof differing)[number]];
    if (differing.some((each) => each.columns.length === 0)) return;
    const [first] = columns as [Difference];
    yield {
      range: cellPlace(entry.record, first.own),
      message: phrase`“上年结转”与${String(year - 1)}年年报的“结转下年度继续办理”不一致：${listed(columns.map(inWords), '；')}。`,
      names: columns.map(({ name }) => name),
      key: columns.map(({ own }) => own.column).join(' '),
      related: columns.flatMap(({ name, own, its }, index) => [
        ...(index === 0
          ? []
          : [
              {
                file: entry.record.file,
                range: cellPlace(entry.record, own),
                message: phrase`“${name}”列，本年的上年结转`,
              },
            ]),
        {
          file: last.record.file,
          range: cellPlace(last.record, its),
          message: phrase`“${name}”列，${String(year - 1)}年的结转下年度`,
        },
      ]),
    };
  },
};

interface Difference {
  readonly name: string;
  readonly own: CellRef;
  readonly its: CellRef;
  readonly carriedIn: number;
  readonly carriedOut: number;
}

function differences(entry: Entry, last: Entry): readonly Difference[] {
  return applicantColumns.flatMap(({ id: column, name }): readonly Difference[] => {
    const own = { table: 'requests', row: 'carried-in', column } as const;
    const its = { table: 'requests', row: 'carried-out', column } as const;
    const into = figureOf(entry.record, own);
    const outOf = figureOf(last.record, its);
    if (into === undefined || outOf === undefined || into === outOf) return [];
    return [{ name, own, its, carriedIn: into, carriedOut: outOf }];
  });
}

function inWords({ name, carriedIn, carriedOut }: Difference): Wording {
  return phrase`“${name}”列本年写${String(carriedIn)}，上一年写${String(carriedOut)}`;
}

function carriedIn(count: string): Readonly<Record<string, string>> {
  return personsRequests({ 'carried-in': count, granted: count, disposed: count });
}

function carriedOut(count: string): Readonly<Record<string, string>> {
  return personsRequests({ received: count, 'carried-out': count });
}
