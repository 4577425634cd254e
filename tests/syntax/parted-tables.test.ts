/** Tables parted by empty lines, page numbers, page headers and page breaks. */
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { edition, misread, reportIn, rowOf, title } from './reading';

/** Each place between two rows of tables two and three, with `inserted` there. */
function textsWith(layout: Layout, inserted: string): { readonly row: string; readonly text: string }[] {
  const text = reportIn(layout);
  return (['disclosure', 'requests'] as const).flatMap((table) =>
    edition.tables[table].rows.slice(0, -1).map(({ id }) => {
      const printed = rowOf(table, id, layout);
      const end = text.indexOf(printed) + printed.length;
      return { row: id, text: text.slice(0, end) + inserted + text.slice(end) };
    }),
  );
}

/** Whatever row `inserted` stands behind, every figure is read. */
function check(layout: Layout, inserted: string): void {
  const wrong = textsWith(layout, inserted).map(({ row, text }) => [row, ...misread(text)]);
  expect(wrong.filter((found) => found.length > 1)).toEqual([]);
}

const breaks: readonly (readonly [string, string])[] = [
  ['an empty line', '\n'],
  ['three empty lines', '\n\n\n'],
  ['a page number', '- 3 -\n'],
  ['a page number between dashes', '— 12 —\n'],
  ['a page number between empty lines', '\n- 3 -\n\n'],
  ['a page number in words', '第 5 页 共 9 页\n'],
  ['a form feed', '\f'],
  ['a form feed on a line of its own', '\f\n'],
  ['the title as a page header', `\n${title}\n\n`],
  ['a page number and the title', `\n- 3 -\n\n${title}\n\n`],
];

describe.each(layouts)('in %s', (layout) => {
  test.each(breaks)('%s between two rows', (_, inserted) => check(layout, inserted));

  test('a bare number that may be a page’s makes a row ambiguous at worst, and only the one that it stands behind', () => {
    for (const inserted of ['4\n', '\n4\n\n']) {
      for (const { row, text } of textsWith(layout, inserted)) {
        expect([[], [`${row} ambiguous`]]).toContainEqual(misread(text));
      }
    }
  });
});
