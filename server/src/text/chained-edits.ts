/** Edits one after another as edits of the text that they began with. */
import type { Edit } from './span';

/** A stretch of the first text as it is, or of new text. */
type Piece = { readonly start: number; readonly end: number } | string;

/**
 * The edits that do at once what `first` and then, on the text after them, `second` do. Each of the two is in order and has
 * none that overlap; so has what comes out, and no two of them touch.
 */
export function chainedEdits(length: number, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const begun = applied([{ start: 0, end: length }], first);
  return editsOf(applied(begun, second), length);
}

/** The pieces after `edits`, whose places count along the pieces. */
function applied(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const after: Piece[] = [];
  let index = 0;
  let within = 0;
  let position = 0;
  /** Goes on to `target`, keeping what is passed or not. */
  const advance = (target: number, keeps: boolean): void => {
    while (position < target) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const step = Math.min(target - position, lengthOfPiece(piece) - within);
      if (keeps && step > 0) after.push(cut(piece, within, within + step));
      position += step;
      within += step;
      if (within === lengthOfPiece(piece)) {
        index++;
        within = 0;
      }
    }
  };
  for (const { span, newText } of edits) {
    advance(span.start, true);
    advance(span.end, false);
    if (newText !== '') after.push(newText);
  }
  advance(Number.POSITIVE_INFINITY, true);
  return after;
}

function lengthOfPiece(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

/** What stands between the stretches that are left as they were. */
function editsOf(pieces: readonly Piece[], length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let kept = 0;
  let newText = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (piece.start > kept || newText !== '') edits.push({ span: { start: kept, end: piece.start }, newText });
    kept = piece.end;
    newText = '';
  }
  return edits;
}
