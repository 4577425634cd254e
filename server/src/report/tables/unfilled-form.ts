/**
 * A standard table that nobody has filled in, where empty cells left no trace and words came parted or in another order
 * (the pages of a PDF): nothing stands under the section's heading but the words of the form.
 */
import type { RowSpec, TableSpec } from '../../standard/edition';
import { fold, foldWithOffsets } from '../../standard/label-folding';
import { surplusOf } from '../../text/characters';
import type { Folded } from '../../text/fold';
import type { RowReading, TableReading } from '../report';
import type { Stretch } from '../stretch';

/** With a row for every row of the form; those of `read` as they are. `undefined` where the section holds anything else. */
export function unfilledForm(stretch: Stretch, table: TableSpec, read: TableReading): TableReading | undefined {
  if (!isWithoutFigures(table, read)) return undefined;
  const at = stretch.headings.findIndex(({ match }) => match.section.table === table.id);
  const heading = stretch.headings[at];
  if (heading === undefined) return undefined;
  const wanted = fold(table.form.flatMap((cells) => cells.map(({ text }) => text)).join(''));
  const end = stretch.headings[at + 1]?.span.start ?? stretch.view.length;
  if (end - heading.end > longestForm * wanted.length) return undefined;
  const section = stretch.view.slice(heading.end, end).replace(pageMark, (mark) => ' '.repeat(mark.length));
  const words = foldWithOffsets(section);
  if (lonelyDash.test(section) || !isForm(table, wanted, words.text)) return undefined;
  const known = new Map(read.state === 'found' ? read.rows.map((row) => [row.row, row]) : []);
  const offsetAt = (index: number): number => heading.end + (words.offsets[index] as number);
  return {
    state: 'found',
    table: table.id,
    layout: read.state === 'found' ? read.layout : 'stacked',
    span: { start: offsetAt(0), end: offsetAt(words.text.length - 1) + 1 },
    rows: table.id === 'review' ? [] : table.rows.map((row) => known.get(row.id) ?? emptyRow(row, words, offsetAt)),
    unknownRows: [],
    unread: [],
  };
}

/** Characters of the section for each of the form's: the rest is white space and frames. */
const longestForm = 8;
const pageMark = /^[ \t]*[-—–][ \t]?\d{1,3}[ \t]?[-—–][ \t]*$/gm;
/** It may stand for a figure: there is none. */
const lonelyDash = /(?:^|[\s|｜])[-—–―－/／]+(?=[\s|｜]|$)/;

function isWithoutFigures(table: TableSpec, read: TableReading): boolean {
  if (read.state === 'missing') return true;
  if (table.id === 'review' || read.unread.length > 0 || read.unknownRows.length > 0) return false;
  return read.rows.length < table.rows.length && read.rows.every(({ cells }) => cells.length === 0);
}

const greatestDifference = 0.05;

/** Whether `words` are those of the form in some order, no figure among them and no row's label left out. */
function isForm(table: TableSpec, wanted: string, words: string): boolean {
  const missing = surplusOf(wanted, words);
  const surplus = surplusOf(words, wanted);
  if (Math.max(missing.length, surplus.length) > greatestDifference * wanted.length) return false;
  if (surplus.some((character) => statesFigure.test(character))) return false;
  return table.rows.every((row) => {
    const label = fold(row.label);
    return surplusOf(label, missing.join('')).length * 2 > label.length;
  });
}

const statesFigure = /[0-9无零〇一二三四五六七八九十百千两]/;

/** At its label, or as much of it as stands in one piece. */
function emptyRow(row: RowSpec, words: Folded, offsetAt: (index: number) => number): RowReading {
  const label = fold(row.label);
  let length = label.length;
  while (length > 1 && !words.text.includes(label.slice(0, length))) length--;
  const start = Math.max(0, words.text.indexOf(label.slice(0, length)));
  const span = { start: offsetAt(start), end: offsetAt(start + length - 1) + 1 };
  return { row: row.id, label: { span, text: row.label }, span, state: 'ambiguous', cells: [], repeated: false };
}
