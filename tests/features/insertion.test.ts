/** Stops, placeholders and what a snippet must escape. */
import { expect, test } from 'vitest';
import { formInsertion, hasStops, plainText, snippetText } from '../../server/src/features/completion/insertion';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';

test('a stop is numbered where it first stands, and its name fills it in everywhere', () => {
  const insertion = [
    { placeholder: '某镇', name: 'body' },
    '年报，',
    { placeholder: '' },
    '件，',
    { placeholder: '某镇', name: 'body' },
  ];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  expect(snippetText(insertion)).toBe('${1:某镇}年报，${2}件，${1}$0');
  expect(plainText(insertion)).toBe('某镇年报，件，某镇');
});

test('what a snippet would read as its own is escaped', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  expect(snippetText(['a$1}\\b', { placeholder: '$x}' }])).toBe('a\\$1\\}\\\\b${1:\\$x\\}}$0');
  expect(plainText(['a$1}\\b'])).toBe('a$1}\\b');
});

test.each(layouts)('a blank table in layout %s has a stop for each figure', (layout) => {
  const table = editions['2021'].tables.requests;
  expect(formInsertion(table, layout, 'blank', '\n').filter((piece) => typeof piece !== 'string')).toHaveLength(25 * 7);
  expect(hasStops(formInsertion(table, layout, 'zero', '\n'))).toBe(false);
});
