/** Invariant 11: no figure of a table is lost silently, whatever has happened to the table on its way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditReport } from '../../server/src/audit/audit';
import { readReports } from '../../server/src/report/read-reports';
import type { Report } from '../../server/src/report/report';
import { printReport } from '../../server/src/standard/blank-form';
import type { CellRef, Edition } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';

/** Four digits each, no two the same: no label, ordinal or page number has so many. */
function figureOf(edition: Edition): (cell: CellRef) => string {
  const keys = tableIds.flatMap((table) =>
    edition.tables[table].rows.flatMap((row) => row.columns.map((column) => `${table}/${row.id}/${column.id}`)),
  );
  return ({ table, row, column }) => String(1001 + 7 * keys.indexOf(`${table}/${row}/${column}`));
}

interface Mutation {
  readonly name: string;
  /** `pick(n)` gives a number below n. */
  readonly apply: (lines: string[], layout: Layout, pick: (limit: number) => number) => string[];
}

const isFigureLine = (line: string): boolean => /\d{4}/.test(line);

function at(lines: readonly string[], wanted: (line: string) => boolean, pick: (limit: number) => number): number {
  const places = lines.flatMap((line, i) => (wanted(line) ? [i] : []));
  return places[pick(Math.max(1, places.length))] ?? 0;
}

function changed(lines: string[], index: number, change: (line: string) => string): string[] {
  return lines.map((line, i) => (i === index ? change(line) : line));
}

const mutations: readonly Mutation[] = [
  {
    name: 'a line is lost',
    apply: (lines, _, pick) =>
      lines.toSpliced(
        at(lines, (line) => line.trim() !== '', pick),
        1,
      ),
  },
  {
    name: 'a label is lost',
    apply: (lines, _, pick) =>
      changed(
        lines,
        at(lines, (line) => /[\u4e00-\u9fff]/.test(line), pick),
        (line) => line.replace(/[^\s|<>\t"=\d＿]*[\u4e00-\u9fff][^\s|<>\t\d]*/, ''),
      ),
  },
  {
    name: 'a figure is lost',
    apply: (lines, _, pick) => changed(lines, at(lines, isFigureLine, pick), (line) => line.replace(/\d{4}/, '')),
  },
  {
    name: 'a figure stands where none belongs',
    apply: (lines, _, pick) =>
      changed(lines, at(lines, isFigureLine, pick), (line) => line.replace(/(\d{4})(?!.*\d{4})/, '$1 9999')),
  },
  {
    name: 'a blank line',
    apply: (lines, _, pick) => lines.toSpliced(pick(lines.length), 0, ...['', '', '', '', ''].slice(pick(5))),
  },
  {
    name: 'a blank row',
    apply: (lines, layout, pick) =>
      lines.toSpliced(
        at(lines, isFigureLine, pick),
        0,
        layout === 'html' ? '<tr><td></td><td></td></tr>' : '|  |  |  |',
      ),
  },
  { name: 'a bar', apply: (lines, _, pick) => lines.toSpliced(at(lines, isFigureLine, pick), 0, '|') },
  {
    name: 'a delimiter row',
    apply: (lines, _, pick) =>
      lines.toSpliced(at(lines, isFigureLine, pick), 0, `|${(pick(2) === 0 ? ' - |' : ' --- |').repeat(15)}`),
  },
  {
    name: 'two lines have become one',
    apply: (lines, _, pick) => {
      const index = pick(Math.max(1, lines.length - 1));
      return lines.toSpliced(index, 2, `${lines[index] ?? ''}${lines[index + 1] ?? ''}`);
    },
  },
  {
    name: 'a figure sticks to what stands before it',
    apply: (lines, _, pick) =>
      changed(lines, at(lines, isFigureLine, pick), (line) => line.replace(/[\s|]+(\d{4})/, '$1')),
  },
  {
    name: 'a line has moved up',
    apply: (lines, _, pick) => {
      const index = 1 + pick(Math.max(1, lines.length - 2));
      const [line = ''] = lines.slice(index, index + 1);
      return lines.toSpliced(index, 1).toSpliced(Math.max(0, index - 1 - pick(3)), 0, line);
    },
  },
  {
    name: 'a page number',
    apply: (lines, _, pick) =>
      lines.toSpliced(pick(lines.length), 0, ['- 3 -', '12', '第 4 页 共 9 页'][pick(3)] ?? ''),
  },
];

function readOnly(text: string): Report | undefined {
  const readings = readReports(parse(text));
  const [reading] = readings;
  return readings.length === 1 && reading?.status === 'read' ? reading.report : undefined;
}

/** By an independent look at the text: every figure stands in a cell, or is named as unread; else the table is told missing. */
function lostFigures(report: Report): readonly string[] {
  const held: { readonly start: number; readonly end: number }[] = [];
  for (const id of tableIds) {
    const table = report.tables[id];
    if (table.state === 'missing') continue;
    for (const row of [...table.rows, ...table.unknownRows]) held.push(...row.cells.map((cell) => cell.span));
    held.push(...table.unread);
  }
  const lost: string[] = [];
  for (const match of report.text.matchAll(/\d{4,}/g)) {
    const end = match.index + match[0].length;
    const isProse = match[0] === '2023' || match[0] === '2020';
    if (isProse || held.some((span) => span.start <= match.index && end <= span.end)) continue;
    lost.push(match[0]);
  }
  if (lost.length === 0 || tableIds.every((id) => report.tables[id].state === 'found')) return lost;
  const told = auditReport(report, {}).findings.map((finding) => finding.rule);
  return told.some((rule) => rule === 'table/missing-table' || rule === 'structure/missing-section') ? [] : lost;
}

/** Rows that were read with another row's figures. */
function wrongRows(report: Report, edition: Edition): readonly string[] {
  const figure = figureOf(edition);
  return tableIds.flatMap((id) => {
    const table = report.tables[id];
    if (table.state === 'missing') return [];
    return table.rows.flatMap((row) => {
      const spec = edition.tables[id].rows.find((candidate) => candidate.id === row.row);
      if (row.state !== 'read' || row.repeated || spec === undefined) return [];
      const own = new Set(spec.columns.map((column) => figure({ table: id, row: row.row, column: column.id })));
      const foreign = row.cells.filter(
        (cell) => cell.kind === 'stated' && /\d{4}/.test(cell.raw) && !own.has(cell.raw),
      );
      return foreign.length === 0 ? [] : [`${row.row}: ${row.cells.map((cell) => cell.raw).join(' ')}`];
    });
  });
}

/** The lines of the three tables changed, the prose around them left alone. */
function mutated(text: string, change: (lines: string[]) => string[]): string {
  const begin = text.indexOf('\n', text.indexOf('二、主动公开政府信息情况')) + 1;
  const end = text.lastIndexOf('\n', text.indexOf('五、存在')) + 1;
  const lines = text.slice(begin, end).split('\n');
  return `${text.slice(0, begin)}${change(lines).join('\n')}\n${text.slice(end)}`;
}

const seeds = fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 });

function pickFrom(numbers: readonly number[]): (limit: number) => number {
  let next = 0;
  return (limit) => (numbers[next++ % numbers.length] as number) % limit;
}

describe.each(['2021', '2019'] as const)('the %s form', (id) => {
  const edition = editions[id];
  const year = id === '2021' ? 2023 : 2020;
  const print = (layout: Layout): string =>
    printReport(edition, { layout, issuer: '青山县水务局', year, figures: figureOf(edition), eol: '\n' });

  test.each(layouts)('in %s: one accident loses no figure and gives no row its neighbour’s', (layout) => {
    const text = print(layout);
    for (const mutation of mutations) {
      fc.assert(
        fc.property(seeds, (numbers) => {
          const changedText = mutated(text, (lines) => mutation.apply(lines, layout, pickFrom(numbers)));
          const report = readOnly(changedText);
          if (report === undefined || report.edition.id !== id) return;
          expect(lostFigures(report), mutation.name).toEqual([]);
          if (mutation.name !== 'a line has moved up') expect(wrongRows(report, edition), mutation.name).toEqual([]);
        }),
        { numRuns: 25 },
      );
    }
  });

  test.each(layouts)('in %s: several accidents lose no figure', (layout) => {
    const text = print(layout);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...mutations), seeds), { minLength: 2, maxLength: 6 }),
        (chosen) => {
          const changedText = mutated(text, (lines) =>
            chosen.reduce((now, [mutation, numbers]) => mutation.apply(now, layout, pickFrom(numbers)), lines),
          );
          const report = readOnly(changedText);
          if (report !== undefined) expect(lostFigures(report)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
