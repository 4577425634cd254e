/** Formatting moves white space between cells and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEdits } from '../../server/src/features/formatting/formatting';
import { sameReading } from '../../server/src/features/same-reading';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { displayWidth } from '../../server/src/text/width';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { keyOf, validFigures } from '../support/figures';
import { allSamples, printedForms, realSamples } from './sample-texts';

function formatted(text: string): string {
  return applyEdits(text, formatEdits(snapshotOf(text, {})));
}

/** Without white space and the dashes of a Markdown delimiter line. */
function bare(text: string): string {
  return text.replace(/^[|\s:-]*--[|\s:-]*$/gm, '|').replace(/\s/g, '');
}

function checkFormatted(text: string): string {
  const edits = formatEdits(snapshotOf(text, {}));
  for (const { span, newText } of edits) expect(text.slice(span.start, span.end) + newText).toMatch(/^[\s:-]*$/);
  const result = applyEdits(text, edits);
  expect(bare(result)).toBe(bare(text));
  expect(formatted(result)).toBe(result);
  expect(sameReading(snapshotOf(text, {}), snapshotOf(result, {}))).toBe(true);
  return result;
}

const texts = [...printedForms('zero'), ...printedForms('blank'), ...printedForms('odd', '\r\n'), ...allSamples];

describe('keeps the reading, once is enough', () => {
  test.each(texts)('$name', ({ text }) => {
    checkFormatted(text);
  });
  test.each(realSamples.length > 0 ? realSamples : [{ name: 'no real reports here', text: '' }])(
    '$name',
    ({ text }) => {
      checkFormatted(text);
    },
  );
  test.each(layouts)('random figures: %s', (layout) => {
    const edition = editions['2021'];
    const property = fc.property(
      validFigures(edition, ['requests', 'review']),
      fc.constantFrom('\n', '\r\n', '\r'),
      (figures, eol) => {
        const source = (ref: Parameters<typeof keyOf>[0]): string => String(figures.get(keyOf(ref)) ?? 0);
        checkFormatted(
          printReport(edition, { layout, issuer: '云岭县清溪镇人民政府', year: 2023, figures: source, eol }),
        );
      },
    );
    fc.assert(property, { numRuns: 3 });
  });
});

describe('stray white space is set right', () => {
  test.each(printedForms('zero'))('$name', ({ text }) => {
    const wanted = formatted(text);
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.includes('三、收到和处理'));
    const stray = lines.map((line, i) => (i > start + 1 && line !== '' && !/[。、]/.test(line) ? `${line}  ` : line));
    expect(formatted(stray.join('\n'))).toBe(wanted);
  });
});

/** Of a window 1,440 pixels wide, in VS Code's own font size and without a side bar. */
const mostColumns = 150;

describe('columns stand under one another', () => {
  test.each(['markdown', 'bar-row'] as const)('%s: the bars behind the figures', (layout) => {
    const form = printReport(editions['2021'], {
      layout,
      issuer: '云岭县清溪镇人民政府',
      year: 2023,
      figures: ({ column }) => (column === 'natural-person' ? '1234' : '5'),
    });
    const rows = formatted(form)
      .split('\n')
      .filter((line) => / 1234 /.test(line));
    expect(rows.length).toBeGreaterThan(20);
    // A long label runs over its column, and only its own row gives way.
    const fitting = rows.filter((row) => row.split(/[|｜]/).every((cell) => displayWidth(cell.trim()) <= 24));
    expect(fitting.length).toBeGreaterThan(12);
    expect(new Set(fitting.map((row) => displayWidth(row.slice(0, row.indexOf('1234'))))).size).toBe(1);
    expect(new Set(fitting.map((line) => displayWidth(line))).size).toBe(1);
    for (const row of rows) expect(displayWidth(row), row).toBeLessThanOrEqual(mostColumns);
  });
});

test('white space strewn into a table at random never changes what is read', () => {
  const strewn = fc.constantFrom(...allSamples, ...printedForms('odd')).chain(({ text }) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.constantFrom(' ', '  ', '\t', '\u3000', '\n', ' \n\n')), {
        maxLength: 12,
      })
      .map((places) =>
        applyEdits(
          text,
          [...new Map(places)].map(([at, newText]) => ({ span: { start: at, end: at }, newText })),
        ),
      ),
  );
  fc.assert(
    fc.property(strewn, (text) => {
      checkFormatted(text);
    }),
    { numRuns: 60 },
  );
});

test('wide bars count as two columns', () => {
  const text = printReport(editions['2021'], { layout: 'bar-row', issuer: '云岭县清溪镇人民政府', year: 2023 });
  const rows = formatted(text.replace(/\|/g, '｜'))
    .split('\n')
    .filter((line) => /重复申请|属于国家秘密|上年结转/.test(line));
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map((line) => displayWidth(line))).size).toBe(1);
});

test('a range formats its own lines only', () => {
  const text = printReport(editions['2021'], { layout: 'markdown', issuer: '云岭县清溪镇人民政府', year: 2023 });
  const start = text.indexOf('| 二、上年结转');
  const end = text.indexOf('\n', start) + 1;
  const edits = formatEdits(snapshotOf(text, {}), [{ start, end }]);
  expect(edits.length).toBeGreaterThan(0);
  for (const { span } of edits) expect(span.start >= start && span.end < end).toBe(true);
});

test('what is no table of a report is left alone', () => {
  const text = '会议纪要\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 |   2 |\n';
  expect(formatted(text)).toBe(text);
});

test('never throws on a cut of a sample', () => {
  const cut = fc.constantFrom(...allSamples).chain(({ text }) => fc.nat(text.length).map((at) => text.slice(0, at)));
  fc.assert(
    fc.property(cut, (text) => bare(formatted(text)) === bare(text)),
    { numRuns: 60 },
  );
});
