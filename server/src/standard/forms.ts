/** The printed forms of the three tables as grids of spanning cells. */
import { applicantColumns, caseColumns, caseGroups, caseOutcomes } from './columns';
import type { DisclosureItem } from './disclosure-rows';
import type { CellRef, Form, FormCell, RowSpec, TableId } from './edition';
import { balanceNote, dispositionHeading } from './request-rows';

function text(label: string, colSpan = 1, rowSpan = 1): FormCell {
  return { text: label, colSpan, rowSpan };
}

function figure(ref: CellRef, colSpan = 1): FormCell {
  return { text: '', colSpan, rowSpan: 1, figure: ref };
}

function figures(table: TableId, row: RowSpec, width = row.columns.length): FormCell[] {
  return row.columns.map((column, index) => {
    const last = index === row.columns.length - 1;
    return figure({ table, row: row.id, column: column.id }, last ? width - index : 1);
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
    ...item.rows.map((row) => [text(row.label), ...figures('disclosure', row, disclosureWidth - 1)]),
  ]);
}

/** Number of columns of table three: three of labels, seven of figures. */
export const requestsWidth = 10;

const requestsHeader: Form = [
  [text(balanceNote, 3, 3), text('申请人情况', 7)],
  [text('自然人', 1, 2), text('法人或其他组织', 5), text('总计', 1, 2)],
  applicantColumns.slice(1, -1).map((column) => text(column.label)),
];

/** The form of table three. */
export function requestsForm(rows: readonly RowSpec[]): Form {
  const dispositions = rows.filter((row) => row.group !== undefined);
  let started = false;
  const seenGroups = new Set<string>();
  const lines = rows.map((row) => {
    const cells: FormCell[] = [];
    if (row.group === undefined) {
      cells.push(text(row.label, 3));
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
    return [...cells, ...figures('requests', row)];
  });
  return [...requestsHeader, ...lines];
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
    figures('review', row),
  ];
}
