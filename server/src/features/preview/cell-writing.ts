/** Writing into cells of the printed form: the words of the cells in the text are replaced in the text's own layout, and nothing else. */

import { keepingMarkup } from '../../fixes/markup-edits';
import { overwritten } from '../../fixes/overwritten';
import { readFigure } from '../../quantity/figure';
import type { Cell, Report, TableReadings } from '../../report/report';
import type { TableId } from '../../standard/edition';
import { halfWidthDigits } from '../../text/digits';
import { blankMark } from '../../text/grid';
import type { Layout } from '../../text/layout';
import { lineEnd, lineStart, nextLine } from '../../text/lines';
import type { Edit, Span } from '../../text/span';
import { applyEdits, shiftEdits } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot, SnapshotReport } from '../../workspace/snapshot';
import { snapshotOf } from '../../workspace/snapshot';
import { foundTables } from '../locate';
import { figureName } from '../navigation/figure-places';
import { cellSaying, cellsOf, frameOf } from '../same-reading';
import type { FormTable } from './preview-form';
import { formCellAt, formTableOf, shownFigure } from './preview-form';
import type { CellText, WritingSource } from './preview-model';

/** All edits or none; spans count from the document's start. */
export type CellWriting = { readonly edits: readonly Edit[] } | { readonly refusal: Wording };

/**
 * The edits that write the cells. Refused where a cell is not there or holds other words than the user saw, where a text does not fit
 * a cell, and where anything but these cells would be read otherwise afterwards.
 */
export function cellWriting(snapshot: Snapshot, asked: readonly CellText[], source: WritingSource): CellWriting {
  const targets: Target[] = [];
  for (const cell of asked) {
    const found = targetOf(snapshot, { ...cell, was: cleaned(cell.was), text: cleaned(cell.text) }, source);
    if ('refusal' in found) return found;
    if (shownFigure(found.cell) !== found.text) targets.push(found);
  }
  if (targets.length === 0) return { edits: [] };
  for (const manner of manners) {
    const edits = targets
      .flatMap((target) => editsOf(target, manner))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    if (isRead(snapshot, edits, targets)) return { edits };
  }
  const { name, text } = targets[0] as Target;
  return {
    refusal: phrase`${name}没有写入“${text}”：这张表的排法里写不下，写了整张表会读成别的样子。请在文本里改。`,
  };
}

interface Target {
  readonly place: SnapshotReport;
  readonly report: Report;
  readonly layout: Layout;
  readonly cell: Cell;
  readonly name: string;
  readonly text: string;
}

function targetOf(
  snapshot: Snapshot,
  { part, table, row, column, was, text }: CellText,
  source: WritingSource,
): Target | { readonly refusal: Wording } {
  const place = snapshot.reports[part];
  const form = place?.report ? formIn(place.report, table) : undefined;
  const cell = form && formCellAt(form, row, column);
  if (!place?.report || form === undefined || cell === undefined) {
    return { refusal: phrase`文本改过了，已经没有这一格，没有写入“${text}”。` };
  }
  const name = figureName(form.edition, { table, row, column }).short;
  const now = shownFigure(cell);
  if (cleaned(now) !== was && now !== text) {
    return { refusal: phrase`${name}没有写入“${text}”：文本改过了，这一格已是“${now}”。` };
  }
  if (source === 'pasted' && !isFigure(text)) {
    return { refusal: phrase`整块都没有粘贴：“${text}”不是数字。请只复制数字的格子。` };
  }
  if (breaking.test(text) || text.length > longest) {
    return {
      refusal: phrase`${name}没有写入“${text.slice(0, longest)}”：一格只写一行字，不能有“|”“<”“&”、制表符和换行。`,
    };
  }
  return { place, report: place.report, layout: form.table.layout, cell, name, text };
}

function formIn(report: Report, table: TableId): FormTable | undefined {
  const reading = report.tables[table];
  return reading.state === 'found' ? formTableOf(report, reading) : undefined;
}

/** Full-width digits and the commas of spreadsheets are how the figure was put in, and not what it says. */
function cleaned(text: string): string {
  const narrow = halfWidthDigits(text).trim();
  return /^\d{1,3}(?:,\d{3})+$/.test(narrow) ? narrow.replaceAll(',', '') : narrow;
}

function isFigure(text: string): boolean {
  return readFigure(text).kind !== 'unreadable';
}

/** What no layout holds in a cell, or the reader takes for its own marks. */
const breaking = /[\p{Cc}\u2028\u2029\ufdd0-\ufdef\ufffe\uffff|<&]/u;
const longest = 60;

/** The first is how the layout prints such a cell; the others are tried where the text has ways of its own. */
const manners = ['printed', 'plain', 'marked'] as const;

function editsOf({ place, report, layout, cell, text }: Target, manner: (typeof manners)[number]): readonly Edit[] {
  const edits =
    manner === 'printed'
      ? printedEdits(report, layout, cell, text)
      : overwritten(cell, text === '' && manner === 'marked' ? blankMark : text);
  return shiftEdits(keepingMarkup(report, edits), place.start);
}

function printedEdits(report: Report, layout: Layout, cell: Cell, text: string): readonly Edit[] {
  const { span } = cell;
  const isEmpty = span.start === span.end;
  switch (layout) {
    case 'stacked':
    case 'spaced':
      return overwritten(cell, text || blankMark);
    case 'bar-line':
      if (isEmpty) return [{ span, newText: `${text} ` }];
      return text === '' ? removed(cell, trailing(report.text, span)) : overwritten(cell, text);
    case 'bar-alone':
      if (isEmpty) return [{ span, newText: text + report.eol }];
      return text === '' ? removed(cell, ownLine(report.text, span)) : overwritten(cell, text);
    case 'bar-row': {
      const start = lineStart(report.text, span.start);
      const isFirst = isEmpty && report.text.slice(start, span.start).trim() === '';
      return isFirst ? [{ span: { start, end: span.end }, newText: `${text} ` }] : overwritten(cell, text);
    }
    default:
      return overwritten(cell, text);
  }
}

function removed(cell: Cell, span: Span): readonly Edit[] {
  const [, ...rest] = overwritten(cell, '');
  return [{ span, newText: '' }, ...rest];
}

/** The cell with the blanks after it. */
function trailing(text: string, { start, end }: Span): Span {
  let past = end;
  while (text.charAt(past) === ' ') past++;
  return { start, end: past };
}

/** The cell with its line's end, where nothing follows it on the line. */
function ownLine(text: string, { start, end }: Span): Span {
  const rest = text.slice(end, lineEnd(text, end));
  return { start, end: rest.trim() === '' ? nextLine(text, end) : end };
}

/** Whether the text afterwards is read as before, with the new words in these cells. */
function isRead(snapshot: Snapshot, edits: readonly Edit[], targets: readonly Target[]): boolean {
  const after = snapshotOf(applyEdits(snapshot.text, edits), snapshot.options, snapshot);
  if (after.reports.length !== snapshot.reports.length) return false;
  return snapshot.reports.every((place, i) => {
    const other = after.reports[i] as SnapshotReport;
    if (place.report === other.report) return targets.every((target) => target.place !== place);
    const [before, now] = [shownTables(place), shownTables(other)];
    if (before === undefined || now === undefined || frameOf(place, before) !== frameOf(other, now)) return false;
    const wanted = new Map(
      targets.filter((target) => target.place === place).map(({ cell, text }) => [cell.span.start, text]),
    );
    const cells = cellsOf(now);
    const wrong = cellsOf(before).filter((cell, at) => {
      const text = wanted.get(cell.span.start);
      const read = cells[at] as Cell;
      if (text === undefined) return cellSaying(cell) !== cellSaying(read);
      wanted.delete(cell.span.start);
      return (text === '') !== (read.kind === 'blank') || shownFigure(read) !== text;
    });
    return wrong.length === 0 && wanted.size === 0;
  });
}

/** The tables as the preview shows them, each in the form that it has. */
function shownTables({ report }: SnapshotReport): TableReadings | undefined {
  if (report === null) return undefined;
  const shown = foundTables(report).map((table) => [table.table, formTableOf(report, table).table]);
  return { ...report.tables, ...Object.fromEntries(shown) };
}
