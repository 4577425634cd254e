/** What a selection grows to. */
import { describe, expect, test } from 'vitest';
import { selectionRanges } from '../../server/src/features/structure/selection-ranges';
import { layouts } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';

/** What the selection at `▮` grows to, innermost first. */
function grown(marked: string): readonly string[] {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  return selectionRanges(snapshotOf(text, {}), offset).map((span) => textOf(text, span));
}

describe.each(layouts)('in %s', (layout) => {
  test('figure, row, table, section, document', () => {
    const marked = printed({ layout, figures: { 'disclosure/licences/decisions': '77' } }).replace('77', '7▮7');
    const steps = grown(marked);
    expect(steps[0]).toBe('77');
    const table = steps.findIndex((step) => step.includes('第二十条第（一）项'));
    const row = steps.findIndex((step) => step.includes('行政许可'));
    const section = steps.findIndex((step) => step.includes('二、主动公开政府信息情况'));
    expect(row).toBeGreaterThan(0);
    expect(table).toBeGreaterThan(row);
    expect(section).toBeGreaterThan(table);
    expect(steps.at(-1)).toBe(marked.replace('▮', ''));
  });
});

test('in the text: figure, clause, sentence, paragraph, section', () => {
  const text = printed({ layout: 'tsv' }).replace(
    '2023年未收到政府信息公开申请。',
    '本年收到申请1▮2件，均已答复。没有收费。',
  );
  expect(grown(text).slice(0, 4)).toEqual([
    '12',
    '本年收到申请12件',
    '本年收到申请12件，均已答复。',
    '（二）依申请公开情况。本年收到申请12件，均已答复。没有收费。',
  ]);
});

test('in a heading: the heading, its section', () => {
  const text = printed({ layout: 'tsv' }).replace('五、存在', '五、存▮在');
  const [title, heading, section] = grown(text);
  expect(title).toBe('存在的主要问题及改进情况');
  expect(heading).toBe('五、存在的主要问题及改进情况');
  expect(section?.startsWith('五、')).toBe(true);
});

test('in a compilation: the report, then the document', () => {
  const one = printed({ layout: 'tsv' });
  const steps = grown(`${one}\n${one.replace('五、存在', '五、存▮在')}`);
  expect(steps.at(-2)?.trim()).toBe(one.trim());
});

test('outside all reports there is the document', () => {
  expect(grown('会议▮纪要')).toEqual(['会议纪要']);
});

test('each step holds the one before and is longer, wherever one stands in any text', () => {
  forCuts(60, (snapshot) => {
    const { length } = snapshot.text;
    for (let offset = 0; offset <= length; offset += Math.max(1, Math.floor(length / 40))) {
      const steps = selectionRanges(snapshot, offset);
      expect(steps.at(-1)).toEqual({ start: 0, end: length });
      steps.slice(1).forEach((outer, i) => {
        const inner = steps[i] as typeof outer;
        expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
        expect(outer.end - outer.start).toBeGreaterThan(inner.end - inner.start);
      });
    }
  });
});
