/** Tables without any drawn border: every cell a paragraph, or rows of words and figures parted by spaces. */

import { looksLikeFigure, looksLikeNumber, scanFigures } from '../../quantity/figure';
import { isIdeograph } from '../../text/characters';
import { digitOf, holdsDigit } from '../../text/digits';
import type { Line, LineSource } from '../lines';
import {
  isBlank,
  isFigureLine,
  isPageNumber,
  isSpace,
  isSpaceOrUnseen,
  startsLikeHeading,
  trailingFigures,
} from '../lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';

const blankLinesAllowed = 3;
/** A header of table four has 19 labels, each of which may be broken in two or three. */
const longestHeader = 60;
const longestLabel = 60;
const longestRow = 140;

/** The table that begins at line `index`, if one does. */
export function parseLooseTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  const runOn = first === undefined ? undefined : runOnTable(source, index);
  if (runOn !== undefined) return runOn;
  if (first === undefined || !mayBeginTable(source, index, first) || !leadsToFigures(source, index)) return undefined;
  const lines = looseLines(source, index);
  if (lines.length < 2 && !manyFigures(source.text, lines[0])) return undefined;
  const text = source.text;
  const alone = lines.filter((line) => isFigureLine(text, line) && trailingFigures(text, line) === 1).length;
  const trailing = lines.filter(
    (line) => trailingFigures(text, line) > 1 || (trailingFigures(text, line) === 1 && !isFigureLine(text, line)),
  ).length;
  const stacked = alone > trailing;
  const rows = lines.map((line) => ({ start: line.first, end: line.last, cells: looseCells(text, line) }));
  return {
    layout: stacked ? 'stacked' : 'spaced',
    rowsKnown: false,
    rows,
    end: (lines[lines.length - 1] as Line).next,
  };
}

/** Figures in so many places of one line are those of several rows. */
const fewestPlaces = 3;
const longestRunOn = 6000;

/** A table whose rows follow one another on one line: `规章 0 0 0 行政规范性文件 2 0 9 …`; or, figures stuck to the labels, on a few. */
function runOnTable(source: LineSource, index: number): TableParse | undefined {
  const { text } = source;
  const rows: FreshRow[] = [];
  let end = 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined || isBlank(line) || line.sentence || line.tabs > 0 || line.bars > 0 || line.table >= 0)
      break;
    if (line.solid > longestRunOn || (rows.length === 0 && line.solid < longestLabel / 2)) break;
    const { cells, places } = runOnCells(text, line);
    if (places < (rows.length === 0 ? fewestPlaces : 1)) break;
    rows.push({ start: line.first, end: line.last, cells });
    end = line.next;
  }
  return rows.length === 0 ? undefined : { layout: 'spaced', rowsKnown: false, rows, end };
}

const unit = /^[年月日件条次个项人份起宗例家名元万％%，、。：:]/;

/** The words of a line, and at how many places figures stand behind them; none where the figures have units, as in prose. */
function runOnCells(text: string, line: Line): { readonly cells: FreshCell[]; readonly places: number } {
  const cells: FreshCell[] = [];
  let places = 0;
  let units = 0;
  let wasFigure = true;
  for (let i = line.first; i < line.last; ) {
    while (i < line.last && isSpaceOrUnseen(text.charCodeAt(i))) i++;
    const start = i;
    while (i < line.last && !isSpace(text.charCodeAt(i))) i++;
    if (start === i) break;
    const isFigure = looksLikeNumber(text, start, i);
    if (isFigure ? !wasFigure : isGlued(text, start, i)) places++;
    if (!isFigure && wasFigure && unit.test(text.charAt(start))) units++;
    wasFigure = isFigure;
    cells.push({ start, end: i });
  }
  return { cells, places: units > 0 ? 0 : places };
}

/** `规章000`: digits right behind the Chinese characters of a word. */
function isGlued(text: string, start: number, end: number): boolean {
  let from = end;
  while (from > start && digitOf(text.charCodeAt(from - 1)) >= 0) from--;
  const before = text.charCodeAt(from - 1);
  return from < end && from - start > 1 && isIdeograph(before);
}

function manyFigures(text: string, line: Line | undefined): boolean {
  return line !== undefined && trailingFigures(text, line) > 2;
}

/** A label of figures, or a broken part of one. */
function isLabelPiece(text: string, line: Line): boolean {
  const isPlain = line.bars === 0 && line.tabs === 0 && line.table < 0 && !line.sentence;
  return isPlain && (line.solid <= longestLabel || (line.solid <= longestRow && trailingFigures(text, line) > 1));
}

/** A label with its figures behind it: `行政许可 12`, `1.属于国家秘密 0 0 0 0 0 0 0`. */
function isLabelledRow(text: string, line: Line): boolean {
  const figures = trailingFigures(text, line);
  if (figures === 0 || line.figuresStart === line.first) return false;
  return figures > 1 || (!line.comma && line.figuresStart - line.first <= 24);
}

function bearsFigures(text: string, line: Line): boolean {
  return isFigureLine(text, line) || isLabelledRow(text, line) || isRowWithWords(text, line);
}

/** `0 0 无`: figures and words in their place, at least two. */
function isRowWithWords(text: string, line: Line): boolean {
  return endsInFigureWord(text, line) && scanFigures(text, line.first, line.last, looksLikeFigure).count > 1;
}

function nextFilledLine(source: LineSource, index: number): Line | undefined {
  for (let i = index + 1; i <= index + 1 + blankLinesAllowed; i++) {
    const line = source.at(i);
    if (line === undefined || !isBlank(line)) return line;
  }
  return undefined;
}

/** `四、结转下年度继续办理` is a row where figures follow at once, and a heading otherwise. */
function isHeading(source: LineSource, index: number, line: Line): boolean {
  if (!startsLikeHeading(source.text, line) || isLabelledRow(source.text, line)) return false;
  if (isRowWithWords(source.text, line)) return false;
  const next = nextFilledLine(source, index);
  if (next === undefined || isPageNumber(source.text, next)) return true;
  const isMark = looksLikeFigure(source.text, next.first, next.last) && !holdsDigit(source.text, next.first, next.last);
  if (isMark) return isLoneMark(source, next, index);
  return !isFigureLine(source.text, next);
}

/** `六、其他需要报告的事项` with a mere 无 or `/` under it is a heading; a row of figures may begin with one. */
function isLoneMark(source: LineSource, next: Line, index: number): boolean {
  const { text } = source;
  let at = index + 1;
  while (source.at(at) !== next) at++;
  const second = nextFilledLine(source, at);
  return second === undefined || !isFigureLine(text, second);
}

function mayBeginTable(source: LineSource, index: number, line: Line): boolean {
  if (isBlank(line) || partOf(source, index, line) === 'stops') return false;
  if (!isFigureLine(source.text, line)) return true;
  return trailingFigures(source.text, line) > 1 && !isPageNumber(source.text, line);
}

function leadsToFigures(source: LineSource, index: number): boolean {
  const first = source.at(index) as Line;
  let seen = first.filledWords;
  let blanks = 0;
  /** Past the last line of words. */
  let end = index + first.words;
  let leads = false;
  for (let i = end; seen <= longestHeader; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      continue;
    }
    blanks = 0;
    const part = partOf(source, i, line);
    leads = part === 'figures';
    if (leads || part === 'stops') break;
    seen++;
    end = i + 1;
  }
  rememberWords(source, index, end, seen);
  return leads;
}

/** The filled line after `index` is asked about next, and need not look again at what is known to be words up to `end`. */
function rememberWords(source: LineSource, index: number, end: number, filled: number): void {
  for (let i = index + 1; i < end; i++) {
    const line = source.at(i) as Line;
    if (isBlank(line)) continue;
    line.words = end - i;
    line.filledWords = filled - 1;
    return;
  }
}

/** Each line is asked about by the lines before it, over and over. */
function partOf(source: LineSource, index: number, line: Line): NonNullable<Line['part']> {
  // A heading is told with the lines below it, which must be looked at each time.
  if (line.part === undefined || startsLikeHeading(source.text, line)) line.part = toldPart(source, index, line);
  return line.part;
}

function toldPart(source: LineSource, index: number, line: Line): NonNullable<Line['part']> {
  if (!isLabelPiece(source.text, line) || isHeading(source, index, line)) return 'stops';
  if (isPageNumber(source.text, line)) return 'page-number';
  return bearsFigures(source.text, line) ? 'figures' : 'words';
}

function looseLines(source: LineSource, index: number): Line[] {
  const lines: Line[] = [];
  let kept = 0;
  let blanks = 0;
  let sinceFigures = 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      continue;
    }
    const part = partOf(source, i, line);
    if (part === 'stops' || ++sinceFigures > longestHeader) break;
    blanks = 0;
    if (part === 'page-number') continue;
    lines.push(line);
    if (part === 'figures' || endsInFigureWord(source.text, line)) {
      kept = lines.length;
      sinceFigures = 0;
    }
  }
  return lines.slice(0, kept);
}

const longestRowLabel = 40;

/** `无` where a figure belongs: on a line of its own, or behind a label. */
function endsInFigureWord(text: string, line: Line): boolean {
  if (line.solid > longestRowLabel) return false;
  let start = line.last;
  while (start > line.first && !isSpace(text.charCodeAt(start - 1))) start--;
  return looksLikeFigure(text, start, line.last);
}

/** The label in front as one cell, then each figure. */
function looseCells(text: string, line: Line): FreshCell[] {
  if (!isFigureLine(text, line) && !isLabelledRow(text, line) && !endsInFigureWord(text, line)) {
    return [{ start: line.first, end: line.last }];
  }
  const cells: FreshCell[] = [];
  const begin = isFigureLine(text, line) ? line.first : scanFigures(text, line.first, line.last, looksLikeFigure).start;
  if (begin > line.first) {
    let end = begin;
    while (end > line.first && isSpaceOrUnseen(text.charCodeAt(end - 1))) end--;
    cells.push({ start: line.first, end });
  }
  for (let i = begin; i < line.last; ) {
    while (i < line.last && isSpaceOrUnseen(text.charCodeAt(i))) i++;
    const start = i;
    while (i < line.last && !isSpace(text.charCodeAt(i))) i++;
    if (start < i) cells.push({ start, end: i });
  }
  return cells;
}
