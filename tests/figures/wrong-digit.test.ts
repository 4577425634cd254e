/** A single wrong digit anywhere in tables three and four, in any layout, is reported at the right cells. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureAt, figuresOf } from '../../server/src/figures/figures';
import { printReport } from '../../server/src/standard/blank-form';
import type { CellRef, Edition } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import type { Checked } from '../rules/check';
import { check } from '../rules/check';
import { type Figures, keyOf, validFigures } from '../support/figures';

const rules = { 'prose/zero-conflict': 'off', 'prose/count-conflict': 'off' } as const;

function checkFigures(edition: Edition, layout: Layout, figures: Figures): Checked {
  const year = edition.id === '2021' ? 2023 : 2020;
  const text = printReport(edition, {
    layout,
    issuer: '清河县柳林镇人民政府',
    year,
    figures: (ref: CellRef) => String(figures.get(keyOf(ref)) ?? 0),
  });
  return check(text, { rules });
}

/** Another value of one figure that differs from it in one digit. */
function wrongDigit(figures: Figures): fc.Arbitrary<{ readonly key: string; readonly value: number }> {
  return fc
    .record({ key: fc.constantFrom(...figures.keys()), place: fc.nat(), digit: fc.nat(9) })
    .filter(({ key, place, digit }) => changedDigit(figures.get(key) as number, place, digit) !== figures.get(key))
    .map(({ key, place, digit }) => ({ key, value: changedDigit(figures.get(key) as number, place, digit) }));
}

function changedDigit(value: number, place: number, digit: number): number {
  const digits = [...String(value)];
  digits[place % digits.length] = String(digit);
  return Number(digits.join(''));
}

describe.each(['2021', '2019'] as const)('edition %s', (id) => {
  const edition = editions[id];

  test.each(layouts)('valid figures in %s: all relations hold', (layout) => {
    fc.assert(
      fc.property(validFigures(edition, ['requests', 'review']), (figures) => {
        const { findings, coverage } = checkFigures(edition, layout, figures);
        expect(findings.map((finding) => finding.message)).toEqual([]);
        expect(coverage.holds).toBe(edition.relations.length);
      }),
      { numRuns: 12 },
    );
  });

  test.each(layouts)('one wrong digit in %s is reported at its cell', (layout) => {
    const cases = validFigures(edition, ['requests', 'review']).chain((figures) =>
      wrongDigit(figures).map((wrong) => ({ figures, ...wrong })),
    );
    fc.assert(
      fc.property(cases, ({ figures, key, value }) => {
        const { report, findings } = checkFigures(edition, layout, new Map(figures).set(key, value));
        const [table, row, column] = key.split('/') as [CellRef['table'], string, string];
        const cell = figureAt(figuresOf(report), { table, row, column });
        expect(findings.length).toBeGreaterThan(0);
        for (const finding of findings) {
          expect(finding.rule).toMatch(/^relation\//);
          if (table === 'requests') expect(finding.span).toEqual(cell?.span);
          else expect(finding.related.map((place) => place.span)).toContainEqual(cell?.span);
        }
      }),
      { numRuns: 40 },
    );
  });
});
