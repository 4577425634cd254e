// The documents that the benchmark opens, with the places where it edits them.
import { cleanCount, renamedReport } from './clean-corpus.mjs';
import { marks, namesOf, reportOf } from './reports.mjs';

export const positions = ['beginning', 'middle', 'end'];

/** Sizes are bytes of UTF-8, 1 KB = 1,000. */
const sizeOf = (text) => Buffer.byteLength(text);

/** One report lengthened to `bytes` by prose. */
export function singleReport(bytes, seed) {
  const layout = 'tsv';
  const without = sizeOf(reportOf(seed, { marked: 'whole', layout }));
  const text = reportOf(seed, { marked: 'whole', layout, bytes: Math.max(0, bytes - without) });
  return documentOf(text, 1);
}

/** Every fifth report is one of tests/corpus/clean under another name, the others are made; layouts take turns. */
function member(seed, marked) {
  if (marked === undefined && cleanCount > 0 && seed % 5 === 4)
    return renamedReport(Math.floor(seed / 5), namesOf(seed));
  return reportOf(seed, { bytes: 600 * (seed % 6), marked });
}

/** `count` reports one after another, edited in the first, the middle and the last one. */
export function compilationOf(count, seed) {
  const places = new Map([
    [0, 'beginning'],
    [count >> 1, 'middle'],
    [count - 1, 'end'],
  ]);
  return documentOf(
    Array.from({ length: count }, (_, index) => member(seed + index, places.get(index))).join('\n\n'),
    count,
  );
}

/** A compilation of about `bytes` bytes: as many whole reports as are nearest to it. */
export function compilation(bytes, seed) {
  let size = 0;
  let count = 0;
  while (size < bytes) size += sizeOf(member(seed + count++)) + 2;
  return compilationOf(Math.max(3, count), seed);
}

/** Report number `seed` as a file of its own; `flawed` has a digit too many in a cell of table three. */
export function reportFile(seed, state) {
  const { text, flawedText } = documentOf(reportOf(seed, { bytes: 600 * (seed % 6), marked: 'beginning' }), 1);
  return state === 'flawed' ? flawedText : text;
}

const everyMark = new RegExp(`[${[...Object.values(marks.cell), ...Object.values(marks.prose)].join('')}]`, 'g');

/** Takes the marks out and remembers where they stood. */
function documentOf(marked, reports) {
  const text = marked.replace(everyMark, '');
  const sites = {};
  for (const position of positions) {
    const cell = placeOf(marked, marks.cell[position]);
    const prose = placeOf(marked, marks.prose[position]);
    if (cell !== undefined && prose !== undefined) sites[position] = { cell, prose };
  }
  const flawedText = marked.replace(marks.cell.beginning, '7').replace(everyMark, '');
  return { text, flawedText, bytes: sizeOf(text), reports, sites };
}

/** Line and character of the place before which `mark` stood. */
function placeOf(marked, mark) {
  const at = marked.indexOf(mark);
  if (at < 0) return undefined;
  const lines = marked.slice(0, at).replace(everyMark, '').split('\n');
  const digits = /^\d*/.exec(marked.slice(at + 1))[0].length;
  return { line: lines.length - 1, character: lines.at(-1).length, digits };
}
