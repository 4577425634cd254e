/** The cells of a sheet as they are stored: where they stand, what they show, which are merged or hidden. */
import type { Budget } from '../budget';
import type { OmissionCounter } from '../omissions';
import type { Attributes, XmlEvents } from '../xml';
import { attributeOf, isOn } from '../xml';
import type { CellStyle } from './cell-styles';
import type { Calendar } from './dates';
import { showNumber } from './number-formats';
import { cleaned } from './strings';

/** Both count from 1. */
export interface StoredCell {
  readonly column: number;
  readonly text: string;
  readonly isBordered: boolean;
}

export interface StoredRow {
  readonly row: number;
  readonly cells: StoredCell[];
}

/** Both ends are included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface StoredSheet {
  readonly rows: readonly StoredRow[];
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  /** The relation to its drawing. */
  readonly drawing: string | undefined;
}

export interface Workbook {
  readonly strings: readonly string[];
  readonly styles: (index: number) => CellStyle;
  readonly calendar: Calendar;
  readonly budget: Budget;
  readonly omissions: OmissionCounter;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

export interface SheetCollector extends XmlEvents {
  sheet(): StoredSheet;
}

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  hasFormula: boolean;
  value: string;
}

export function sheetCollector(workbook: Workbook): SheetCollector {
  const rows: StoredRow[] = [];
  const merges: Range[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: (readonly [number, number])[] = [];
  let drawing: string | undefined;
  let showsZeros = true;
  let row: StoredRow = { row: 0, cells: [] };
  let lastRead = 0;
  let cell: OpenCell | undefined;
  let isValue = false;
  let phonetic = 0;

  const openCell = (attributes: Attributes): OpenCell => {
    const place = attributeOf(attributes, 'r');
    const column = place === undefined ? lastRead + 1 : (cellAt(place)?.column ?? lastRead + 1);
    lastRead = column;
    const style = workbook.styles(Number(attributeOf(attributes, 's') ?? '0'));
    return { column, type: attributeOf(attributes, 't') ?? 'n', style, hasFormula: false, value: '' };
  };

  const closeCell = (open: OpenCell): void => {
    const text = shownText(open, workbook, showsZeros);
    const { isBordered } = open.style;
    if ((text === '' && !isBordered) || open.column > lastColumn) return;
    workbook.budget.take('cells', 1);
    workbook.budget.take('characters', text.length);
    // Sheets that were formatted down to the last row have a million rows without a cell.
    if (row.cells.length === 0) rows.push(row);
    row.cells.push({ column: open.column, text, isBordered });
  };

  const openRow = (attributes: Attributes): void => {
    const given = Number(attributeOf(attributes, 'r') ?? row.row + 1);
    row = { row: given >= 1 && given <= lastRow ? Math.floor(given) : row.row + 1, cells: [] };
    lastRead = 0;
    if (isOn(attributeOf(attributes, 'hidden')) || attributeOf(attributes, 'ht') === '0') hiddenRows.push(row.row);
  };

  return {
    open(name, attributes) {
      isValue = (name === 's:v' || name === 's:t') && phonetic === 0;
      switch (name) {
        case 's:row':
          openRow(attributes());
          return;
        case 's:c':
          cell = openCell(attributes());
          return;
        case 's:f':
          if (cell !== undefined) cell.hasFormula = true;
          return;
        case 's:rPh':
          phonetic++;
          return;
        case 's:mergeCell': {
          const range = rangeAt(attributeOf(attributes(), 'ref') ?? '');
          if (range !== undefined) merges.push(range);
          return;
        }
        case 's:col': {
          const hidden = hiddenColumnsOf(attributes());
          if (hidden !== undefined) hiddenColumns.push(hidden);
          return;
        }
        case 's:sheetView':
          if (attributeOf(attributes(), 'showZeros') !== undefined)
            showsZeros = isOn(attributeOf(attributes(), 'showZeros'));
          return;
        case 's:drawing':
          drawing = attributes()['r:id'];
          return;
      }
    },
    text(text) {
      if (isValue && cell !== undefined) cell.value += text;
    },
    close(name) {
      isValue = false;
      if (name === 's:rPh') phonetic--;
      if (name !== 's:c' || cell === undefined) return;
      closeCell(cell);
      cell = undefined;
    },
    sheet: () => ({ rows, merges, hiddenRows, hiddenColumns, drawing }),
  };
}

function shownText(cell: OpenCell, { strings, calendar, omissions }: Workbook, showsZeros: boolean): string {
  const { type, value, style } = cell;
  if (cell.hasFormula && value === '' && type !== 'str') omissions.add('uncalculated');
  switch (type) {
    case 's':
      return value === '' ? '' : (strings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return cleaned(value);
    case 'b':
      return value === '' ? '' : isOn(value.trim()) ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(?:\.0{1,9})?Z?$/, '').replace('T', ' ');
    case 'e':
      return value;
    default: {
      const number = Number(value);
      if (value.trim() === '') return '';
      if (!Number.isFinite(number)) return value;
      return number === 0 && !showsZeros ? '' : showNumber(number, style.format, calendar);
    }
  }
}

function hiddenColumnsOf(attributes: Attributes): readonly [number, number] | undefined {
  const isHidden = isOn(attributeOf(attributes, 'hidden')) || attributeOf(attributes, 'width') === '0';
  const [first, last] = [Number(attributeOf(attributes, 'min')), Number(attributeOf(attributes, 'max'))];
  return isHidden && first >= 1 && last >= first ? [first, Math.min(last, lastColumn)] : undefined;
}

function rangeAt(reference: string): Range | undefined {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [cellAt(from), cellAt(to)];
  if (first === undefined || last === undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** `B7`, `$B$7`. */
function cellAt(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= lastRow && column <= lastColumn ? { row, column } : undefined;
}
