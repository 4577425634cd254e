/** Edits one after another are edits of the first text. */
import { array, assert, constantFrom, nat, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { chainedEdits } from '../../server/src/text/chained-edits';
import type { Edit } from '../../server/src/text/span';
import { applyEdits } from '../../server/src/text/span';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

test.each([
  ['apart', [edit(1, 2, 'X')], [edit(4, 5, 'Y')], [edit(1, 2, 'X'), edit(4, 5, 'Y')]],
  ['the second within what the first has written', [edit(1, 2, 'XYZ')], [edit(2, 3, '')], [edit(1, 2, 'XZ')]],
  ['the second over the first', [edit(1, 2, 'XYZ')], [edit(0, 5, '!')], [edit(0, 3, '!')]],
  ['side by side', [edit(1, 2, 'X')], [edit(2, 3, 'Y')], [edit(1, 3, 'XY')]],
  ['taken back', [edit(1, 1, 'X')], [edit(1, 2, '')], []],
])('%s', (_, first, second, whole) => {
  expect(chainedEdits(6, first, second)).toEqual(whole);
});

test('they do what both do, are in order, and do not touch', () => {
  const choices = array(tuple(nat(6), nat(4), constantFrom('', 'x', 'yz')), { maxLength: 4 });
  assert(
    property(string({ maxLength: 12 }), choices, choices, (text, one, two) => {
      const first = within(text, one);
      const middle = applyEdits(text, first);
      const second = within(middle, two);
      const whole = chainedEdits(text.length, first, second);
      expect(applyEdits(text, whole)).toBe(applyEdits(middle, second));
      for (const [i, { span }] of whole.entries()) {
        expect(span.start).toBeGreaterThan(whole[i - 1]?.span.end ?? -1);
      }
    }),
  );
});

/** Edits of a text, one behind the other. */
function within(text: string, choices: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [skip, length, newText] of choices) {
    const start = at + skip;
    const end = start + length;
    if (end > text.length) break;
    edits.push(edit(start, end, newText));
    at = end + 1;
  }
  return edits;
}
