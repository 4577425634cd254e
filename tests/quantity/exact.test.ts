/** Exact decimals against integers of any size. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exact } from '../../server/src/quantity/exact';
import {
  addExact,
  compareExact,
  exactOf,
  isWhole,
  negate,
  printExact,
  subtractExact,
  zero,
} from '../../server/src/quantity/exact';

const mostDecimals = 4;

/** The value in ten-thousandths. */
function scaled({ units, scale }: Exact): bigint {
  return BigInt(units) * 10n ** BigInt(mostDecimals - scale);
}

/** Figures as reports have them: amounts in 万元 with up to four decimals, and counts. */
const figures = fc
  .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: mostDecimals }))
  .map(([units, scale]): Exact => ({ units: (units % 10 ** (8 + scale)) + 0, scale }));

/** `operation` gives what `reference` gives in ten-thousandths. */
function check(operation: (a: Exact, b: Exact) => Exact, reference: (a: bigint, b: bigint) => bigint): void {
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      const result = operation(a, b);
      expect(scaled(result)).toBe(reference(scaled(a), scaled(b)));
      expect(result.scale).toBe(Math.max(a.scale, b.scale));
      expect(Object.is(result.units, -0)).toBe(false);
    }),
  );
}

describe('arithmetic', () => {
  test('addition', () => check(addExact, (a, b) => a + b));
  test('subtraction', () => check(subtractExact, (a, b) => a - b));

  test('comparison has the sign of the difference', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const difference = scaled(a) - scaled(b);
        expect(Math.sign(compareExact(a, b)) + 0).toBe(difference === 0n ? 0 : difference > 0n ? 1 : -1);
      }),
    );
  });

  test('the negative has the same size, and 0 no sign', () => {
    fc.assert(
      fc.property(figures, (a) => {
        expect(scaled(negate(a))).toBe(-scaled(a));
      }),
    );
    expect(Object.is(negate(zero).units, 0)).toBe(true);
  });

  test('sums do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 30 }), (list) => {
        const forwards = list.reduce(addExact, zero);
        expect(
          compareExact(
            forwards,
            list.reduceRight((sum, value) => addExact(sum, value), zero),
          ),
        ).toBe(0);
        expect(scaled(forwards)).toBe(list.reduce((sum, value) => sum + scaled(value), 0n));
      }),
    );
  });

  test('what binary fractions get wrong', () => {
    const tenths = [1, 2].map((units): Exact => ({ units, scale: 1 }));
    expect(printExact(tenths.reduce(addExact))).toBe('0.3');
    expect(compareExact({ units: 26_55, scale: 2 }, { units: 265_5, scale: 1 })).toBeLessThan(0);
  });
});

describe('whole numbers', () => {
  test.each<[string, Exact, boolean]>([
    ['12', exactOf(12), true],
    ['12.00', { units: 1200, scale: 2 }, true],
    ['-3.0', { units: -30, scale: 1 }, true],
    ['0.00', { units: 0, scale: 2 }, true],
    ['2.5', { units: 25, scale: 1 }, false],
    ['-0.01', { units: -1, scale: 2 }, false],
  ])('%s', (_, value, whole) => expect(isWhole(value)).toBe(whole));

  test('are those without a rest', () => {
    fc.assert(
      fc.property(figures, (a) => {
        expect(isWhole(a)).toBe(scaled(a) % 10n ** BigInt(mostDecimals) === 0n);
      }),
    );
  });
});

describe('print', () => {
  test.each<[Exact, string]>([
    [zero, '0'],
    [exactOf(120), '120'],
    [exactOf(-3), '-3'],
    [{ units: 1250, scale: 2 }, '12.5'],
    [{ units: 1200, scale: 2 }, '12'],
    [{ units: 5, scale: 2 }, '0.05'],
    [{ units: -5, scale: 1 }, '-0.5'],
    [{ units: 4_068_208, scale: 3 }, '4068.208'],
    [{ units: 0, scale: 3 }, '0'],
  ])('%o is %s', (value, expected) => expect(printExact(value)).toBe(expected));

  test('has no more digits than needed and says the same number', () => {
    fc.assert(
      fc.property(figures, (a) => {
        const print = printExact(a);
        expect(print).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        const [whole = '', fraction = ''] = print.split('.');
        expect(
          BigInt(whole.replace('-', '') + fraction.padEnd(mostDecimals, '0')) * (print.startsWith('-') ? -1n : 1n),
        ).toBe(scaled(a));
      }),
    );
  });
});
