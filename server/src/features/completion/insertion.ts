/** Text to be inserted with the places at which the user goes on typing, and its two printed forms. */
import type { FigureSource, Fill } from '../../standard/blank-form';
import { openMark, printForm } from '../../standard/blank-form';
import type { TableSpec } from '../../standard/edition';
import { blankMark } from '../../text/grid';
import type { Layout } from '../../text/layout';

/** A place to be filled in; those with the same `name` are filled in together. */
export interface Stop {
  readonly placeholder: string;
  readonly name?: string;
}

export type Insertion = readonly (string | Stop)[];

/** The text with its placeholders as they are. */
export function plainText(insertion: Insertion): string {
  return insertion.map((piece) => (typeof piece === 'string' ? piece : piece.placeholder)).join('');
}

/** In the snippet syntax of the protocol. The cursor ends behind it all. */
export function snippetText(insertion: Insertion): string {
  const numbers = new Map<string, number>();
  let last = 0;
  const text = insertion.map((piece) => {
    if (typeof piece === 'string') return snippetEscaped(piece);
    const known = piece.name === undefined ? undefined : numbers.get(piece.name);
    if (known !== undefined) return `\${${known}}`;
    last++;
    if (piece.name !== undefined) numbers.set(piece.name, last);
    return piece.placeholder === '' ? `\${${last}}` : `\${${last}:${snippetEscaped(piece.placeholder)}}`;
  });
  return last === 0 ? text.join('') : `${text.join('')}$0`;
}

/** Whether there is anything to be filled in. */
export function hasStops(insertion: Insertion): boolean {
  return insertion.some((piece) => typeof piece !== 'string');
}

/** `text` as it is written in the snippet syntax. */
export function snippetEscaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Stands for a stop while a form is printed; no report has it. */
const mark = '\uE0B7';

/** The layouts in which a cell without any text would not be a cell. */
const needsMark: ReadonlySet<Layout> = new Set(['stacked', 'spaced', 'bar-alone', 'bar-line']);

/** The standard table as whole lines; with a stop in each cell where it is to be left blank. */
export function formInsertion(table: TableSpec, layout: Layout, fill: Fill, eol: string): Insertion {
  return printedWithStops(layout, fill, (figures) => printForm(table, layout, figures, eol));
}

function printedWithStops(layout: Layout, fill: Fill, print: (figures: Fill | FigureSource) => string): Insertion {
  if (fill === 'zero') return [print('zero')];
  const stop: Stop = { placeholder: needsMark.has(layout) ? blankMark : '' };
  return withStops(
    print(() => mark),
    mark,
    () => stop,
  );
}

/** Cuts `text` at each occurrence of `mark`. */
export function withStops(text: string, mark: string | RegExp, stop: (index: number) => Stop): Insertion {
  return text.split(mark).flatMap((piece, index) => (index === 0 ? [piece] : [stop(index - 1), piece]));
}

/** `text` with a stop at each mark of what is to be written. */
export function withOpenStops(text: string): Insertion {
  const marks = text.match(openMark) ?? [];
  return withStops(text, openMark, (index) => ({ placeholder: marks[index] ?? '' }));
}
