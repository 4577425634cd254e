/** Byte order marks, line ends of every kind, and white space that editors leave behind. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { parse } from '../../server/src/syntax/parse';
import { layouts } from '../../server/src/text/layout';
import { misread, readWhole, reportIn } from './reading';

const kinds = (text: string): readonly string[] => parse(text).blocks.map((block) => block.kind);

/** What the report says apart from its places: headings, prose and cells as texts without line ends. */
function contents(report: Report): unknown {
  const squeezed = ({ start, end }: { start: number; end: number }): string =>
    report.text.slice(start, end).replace(/\s/g, '');
  return {
    title: report.title?.text,
    sections: report.sections.map(({ heading, prose }) => [squeezed(heading.span), prose.map(squeezed)]),
    tables: Object.values(report.tables).map((table) =>
      table.state === 'missing'
        ? table
        : table.rows.map((row) => [row.row, row.state, row.cells.map((cell) => cell.raw)]),
    ),
  };
}

/** `change` makes no difference to the blocks and to what is read. */
function check(text: string, change: (text: string) => string): void {
  const changed = change(text);
  expect(changed).not.toBe(text);
  expect(misread(changed)).toEqual([]);
  expect(kinds(changed)).toEqual(kinds(text));
  expect(contents(readWhole(changed))).toEqual(contents(readWhole(text)));
}

/** CR never stands right before LF, which would make one line end of two. */
const inTurn = (text: string): string =>
  text.split('\n').reduce((before, line, i) => before + (['\r', '\r\n', '\n'][i % 3] ?? '') + line);

describe.each(layouts)('in %s', (layout) => {
  const text = reportIn(layout);

  test.each<[string, (text: string) => string]>([
    ['CRLF', (own) => own.replaceAll('\n', '\r\n')],
    ['CR alone', (own) => own.replaceAll('\n', '\r')],
    ['line ends of all kinds in turn', inTurn],
    ['a byte order mark', (own) => `\ufeff${own}`],
    ['a byte order mark and CRLF', (own) => `\ufeff${own.replaceAll('\n', '\r\n')}`],
    ['no line end at the end', (own) => own.replace(/\n+$/, '')],
    ['blanks at the ends of lines', (own) => own.replace(/(?<=[^\n])\n/g, '  \u3000\n')],
    [
      'no-break spaces for blanks',
      (own) =>
        layout === 'html'
          ? own.replace(/。\n/g, '。\u00a0\n')
          : own.replace(/(?<=。)\n/g, '\u00a0\n').replaceAll(' ', '\u00a0'),
    ],
  ])('%s', (_, change) => check(text, change));

  test('empty lines before and behind it', () => {
    expect(contents(readWhole(`\n\r\n \n${text}\n\n\t\n`))).toEqual(contents(readWhole(text)));
  });
});
