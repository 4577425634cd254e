/** The phrasings and traps of server/docs/domain.md, facts in prose in sentences of our own, with the facts that each states: facts.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsOf } from './facts-of';

interface Entry {
  /** The number of the phrasing; `t…` is a trap. */
  readonly number: string;
  readonly marked: string;
  readonly facts: readonly string[];
}

/** Entries `12 sentence` with ⟦ ⟧ around what the facts stand on, each fact on an indented line below. */
function entriesOf(text: string): Entry[] {
  const entries: { number: string; marked: string; facts: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('    ')) entries[entries.length - 1]?.facts.push(line.trim());
    else {
      const space = line.indexOf(' ');
      entries.push({ number: line.slice(0, space), marked: line.slice(space + 1), facts: [] });
    }
  }
  return entries;
}

const entries = entriesOf(readFileSync(join(import.meta.dirname, 'facts.txt'), 'utf8'));
const isTrap = ({ number }: Entry): boolean => number.startsWith('t');

test('every phrasing that states a fact is there, and so are the traps', () => {
  const numbers = new Set(entries.map(({ number }) => number));
  for (let number = 1; number <= 110; number++) expect(numbers).toContain(String(number));
  expect(entries.length).toBeGreaterThanOrEqual(140);
  expect(entries.filter(isTrap).length).toBeGreaterThanOrEqual(50);
});

describe('phrasings', () => {
  test.each(entries.filter((entry) => !isTrap(entry)))('$number $marked', ({ marked, facts }) => {
    expect(factsOf(marked)).toEqual({ marked, facts });
  });
});

describe('traps', () => {
  test.each(entries.filter(isTrap))('$number $marked', ({ marked, facts }) => {
    expect(facts).toEqual([]);
    expect(factsOf(marked)).toEqual({ marked, facts });
  });

  test.each(entries.filter(isTrap))('after a sentence on requests: $marked', ({ marked }) => {
    const told = factsOf(`全年收到政府信息公开申请5件。${marked}`);
    expect(told.facts).toEqual(['requests-received 5: received']);
  });
});

describe('elsewhere in the report', () => {
  const other = '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。';
  const problems = '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。';

  test('section six', () => {
    const sentence = '2022年收到政府信息公开申请⟦7⟧件，⟦未收取信息处理费⟧。';
    expect(factsOf(sentence, '2021', other)).toEqual({
      marked: sentence,
      facts: ['requests-received 7: received', 'information-fee none: no cell'],
    });
  });

  test('section five', () => {
    const sentence = '存在的主要问题：因政府信息公开引起的行政诉讼⟦2⟧件反映出说理不够。';
    expect(factsOf(sentence, '2021', problems)).toEqual({ marked: sentence, facts: ['litigation 2: litigation'] });
  });
});

describe('the 2019 edition', () => {
  test.each([
    ['新制作规范性文件⟦2⟧件。', ['documents-issued 2: normative-documents.made']],
    ['废止行政规范性文件1件，现行有效9件。', []],
    [
      '收到政府信息公开申请⟦4⟧件，其中其他处理⟦1⟧件。',
      ['requests-received 4: received', 'requests-by-result 1: other'],
    ],
  ])('%s', (marked, facts) => {
    expect(factsOf(marked, '2019')).toEqual({ marked, facts });
  });
});
