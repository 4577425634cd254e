/** Frames, cells and tables from lines and words alone. */
import { describe, expect, test } from 'vitest';
import { openTable, tableBlock, withNextPage } from '../../../server/src/intake/pdf/across-pages';
import { filledFrames } from '../../../server/src/intake/pdf/filled-frames';
import { framesOf } from '../../../server/src/intake/pdf/frames';
import type { Letter, Rule, Run } from '../../../server/src/intake/pdf/marks';
import { withoutDoubles, wordsOf } from '../../../server/src/intake/pdf/words';

const across = (at: number, from: number, to: number): Rule => ({ axis: 'horizontal', at, from, to });
const down = (at: number, from: number, to: number): Rule => ({ axis: 'vertical', at, from, to });

/** The whole grid of lines. */
function lattice(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left = 0, top = 0] = [xs[0], ys[0]];
  return [...ys.map((y) => across(y, left, xs.at(-1) ?? left)), ...xs.map((x) => down(x, top, ys.at(-1) ?? top))];
}

/** Letters ten points wide and high, from a place on. */
function letters(text: string, left: number, base: number, run: Run = { direction: 0, isInvisible: false }): Letter[] {
  return [...text].map((each, i) => {
    const x = left + 10 * i;
    return { text: each, left: x, right: x + 10, top: base - 9, bottom: base + 1, base, size: 10, run };
  });
}

function rowsOf(rules: readonly Rule[], ...texts: readonly (readonly Letter[])[]): readonly string[] {
  const { frames } = filledFrames(framesOf(rules), wordsOf(withoutDoubles(texts.flat())));
  return frames.flatMap((filled) => tableRows(openTable(filled, 1)));
}

/** Cells with their spans where they have some, bars between. */
function tableRows(table: Parameters<typeof tableBlock>[0]): readonly string[] {
  return tableBlock(table).rows.map(({ cells }) =>
    cells
      .map(({ text, colSpan, rowSpan }) => text + (colSpan > 1 || rowSpan > 1 ? `(${colSpan}×${rowSpan})` : ''))
      .join('|'),
  );
}

describe('frames', () => {
  test('a missing line between cells merges them', () => {
    const rules = [across(0, 0, 90), across(20, 30, 90), across(40, 0, 90)].concat(
      [0, 30, 90].map((x) => down(x, 0, 40)),
      [down(60, 20, 40)],
    );
    expect(
      rowsOf(rules, letters('甲', 5, 25), letters('乙', 50, 14), letters('3', 40, 34), letters('4', 70, 34)),
    ).toEqual(['甲(1×2)|乙(2×1)', '3|4']);
  });

  test('double borders, and cells that each have their own, are one table', () => {
    const cell = (x: number, y: number): Rule[] => lattice([x, x + 47], [y, y + 17]);
    expect(
      rowsOf(
        [0, 20].flatMap((y) => [0, 50].flatMap((x) => cell(x, y))),
        letters('7', 60, 32),
      ),
    ).toEqual(['|', '|7']);
  });

  test('a table open at its sides has its outer columns', () => {
    const rules = [0, 20, 40].map((y) => across(y, 0, 90)).concat(down(45, 0, 40));
    expect(rowsOf(rules, letters('甲', 5, 14), letters('1', 50, 14))).toEqual(['甲|1', '|']);
  });

  test('a frame around the page, and lines under words, are no tables', () => {
    expect(framesOf([...lattice([10, 585], [10, 830]), across(100, 60, 120)])).toEqual([]);
  });
});

describe('text of cells', () => {
  const one = lattice([0, 44, 200], [0, 100]);

  test.each([
    ['a label that is wrapped', ['政府信息', '公开'], '政府信息公开'],
    ['a label that is parted', ['规章', '件数'], '规章\n件数'],
    ['a figure too long for its cell', ['1234', '5'], '12345'],
    ['two figures that would fit beside one another', ['12', '3'], '12\n3'],
  ])('%s', (_name, lines, text) => {
    expect(rowsOf(one, ...lines.map((line, i) => letters(line, 2, 14 + 14 * i)))).toEqual([`${text}|`]);
  });

  test('letters drawn twice for boldness are there once', () => {
    expect(rowsOf(one, letters('总计', 2, 14), letters('总计', 2.4, 14))).toEqual(['总计|']);
  });
});

describe('tables over pages', () => {
  const page = (rules: readonly Rule[], ...texts: readonly (readonly Letter[])[]) => {
    const [filled] = filledFrames(framesOf(rules), wordsOf(texts.flat())).frames;
    if (filled === undefined) throw new Error('no frame');
    return filled;
  };
  const head = [letters('项目', 5, 14), letters('件数', 65, 14)];
  const first = page(lattice([0, 60, 120], [0, 20, 40]), ...head, letters('甲', 5, 34), letters('1', 65, 34));

  test('a repeated head is left out, and rows know their page', () => {
    const second = page(lattice([0, 60, 120], [0, 20, 40]), ...head, letters('乙', 5, 34), letters('2', 65, 34));
    const joined = withNextPage(openTable(first, 1), second, 2);
    expect(joined && tableRows(joined)).toEqual(['项目|件数', '甲|1', '乙|2']);
    expect(joined && tableBlock(joined).rows.map((row) => row.page)).toEqual([undefined, undefined, 2]);
  });

  test('a row that is cut without a line is one', () => {
    const cut = [across(0, 0, 120), ...[0, 60, 120].map((x) => down(x, 0, 20))];
    const rest = [across(20, 0, 120), ...[0, 60, 120].map((x) => down(x, 0, 20))];
    const upper = page(cut, letters('政府信息公', 5, 14), letters('3', 65, 14));
    const joined = withNextPage(openTable(upper, 1), page(rest, letters('开', 5, 14)), 2);
    expect(joined && tableRows(joined)).toEqual(['政府信息公开|3']);
  });

  test('other columns are another table', () => {
    expect(withNextPage(openTable(first, 1), page(lattice([0, 30, 90], [0, 20])), 2)).toBeUndefined();
  });
});
