/**
 * Rows whose figures may be their neighbour's: where cells are not kept together by lines, figures too many at one
 * place and a row without any at another leave two readings for all rows between them.
 */
import type { TableSpec } from '../../standard/edition';
import type { Span } from '../../text/span';
import type { RowReading, TableRows } from '../report';
import type { Atom } from './atoms';

type Event =
  | { readonly kind: 'surplus'; readonly at: number }
  /** `weight`: 2 for a label alone, 1 for a row that is short of figures, 0 for one that is not there at all. */
  | { readonly kind: 'deficit'; readonly at: number; readonly weight: number }
  | { readonly kind: 'row'; readonly at: number; readonly row: RowReading };

/** The rows with those made ambiguous that can be read in two ways. */
export function withDoubt(table: TableSpec, atoms: readonly Atom[], reading: TableRows): readonly RowReading[] {
  const { rows } = reading;
  if (rows.length === 0 || atoms.some((atom) => atom.rowKnown)) return rows;
  const doubtful = new Set<RowReading>();
  const events = eventsOf(table, reading);
  const isShifted = events[0]?.kind === 'surplus' && events[events.length - 1]?.kind === 'deficit';
  let open: 'surplus' | 'deficit' | undefined;
  let pending: RowReading[] = [];
  let deficits = 0;
  for (const event of events) {
    if (event.kind === 'row') {
      const { row } = event;
      if (isOnOneLine(atoms, row)) {
        open = undefined;
        pending = [];
      } else if (isShifted || deficits > 1) doubtful.add(row);
      else if (open !== undefined) pending.push(row);
      deficits = 0;
      continue;
    }
    if (event.kind === 'deficit') deficits += event.weight;
    if (open !== undefined && open !== event.kind) for (const row of pending) doubtful.add(row);
    open = event.kind;
    pending = [];
  }
  if (doubtful.size === 0) return rows;
  return rows.map((row) => (doubtful.has(row) ? { ...row, state: 'ambiguous' } : row));
}

function eventsOf(table: TableSpec, { rows, unknownRows, unread }: TableRows): readonly Event[] {
  const events: Event[] = [];
  const narrowest = Math.min(...table.rows.map((row) => row.columns.length));
  let next = 0;
  for (const row of rows) {
    if (row.repeated) continue;
    const index = table.rows.findIndex((spec) => spec.id === row.row);
    const width = table.rows[index]?.columns.length ?? 0;
    const at = row.label.span.start;
    // A row of the form that is not there at all is one without figures, too.
    if (index > next) events.push({ kind: 'deficit', at: at - 1, weight: 0 });
    next = index + 1;
    if (row.state === 'read') events.push({ kind: 'row', at, row });
    else if (row.cells.length >= width + narrowest) events.push({ kind: 'surplus', at });
    else if (row.cells.length < width) events.push({ kind: 'deficit', at, weight: row.cells.length === 0 ? 2 : 1 });
  }
  if (next < table.rows.length) events.push({ kind: 'deficit', at: Number.POSITIVE_INFINITY, weight: 0 });
  for (let i = 0; i + narrowest <= unread.length; i += narrowest) {
    events.push({ kind: 'surplus', at: (unread[i] as Span).start });
  }
  for (const row of unknownRows) {
    if (row.cells.length >= narrowest) events.push({ kind: 'surplus', at: row.label.span.start });
  }
  return events.sort((a, b) => a.at - b.at);
}

/** Whether a row's label and all its figures stand on one line of the text. */
export function isOnOneLine(atoms: readonly Atom[], row: RowReading): boolean {
  const lineAt = (offset: number): Span | undefined =>
    atoms.find((atom) => atom.start <= offset && offset < Math.max(atom.end, atom.start + 1))?.line;
  const label = lineAt(row.label.span.end - 1);
  return label !== undefined && row.cells.every((cell) => lineAt(cell.span.start) === label);
}
