/** A report to be written anew, in whatever format: its words and figures, its standard tables in their printed form, and what could not be taken along. */
import type { Report } from '../../report/report';
import { append } from '../../text/append';
import type { Grid } from '../../text/grid';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import { partOfForm } from '../preview/part-form';
import type { PlacedPart } from '../preview/preview';
import { preview } from '../preview/preview';
import type { PreviewBlock, PreviewRow, TextRun } from '../preview/preview-model';

export type CarriedBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead`: what it begins with is set in bold type. `signed`: the body's name or the date below a report. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead: string; readonly look: 'body' | 'signed' }
  /** `form`: a standard table; any other stands as it was. */
  | { readonly kind: 'table'; readonly form: boolean; readonly grid: Grid; readonly width: number };

export interface CarriedReport {
  readonly title: string;
  readonly blocks: readonly CarriedBlock[];
  /** What is not in the blocks as it was. */
  readonly changed: readonly Wording[];
}

/** The reports of a document in order; a text that is none counts as one. */
export function carriedReports(snapshot: Snapshot): readonly CarriedReport[] {
  const parts = preview(snapshot);
  return snapshot.reports.map(({ report }, index) => carriedReport(parts[index] as PlacedPart, report));
}

type Block = PreviewBlock<Span, Wording>;

function carriedReport({ part }: PlacedPart, report: Report | null): CarriedReport {
  const blocks: CarriedBlock[] = [];
  const changed: Wording[] = [];
  let images = 0;
  for (const block of part.blocks) {
    if (block.kind === 'image') images++;
    append(blocks, carriedBlocks(block, report));
    append(changed, changesOf(block));
  }
  if (images > 0) changed.push(phrase`${images} 幅图片`);
  return { title: part.title, blocks, changed };
}

function carriedBlocks(block: Block, report: Report | null): readonly CarriedBlock[] {
  switch (block.kind) {
    case 'title':
      return [{ kind: 'title', text: textOfRuns(block.runs) }];
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: textOfRuns(block.runs) }];
    case 'paragraph': {
      const lead = leadOf(block.runs);
      const look = report !== null && isSignature(block.at, report) ? 'signed' : 'body';
      return [{ kind: 'paragraph', lead, text: textOfRuns(block.runs).slice(lead.length), look }];
    }
    case 'form':
      return [{ kind: 'table', form: true, ...tableOf(presentRows(block.rows, block.width), block.width) }];
    case 'grid':
      return [{ kind: 'table', form: false, ...tableOf(block.rows, 0) }];
    case 'image':
    case 'absent':
      return [];
  }
}

function textOfRuns(runs: readonly TextRun<Span>[]): string {
  return runs.map(({ text }) => text).join('');
}

function leadOf(runs: readonly TextRun<Span>[]): string {
  const end = runs.findIndex(({ weight }) => weight !== 'strong');
  return textOfRuns(end < 0 ? runs : runs.slice(0, end));
}

function isSignature(at: Span, { prose: { signature } }: Report): boolean {
  const lines = [signature.issuer?.span, signature.date?.span];
  return lines.some((line) => line !== undefined && line.start >= at.start && line.end <= at.end && isMost(line, at));
}

/** A sentence may mention the body. */
function isMost(line: Span, at: Span): boolean {
  return 2 * (line.end - line.start) >= at.end - at.start;
}

type Row = PreviewRow<Span>;

/** The rows that the document has, heads with them; a row that it lacks is not made up. Without any, the heads are left. */
function presentRows(rows: readonly Row[], width: number): readonly Row[] {
  const isMissing = rows.map(({ cells }) => cells.some(({ state }) => state === 'missing'));
  if (!isMissing.includes(true)) return rows;
  const form = rows.filter(({ kind }) => kind === 'form');
  const isBare = form.every((row, index) => !hasFigures(row) || isMissing[index] === true);
  const kept = partOfForm(
    form.map(({ cells }) => cells),
    width,
    (row) => isMissing[row] !== true && (isBare || hasFigures(form[row]) || headsSome(form, isMissing, row)),
  );
  return [...kept.map((cells): Row => ({ kind: 'form', cells })), ...rows.filter(({ kind }) => kind !== 'form')];
}

function hasFigures(row: Row | undefined): boolean {
  return row?.cells.some(({ state }) => state !== 'label') ?? false;
}

/** Rows without figures are heads; one that is left has a row of figures below it, up to the next head. */
function headsSome(form: readonly Row[], isMissing: readonly boolean[], head: number): boolean {
  let row = head + 1;
  while (row < form.length && !hasFigures(form[row])) row++;
  for (; row < form.length && hasFigures(form[row]); row++) if (isMissing[row] !== true) return true;
  return false;
}

/** Rows of a form are as wide as the form; what is narrower or wider than that ends with it. */
function tableOf(rows: readonly Row[], width: number): { readonly grid: Grid; readonly width: number } {
  const grid = rows.map(({ cells }) => cells.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan })));
  return { grid, width: width || widthOf(grid) };
}

/** The most columns that a row takes, cells from above included. */
function widthOf(grid: Grid): number {
  let width = 0;
  let below: { readonly columns: number; rows: number }[] = [];
  for (const cells of grid) {
    const own = cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
    width = Math.max(
      width,
      below.reduce((sum, { columns }) => sum + columns, own),
    );
    for (const span of below) span.rows--;
    const begun = cells.filter(({ rowSpan }) => rowSpan > 1);
    below = [
      ...below.filter(({ rows }) => rows > 0),
      ...begun.map(({ colSpan, rowSpan }) => ({ columns: colSpan, rows: rowSpan - 1 })),
    ];
  }
  return width;
}

function changesOf(block: Block): readonly Wording[] {
  if (block.kind !== 'form') return [];
  return block.rows.flatMap(({ cells }) => {
    const odd = cells.find(({ state }) => state === 'ambiguous');
    if (odd === undefined) return [];
    const label = cells.findLast(({ state }) => state === 'label')?.text ?? '';
    if (label === '') return [phrase`${block.name}的数字对不上栏目，合在一格里`];
    return [phrase`${block.name}“${label}”行的数字对不上栏目，合在一格里`];
  });
}
