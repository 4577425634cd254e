/** A table block as a stream of atoms: pieces of label, figures, and empty cells, in reading order. */
import { looksLikeFigure } from '../quantity/figure';
import type { Block, TableBlock } from '../syntax/tree';
import { foldCode, textOfCodes } from '../text/fold';
import type { Span } from '../text/span';

export interface Atom extends Span {
  /** A `word` is a label's text standing where a figure belongs. */
  readonly kind: 'label' | 'figure' | 'blank' | 'word';
  /** Folded text of a label; empty otherwise. */
  readonly folded: string;
  /** The row of the text that it stands in; unique over the report. */
  readonly line: Span;
  /** Number of cells before it in that row. */
  readonly column: number;
  /** Whether that row is a row of the table. */
  readonly rowKnown: boolean;
}

/** The atoms of `block`, whose start is at `start` of the view `text`. */
export function atomsOf(block: Block, text: string, start: number): Atom[] {
  if (block.kind === 'table') return tableAtoms(block, text, start);
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
  const line = { start: start + block.content.start, end: start + block.content.end };
  const place = { start: line.start, end: line.end, line, column: 0, rowKnown: false };
  // A dash for a whole row, between two lines that look like headings.
  if (looksLikeFigure(text, line.start, line.end)) return [{ kind: 'figure', folded: '', ...place }];
  const folded = foldLabel(text, line.start, line.end);
  return [{ kind: 'label', folded, ...place }];
}

function tableAtoms(block: TableBlock, text: string, start: number): Atom[] {
  const atoms: Atom[] = [];
  for (const row of block.rows) {
    const line = { start: start + row.start, end: start + row.end };
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column] as Span;
      const from = start + cell.start;
      const to = start + cell.end;
      const place = { start: from, end: to, line, column, rowKnown: block.rowsKnown };
      if (from === to) atoms.push({ kind: 'blank', folded: '', ...place });
      else if (looksLikeFigure(text, from, to)) {
        atoms.push({ kind: 'figure', folded: '', ...place });
      } else atoms.push({ kind: 'label', folded: foldLabel(text, from, to), ...place });
    }
  }
  return atoms;
}

/** The folded label; with `offsets`, where each of its characters stands. */
function foldLabel(text: string, start: number, end: number, offsets?: number[]): string {
  const codes: number[] = [];
  for (let i = start; i < end; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded === 0) continue;
    codes.push(folded);
    offsets?.push(i);
  }
  return textOfCodes(codes);
}

/** Where in the text the folded character `index` of a label stands. */
export function offsetInLabel(text: string, atom: Atom, index: number): number {
  const offsets: number[] = [];
  foldLabel(text, atom.start, atom.end, offsets);
  return offsets[index] ?? atom.end;
}
