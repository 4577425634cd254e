/** Figures in a standard table that belong to no cell that was read. */

import type { Report } from '../../report/report';
import { foreignForm } from '../../report/tables/form-edition';
import type { TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { coverSpans } from '../../text/span';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

const mostNamed = 8;

export const unreadFigures: Rule = {
  meta: {
    id: 'table/unread-figures',
    severity: 'warning',
    title: '表中有没读进的数字',
    summary: '标准表格里有数字不能确定属于哪一格，没有参加核对。',
    why: '没有读进的数字无法核对：表格看上去没有问题，其实有数没有查。常见的原因是转换时行名和数字错开、两行并成一行、行名丢失。',
    clause: formatClause,
    whatToDo: '对照原件，把这些数字放回各自的行和列；多余的数字删去。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '一行的行名丢了，数字还在',
        changes: [
          [
            `|  |  | 2.重复申请 |${' 0 |'.repeat(7)}\n`,
            `|  |  | 2.重复申请 |${' 0 |'.repeat(7)}\n|  |  |  | ⟦table/unread-figures: 96⟧ | 237 |${' 0 |'.repeat(5)}\n`,
          ],
        ],
      },
    ],
    good: [{ shows: '每个数字都在自己的行里', focus: '2.重复申请' }],
  },
  *check(report) {
    for (const id of tableIds) {
      if (foreignForm(report, id) !== undefined) continue;
      const spans = figuresLeft(report, id);
      const [first] = spans;
      if (first === undefined) continue;
      const names = listed(
        spans.slice(0, mostNamed).map((span) => squeezed(seenText(report.view, span.start, span.end), 12)),
      );
      const { name } = report.edition.tables[id];
      yield {
        span: first,
        message:
          spans.length > mostNamed
            ? phrase`${name}里有${spans.length}个数字没有读进任何一格：${names} …，无法确定属于哪一行哪一列，没有核对。`
            : phrase`${name}里有${spans.length}个数字没有读进任何一格：${names}，无法确定属于哪一行哪一列，没有核对。`,
        about: { names: tableNames(report.edition, id) },
        key: id,
        related: stretches(spans.slice(1)).map((span) => ({ span, message: phrase`没有读进的数字` })),
      };
    }
  },
};

/** Those of no row, those behind a group's label alone, and those of rows that have the right number of figures and can still be read in two ways. */
function figuresLeft(report: Report, id: TableId): readonly Span[] {
  const table = report.tables[id];
  if (table.state === 'missing') return [];
  const doubtful = table.rows.filter(
    (row) =>
      row.state === 'ambiguous' &&
      !row.repeated &&
      row.cells.length === rowSpec(report.edition, id, row.row).columns.length,
  );
  const lost = table.unknownRows.filter((row) => row.isLost);
  if (doubtful.length === 0 && lost.length === 0) return table.unread;
  const inRows = [...doubtful, ...lost].flatMap((row) =>
    row.cells.filter(({ kind }) => kind === 'stated').map(({ span }) => span),
  );
  return [...table.unread, ...inRows].sort((a, b) => a.start - b.start);
}

const mostRelated = 10;

/** Neighbouring figures as one place. */
function stretches(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (last !== undefined && span.start - last.end <= 12) joined[joined.length - 1] = coverSpans(last, span);
    else joined.push(span);
  }
  return joined.slice(0, mostRelated);
}
