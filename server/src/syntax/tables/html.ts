/** HTML tables: cells found by their tags, whatever stands around or within them. */
import { lineBreakAfter } from '../../text/lines';
import type { LineSource } from '../lines';
import { isSolid, isSpace } from '../lines';
import { tagEnd } from '../markup/tag';
import type { FreshCell, TableParse } from './table-parse';

const tableTag = /<!--|<(\/?)(table|tr|td|th)(?![\w-])/gi;
/** Longer than any table of a report; what is not closed by then is no table. */
const longestTable = 400_000;

/** The table that begins at line `index`, if one does. */
export function parseHtmlTable(source: LineSource, index: number): TableParse | undefined {
  const line = source.at(index);
  if (line === undefined || line.table < 0) return undefined;
  const { source: text, text: view } = source;
  const scan = scanTable(text, view, line.table);
  let end = scan.end;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  const after = lineBreakAfter(text, end);
  return { layout: 'html', rowsKnown: true, rows: scan.rows, end: after, seen: Math.max(after, scan.seen) + 1 };
}

interface OpenRow {
  start: number;
  end: number;
  cells: FreshCell[];
}

interface Scan {
  readonly rows: OpenRow[];
  readonly end: number;
  readonly seen: number;
}

/** A table ends with its own closing tag; one without, before the next table or after the last row that was closed. */
function scanTable(text: string, view: string, start: number): Scan {
  const rows: OpenRow[] = [];
  let row: OpenRow | undefined;
  let cellStart = -1;
  let depth = 0;
  let closedEnd = -1;
  const closeCell = (end: number): void => {
    if (cellStart >= 0 && row !== undefined) row.cells.push(contentWithin(text, view, cellStart, end));
    cellStart = -1;
  };
  const closeRow = (end: number): void => {
    if (row !== undefined) row.end = end;
    row = undefined;
  };
  for (const { at, after, seen, name, closing } of tableTags(text, start)) {
    if (name === 'table') {
      if (!closing && depth === 1 && cellStart < 0 && closedEnd >= 0) {
        closeRow(closedEnd);
        return { rows, end: closedEnd, seen };
      }
      depth += closing ? -1 : 1;
      if (depth > 0) continue;
      closeCell(at);
      closeRow(at);
      return { rows, end: after, seen };
    }
    closeCell(at);
    if (closing) closedEnd = after;
    if (name === 'tr') closeRow(closing ? after : at);
    if (closing) continue;
    if (row === undefined) {
      row = { start: at, end: after, cells: [] };
      rows.push(row);
    }
    if (name !== 'tr') cellStart = after;
  }
  const end = cellStart < 0 && closedEnd >= 0 ? closedEnd : text.length;
  closeCell(end);
  closeRow(end);
  return { rows, end, seen: text.length + 1 };
}

interface TablePart {
  readonly at: number;
  readonly after: number;
  /** How far the text was looked at to find it. */
  readonly seen: number;
  readonly name: string;
  readonly closing: boolean;
}

/** The tags of tables from `start` on, those in comments left out. */
function* tableTags(text: string, start: number): Generator<TablePart> {
  tableTag.lastIndex = start;
  let hasOpenComment = false;
  for (let match = tableTag.exec(text); match !== null; match = tableTag.exec(text)) {
    const at = match.index;
    if (at - start > longestTable) return;
    const named = at + match[0].length;
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      const end: number = hasOpenComment ? -1 : text.indexOf('-->', named);
      hasOpenComment ||= end < 0;
      tableTag.lastIndex = end < 0 ? named : end + 3;
      continue;
    }
    const after = tagEnd(text, named);
    if (after < 0) {
      tableTag.lastIndex = named;
      continue;
    }
    const seen = hasOpenComment ? text.length + 1 : after;
    yield { at, after, seen, name, closing: match[1] === '/' };
    tableTag.lastIndex = after;
  }
}

/** The cell's content without tags and white space at both ends; an empty cell keeps its innermost place. */
function contentWithin(text: string, view: string, start: number, end: number): FreshCell {
  let from = start;
  let to = end;
  while (from < to && !isSolid(view.charCodeAt(from))) from++;
  while (to > from && !isSolid(view.charCodeAt(to - 1))) to--;
  if (from < to) return { start: from, end: to };
  const place = start + innermost(text.slice(start, end));
  return { start: place, end: place };
}

/** Where text would go in a cell that holds only tags: after the last opening tag. */
function innermost(raw: string): number {
  const closing = raw.search(/<\//);
  if (closing < 0) return 0;
  return closing;
}
