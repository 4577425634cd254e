/** Reports printed over all layouts and editions, and the samples cut at many places: what features of a snapshot are tried on. */
import fc from 'fast-check';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { allSamples } from './sample-texts';

interface Printing {
  readonly layout: Layout;
  readonly edition?: '2021' | '2019';
  readonly eol?: string;
  /** Figures other than 0, by `table/row/column`; empty is a blank. */
  readonly figures?: Readonly<Record<string, string>>;
}

/** The text of a report without a defect, unless its figures make one. */
export function printed({ layout, edition = '2021', eol = '\n', figures = {} }: Printing): string {
  return printReport(editions[edition], {
    layout,
    issuer: '云岭县清溪镇人民政府',
    year: edition === '2021' ? 2023 : 2020,
    eol,
    figures: ({ table, row, column }) => figures[`${table}/${row}/${column}`] ?? '0',
  });
}

/** Calls `use` with snapshots of samples that break off anywhere. */
export function forCuts(runs: number, use: (snapshot: Snapshot) => void): void {
  const cuts = fc.tuple(fc.constantFrom(...allSamples), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(cuts, ([{ text }, share]) => use(snapshotOf(text.slice(0, Math.round(text.length * share)), {}))),
    { numRuns: runs },
  );
}
