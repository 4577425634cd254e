/** Edits of a text as a unified diff, the form that `diff -u` and git write and `patch` reads. */
import type { Edit } from '../text/span';
import { applyEdits } from '../text/span';
import type { Paint } from './paint';

/** Whole lines, with their ends, that are put in the place of others. */
interface Change {
  /** Zero-based number of the first line. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines shown around a change. */
const context = 3;

/**
 * The diff of one file.
 *
 * @param edits in order; no two of them overlap.
 * @param shown what is written for a line, which may steer a terminal.
 */
export function unifiedDiff(
  file: string,
  text: string,
  edits: readonly Edit[],
  paint: Paint,
  shown: (line: string) => string = same,
): string {
  const lines = linesOf(text);
  const out = [paint('bold', `--- ${shown(file)}`), paint('bold', `+++ ${shown(file)}`)];
  let shift = 0;
  for (const hunk of hunksOf(changesOf(text, lines, edits))) {
    const { first, end } = rangeOf(hunk, lines.length);
    const grown = hunk.reduce((sum, { before, after }) => sum + after.length - before.length, 0);
    const oldRange = rangeText(first, end - first);
    const newRange = rangeText(first + shift, end - first + grown);
    out.push(paint('information', `@@ -${oldRange} +${newRange} @@`));
    let at = first;
    for (const { line, before, after } of hunk) {
      for (const kept of lines.slice(at, line)) out.push(diffLine(' ', kept, shown));
      for (const gone of before) out.push(paint('error', diffLine('-', gone, shown)));
      for (const added of after) out.push(paint('good', diffLine('+', added, shown)));
      at = line + before.length;
    }
    for (const kept of lines.slice(at, end)) out.push(diffLine(' ', kept, shown));
    shift += grown;
  }
  return `${out.join('\n')}\n`;
}

function same(line: string): string {
  return line;
}

/** With their ends; only a line feed ends one, as for every tool that reads diffs. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function diffLine(sign: string, line: string, shown: (line: string) => string): string {
  if (line.endsWith('\r\n')) return `${sign}${shown(line.slice(0, -2))}\r`;
  return line.endsWith('\n') ? sign + shown(line.slice(0, -1)) : `${sign}${shown(line)}\n\\ No newline at end of file`;
}

/** The lines that edits touch, as they were and as they are then; what is the same at both ends is no part of it. */
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): readonly Change[] {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const changes: Change[] = [];
  let line = 0;
  for (let i = 0; i < edits.length; ) {
    const { span } = edits[i] as Edit;
    while (line + 1 < lines.length && (starts[line + 1] as number) <= span.start) line++;
    const first = line;
    const start = starts[first] ?? 0;
    let end = first;
    const own: Edit[] = [];
    // All edits of these lines, and of those that they join.
    for (; i < edits.length; i++) {
      const edit = edits[i] as Edit;
      if (own.length > 0 && edit.span.start >= (starts[end] ?? length)) break;
      own.push({ span: { start: edit.span.start - start, end: edit.span.end - start }, newText: edit.newText });
      while (end < lines.length && (end === first || (starts[end] as number) <= edit.span.end)) end++;
    }
    const after = linesOf(applyEdits(text.slice(start, starts[end] ?? length), own));
    changes.push(trimmed({ line: first, before: lines.slice(first, end), after }));
    line = Math.max(first, end - 1);
  }
  return changes;
}

function trimmed({ line, before, after }: Change): Change {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    line: line + same,
    before: before.slice(same, before.length - tail),
    after: after.slice(same, after.length - tail),
  };
}

/** Changes whose contexts meet are shown together. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.line - end <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
    end = change.line + change.before.length;
  }
  return hunks;
}

function rangeOf(hunk: readonly Change[], count: number): { readonly first: number; readonly end: number } {
  const [start, last] = [hunk[0] as Change, hunk.at(-1) as Change];
  return {
    first: Math.max(0, start.line - context),
    end: Math.min(count, last.line + last.before.length + context),
  };
}

/** Lines are counted from 1; of none, the one before is named. */
function rangeText(first: number, count: number): string {
  return `${count === 0 ? first : first + 1},${count}`;
}
