/** The samples cut at many places: what features of a snapshot are tried on. */
import fc from 'fast-check';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { allSamples } from './sample-texts';

/** Calls `use` with snapshots of samples that break off anywhere. */
export function forCuts(runs: number, use: (snapshot: Snapshot) => void): void {
  const cuts = fc.tuple(fc.constantFrom(...allSamples), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(cuts, ([{ text }, share]) => use(snapshotOf(text.slice(0, Math.round(text.length * share)), {}))),
    { numRuns: runs },
  );
}
