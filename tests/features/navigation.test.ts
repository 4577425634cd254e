/** From a figure to what it is made of, and to where it is said again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlaces } from '../../server/src/features/locate';
import { definitionAt, highlightsAt, referencesAt } from '../../server/src/features/navigation/navigation';
import { printReport } from '../../server/src/standard/blank-form';
import type { EditionId } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { marked } from './hovers';
import { allSamples, realSamples } from './sample-texts';

const issuer = '云岭县清溪镇人民政府';

/** Every cell holds its own name in short: a number of its own, so that targets can be told apart. */
function numbered(
  layout: Layout = 'bar-row',
  edition: EditionId = '2021',
): { text: string; number: Map<string, string> } {
  const number = new Map<string, string>();
  const text = printReport(editionOf(edition), {
    layout,
    issuer,
    year: edition === '2021' ? 2023 : 2020,
    figures: ({ table, row, column }) => {
      const key = `${table}/${row}/${column}`;
      if (!number.has(key)) number.set(key, String(1000 + number.size));
      return number.get(key) as string;
    },
  });
  return { text, number };
}

function at(text: string, words: string): string {
  if (text.split(words).length !== 2) throw new Error(`“${words}” must occur once`);
  return text.replace(words, `▮${words}`);
}

/** The figures that the definition of the place `▮` leads to. */
function definition(markedText: string): readonly string[] {
  const { snapshot, offset, text } = marked(markedText);
  return (definitionAt(snapshot, offset)?.targets ?? []).map(({ selection }) =>
    text.slice(selection.start, selection.end),
  );
}

function references(markedText: string, declaration: 'with-declaration' | 'without-declaration'): readonly string[] {
  const { snapshot, offset, text } = marked(markedText);
  return referencesAt(snapshot, offset, declaration).map(({ start, end }) => text.slice(start, end));
}

function highlights(markedText: string): readonly string[] {
  const { snapshot, offset, text } = marked(markedText);
  return highlightsAt(snapshot, offset).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
}

const applicants = ['natural-person', 'enterprise', 'research', 'public-welfare', 'legal-service', 'other'];

describe.each(['2021', '2019'] as const)('the %s form', (id) => {
  const rows = editionOf(id).tables.requests.rows;
  const dispositions = rows.filter((row) => row.group !== undefined && row.id !== 'disposed').map((row) => row.id);

  test.each(layouts)('%s: a total leads to its members, another figure to the totals that it flows into', (layout) => {
    const { text, number } = numbered(layout, id);
    const of = (key: string): string => number.get(key) as string;
    expect(definition(at(text, of('requests/received/total')))).toEqual(
      applicants.map((column) => of(`requests/received/${column}`)),
    );
    expect(definition(at(text, of('requests/disposed/research')))).toEqual(
      dispositions.map((row) => of(`requests/${row}/research`)),
    );
    expect(definition(at(text, of('requests/refused-secret/other')))).toEqual([
      of('requests/refused-secret/total'),
      of('requests/disposed/other'),
    ]);
    expect(definition(at(text, of('review/cases/reconsideration.upheld')))).toEqual([
      of('review/cases/reconsideration.total'),
    ]);
  });
});

test('a statement leads to the cells that it restates, all of them where it restates a sum', () => {
  const { text, number } = numbered();
  const saying = (words: string): string => text.replace('未收到政府信息公开申请', words);
  const received = number.get('requests/received/total') as string;
  expect(definition(saying('收到政府信息公开申请▮3件'))).toEqual([received]);
  expect(definition(saying('未收到▮政府信息公开申请'))).toEqual([received]);
  expect(definition(saying('因政府信息公开发生行政复议1件，无行政▮诉讼'))).toEqual([
    number.get('review/cases/direct-litigation.total'),
    number.get('review/cases/litigation-after-reconsideration.total'),
  ]);
});

test('a figure without equations leads to the statements on it', () => {
  const { text, number } = numbered();
  const saying = text.replace('未收到政府信息公开申请', '制发行政规范性文件5件');
  expect(definition(at(saying, number.get('disclosure/normative-documents/issued') as string))).toEqual(['5']);
  expect(definition(at(saying, number.get('disclosure/penalties/decisions') as string))).toEqual([]);
});

test('a blank cell leads on as well', () => {
  const { text, number } = numbered();
  const blank = text.replace(number.get('requests/received/enterprise') as string, '▮');
  expect(definition(blank)).toEqual([number.get('requests/received/total')]);
});

test('the target is shown from its row’s label on', () => {
  const { text } = numbered();
  const { snapshot, offset, text: bare } = marked(text.replace('未收到政府', '未▮收到政府'));
  const found = definitionAt(snapshot, offset);
  expect(bare.slice(found?.origin.start, found?.origin.end)).toBe('未收到政府信息公开申请');
  expect(bare.slice(found?.targets[0]?.span.start, found?.targets[0]?.span.end)).toMatch(/^一、本年新收.*\d/);
});

test('references of a cell: the statements on it and the other members of its equations, itself only if asked for', () => {
  const { text, number } = numbered();
  const of = (key: string): string => number.get(key) as string;
  const saying = text.replace('未收到政府信息公开申请', '收到政府信息公开申请3件，其中自然人申请2件');
  const place = at(saying, of('requests/received/natural-person'));
  const others = [
    ...applicants.slice(1).map((column) => of(`requests/received/${column}`)),
    of('requests/received/total'),
    of('requests/carried-in/natural-person'),
    of('requests/disposed/natural-person'),
    of('requests/carried-out/natural-person'),
  ];
  expect(references(place, 'without-declaration')).toEqual(['2', ...others]);
  expect(references(place, 'with-declaration')).toEqual(['2', of('requests/received/natural-person'), ...others]);
});

test('references of a statement: all statements of the same figure, and its cells if asked for', () => {
  const { text, number } = numbered();
  const saying = text
    .replace('未收到政府信息公开申请', '收到政府信息公开申请▮3件')
    .replace('没有其他需要报告的事项', '全年收到政府信息公开申请4件');
  expect(references(saying, 'without-declaration')).toEqual(['3', '4']);
  expect(references(saying, 'with-declaration')).toEqual(['3', number.get('requests/received/total'), '4']);
});

test('highlights: the row and the column of a figure, totals apart, and the statements on it', () => {
  const { text, number } = numbered();
  const of = (key: string): string => number.get(key) as string;
  const saying = text.replace('未收到政府信息公开申请', '收到政府信息公开申请3件');
  const groups = ['upheld', 'corrected', 'otherwise', 'pending'].map(
    (outcome) => `figure ${of(`review/cases/reconsideration.${outcome}`)}`,
  );
  expect(highlights(at(saying, of('review/cases/reconsideration.pending')))).toEqual([
    ...groups,
    `result ${of('review/cases/reconsideration.total')}`,
  ]);
  expect(highlights(at(saying, of('requests/received/total')))).toEqual([
    'statement 3',
    ...applicants.map((column) => `figure ${of(`requests/received/${column}`)}`),
    `result ${of('requests/received/total')}`,
    ...['carried-in', 'disposed', 'carried-out'].map((row) => `figure ${of(`requests/${row}/total`)}`),
  ]);
  expect(highlights(saying.replace('3件', '▮3件'))).toEqual(['statement 3', `figure ${of('requests/received/total')}`]);
  // Else the editor would mark the same digits everywhere.
  const alone = of('disclosure/coercion/decisions');
  expect(highlights(at(saying, alone))).toEqual([`figure ${alone}`]);
});

test('nothing in a report of before 2019, nor outside of figures', () => {
  const { text, number } = numbered();
  const place = at(text, number.get('requests/received/total') as string);
  expect(definition(place.replaceAll('2023', '2017'))).toEqual([]);
  expect(highlights(text.replace('加强业务', '加▮强业务'))).toEqual([]);
  expect(references('▮', 'with-declaration')).toEqual([]);
});

/** From each statement to its cells, and from each of these back. Returns how many ways were gone. */
function goThereAndBack(text: string): number {
  const snapshot = snapshotOf(text, {});
  let ways = 0;
  for (const { report, start } of readPlaces(snapshot)) {
    for (const { span } of report.facts) {
      const origin = { start: span.start + start, end: span.end + start };
      for (const { selection } of definitionAt(snapshot, origin.start)?.targets ?? []) {
        expect(referencesAt(snapshot, selection.start, 'without-declaration')).toContainEqual(origin);
        ways++;
      }
    }
  }
  return ways;
}

test('every cell that a statement leads to leads back to it', () => {
  const ways = allSamples.map(({ text }) => goThereAndBack(text));
  expect(ways.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(100);
});

test.skipIf(realSamples.length === 0)('also in the real reports', () => {
  for (const { text } of realSamples) goThereAndBack(text);
});

test('no cut of a sample makes it fail', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allSamples), fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, share) => {
      const cut = text.slice(0, Math.floor(text.length * share));
      const snapshot = snapshotOf(cut, {});
      for (let place = 0; place <= cut.length; place += 61) {
        const spans = [
          ...(definitionAt(snapshot, place)?.targets ?? []).flatMap(({ span, selection }) => [span, selection]),
          ...referencesAt(snapshot, place, 'with-declaration'),
          ...highlightsAt(snapshot, place).map(({ span }) => span),
        ];
        expect(spans.every(({ start, end }) => 0 <= start && start <= end && end <= cut.length)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
