/** Columns and rows in which nothing begins are none. */
import { expect, test } from 'vitest';
import { compactGrid } from '../../server/src/intake/compact-grid';

const cell = (text: string, column: number, colSpan = 1, rowSpan = 1) => ({ text, column, colSpan, rowSpan });

test('cells that all span two columns span one', () => {
  expect(compactGrid([{ cells: [cell('甲', 1, 2), cell('乙', 3, 3)] }, { cells: [cell('丙', 1, 5)] }])).toEqual([
    { cells: [cell('甲', 1), cell('乙', 2)] },
    { cells: [cell('丙', 1, 2)] },
  ]);
});

test('a row that is covered as a whole is none', () => {
  expect(
    compactGrid([{ cells: [cell('甲', 1, 1, 2), cell('乙', 2, 1, 3)] }, { cells: [] }, { cells: [cell('丙', 1)] }]),
  ).toEqual([{ cells: [cell('甲', 1), cell('乙', 2, 1, 2)] }, { cells: [cell('丙', 1)] }]);
});

test('a grid that has neither stays as it is, its pages as well', () => {
  const rows = [{ cells: [cell('甲', 1, 2)] }, { page: 2, cells: [cell('乙', 1), cell('丙', 2)] }];
  expect(compactGrid(rows)).toEqual(rows);
});
