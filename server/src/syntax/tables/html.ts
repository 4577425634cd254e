/** HTML tables: cells found by their tags, whatever stands around or within them. */
import type { LineSource } from '../lines';
import { isSpace, lineEndAfter } from '../lines';
import type { FreshCell, TableParse } from './table-parse';

const tablePart = /<(\/?)(table|tr|td|th)\b[^>]*>/gi;
/** Longer than any table of a report; what is not closed by then is no table. */
const longestTable = 400_000;

/** The table that begins at line `index`, if one does. */
export function parseHtmlTable(source: LineSource, index: number): TableParse | undefined {
  const line = source.at(index);
  if (line === undefined || line.table < 0) return undefined;
  const text = source.text;
  const scan = scanTable(text, line.table);
  let end = scan.end;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return { layout: 'html', rowsKnown: true, rows: scan.rows, end: lineEndAfter(text, end) };
}

interface OpenRow {
  start: number;
  end: number;
  cells: FreshCell[];
}

function scanTable(text: string, start: number): { rows: OpenRow[]; end: number } {
  const rows: OpenRow[] = [];
  let row: OpenRow | undefined;
  let cellStart = -1;
  let depth = 0;
  const closeCell = (end: number): void => {
    if (cellStart >= 0 && row !== undefined) row.cells.push(contentWithin(text, cellStart, end));
    cellStart = -1;
  };
  const closeRow = (end: number): void => {
    if (row !== undefined) row.end = end;
    row = undefined;
  };
  tablePart.lastIndex = start;
  for (let match = tablePart.exec(text); match !== null; match = tablePart.exec(text)) {
    const at = match.index;
    const after = at + match[0].length;
    if (at - start > longestTable) break;
    const name = (match[2] as string).toLowerCase();
    const closing = match[1] === '/';
    if (name === 'table') {
      depth += closing ? -1 : 1;
      if (depth > 0) continue;
      closeCell(at);
      closeRow(at);
      return { rows, end: after };
    }
    closeCell(at);
    if (name === 'tr') {
      closeRow(closing ? after : at);
      if (!closing) {
        row = { start: at, end: after, cells: [] };
        rows.push(row);
      }
    } else if (!closing) {
      if (row === undefined) {
        row = { start: at, end: after, cells: [] };
        rows.push(row);
      }
      cellStart = after;
    }
  }
  closeCell(text.length);
  closeRow(text.length);
  return { rows, end: text.length };
}

const leading = /(?:\s|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);|<[^<>]*>)+/iy;
const trailing = /(?:\s|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);|<[^<>]*>)+$/i;

/** The cell's content without tags and white space at both ends; an empty cell keeps its innermost place. */
function contentWithin(text: string, start: number, end: number): FreshCell {
  const raw = text.slice(start, end);
  leading.lastIndex = 0;
  const head = leading.exec(raw)?.[0].length ?? 0;
  if (head === raw.length) {
    const place = start + innermost(raw);
    return { start: place, end: place };
  }
  const tail = trailing.exec(raw)?.[0].length ?? 0;
  return { start: start + head, end: end - tail };
}

/** Where text would go in a cell that holds only tags: after the last opening tag. */
function innermost(raw: string): number {
  const closing = raw.search(/<\//);
  if (closing < 0) return 0;
  return closing;
}
