/** The printed forms of the three tables as grids of spanning cells. */
import { caseColumns, caseGroups, caseOutcomes } from './columns';
import type { CellRef, ColumnSpec, DisclosureItem, Form, FormCell, RowSpec, TableId } from './edition';
import { balanceNote, dispositionHeading } from './request-rows';

function text(label: string, colSpan = 1, rowSpan = 1): FormCell {
  return { text: label, colSpan, rowSpan };
}

function emptyFigure(ref: CellRef, colSpan = 1): FormCell {
  return { text: '', colSpan, rowSpan: 1, figure: ref };
}

function emptyFigures(table: TableId, row: RowSpec, width = row.columns.length): FormCell[] {
  return row.columns.map((column, index) => {
    const last = index === row.columns.length - 1;
    return emptyFigure({ table, row: row.id, column: column.id }, last ? width - index : 1);
  });
}

/** Number of columns of table two. */
export const disclosureWidth = 4;

/** The form of table two. The header of 第（八）项 carries the unit. */
export function disclosureForm(items: readonly DisclosureItem[]): Form {
  return items.flatMap((item) => [
    [text(item.heading, disclosureWidth)],
    [
      text('信息内容'),
      ...item.columns.map((column, index) => {
        const last = index === item.columns.length - 1;
        const unit = column.id === 'fee' ? '（单位：万元）' : '';
        return text(column.label + unit, last ? disclosureWidth - 1 - index : 1);
      }),
    ],
    ...item.rows.map((row) => [text(row.label), ...emptyFigures('disclosure', row, disclosureWidth - 1)]),
  ]);
}

/** Columns of labels of table three. */
const labelsWidth = 3;

/** Number of columns of table three: those of labels, and seven of figures in the editions so far. */
export function requestsWidth(rows: readonly RowSpec[]): number {
  return labelsWidth + applicantsOf(rows).length;
}

/** Natural persons, the kinds of organisations, and the total. */
function applicantsOf(rows: readonly RowSpec[]): readonly ColumnSpec[] {
  return rows[0]?.columns ?? [];
}

function requestsHeader(rows: readonly RowSpec[]): Form {
  const columns = applicantsOf(rows);
  const organisations = columns.slice(1, -1);
  const [persons, total] = [columns[0], columns.at(-1)].map((column) => text(column?.label ?? '', 1, 2));
  return [
    [text(balanceNote, 3, 3), text('申请人情况', columns.length)],
    [persons as FormCell, text('法人或其他组织', organisations.length), total as FormCell],
    organisations.map((column) => text(column.label)),
  ];
}

/** The form of table three. */
export function requestsForm(rows: readonly RowSpec[]): Form {
  const dispositions = rows.filter((row) => row.group !== undefined);
  let started = false;
  const seenGroups = new Set<string>();
  const lines = rows.map((row) => {
    const cells: FormCell[] = [];
    if (row.group === undefined) {
      cells.push(text(row.label, labelsWidth));
    } else {
      if (!started) cells.push(text(dispositionHeading, 1, dispositions.length));
      started = true;
      const group = row.group;
      if (group === dispositionHeading) {
        cells.push(text(row.label, 2));
      } else {
        const size = dispositions.filter((other) => other.group === group).length;
        if (!seenGroups.has(group)) cells.push(text(group, 1, size));
        seenGroups.add(group);
        cells.push(text(row.label));
      }
    }
    return [...cells, ...emptyFigures('requests', row)];
  });
  return [...requestsHeader(rows), ...lines];
}

/** Number of columns of table four. */
export const reviewWidth = caseColumns.length;

/** The form of table four. */
export function reviewForm(row: RowSpec): Form {
  const outcomes = caseOutcomes.map((outcome) => outcome.label);
  const litigation = caseGroups.slice(1);
  return [
    [text('行政复议', outcomes.length), text('行政诉讼', outcomes.length * litigation.length)],
    [...outcomes.map((label) => text(label, 1, 2)), ...litigation.map((group) => text(group.label, outcomes.length))],
    litigation.flatMap(() => outcomes.map((label) => text(label))),
    emptyFigures('review', row),
  ];
}
