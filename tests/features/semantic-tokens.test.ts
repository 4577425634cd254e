/** What the words of a report are coloured as. */
import { describe, expect, test } from 'vitest';
import type { SemanticToken } from '../../server/src/features/colours/semantic-tokens';
import { semanticTokens } from '../../server/src/features/colours/semantic-tokens';
import { layouts } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';

function tokens(snapshot: Snapshot): readonly SemanticToken[] {
  return semanticTokens(snapshot, { start: 0, end: snapshot.text.length });
}

/** Each token as `words·type.modifier`. */
function coloured(text: string): readonly string[] {
  return tokens(snapshotOf(text, {})).map(({ span, type, modifiers }) =>
    [`${textOf(text, span)}·${type}`, ...modifiers].join('.'),
  );
}

describe.each(layouts)('in %s', (layout) => {
  const figures = { 'requests/received/natural-person': '77', 'requests/received/total': '88' };
  const words = coloured(printed({ layout, figures }));

  test('title, headings, labels and columns', () => {
    expect(words).toContain('云岭县清溪镇人民政府·namespace.declaration');
    expect(words).toContain('2023·number.declaration');
    expect(words.filter((word) => word.endsWith('·class'))).toHaveLength(6);
    expect(words.filter((word) => word.endsWith('规章·property') || word.endsWith('规范性文件·property'))).toHaveLength(
      2,
    );
    expect(words).toContain('本年制发件数·type');
    expect(words).toContain('结果维持·type');
  });

  test('every figure of the tables, totals apart', () => {
    const numbers = words.filter((word) => /^\d+·number(?!\.declaration)/.test(word));
    expect(numbers).toHaveLength(200);
    expect(words.some((word) => word.startsWith('88·number.total'))).toBe(true);
    expect(words.filter((word) => word.includes('·number.total'))).toHaveLength(25 + 6 + 3);
  });

  test('a figure that the audit finds fault with', () => {
    expect(words.filter((word) => word.endsWith('.broken'))).not.toEqual([]);
  });
});

test('statements of quantity in the text: figures and negations', () => {
  const text = printed({ layout: 'tsv' }).replace(
    '2023年未收到政府信息公开申请',
    '2023年收到政府信息公开申请12件，未发生行政诉讼',
  );
  const words = coloured(text);
  expect(words).toContain('12·number.broken');
  expect(words).toContain('未发生行政诉讼·keyword');
});

test('only those in the requested range', () => {
  const text = printed({ layout: 'tsv' });
  const start = text.indexOf('五、存在');
  const own = semanticTokens(snapshotOf(text, {}), { start, end: start + 4 });
  expect(own.map(({ type }) => type)).toEqual(['class']);
});

test('tokens of any text follow one another, never overlap, and stay within one line', () => {
  forCuts(80, (snapshot) => {
    let last = 0;
    for (const { span } of tokens(snapshot)) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThan(span.start);
      expect(textOf(snapshot.text, span)).not.toMatch(/[\r\n]/);
      last = span.end;
    }
    expect(last).toBeLessThanOrEqual(snapshot.text.length);
  });
});
