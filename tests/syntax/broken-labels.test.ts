/** Row labels broken over lines before and after their figures, as text taken from a PDF has them. */
import { describe, expect, test } from 'vitest';
import type { RowSpec } from '../../server/src/standard/edition';
import { fold } from '../../server/src/standard/label-folding';
import { edition, figureOf, misread, reportIn, rowsRead } from './reading';

type Table = 'disclosure' | 'requests';

/** Where a label may break: behind its ordinal, and not within it. */
const ordinal = /^(?:（[一-七]）|[一-四]、|[1-8]\.)?./;

/** `row` printed with its label broken at every place that `allows`; `printed` puts the two pieces and the figures together. */
function check(
  table: Table,
  row: RowSpec,
  printed: (head: string, tail: string, figures: string) => string,
  allows: (head: string) => boolean,
): void {
  const text = reportIn('spaced');
  const figures = row.columns.map((column) => figureOf({ table, row: row.id, column: column.id })).join(' ');
  const line = `${row.label} ${figures}`;
  expect(text.split(line)).toHaveLength(2);
  const first = ordinal.exec(row.label)?.[0].length ?? 1;
  for (let at = first; at < row.label.length; at++) {
    const head = row.label.slice(0, at);
    if (!allows(head)) continue;
    expect([head, ...misread(text.replace(line, printed(head, row.label.slice(at), figures)))]).toEqual([head]);
  }
}

const always = (): boolean => true;
/** What stands before the figures must tell the row. */
const tells = (head: string): boolean => fold(head).length > 4 && !head.endsWith('其他');
const rowsOf = (table: Table): [string, Table, RowSpec][] =>
  edition.tables[table].rows.map((row) => [row.id, table, row]);
const all = [...rowsOf('disclosure'), ...rowsOf('requests')];
const notFirst = all.filter(([id]) => id !== 'received');
const notLast = all.filter(([id]) => id !== 'fees' && id !== 'carried-out');

describe('the whole label before the figures', () => {
  test.each(notFirst)('%s on two lines', (_, table, row) =>
    check(table, row, (head, tail, figures) => `${head}\n${tail} ${figures}`, always),
  );

  test.each(notFirst)('%s on three', (_, table, row) =>
    check(table, row, (head, tail, figures) => `${head}\n${tail.slice(0, 2)}\n${tail.slice(2)} ${figures}`, always),
  );

  test.each(notFirst)('%s above them', (_, table, row) =>
    check(table, row, (head, tail, figures) => `${head}\n${tail}\n${figures}`, always),
  );
});

describe('the rest of the label behind the figures', () => {
  test.each(notLast)('%s, the first part beside them', (_, table, row) =>
    check(table, row, (head, tail, figures) => `${head} ${figures}\n${tail}`, tells),
  );

  test.each(notLast)('%s, the first part above them', (_, table, row) =>
    check(table, row, (head, tail, figures) => `${head}\n${figures}\n${tail}`, tells),
  );
});

test('the characters of 本年度办理结果 one by one between the rows', () => {
  const page = [
    '二、上年结转政府信息公开申请数量 21 22 23 24 25 26 27',
    '三、',
    '（一）予以公开 31 32 33 34 35 36 37',
    '本',
    '（二）部分公开（区分处理的，只计这一情',
    '年',
    '形，不计其他情形） 41 42 43 44 45 46 47',
    '度',
    '（三）不予公开',
    '1.属于国家秘密 51 52 53 54 55 56 57',
    '办',
    '8.属于行政查询事项 61 62 63 64 65 66 67',
    '理结果',
    '（七）总计 71 72 73 74 75 76 77',
  ];
  expect(rowsRead('requests', `${page.join('\n')}\n`)).toEqual([
    'spaced',
    'carried-in: 21 22 23 24 25 26 27',
    'granted: 31 32 33 34 35 36 37',
    'partly-granted: 41 42 43 44 45 46 47',
    'refused-secret: 51 52 53 54 55 56 57',
    'refused-query: 61 62 63 64 65 66 67',
    'disposed: 71 72 73 74 75 76 77',
  ]);
});
