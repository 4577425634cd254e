/** Line and column of an offset, for the two edges (lsp/ and cli/) that speak in lines. */

/** A zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets at which the lines of one text start; LF, CRLF and CR end a line. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** The line index of `text`. */
export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

/** The position of `offset`; offsets outside the text are moved to its nearer end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const target = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.starts[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  const line = low - 1;
  return { line, character: target - (index.starts[line] as number) };
}
