// Figures for the three standard tables that satisfy every relation of the edition, different for every seed.
import { between } from './random.mjs';

const keyOf = ({ table, row, column }) => `${table}/${row}/${column}`;

/** Mostly small counts, many of them 0, as in the reports of towns. */
const smallCount = (random) => (random() < 0.55 ? 0 : between(random, 1, 9));

/** Rows and columns whose cell the benchmark edits: never 0, and each in a row and a column of its own. */
export const editedCells = {
  beginning: { table: 'requests', row: 'granted', column: 'natural-person' },
  middle: { table: 'requests', row: 'declined-repeated', column: 'enterprise' },
  end: { table: 'requests', row: 'unable-unclear', column: 'other' },
};

/** Gives a figure for every cell of the edition's tables: a `FigureSource` of the standard's printer. */
export function figuresOf(edition, random) {
  const figures = new Map();
  const set = (table, row, column, value) => figures.set(keyOf({ table, row, column }), value);
  requestFigures(edition.tables.requests, random, set, (row, column) =>
    figures.get(keyOf({ table: 'requests', row, column })),
  );
  reviewFigures(edition.tables.review, random, set);
  disclosureFigures(edition.tables.disclosure, random, set);
  const at = (cell) => figures.get(keyOf(cell));
  return { at, print: (cell) => String(at(cell)) };
}

function requestFigures(table, random, set, get) {
  const rows = table.rows.map((row) => row.id);
  const dispositions = table.rows
    .filter((row) => row.group !== undefined && row.id !== 'disposed')
    .map((row) => row.id);
  const applicants = table.rows[0].columns.map((column) => column.id).filter((id) => id !== 'total');
  const edited = new Set(Object.values(editedCells).map(keyOf));
  for (const column of applicants) {
    let disposed = 0;
    for (const row of dispositions) {
      const value = smallCount(random) || (edited.has(keyOf({ table: 'requests', row, column })) ? 3 : 0);
      set('requests', row, column, value);
      disposed += value;
    }
    const carriedOut = smallCount(random);
    const carriedIn = Math.min(smallCount(random), disposed + carriedOut);
    set('requests', 'disposed', column, disposed);
    set('requests', 'carried-out', column, carriedOut);
    set('requests', 'carried-in', column, carriedIn);
    set('requests', 'received', column, disposed + carriedOut - carriedIn);
  }
  for (const row of rows) {
    set(
      'requests',
      row,
      'total',
      applicants.reduce((sum, column) => sum + get(row, column), 0),
    );
  }
}

function reviewFigures(table, random, set) {
  const [row] = table.rows;
  let total = 0;
  for (const { id } of row.columns) {
    const value = id.endsWith('.total') ? total : random() < 0.7 ? 0 : between(random, 1, 4);
    set('review', row.id, id, value);
    total = id.endsWith('.total') ? 0 : total + value;
  }
}

function disclosureFigures(table, random, set) {
  for (const row of table.rows) {
    const issued = between(random, 0, 6);
    for (const { id, kind } of row.columns) {
      const count =
        row.id === 'administrative-rules'
          ? 0
          : id === 'issued'
            ? issued
            : between(random, 0, 40) + (id === 'in-force' ? issued : 0);
      const amount = `${between(random, 0, 900)}.${between(random, 1, 9)}`;
      set(
        'disclosure',
        row.id,
        id,
        kind === 'amount' ? amount : kind === 'change' ? `+${between(random, 1, 9)}` : count,
      );
    }
  }
}
