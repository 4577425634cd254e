/** A table that is last year's. */
import { cellPlace, titlePlace } from '../../series/cell-places';
import type { IndexRecord } from '../../series/index-record';
import type { TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { editionOf } from '../../standard/editions';
import { personsRequests, requestsReceived } from '../../standard/example';
import { formatClause } from '../../standard/format-clause';
import { phrase, worded } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

/** As the summary says: fewer may be the same two years running: one body that got one request each year, and has the same documents in force. */
const fewestValues = 4;

export const copiedFigures: SeriesRule = {
  meta: {
    id: 'series/copied-figures',
    severity: 'warning',
    title: '表格与上一年完全相同',
    summary: '一张标准表的数字与上一年年报一个不差，而且其中有4个以上不同的非零数；全是0的、只有一两件的不报。',
    why: '各项数字两年都完全一样，几乎总是在上一年的文件上改写时忘了换表。',
    clause: formatClause,
    whatToDo: '按本年的台账重新填写；确实相同的，可以豁免。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '第三部分的表与2021年一模一样',
        reports: [
          { file: '2021.md', year: 2021, figures: requests(''), focus: '一、本年新收政府信息公开申请数量' },
          { file: '2022.md', figures: requests('series/copied-figures') },
        ],
      },
    ],
    good: [
      {
        shows: '两年都只有一件申请',
        reports: [
          { file: '2021.md', year: 2021, figures: requestsReceived('1'), focus: '一、本年新收政府信息公开申请数量' },
          { file: '2022.md', figures: requestsReceived('1'), focus: '一、本年新收政府信息公开申请数量' },
        ],
      },
    ],
  },
  *check(entry, { byYear }) {
    const { record } = entry;
    const before = record.year === null ? undefined : byYear(entry).get(record.year - 1);
    for (const table of tableIds) {
      const last = before?.find((each) => isCopy(table, record, each.record));
      if (last === undefined) continue;
      const { name } = editionOf(record.edition).tables[table];
      yield {
        range: tablePlace(record, table),
        message: phrase`${name}的数字与${String((record.year ?? 0) - 1)}年年报完全相同，一个都没有变。`,
        names: [worded(name)],
        key: table,
        related: [{ file: last.record.file, range: tablePlace(last.record, table), message: phrase`上一年的表` }],
      };
    }
  },
};

function isCopy(table: TableId, { figures: own, edition }: IndexRecord, last: IndexRecord): boolean {
  if (edition !== last.edition) return false;
  const values = new Set<number>();
  for (const [row, figures] of Object.entries(own[table])) {
    const before = last.figures[table][row] ?? [];
    for (const [i, figure] of figures.entries()) {
      if (figure !== (before[i] ?? null)) return false;
      if (figure !== null && figure !== 0) values.add(figure);
    }
  }
  return values.size >= fewestValues;
}

/** The first figure of the table that is not 0. */
function tablePlace(record: IndexRecord, table: TableId) {
  const rows = editionOf(record.edition).tables[table].rows;
  for (const { id: row, columns } of rows) {
    const at = record.figures[table][row]?.findIndex((figure) => figure !== null && figure !== 0) ?? -1;
    const column = columns[at]?.id;
    if (column !== undefined) return cellPlace(record, { table, row, column });
  }
  return titlePlace(record);
}

/** Nineteen requests; the first figure marked as a finding of `rule`. */
function requests(rule: string): Readonly<Record<string, string>> {
  const counts = { received: '19', granted: '12', 'partly-granted': '5', 'unable-not-held': '2', disposed: '19' };
  const marked = rule === '' ? {} : { 'requests/received/natural-person': `⟦${rule}: 19⟧` };
  return { ...personsRequests(counts), ...marked };
}
