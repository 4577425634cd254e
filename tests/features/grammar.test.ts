/** What the grammar colours. */
import { expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { loadGrammar, source, tokensOf, tokensOfLines } from './tokenise';

/** The line with every coloured stretch as `⟦text·scope⟧`. */
function coloured(line: string): string {
  return tokensOf(line)
    .map(({ text, scope }) => (scope === '' ? text : `⟦${text}·${scope}⟧`))
    .join('');
}

const report = (layout: (typeof layouts)[number]): readonly string[] =>
  printReport(editions['2021'], { layout, issuer: '清溪镇人民政府', year: 2023, figures: () => '17' }).split('\n');

test('every expression compiles and every name ends in the language', async () => {
  await expect(loadGrammar()).resolves.toBeDefined();
  const names = source.match(/"name":\s*"[^"]+"/g) ?? [];
  expect(names.length).toBeGreaterThan(20);
  expect(names.slice(1).filter((name) => !name.endsWith('.disclosure-report"'))).toEqual([]);
});

test.each(layouts)('a report with %s tables is coloured as before', async (layout) => {
  const lines = report(layout);
  const snapshot = tokensOfLines(lines).map((tokens, i) => {
    const scopes = tokens.filter(({ scope }) => scope !== '').map(({ text, scope }) => `  ${scope} ⟦${text}⟧\n`);
    return `${lines[i]}\n${scopes.join('')}`;
  });
  await expect(snapshot.join('')).toMatchFileSnapshot(`grammar/${layout}.txt`);
});

test.each(layouts)('title and six headings are coloured in a report with %s tables', (layout) => {
  const tokens = report(layout).flatMap(tokensOf);
  const withScope = (scope: string): readonly string[] =>
    tokens.filter((token) => token.scope === scope).map(({ text }) => text);
  expect(withScope('markup.bold.heading.title').map((text) => text.replace('# ', ''))).toEqual([
    '清溪镇人民政府2023年政府信息公开工作年度报告',
  ]);
  expect(
    withScope('entity.name.type.section').filter((name) =>
      editions['2021'].sections.some(({ title }) => title === name),
    ),
  ).toEqual(editions['2021'].sections.map(({ title }) => title));
});

test.each(layouts)('every figure of the tables is coloured as a number in a report with %s tables', (layout) => {
  const figures = report(layout)
    .flatMap(tokensOf)
    .filter(({ text }) => text.includes('17'));
  expect(figures.flatMap(({ text }) => text.match(/17/g) ?? [])).toHaveLength(10 + 7 * 25 + 15);
  expect(figures.filter(({ scope }) => !scope.startsWith('constant.numeric'))).toEqual([]);
});

const labelled = layouts.filter((layout) => layout !== 'html');

test.each(labelled)('the rows’ labels are coloured alike in a report with %s tables', (layout) => {
  const rows = report(layout)
    .flatMap(tokensOf)
    .filter(({ scope }) => scope === 'variable.other.row')
    .map(({ text }) => text.replace(/\s/g, ''));
  const labels = editions['2021'].tables.requests.rows.map(({ label }) => label);
  expect(labels.filter((label) => !rows.some((row) => row.endsWith(label)))).toEqual([]);
});

test.each([
  [
    '（一）主动公开。公开信息55条。',
    '⟦（一）·punctuation.definition.heading⟧⟦主动公开·entity.name.type.section⟧。公开信息⟦55·constant.numeric⟧条。',
  ],
  ['全年未收到申请，无行政诉讼。', '全年⟦未·keyword.other.negation⟧收到申请，⟦无·keyword.other.negation⟧行政诉讼。'],
  ['共收到申请三件。', '共收到申请⟦三·constant.numeric.chinese⟧件。'],
  ['联系电话：XXX。', '联系电话：⟦XXX·invalid.illegal.placeholder⟧。'],
  ['国办公开办函〔2021〕30号', '⟦国办公开办函〔2021〕30号·constant.other.reference.document⟧'],
  ['依照第二十条第（一）项办理。', '依照⟦第二十条第（一）项·constant.other.reference.clause⟧办理。'],
  ['[image: 表.png]', '⟦[image: 表.png]·comment.block.residue⟧'],
  [
    '四、结转下年度继续办理\t0\t—',
    '⟦四、结转下年度继续办理·variable.other.row⟧⟦\t·meta.table.row⟧⟦0·constant.numeric.figure⟧⟦\t·meta.table.row⟧⟦—·constant.language.none⟧',
  ],
])('%s', (line, expected) => {
  expect(coloured(line)).toBe(expected);
});
