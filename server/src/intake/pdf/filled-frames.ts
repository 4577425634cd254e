/** The words of a page in the cells of its frames, and those outside. */
import { cellText } from './cell-text';
import type { Frame, FrameCell } from './frames';
import type { Box } from './marks';
import { type Word, wordOf } from './words';

export interface FilledFrame {
  readonly frame: Frame;
  /** By the frame's cells. */
  readonly texts: readonly string[];
}

export interface Filled {
  readonly frames: readonly FilledFrame[];
  readonly outside: readonly Word[];
}

export function filledFrames(frames: readonly Frame[], words: readonly Word[]): Filled {
  const held = frames.map(({ cells }) => cells.map(() => [] as Word[]));
  // Within one another, the inner one has the word.
  const order = frames.map((_, i) => i).sort((a, b) => areaOf(frames[a] as Frame) - areaOf(frames[b] as Frame));
  const outside: Word[] = [];
  for (const word of words) {
    const index = order.find((i) => holds((frames[i] as Frame).box, word));
    if (index === undefined) {
      outside.push(word);
      continue;
    }
    const frame = frames[index] as Frame;
    for (const piece of piecesOf(word, frame)) held[index]?.[cellOf(piece, frame)]?.push(piece);
  }
  return {
    frames: frames.map((frame, i) => ({
      frame,
      texts: frame.cells.map((cell, c) => cellText(held[i]?.[c] ?? [], cellBox(frame, cell))),
    })),
    outside,
  };
}

function areaOf({ box }: Frame): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

function holds(box: Box, word: Word): boolean {
  const x = (word.left + word.right) / 2;
  const y = (word.top + word.bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Where the cell lies. */
export function cellBox({ xs, ys }: Frame, { row, column, rowSpan, colSpan }: FrameCell): Box {
  return {
    left: xs[column] ?? 0,
    right: xs[column + colSpan] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  };
}

/** A row drawn in one go comes apart at the lines between its cells; what only runs over the edge of its cell does not. */
function piecesOf(word: Word, frame: Frame): Word[] {
  const row = stretchOf(frame.ys, (word.top + word.bottom) / 2);
  const from = stretchOf(frame.xs, word.left);
  const to = stretchOf(frame.xs, word.right);
  if (from === to) return [word];
  const pieces: Word[] = [];
  let start = 0;
  for (let i = 1; i < word.letters.length; i++) {
    const last = word.letters[i - 1];
    const letter = word.letters[i];
    if (last === undefined || letter === undefined) continue;
    const gap = letter.left - last.right;
    if (last.run === letter.run && gap < 0.08 * letter.size) continue;
    const isParted =
      cellAt(frame, row, stretchOf(frame.xs, (last.left + last.right) / 2)) !==
      cellAt(frame, row, stretchOf(frame.xs, (letter.left + letter.right) / 2));
    if (!isParted) continue;
    pieces.push(wordOf(word.letters.slice(start, i)));
    start = i;
  }
  pieces.push(wordOf(word.letters.slice(start)));
  return pieces;
}

/** By its middle; what is broader than the cell in which it begins belongs there. */
function cellOf(word: Word, frame: Frame): number {
  const row = stretchOf(frame.ys, (word.top + word.bottom) / 2);
  const first = word.letters[0];
  const begins = cellAt(
    frame,
    row,
    stretchOf(frame.xs, first === undefined ? word.left : (first.left + first.right) / 2),
  );
  const middle = cellAt(frame, row, stretchOf(frame.xs, (word.left + word.right) / 2));
  if (begins === middle) return middle;
  const cell = frame.cells[begins];
  const box = cell === undefined ? undefined : cellBox(frame, cell);
  return box !== undefined && word.right - word.left > box.right - box.left - 1 ? begins : middle;
}

function cellAt(frame: Frame, row: number, column: number): number {
  return frame.cellAt[row * (frame.xs.length - 1) + column] ?? 0;
}

/** Between which two of the ascending places it lies; the first or last where it lies before or behind all. */
function stretchOf(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
