/** A document as text and tree: what stands where, and that nothing in it is taken for markup. */
import { expect, test } from 'vitest';
import type { DocumentBlock, OfficeDocument } from '../../server/src/intake/document';
import { documentTree, placeOfSpan } from '../../server/src/intake/document-tree';
import { documentPlaceWords } from '../../server/src/intake/place-words';
import { leavesOf } from '../../server/src/syntax/tree';
import { worded } from '../../server/src/text/wording';

function documentOf(...blocks: readonly DocumentBlock[]): OfficeDocument {
  return { kind: 'docx', blocks, omissions: [] };
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text };
}

function grid(...rows: readonly (readonly string[])[]): DocumentBlock {
  return {
    kind: 'grid',
    rows: rows.map((cells) => ({
      cells: cells.map((text, index) => ({ text, colSpan: 1, rowSpan: 1, column: index + 1 })),
    })),
  };
}

/** The place of the first `words`, in words. */
function placeOf(given: OfficeDocument, words: string, end = words): string {
  const { tree, places } = documentTree(given);
  const start = tree.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return worded(documentPlaceWords(placeOfSpan(places, { start, end: tree.text.indexOf(end, start) + end.length })));
}

const sample = documentOf(
  paragraph('某局2023年政府信息公开工作年度报告'),
  paragraph('一、总体情况'),
  paragraph(''),
  paragraph('第一行\n第二行'),
  grid(['规章', '', '3'], ['规范性\n文件', '5', '']),
  { kind: 'image' },
  grid(['甲', '乙']),
  paragraph('落款'),
);

test('paragraphs stand apart, rows are lines, and the leaves are the text', () => {
  const { tree } = documentTree(sample);
  expect(tree.text).toBe(
    '某局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n\n\n第一行\n第二行\n\n规章\t\t3\n规范性\n文件\t5\t\n【图片】\n甲\t乙\n\n落款\n\n',
  );
  expect(
    leavesOf(tree)
      .map(({ start, end }) => tree.text.slice(start, end))
      .join(''),
  ).toBe(tree.text);
  const tables = tree.blocks.filter((block) => block.kind === 'table');
  expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.length))).toEqual([[3, 3], [2]]);
  expect(tree.blocks.filter(({ kind }) => kind === 'image')).toHaveLength(1);
});

test('every character has its place: paragraphs outside tables are counted, tables apart', () => {
  expect(placeOf(sample, '年度报告')).toBe('第1段');
  expect(placeOf(sample, '第二行')).toBe('第3段');
  expect(placeOf(sample, '3\n规范')).toBe('表1');
  expect(placeOf(sample, '文件')).toBe('表1第2行第1列');
  expect(placeOf(sample, '规章', '\t\t3')).toBe('表1第1行');
  expect(placeOf(sample, '乙')).toBe('表2第1行第2列');
  expect(placeOf(sample, '落款')).toBe('第4段');
});

test('an empty cell has its own place', () => {
  const { tree, places } = documentTree(sample);
  const at = tree.text.indexOf('规章\t') + 3;
  expect(placeOfSpan(places, { start: at, end: at })).toEqual({ table: 1, row: 1, column: 2 });
});

test('pages and sheets are part of a place; a row may stand on another page than its table begins on', () => {
  const cells = [{ text: '甲', colSpan: 1, rowSpan: 1, column: 1 }];
  const given = documentOf(
    { kind: 'line', text: '一行', page: 1 },
    { kind: 'grid', page: 1, rows: [{ cells }, { cells: [{ ...cells[0], text: '丙' } as never], page: 2 }] },
    { kind: 'paragraph', text: '一段', sheet: '表A', at: { row: 3, column: 1 } },
    {
      kind: 'grid',
      sheet: '表A',
      rows: [{ cells: [{ text: '丁', colSpan: 1, rowSpan: 1, column: 1, at: { row: 5, column: 2 } }] }],
    },
  );
  expect(placeOf(given, '一行')).toBe('第1页');
  expect(placeOf(given, '甲')).toBe('第1页表1第1行第1列');
  expect(placeOf(given, '丙')).toBe('第2页表1第2行第1列');
  expect(placeOf(given, '一段')).toBe('工作表“表A”第3行第1列');
  expect(placeOf(given, '丁')).toBe('工作表“表A”第5行第2列');
});

test('what looks like markup is meant as it stands', () => {
  const { tree } = documentTree(documentOf(paragraph('a<b>c</b> **d** &amp; # e'), grid(['<td>', '1|2'])));
  expect(tree.view.pieces).toBeUndefined();
  expect(tree.text).toContain('a<b>c</b> **d** &amp; # e');
});

test('characters that nobody sees are left out, radicals and line ends are the usual ones', () => {
  const { tree } = documentTree(documentOf(paragraph('⼀\u200b、总\u00ad体\r\n情\ufffc况\uffff\u0000\u000b见⾯')));
  expect(tree.text).toBe('一、总体\n情况\n见面\n\n');
});
