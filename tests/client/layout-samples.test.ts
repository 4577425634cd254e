/** The wizard's samples are what the printer of tables prints. */
import { expect, test } from 'vitest';
import { layoutSamples } from '../../client/src/layout-samples';
import { gridRowLines } from '../../server/src/text/grid';
import { layouts } from '../../server/src/text/layout';

test.each(layouts)('%s', (layout) => {
  const row = ['规章', '3'].map((text) => ({ text, colSpan: 1, rowSpan: 1 }));
  const lines = gridRowLines([row, row], 2, layout)[1] ?? [];
  const shown = (text: string): string => text.replace(/\s+/g, '');
  const marked = lines.join('⏎').replace(/⏎$/, '').replaceAll('\t', '⇥');
  const told = layout === 'spaced' ? marked.replaceAll(' ', '␣') : marked.replace(/<\/?tr>/g, '');
  expect(shown(layoutSamples[layout])).toBe(shown(told));
});
