/** Which reports have a fingerprint, kept while reports come and go. */
import type { IndexRecord } from './index-record';
import { readPrints } from './prints';

export interface PrintIndex {
  add(report: number, hashes: ReadonlySet<number>): void;
  remove(report: number, hashes: ReadonlySet<number>): void;
  /** In any order. */
  reportsWith(hash: number): readonly number[];
}

export function printIndex(): PrintIndex {
  // Most fingerprints are one report's: it stands there itself.
  const reports = new Map<number, number | number[]>();
  const reportsWith = (hash: number): readonly number[] => {
    const known = reports.get(hash | 0);
    return known === undefined ? [] : typeof known === 'number' ? [known] : known;
  };
  return {
    add: (report, hashes) => {
      for (const hash of hashes) {
        const known = reports.get(hash | 0);
        if (known === undefined) reports.set(hash | 0, report);
        else if (typeof known === 'number') reports.set(hash | 0, [known, report]);
        else known.push(report);
      }
    },
    remove: (report, hashes) => {
      for (const hash of hashes) {
        const known = reports.get(hash | 0);
        if (typeof known === 'number' || known === undefined) reports.delete(hash | 0);
        else {
          const at = known.indexOf(report);
          if (at >= 0) known.splice(at, 1);
          if (known.length === 1) reports.set(hash | 0, known[0] as number);
        }
      }
    },
    reportsWith,
  };
}

/** The fingerprints of all sections. */
export function hashesOf({ prints }: IndexRecord): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const packed of Object.values(prints)) readPrints(packed, (hash) => hashes.add(hash));
  return hashes;
}
