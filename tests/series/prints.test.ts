/** Fingerprints and packed places: nothing is lost on the way, and what two texts share is found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packPlaces, unpackPlaces } from '../../server/src/series/places';
import {
  type Compared,
  comparedOf,
  gramLength,
  ownNamesOf,
  type Print,
  packPrints,
  printsOf,
  readPlaces,
  readPrints,
  windowLength,
} from '../../server/src/series/prints';

function compared(text: string, issuer: string | null = null): Compared {
  return comparedOf(text, [{ start: 0, end: text.length }], ownNamesOf(issuer));
}

function comparedText(text: string, issuer: string | null = null): string {
  return String.fromCharCode(...compared(text, issuer).codes);
}

const place = fc.record({ line: fc.nat(100_000), character: fc.nat(5000) });
const range = fc.record({ start: place, end: place });
const wordsFrom = (minLength: number) =>
  fc.string({ unit: fc.constantFrom(...'政务公开信息申请答复办理群众镇村条例'), minLength, maxLength: 60 });

describe('packed numbers', () => {
  test('places come back, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(range)), (places) => {
        expect(unpackPlaces(packPlaces(places))).toEqual(places);
      }),
    );
  });

  test('fingerprints come back with their places', () => {
    const print = fc.record({ hash: fc.nat(0xffffffff), at: fc.nat(50), place });
    fc.assert(
      fc.property(fc.array(print), place, (drawn, end) => {
        const prints = drawn.map((each, i): Print => {
          const at = drawn.slice(0, i + 1).reduce((sum, step) => sum + step.at, 0);
          return { ...each, at };
        });
        const packed = packPrints(prints, end);
        const read: [number, number][] = [];
        readPrints(packed, (hash, begins) => read.push([hash, begins]));
        expect(read).toEqual(prints.map(({ hash, at: begins }) => [hash, begins]));
        expect(readPlaces(packed)).toEqual([...prints.map((each) => each.place), end]);
      }),
    );
  });

  test.each(['A', 'BB!', '中'])('%j is none that was packed', (packed) => {
    expect(() => readPlaces(packed)).toThrow(RangeError);
  });
});

describe('what is compared', () => {
  test.each([
    ['2023年，收到申请12件、答复十二件。', null, '年收到申请件答复件'],
    ['白水镇在青山县的指导下，我镇、本机关都做了。', '青山县白水镇人民政府', '在的指导下都做了'],
    ['青山县白水镇人民政府公开信息', '青山县白水镇人民政府', '公开信息'],
  ])('%s', (text, issuer, left) => {
    expect(comparedText(text, issuer)).toBe(left);
  });
});

test('whatever is copied over thirteen characters leaves a fingerprint in both', () => {
  const fewest = gramLength + windowLength - 1;
  fc.assert(
    fc.property(wordsFrom(0), wordsFrom(fewest), wordsFrom(0), wordsFrom(0), (before, shared, behind, other) => {
      const first = new Set(printsOf(compared(before + shared + behind)).map(({ hash }) => hash));
      const second = printsOf(compared(other + shared + other)).map(({ hash }) => hash);
      expect(second.some((hash) => first.has(hash))).toBe(true);
    }),
  );
});
