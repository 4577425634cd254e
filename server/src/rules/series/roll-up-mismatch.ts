/** A body whose figures hold those of others, where the roster says so. */
import { cellPlace, figureOf, titlePlace } from '../../series/cell-places';
import type { RosterBody } from '../../series/roster';
import { bodyName, isActive } from '../../series/roster';
import type { Entry } from '../../series/series';
import type { CellRef, TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { cellName, editionOf } from '../../standard/editions';
import type { Wording } from '../../text/wording';
import { listed, phrase, worded } from '../../text/wording';
import type { SeriesProblem, SeriesRule } from '../series-rule';

/** So many figures are named; the rest are counted. */
const mostNamed = 5;

export const rollUpMismatch: SeriesRule = {
  meta: {
    id: 'series/roll-up-mismatch',
    severity: 'information',
    title: '汇总数与下级不一致',
    summary:
      '名单写明上级（parent）的：上级年报的数字小于各下级之和；下级里有上级本级（ownShare）的，二者不相等。下级缺年报、数字读不出来的，说明无法核对，并指出是哪个。',
    why: '各地做法不同：有的上级年报包含下级，有的只写本级；名单写明包含的，数字应当对得上。',
    clause: null,
    whatToDo: '核对下级年报和汇总口径；本来就不包含下级的，从名单中去掉 parent。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '下级有3件行政许可，上级只写2件',
        bodies: '[{ "name": "清河县人民政府" }, { "name": "清河县柳林镇人民政府", "parent": "清河县人民政府" }]',
        reports: [
          {
            file: '县.md',
            issuer: '清河县人民政府',
            figures: { 'disclosure/licences/decisions': '⟦series/roll-up-mismatch: 2⟧' },
          },
          { file: '镇.md', figures: { 'disclosure/licences/decisions': '3' }, focus: '行政许可' },
        ],
      },
    ],
    good: [
      {
        shows: '上级多出的是本级的',
        bodies: '[{ "name": "清河县人民政府" }, { "name": "清河县柳林镇人民政府", "parent": "清河县人民政府" }]',
        reports: [
          {
            file: '县.md',
            issuer: '清河县人民政府',
            figures: { 'disclosure/licences/decisions': '5' },
            focus: '行政许可',
          },
          { file: '镇.md', figures: { 'disclosure/licences/decisions': '3' }, focus: '行政许可' },
        ],
      },
    ],
  },
  *check(entry, series) {
    const { record, roster } = entry;
    const body = series.bodyOf(entry);
    if (roster === null || body === undefined || record.year === null) return;
    const year = record.year;
    const parts = roster.bodies
      .filter(({ parent }) => parent !== undefined && bodyName(parent) === bodyName(body.name))
      .filter((part) => isActive(part, year));
    if (parts.length === 0) return;
    const children = parts.map((part) => ({ part, entry: series.reportsOf(roster, part).get(year)?.[0] }));
    const absent = children.filter((child) => child.entry === undefined);
    if (absent.length > 0) {
      yield {
        range: titlePlace(record),
        message: phrase`无法核对汇总：缺少${listed(absent.map(({ part }) => part.name))}${String(year)}年的年报。`,
        names: absent.map(({ part }) => part.name),
        key: 'absent',
      };
      return;
    }
    const known = children as readonly Child[];
    for (const table of tableIds) yield* tableProblems(entry, known, table);
  },
};

interface Child {
  readonly part: RosterBody;
  readonly entry: Entry;
}

interface Differing {
  readonly ref: CellRef;
  readonly own: number;
  readonly sum: number;
}

function* tableProblems(entry: Entry, children: readonly Child[], table: TableId): Generator<SeriesProblem> {
  const { record } = entry;
  const edition = editionOf(record.edition);
  const isWhole = children.some(({ part }) => part.isOwnShare);
  const differing: Differing[] = [];
  const unreadable = new Set<Child>();
  for (const { id: row, columns } of edition.tables[table].rows) {
    for (const { id: column } of columns) {
      const ref = { table, row, column };
      const own = figureOf(record, ref);
      const figures = children.map((child) => figureOf(child.entry.record, ref));
      figures.forEach((figure, i) => {
        if (figure === undefined) unreadable.add(children[i] as Child);
      });
      if (own === undefined || figures.includes(undefined)) continue;
      const sum = figures.reduce((total: number, figure) => total + (figure ?? 0), 0);
      if (isWhole ? own !== sum : own < sum) differing.push({ ref, own, sum });
    }
  }
  if (unreadable.size > 0) {
    yield {
      range: titlePlace(record),
      message: phrase`${edition.tables[table].name}无法全部核对汇总：${listed([...unreadable].map(({ part }) => part.name))}的数字有读不出来的。`,
      names: [...unreadable].map(({ part }) => part.name),
      key: `${table} unreadable`,
    };
  }
  const [first] = differing;
  if (first === undefined) return;
  yield {
    range: cellPlace(record, first.ref),
    message: phrase`${edition.tables[table].name}与下级之和${isWhole ? phrase`不相等` : phrase`相比偏小`}：${listed(
      differing.slice(0, mostNamed).map((each) => inWords(edition, each)),
      '；',
    )}${more(differing.length)}。`,
    names: [worded(edition.tables[table].name)],
    key: `${table} ${differing.map(({ ref }) => `${ref.row}/${ref.column}`).join(' ')}`,
    related: children.map(({ part, entry: child }) => ({
      file: child.record.file,
      range: cellPlace(child.record, first.ref),
      message: phrase`${part.name}：${String(figureOf(child.record, first.ref))}`,
    })),
  };
}

function inWords(edition: ReturnType<typeof editionOf>, { ref, own, sum }: Differing): Wording {
  return phrase`${cellName(edition, ref)}写${String(own)}，下级之和是${String(sum)}`;
}

function more(count: number): Wording {
  return count > mostNamed ? phrase`；另有${String(count - mostNamed)}个数字` : '';
}
