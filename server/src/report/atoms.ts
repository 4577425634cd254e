/** A table block as a stream of atoms: pieces of label, figures, and empty cells, in reading order. */
import { looksLikeFigure } from '../quantity/figure';
import type { Block, TableBlock } from '../syntax/tree';
import { foldCode } from '../text/fold';
import type { Span } from '../text/span';

export interface Atom extends Span {
  /** A `word` is a label's text standing where a figure belongs. */
  readonly kind: 'label' | 'figure' | 'blank' | 'word';
  /** Folded text of a label; empty otherwise. */
  readonly folded: string;
  /** The row of the text that it stands in; unique over the report. */
  readonly line: Span;
  /** Whether that row is a row of the table. */
  readonly rowKnown: boolean;
}

/** The atoms of `block`, whose start is at `start` of `text`. */
export function atomsOf(block: Block, text: string, start: number): Atom[] {
  if (block.kind === 'table') return tableAtoms(block, text, start);
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
  const line = { start: start + block.content.start, end: start + block.content.end };
  return [labelAtom(text, line.start, line.end, line, false)];
}

function tableAtoms(block: TableBlock, text: string, start: number): Atom[] {
  const atoms: Atom[] = [];
  for (const row of block.rows) {
    const line = { start: start + row.start, end: start + row.end };
    for (const cell of row.cells) {
      const from = start + cell.start;
      const to = start + cell.end;
      if (from === to) atoms.push({ kind: 'blank', start: from, end: to, folded: '', line, rowKnown: block.rowsKnown });
      else if (looksLikeFigure(text, from, to)) {
        atoms.push({ kind: 'figure', start: from, end: to, folded: '', line, rowKnown: block.rowsKnown });
      } else atoms.push(labelAtom(text, from, to, line, block.rowsKnown));
    }
  }
  return atoms;
}

function labelAtom(text: string, start: number, end: number, line: Span, rowKnown: boolean): Atom {
  return { kind: 'label', start, end, folded: foldLabel(text, start, end), line, rowKnown };
}

/** The folded label, tags left out; with `offsets`, where each of its characters stands. */
function foldLabel(text: string, start: number, end: number, offsets?: number[]): string {
  const codes: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3c) {
      const close = text.indexOf('>', i);
      if (close > 0 && close < end) {
        i = close;
        continue;
      }
    }
    const folded = foldCode(code);
    if (folded === 0) continue;
    codes.push(folded);
    offsets?.push(i);
  }
  return String.fromCharCode(...codes);
}

/** Where in the text the folded character `index` of a label stands. */
export function offsetInLabel(text: string, atom: Atom, index: number): number {
  const offsets: number[] = [];
  foldLabel(text, atom.start, atom.end, offsets);
  return offsets[index] ?? atom.end;
}
