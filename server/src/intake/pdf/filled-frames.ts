/** The words of a page in the cells of its frames, and those outside. */
import { cellText, endsFull } from './cell-text';
import type { Frame, FrameCell } from './frames';
import type { Box } from './marks';
import { ascending } from './order';
import { type Word, wordOf } from './words';

export interface FilledFrame {
  readonly frame: Frame;
  /** By the frame's cells. */
  readonly texts: readonly string[];
  /** Of each cell, whether its last line is full. */
  readonly full: readonly boolean[];
  /** Words at its sides, which stand outside as well: they are in columns without lines, if the table has such. */
  readonly beside: readonly Word[];
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
  const rest: Word[] = [];
  for (const word of words) {
    const index = order.find((i) => holds((frames[i] as Frame).box, word));
    if (index === undefined) {
      rest.push(word);
      continue;
    }
    const frame = frames[index] as Frame;
    for (const piece of piecesOf(word, frame)) held[index]?.[cellOf(piece, frame)]?.push(piece);
  }
  for (const word of rest.sort(ascending(({ base }) => base))) {
    const cut = frames.findIndex((frame, i) => takesBelow(frame, held[i] ?? [], word));
    if (cut === -1) outside.push(word);
  }
  return {
    frames: frames.map((frame, i) => ({
      frame,
      texts: frame.cells.map((cell, c) => cellText(held[i]?.[c] ?? [], cellBox(frame, cell))),
      full: frame.cells.map((cell, c) => endsFull(held[i]?.[c] ?? [], cellBox(frame, cell))),
      beside: outside.filter((word) => isBeside(frame.box, word)),
    })),
    outside,
  };
}

/** Whether the word stands below the frame in a cell that alone is open there, and goes on with its text; it is put there. */
function takesBelow(frame: Frame, held: readonly Word[][], word: Word): boolean {
  const rows = frame.ys.length - 1;
  const last = frame.cells.filter(({ row, rowSpan }) => row + rowSpan === rows);
  if (word.top < frame.box.bottom - word.size || last.every(({ isOpenBelow }) => isOpenBelow)) return false;
  const middle = (word.left + word.right) / 2;
  const index = frame.cells.findIndex((cell) => {
    const { left, right } = cellBox(frame, cell);
    return cell.row + cell.rowSpan === rows && cell.isOpenBelow && middle > left && middle < right;
  });
  const words = held[index];
  const above = words?.reduce((lowest, { base }) => Math.max(lowest, base), 0);
  if (words === undefined || above === undefined || word.base - above > 2 * word.size) return false;
  words.push(word);
  return true;
}

function isBeside(box: Box, { left, right, top, bottom }: Word): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return y > box.top && y < box.bottom && (x < box.left || x > box.right);
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
