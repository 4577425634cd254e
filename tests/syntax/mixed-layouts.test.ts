/** Documents whose tables, or pieces of a table, stand in different layouts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { edition, formOf, formsIn, misread, reportIn, reportWith, rowOf } from './reading';

/** Every figure of the report is read, with every kind of line end. */
function check(text: string): void {
  for (const eol of ['\n', '\r\n', '\r']) expect(misread(text.replaceAll('\n', eol))).toEqual([]);
}

const anyLayout = fc.constantFrom(...layouts);

test('each table in a layout of its own', () => {
  fc.assert(
    fc.property(fc.record({ disclosure: anyLayout, requests: anyLayout, review: anyLayout }), (chosen) =>
      check(reportWith(formsIn(chosen))),
    ),
    { numRuns: 150 },
  );
});

/** `table` with the rows from `index` on in another layout, as after a page break. */
function twoPieces(table: 'disclosure' | 'requests', index: number, first: Layout, second: Layout): string {
  const { rows } = edition.tables[table];
  const form = formOf(table, first);
  const head = form.slice(0, form.indexOf(rowOf(table, rows[index]?.id ?? '', first)));
  const tail = rows.slice(index).map((row) => rowOf(table, row.id, second));
  const close = first === 'html' ? '</table>\n' : '';
  const body = second === 'html' ? ['<table>\n', ...tail, '</table>\n'] : tail;
  return `${head}${close}\n- 3 -\n\n${body.join('')}`;
}

describe.each(layouts)('a table that begins in %s', (first) => {
  test('goes on in any other behind a page number', () => {
    for (const second of layouts) {
      if (second === first) continue;
      for (const index of [2, 5, 14, 22])
        check(reportIn('markdown', { requests: twoPieces('requests', index, first, second) }));
      for (const index of [2, 3]) check(reportIn('tsv', { disclosure: twoPieces('disclosure', index, first, second) }));
    }
  });
});

test('the four parts of table two as four tables in four layouts', () => {
  const parts: readonly (readonly [Layout, readonly string[]])[] = [
    ['html', ['administrative-rules', 'normative-documents']],
    ['stacked', ['licences']],
    ['bar-row', ['penalties', 'coercion']],
    ['tab-cell', ['fees']],
  ];
  const text = parts.map(([layout, rows]) => {
    const body = rows.map((row) => rowOf('disclosure', row, layout)).join('');
    return layout === 'html' ? `<table>\n${body}</table>\n` : body;
  });
  check(reportIn('spaced', { disclosure: text.join('\n') }));
});
