/** Tables put into a report and read back: the only caller of the engine in the fixtures for hard spots. */
import { readReports } from '../../server/src/report/read-reports';
import type { Cell, Report } from '../../server/src/report/report';
import { printForm, printRow, sectionSentences } from '../../server/src/standard/blank-form';
import type { CellRef, TableId } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { headingOf } from '../../server/src/standard/sections';
import { parse } from '../../server/src/syntax/parse';
import type { Layout } from '../../server/src/text/layout';

export const edition = editions['2021'];
const issuer = '青山县白水镇人民政府';
const year = 2023;
/** The report's title, as a page header may repeat it. */
export const title = `${issuer}${year}年政府信息公开工作年度报告`;

/** The six sections with the given tables as they are; a table that is not given leaves its section empty. */
export function reportWith(tables: Partial<Readonly<Record<TableId, string>>>): string {
  const parts = edition.sections.map((section) => {
    const body =
      section.table === undefined ? sectionSentences(section, issuer, year).join('\n') : tables[section.table];
    return `${headingOf(section)}\n\n${body ?? ''}\n`;
  });
  return [`${title}\n`, ...parts].join('\n');
}

/** Reads the one report in `text`, which must have its six sections. */
export function readWhole(text: string): Report {
  const [reading, ...more] = readReports(parse(text));
  if (reading?.status !== 'read' || more.length > 0) throw new Error('not one report');
  const found = reading.report.sections.map((section) => section.id).join();
  const expected = edition.sections.map((section) => section.id).join();
  if (found !== expected) throw new Error(`sections: ${found}`);
  return reading.report;
}

/**
 * A table alone, as its rows were read: `layout`, then `row: cells` in order. A blank is `_`, what is
 * unreadable stands in `<>`, an ambiguous row has a `?`, one that occurred before is `again`.
 */
export function rowsRead(table: TableId, text: string): readonly string[] {
  const report = readWhole(reportWith({ [table]: text }));
  const reading = report.tables[table];
  if (reading.state === 'missing') return ['missing'];
  return [
    reading.layout,
    ...reading.rows.map(({ row, state, repeated, cells }) => {
      const marks = `${state === 'ambiguous' ? '?' : ''}${repeated ? ' again' : ''}`;
      return `${row}${marks}: ${cells.map(printCell).join(' ')}`;
    }),
    ...reading.unknownRows.map(({ label, cells }) => `unknown ${label.text}: ${cells.map(printCell).join(' ')}`),
  ];
}

function printCell(cell: Cell): string {
  if (cell.kind === 'blank') return '_';
  return cell.kind === 'unreadable' ? `<${cell.raw}>` : cell.raw;
}

const keys = tableIds.flatMap((table) =>
  edition.tables[table].rows.flatMap((row) => row.columns.map((column) => `${table}/${row.id}/${column.id}`)),
);

/** A figure of two digits, another one for each cell in the neighbourhood. */
export function figureOf({ table, row, column }: CellRef): string {
  return String(10 + (keys.indexOf(`${table}/${row}/${column}`) % 89));
}

/** A standard table with the figures of {@link figureOf}. */
export function formOf(table: TableId, layout: Layout): string {
  return printForm(edition.tables[table], layout, figureOf, '\n');
}

/** One row of it. */
export function rowOf(table: TableId, row: string, layout: Layout): string {
  return printRow(edition.tables[table], row, layout, figureOf, '\n');
}

/** The three tables, each in its layout. */
export function formsIn(layouts: Readonly<Record<TableId, Layout>>): Record<TableId, string> {
  const form = (table: TableId): string => formOf(table, layouts[table]);
  return { disclosure: form('disclosure'), requests: form('requests'), review: form('review') };
}

/** A whole report with every table in `layout`, one of them replaced. */
export function reportIn(layout: Layout, replaced: Partial<Readonly<Record<TableId, string>>> = {}): string {
  return reportWith({ ...formsIn({ disclosure: layout, requests: layout, review: layout }), ...replaced });
}

/** The rows of the three tables that were not read with the figures of {@link figureOf}, each at its place; none is right. */
export function misread(text: string): readonly string[] {
  const { tables, text: own } = readWhole(text);
  return tableIds.flatMap((table) => {
    const reading = tables[table];
    if (reading.state === 'missing') return [`${table} missing`];
    const wrong = edition.tables[table].rows.flatMap((spec) => {
      const expected = spec.columns.map((column) => figureOf({ table, row: spec.id, column: column.id })).join(' ');
      const row = reading.rows.find((candidate) => candidate.row === spec.id && !candidate.repeated);
      if (row === undefined) return [`${spec.id} missing`];
      if (row.state === 'ambiguous') return [`${spec.id} ambiguous`];
      const found = row.cells.map(({ span }) => own.slice(span.start, span.end)).join(' ');
      return found === expected ? [] : [`${spec.id}: ${found}`];
    });
    return [...wrong, ...reading.unknownRows.map((row) => `unknown ${row.label.text}`)];
  });
}
