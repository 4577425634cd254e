/** Which body has a report for which year, and which lacks one. */
import { expect, test } from 'vitest';
import { matrixOf } from '../../../client/webview/folder/matrix';
import { row } from './made-rows';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const rows = [
  row({ path: 'a.txt', issuer: '甲镇', body: '甲镇', year: 2022 }),
  row({ path: 'b.txt', issuer: '甲镇', body: '甲镇', year: 2023 }),
  row({ path: 'c.txt', issuer: '甲镇', body: '甲镇', year: 2023 }),
  row({ path: 'd.txt', issuer: '乙镇', body: '乙镇', year: 2023 }),
  row({ path: 'e.txt', issuer: null, body: null, year: null, state: 'skipped' }),
];
const shape = (matrix: ReturnType<typeof matrixOf>) =>
  matrix.lines.map(({ name, isListed, cells }) => [
    name,
    isListed,
    ...cells.map((cell) => (cell.kind === 'reports' ? cell.rows.length : cell.kind)),
  ]);

test('without a roster nothing is said to be missing', () => {
  const matrix = matrixOf(rows, []);
  expect(matrix.years).toEqual([2022, 2023]);
  expect(shape(matrix)).toEqual([
    ['甲镇', null, 1, 2],
    ['乙镇', null, 'none', 1],
  ]);
  expect(matrix.missing).toBe(0);
});

test('with a roster those that lack a report come first, then its others, and who is not in it is said not to be listed', () => {
  const body = (name: string, since: number | null = null, until: number | null = null) => ({
    name,
    body: name,
    level: null,
    since,
    until,
    range: place,
  });
  const roster = {
    uri: 'file:///.disclosure-audit.json',
    file: '.disclosure-audit.json',
    bodies: [body('丙镇'), body('甲镇'), body('丁镇', 2023), body('戊镇', null, 2021)],
    years: [2022, 2023],
    findings: [],
  };
  const matrix = matrixOf(rows, [roster]);
  expect(shape(matrix)).toEqual([
    ['丙镇', true, 'missing', 'missing'],
    ['丁镇', true, 'not-owed', 'missing'],
    ['甲镇', true, 1, 2],
    ['戊镇', true, 'not-owed', 'not-owed'],
    ['乙镇', false, 'none', 1],
  ]);
  expect(matrix.missing).toBe(3);
});
