/** A report with random figures and blanks, as paragraphs and grids, and as files. */

import { sectionSentences } from '../../../server/src/standard/blank-form';
import type { Edition } from '../../../server/src/standard/edition';
import { editionOf } from '../../../server/src/standard/editions';
import { headingOf } from '../../../server/src/standard/sections';
import type { Grid } from '../../../server/src/text/grid';
import { yearOf } from '../printed';
import type { Random } from '../reports/random';
import type { BookSheet } from './book';
import { bookCell, bookFile, columnName } from './book';
import { gridTable, paragraph, run, wordFile } from './word';

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'grid'; readonly grid: Grid };

/** `blank`: how probable it is that a figure is none. */
export function randomReport(random: Random, edition: keyof typeof yearOf, blank: number): readonly ReportBlock[] {
  const known = editionOf(edition);
  const [issuer, year] = ['云岭县清溪镇人民政府', yearOf[edition]];
  return [
    { kind: 'paragraph', text: `${issuer}${year}年政府信息公开工作年度报告` },
    ...known.sections.flatMap((section): readonly ReportBlock[] => {
      const heading: ReportBlock = { kind: 'paragraph', text: headingOf(section) };
      if (section.table !== undefined)
        return [heading, { kind: 'grid', grid: randomGrid(known, section.table, random, blank) }];
      return [
        heading,
        ...sectionSentences(section, issuer, year).map((text): ReportBlock => ({ kind: 'paragraph', text })),
      ];
    }),
  ];
}

function randomGrid(edition: Edition, table: keyof Edition['tables'], random: Random, blank: number): Grid {
  return edition.tables[table].form.map((row) =>
    row.map(({ figure, text, colSpan, rowSpan }) => ({
      text: figure === undefined ? text : random.chance(blank) ? '' : randomFigure(random),
      colSpan,
      rowSpan,
    })),
  );
}

function randomFigure(random: Random): string {
  if (random.chance(0.3)) return '0';
  if (random.chance(0.1)) return `${random.int(1, 99_999)}.${random.int(1, 9)}`;
  return String(random.int(1, random.pick([9, 999, 1_234_567])));
}

export function wordReport(blocks: readonly ReportBlock[]): Uint8Array {
  return wordFile(
    blocks.map((block) => (block.kind === 'grid' ? gridTable(block.grid) : paragraph(run(block.text)))).join(''),
  );
}

export interface BookLayout {
  /** Whether cells of tables have lines. */
  readonly lines: 'all' | 'none';
  /** What stands between a table and the text around it. */
  readonly around: 'nothing' | 'an empty row';
  /** Whether headings are merged over the tables' width. */
  readonly headings: 'merged' | 'in the first column';
}

export function bookReport(blocks: readonly ReportBlock[], { lines, around, headings }: BookLayout): Uint8Array {
  const width = Math.max(...blocks.map((block) => (block.kind === 'grid' ? widthOf(block.grid) : 1)));
  const rows = new Map<number, string[]>();
  const merges: string[] = [];
  const style = lines === 'all' ? 1 : 0;
  let next = 1;
  const put = (row: number, column: number, text: string, cellStyle: number): void => {
    if (text === '' && cellStyle === 0) return;
    rows.set(row, [...(rows.get(row) ?? []), bookCell(row, column, text, cellStyle)]);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      put(next, 1, block.text, 0);
      if (headings === 'merged') merges.push(`A${next}:${columnName(width)}${next}`);
      next++;
      continue;
    }
    if (around === 'an empty row') next++;
    for (const { row, column, text, colSpan, rowSpan } of placed(block.grid)) {
      for (let i = 0; i < rowSpan; i++) {
        for (let j = 0; j < colSpan; j++) put(next + row + i, column + j, i + j === 0 ? text : '', style);
      }
      if (colSpan * rowSpan > 1) {
        merges.push(
          `${columnName(column)}${next + row}:${columnName(column + colSpan - 1)}${next + row + rowSpan - 1}`,
        );
      }
    }
    next += block.grid.length + (around === 'an empty row' ? 1 : 0);
  }
  return bookFile([{ inner: sheetOf(rows, merges) }]);
}

function sheetOf(rows: ReadonlyMap<number, readonly string[]>, merges: readonly string[]): BookSheet['inner'] {
  const each = [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => `<row r="${row}">${cells.join('')}</row>`);
  const merged =
    merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<sheetData>${each.join('')}</sheetData>${merged}`;
}

/** How many columns it has. */
export function widthOf(grid: Grid): number {
  return (grid[0] ?? []).reduce((sum, { colSpan }) => sum + colSpan, 0);
}

interface Placed {
  /** From 0. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

function placed(grid: Grid): readonly Placed[] {
  const taken = new Set<string>();
  return grid.flatMap((cells, row) => {
    let column = 1;
    return cells.map((cell) => {
      while (taken.has(`${row}/${column}`)) column++;
      for (let i = 0; i < cell.rowSpan; i++)
        for (let j = 0; j < cell.colSpan; j++) taken.add(`${row + i}/${column + j}`);
      return { row, column, ...cell };
    });
  });
}
