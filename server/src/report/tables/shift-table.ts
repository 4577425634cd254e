/** A table's reading at another place of the report: what typing before a table costs, so written for speed. */
import { shiftSpan } from '../../text/span';
import type { Cell, RowReading, TableReading, UnknownRow } from '../report';

/** The same reading, `distance` characters further on. */
export function shiftTable(reading: TableReading, distance: number): TableReading {
  if (reading.state === 'missing' || distance === 0) return reading;
  return {
    state: 'found',
    table: reading.table,
    layout: reading.layout,
    span: shiftSpan(reading.span, distance),
    rows: reading.rows.map((row) => shiftRow(row, distance)),
    unknownRows: reading.unknownRows.map((row) => shiftUnknownRow(row, distance)),
    unread: reading.unread.map((span) => shiftSpan(span, distance)),
  };
}

function shiftRow(row: RowReading, distance: number): RowReading {
  return {
    row: row.row,
    label: { span: shiftSpan(row.label.span, distance), text: row.label.text },
    span: shiftSpan(row.span, distance),
    state: row.state,
    cells: shiftCells(row.cells, distance),
    repeated: row.repeated,
  };
}

function shiftUnknownRow(row: UnknownRow, distance: number): UnknownRow {
  return {
    isLost: row.isLost,
    label: { span: shiftSpan(row.label.span, distance), text: row.label.text },
    span: shiftSpan(row.span, distance),
    cells: shiftCells(row.cells, distance),
  };
}

function shiftCells(cells: readonly Cell[], distance: number): Cell[] {
  const shifted = new Array<Cell>(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    const span = { start: cell.span.start + distance, end: cell.span.end + distance };
    if (cell.kind !== 'stated') shifted[i] = { kind: cell.kind, raw: cell.raw, span };
    else if (cell.rest === undefined) shifted[i] = { kind: 'stated', value: cell.value, raw: cell.raw, span };
    else shifted[i] = { ...cell, span, rest: cell.rest.map((part) => shiftSpan(part, distance)) };
  }
  return shifted;
}
