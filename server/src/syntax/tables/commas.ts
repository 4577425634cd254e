/**
 * Comma-separated tables: a record a line, fields in quotation marks where they hold commas or line ends; and lists as
 * programs print them, `['规章', '0', '0', None]`.
 */
import { looksLikeFigure } from '../../quantity/figure';
import type { Line, LineSource } from '../lines';
import { isBlank, startsLikeHeading } from '../lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';
import { trimmedCell, withoutIndex } from './table-parse';

const fewestRecords = 2;
const mostRecords = 400;
/** A field that a line end parts goes on for no more lines than this. */
const longestField = 4;
const blankLinesAllowed = 1;

interface Record {
  readonly cells: readonly FreshCell[];
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly lines: number;
}

/** The table that begins at line `index`, if one does: records of one width, figures in some of them. */
export function parseCommaTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  if (first === undefined || !mayBeRecord(source, first) || isHead(source, first)) return undefined;
  const records: Record[] = [];
  let width = 0;
  let blanks = 0;
  for (let i = index; records.length < mostRecords; ) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      i++;
      continue;
    }
    if (!mayBeRecord(source, line) || (records.length > 0 && isHead(source, line))) break;
    const record = rememberedRecord(source, i, line);
    if (record === undefined || (records.length > 0 && record.cells.length !== width)) break;
    width = record.cells.length;
    records.push(record);
    blanks = 0;
    i += record.lines;
  }
  const last = records[records.length - 1];
  if (last === undefined || width < 2 || !areTable(source.text, records)) return undefined;
  const rows = withoutIndex(
    source.text,
    records.map(({ start, end, cells }): FreshRow => ({ start, end, cells })),
  );
  return { layout: 'tsv', rowsKnown: true, rows, end: last.next };
}

function mayBeRecord({ text }: LineSource, line: Line): boolean {
  if (!line.comma || line.sentence || line.tabs > 0 || line.bars > 0 || line.table >= 0) return false;
  return commaIn(text, line, line.last) >= 0;
}

/** Where the first comma before `end` stands in the line; -1 where none does. */
function commaIn(text: string, line: Line, end: number): number {
  for (let i = line.first; i < end; i++) if (text.charCodeAt(i) === 0x2c) return i;
  return -1;
}

/** `三、收到和处理政府信息公开申请情况,,,,`: a heading, and no other field filled. */
function isHead({ text }: LineSource, line: Line): boolean {
  if (!startsLikeHeading(text, line)) return false;
  let end = line.last;
  while (end > line.first && (text.charCodeAt(end - 1) === 0x2c || text.charCodeAt(end - 1) === 0x20)) end--;
  return commaIn(text, line, end) < 0;
}

const records = new WeakMap<Line, Record | undefined>();

/** What stands in a line is the same whichever line the table begins with. */
function rememberedRecord(source: LineSource, index: number, line: Line): Record | undefined {
  if (!records.has(line)) records.set(line, recordAt(source, index, line));
  const record = records.get(line);
  // Lines that a field goes on over were looked at all the same.
  source.at(index + (record?.lines ?? longestField) - 1);
  return record;
}

function recordAt(source: LineSource, index: number, line: Line): Record | undefined {
  const { text } = source;
  if (isList(text, line)) return listAt(text, line);
  const cells: FreshCell[] = [];
  let current = line;
  let lines = 1;
  let from = line.start;
  for (let i = line.start; ; ) {
    while (i < current.end && text.charCodeAt(i) === 0x20) i++;
    if (i < current.end && text.charCodeAt(i) === 0x22) {
      let close = closingQuote(text, i + 1, current.end);
      while (close < 0 && lines < longestField) {
        const next = source.at(index + lines);
        if (next === undefined) return undefined;
        lines++;
        current = next;
        close = closingQuote(text, i + 1, current.end);
      }
      if (close < 0) return undefined;
      cells.push(trimmedCell(text, i + 1, close));
      i = close + 1;
      while (i < current.end && text.charCodeAt(i) === 0x20) i++;
      if (i < current.end && text.charCodeAt(i) !== 0x2c) return undefined;
    } else {
      while (i < current.end && text.charCodeAt(i) !== 0x2c) i++;
      cells.push(trimmedCell(text, from, i));
    }
    if (i >= current.end) break;
    i++;
    from = i;
  }
  return { cells, start: line.start, end: current.end, next: current.next, lines };
}

/** `['规章', '0', None]`, one of several with a comma behind it, or the first or last within further brackets. */
function isList(text: string, line: Line): boolean {
  return text.charCodeAt(line.first) === 0x5b && /\][\],]{0,2}$/.test(text.slice(line.last - 3, line.last));
}

const listField = /'([^'\r\n]{0,200})'|"([^"\r\n]{0,200})"|([^\s,[\]'"]{1,40})/g;

function listAt(text: string, line: Line): Record | undefined {
  const cells: FreshCell[] = [];
  for (const match of text.slice(line.first, line.last).matchAll(listField)) {
    const quote = match[3] === undefined ? 1 : 0;
    const start = line.first + match.index + quote;
    cells.push({ start, end: line.first + match.index + match[0].length - quote });
  }
  return cells.length < 2 ? undefined : { cells, start: line.start, end: line.end, next: line.next, lines: 1 };
}

/** The quotation mark that closes the field; a doubled one is part of it. */
function closingQuote(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) !== 0x22) continue;
    if (text.charCodeAt(i + 1) !== 0x22) return i;
    i++;
  }
  return -1;
}

/** Records with figures, or a form that is not filled in yet; words with commas between them are neither. */
function areTable(text: string, records: readonly Record[]): boolean {
  let withFigures = 0;
  let blanks = 0;
  let fields = 0;
  for (const { cells } of records) {
    fields += cells.length;
    blanks += cells.filter((cell) => cell.start === cell.end || text.slice(cell.start, cell.end) === 'None').length;
    const figures = cells.filter((cell) => cell.start < cell.end && looksLikeFigure(text, cell.start, cell.end));
    const isFilled = figures.length > 0 && (cells[0] as FreshCell).end - (cells[0] as FreshCell).start <= 60;
    if (isFilled) withFigures++;
  }
  if (records.length < fewestRecords) return false;
  return blanks * 2 >= fields || (withFigures >= 1 && withFigures * 8 >= records.length);
}
