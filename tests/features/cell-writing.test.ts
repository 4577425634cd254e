/** Writing into the cells of the preview: the report reads the cell so afterwards and all else as before, in every layout. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWriting } from '../../server/src/features/preview/cell-writing';
import { preview } from '../../server/src/features/preview/preview';
import type { CellText } from '../../server/src/features/preview/preview-model';
import type { TableId } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { allSamples } from './sample-texts';

type Key = readonly [table: TableId, row: string, column: string];

function keysOf(edition: '2021' | '2019'): readonly Key[] {
  return tableIds.flatMap((table) =>
    editionOf(edition).tables[table].rows.flatMap(({ id, columns }) =>
      columns.map((column): Key => [table, id, column.id]),
    ),
  );
}

/** What each cell that can be written into shows, by `table/row/column`, in the document's report of that number. */
function shownIn(text: string, part = 0): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const block of preview(snapshotOf(text, {}))[part]?.part.blocks ?? []) {
    if (block.kind !== 'form') continue;
    for (const { figure, text: cell } of block.rows.flatMap(({ cells }) => cells)) {
      if (figure !== undefined) shown[`${block.table}/${figure.row}/${figure.column}`] = cell;
    }
  }
  return shown;
}

function asked(text: string, figures: Readonly<Record<string, string>>, part = 0): readonly CellText[] {
  const shown = shownIn(text, part);
  return Object.entries(figures).map(([key, figure]) => {
    const [table, row, column] = key.split('/') as [TableId, string, string];
    return { part, table, row, column, was: shown[key] ?? '', text: figure };
  });
}

/** The document's text after the figures have been written; the reason where they were not. */
function written(text: string, cells: readonly CellText[], source: 'typed' | 'pasted' = 'typed'): string {
  const writing = cellWriting(snapshotOf(text, {}), cells, source);
  return 'refusal' in writing ? worded(writing.refusal) : applyEdits(text, writing.edits);
}

describe.each(['2021', '2019'] as const)('the %s form', (edition) => {
  const keys = keysOf(edition);
  const blanks = Object.fromEntries(keys.map((key) => [key.join('/'), '']));
  const numbers = Object.fromEntries(keys.map((key, i) => [key.join('/'), String(100 + i)]));

  test.each(layouts)('in %s: every cell can be written into', (layout) => {
    expect(Object.keys(shownIn(printed({ layout, edition })))).toEqual(keys.map((key) => key.join('/')));
  });

  test.each(layouts)('in %s: a blank form becomes the printed one, and that a blank one again', (layout) => {
    const eol = '\r\n';
    const empty = printed({ layout, edition, figures: blanks, eol });
    const full = printed({ layout, edition, figures: numbers, eol });
    expect(written(empty, asked(empty, numbers))).toBe(full);
    expect(written(full, asked(full, blanks))).toBe(empty);
  });

  test.each(layouts)('in %s: any cells, any figures, also amid blanks', (layout) => {
    const figure = fc.constantFrom('', '0', '7', '12', '1040');
    const given = fc.array(figure, { minLength: keys.length, maxLength: keys.length });
    const changes = fc.array(
      fc.tuple(fc.constantFrom(...keys), fc.constantFrom('', '0', '5', '31', '2088', '-1', '/')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(given, changes, (old, changed) => {
        const figures = Object.fromEntries(keys.map((key, i) => [key.join('/'), old[i] as string]));
        const next = Object.fromEntries(changed.map(([key, text]) => [key.join('/'), text]));
        const text = printed({ layout, edition, figures });
        const after = written(text, asked(text, next));
        expect(after).toBe(printed({ layout, edition, figures: { ...figures, ...next } }));
      }),
      { numRuns: 5 },
    );
  });
});

const received = 'requests/received/natural-person';

describe('what is typed', () => {
  const text = printed({ figures: { [received]: '7' } });
  const typed = (figure: string, source: 'typed' | 'pasted' = 'typed', was = '7') =>
    written(text, [{ ...(asked(text, { [received]: figure })[0] as CellText), was }], source);
  const shown = (figure: string) => shownIn(typed(figure))[received];

  test('full-width digits, commas of a spreadsheet and blanks around are how it was put in', () => {
    expect(shown(' １２ ')).toBe('12');
    expect(shown('12,345')).toBe('12345');
    expect(typed('12', 'typed', '７')).not.toBe(typed('13'));
    expect(shownIn(typed('12', 'typed', '７'))[received]).toBe('12');
  });

  test('may be no number: the audit tells', () => {
    for (const figure of ['-3', '1.5', '/', '—', '若干', '3件']) expect(shown(figure)).toBe(figure);
  });

  test('is refused where it would be no cell any more, with the reason', () => {
    for (const figure of ['1|2', '1\t2', '1\n2', '<b>', '&lt;', '\ufdd2', '1'.repeat(61)]) {
      expect(typed(figure)).toMatch(/^本年新收 · 自然人没有写入“1*[\s\S]*”：一格只写一行字，不能有/u);
    }
  });

  test('is refused where somebody else has written there; what stands there already is written', () => {
    expect(typed('8', 'typed', '6')).toBe('本年新收 · 自然人没有写入“8”：文本改过了，这一格已是“7”。');
    expect(typed('7', 'typed', '6')).toBe(text);
  });

  test('is refused where the report has no such cell', () => {
    const reason = '文本改过了，已经没有这一格，没有写入“8”。';
    const cell = asked(text, { [received]: '8' })[0] as CellText;
    expect(written(text, [{ ...cell, part: 1 }])).toBe(reason);
    expect(written(text, [{ ...cell, row: 'no-row' }])).toBe(reason);
    expect(written(text, [{ ...cell, column: 'no-column' }])).toBe(reason);
    const shorter = text.replace(/(一、本年新收[^\n]*)\t0\n/, '$1\n');
    expect(shorter).not.toBe(text);
    expect(written(shorter, [cell])).toBe(reason);
  });

  test('is refused where the table would be read otherwise', () => {
    const spaced = printed({ layout: 'spaced' });
    expect(written(spaced, asked(spaced, { [received]: '1 2' }))).toMatch(/整张表会读成别的样子/);
    expect(written(spaced, asked(spaced, { [received]: '二、上年结转政府信息公开申请数量' }))).toMatch(/读成别的样子/);
  });
});

describe('a block', () => {
  const text = printed();
  const block = { [received]: '3', 'requests/received/enterprise': '', 'requests/received/total': '３' };

  test('is written as a whole', () => {
    expect(shownIn(written(text, asked(text, block), 'pasted'))).toEqual({
      ...shownIn(text),
      ...block,
      'requests/received/total': '3',
    });
  });

  test('that holds what is no figure is not written at all', () => {
    expect(written(text, asked(text, { ...block, 'requests/received/other': '其他' }), 'pasted')).toBe(
      '整块都没有粘贴：“其他”不是数字。请只复制数字的格子。',
    );
  });

  test('may hold the dashes of a spreadsheet', () => {
    expect(shownIn(written(text, asked(text, { [received]: '-' }), 'pasted'))[received]).toBe('-');
  });
});

describe('texts as they come', () => {
  test('the second report of a document', () => {
    const text = `${printed()}\n${printed({ issuer: '云岭县石门镇人民政府' })}`;
    const after = written(text, asked(text, { [received]: '9' }, 1));
    expect(shownIn(after, 1)[received]).toBe('9');
    expect(shownIn(after, 0)).toEqual(shownIn(text, 0));
  });

  test('tables of the other edition, as they are shown', () => {
    const text = printed({ layout: 'markdown', edition: '2019' }).replaceAll('2020年', '2023年');
    const after = written(text, asked(text, { 'disclosure/licences/decisions': '9', [received]: '4' }));
    expect(shownIn(after)).toEqual({ ...shownIn(text), 'disclosure/licences/decisions': '9', [received]: '4' });
  });

  test.each([
    ['**7**', '**12**'],
    ['7&nbsp;', '12&nbsp;'],
    [' 7   ', ' 12   '],
  ])('%s', (old, next) => {
    const text = printed({ layout: 'markdown', figures: { [received]: '7' } }).replace('| 7 |', `|${old}|`);
    expect(written(text, asked(text, { [received]: '12' }))).toBe(text.replace(`|${old}|`, `|${next}|`));
  });

  test('a figure within tags keeps them', () => {
    const text = printed({ layout: 'html', figures: { [received]: '7' } }).replace(
      '<td>7</td>',
      '<td><p><span>7</span></p></td>',
    );
    const after = written(text, asked(text, { [received]: '12' }));
    expect(after).toBe(text.replace('<span>7</span>', '<span>12</span>'));
    expect(written(after, asked(after, { [received]: '' }))).not.toMatch(/没有写入/);
  });
});

describe.each(allSamples.filter(({ text }) => text.length < 40_000))('$name', ({ text }) => {
  test('none of its cells is refused', () => {
    const shown = shownIn(text);
    const refused = Object.keys(shown).filter((key, i) => {
      if (i % 29 !== 0) return false;
      return written(text, asked(text, { [key]: '88' })).includes('没有写入');
    });
    expect(refused).toEqual([]);
  });
});
