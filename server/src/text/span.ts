/** Half-open ranges of UTF-16 offsets and the edits made over them. */

/** A half-open range `[start, end)` of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of `span` by `newText`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** The text that `span` covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** `span` moved by `distance` characters. */
export function shiftSpan(span: Span, distance: number): Span {
  return { start: span.start + distance, end: span.end + distance };
}

/** `edits` moved by `distance` characters. */
export function shiftEdits(edits: readonly Edit[], distance: number): readonly Edit[] {
  return edits.map(({ span, newText }) => ({ span: shiftSpan(span, distance), newText }));
}

/** The number of characters that `span` covers. */
export function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The smallest span that covers both. */
export function coverSpans(first: Span, second: Span): Span {
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}

/** Whether two spans share a character, or an insertion point lies strictly inside the other. */
export function spansOverlap(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}

/** Whether two spans share a character or meet end to end. */
export function spansTouch(first: Span, second: Span): boolean {
  return first.start <= second.end && second.start <= first.end;
}

/** Whether two spans share a character or, where one is an insertion point, touch. */
export function spansMeet(first: Span, second: Span): boolean {
  const isEmpty = first.start === first.end || second.start === second.end;
  return isEmpty ? spansTouch(first, second) : spansOverlap(first, second);
}

/**
 * The text after all `edits`, which may come in any order.
 *
 * @throws RangeError when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    if (edit.span.start < position || edit.span.end > text.length || edit.span.end < edit.span.start) {
      throw new RangeError(`edit at ${edit.span.start}–${edit.span.end} overlaps another or leaves the text`);
    }
    result += text.slice(position, edit.span.start) + edit.newText;
    position = edit.span.end;
  }
  return result + text.slice(position);
}
