/** Page numbers that paging leaves in a table, also with a character nobody sees within them. */
import { expect, test } from 'vitest';
import { misread, reportIn } from './reading';

test.each(['— 13 —', '第13页', '— 1\u20603 —', '第1\u200b3页'])('%j within a table is no figure of it', (mark) => {
  const text = reportIn('spaced');
  const row = text.indexOf('8.属于行政查询事项');
  expect(row).toBeGreaterThan(0);
  expect(misread(`${text.slice(0, row)}${mark}\n${text.slice(row)}`)).toEqual([]);
});
