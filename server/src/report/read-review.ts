/** Reads table four: 15 figures in one row, found behind its header. */
import type { TableSpec } from '../standard/edition';
import { reviewHeaderSigns } from '../standard/signs';
import { seenText } from '../text/seen';
import type { Atom } from './atoms';
import { cellOf } from './read-table';
import type { RowReading } from './report';

const signsNeeded = 3;

/** Whether the atoms hold the header of table four. */
export function hasReviewHeader(atoms: readonly Atom[]): boolean {
  const folded = atoms.map((atom) => atom.folded).join('');
  return reviewHeaderSigns.filter((sign) => folded.includes(sign)).length >= signsNeeded;
}

/** The row of figures, where one stands behind the header. */
export function readReviewRow(text: string, table: TableSpec, atoms: readonly Atom[]): RowReading[] {
  const spec = table.rows[0];
  if (spec === undefined) return [];
  const width = spec.columns.length;
  const header = lastLabel(atoms);
  const run = firstRun(atoms, width);
  if (run.length === 0) return [];
  const filled = run.filter((atom) => atom.kind !== 'blank');
  const picked = filled.length === width ? filled : windowOf(run, width);
  const used = picked ?? filled;
  const first = used[0] ?? (run[0] as Atom);
  const last = used[used.length - 1] ?? first;
  const label = header ?? first;
  return [
    {
      row: spec.id,
      label: { span: { start: label.start, end: label.end }, text: seenText(text, label.start, label.end) },
      span: { start: first.start, end: last.end },
      state: picked === undefined ? 'ambiguous' : 'read',
      cells: used.map((atom) => cellOf(text, atom)),
      repeated: false,
    },
  ];
}

function lastLabel(atoms: readonly Atom[]): Atom | undefined {
  return atoms.filter((atom) => atom.kind === 'label').pop();
}

/** The first run with a figure in it, or with as many empty cells as the row has. */
function firstRun(atoms: readonly Atom[], width: number): Atom[] {
  let run: Atom[] = [];
  for (const atom of [...atoms, undefined]) {
    const parted = atom?.rowKnown && run[0] !== undefined && run[0].line !== atom.line;
    if (atom === undefined || (atom.kind === 'label' && !isStray(atom, run, width)) || parted) {
      if (run.some((piece) => piece.kind !== 'blank') || run.length >= width) return run;
      run = atom === undefined || atom.kind === 'label' ? [] : [atom];
      continue;
    }
    run.push(atom);
  }
  return [];
}

/** A word amid the figures stands for one of them. */
function isStray(atom: Atom, run: readonly Atom[], width: number): boolean {
  const figures = run.filter((piece) => piece.kind === 'figure').length;
  return figures > 0 && run.length < width && atom.end - atom.start <= 8;
}

/** As many cells as the row has, with nothing but empty ones outside. */
function windowOf(run: readonly Atom[], width: number): Atom[] | undefined {
  if (run.length < width) return undefined;
  if (run.slice(width).some((atom) => atom.kind !== 'blank')) return undefined;
  return run.slice(0, width);
}
