/** The findings of an earlier run, which are known and stay quiet in a later one: told by their file and fingerprint, wherever they stand. */
import type { Result } from './result';
import { withFindings } from './some-findings';

/** What an earlier run has found in a file, as in `--format json`. */
interface KnownFile {
  readonly file: string;
  readonly fingerprints: readonly string[];
  /** `series`: by comparing the reports. */
  readonly scope: NonNullable<Result['scope']>;
}

/** An earlier run against a later one. */
export interface Baseline {
  /** The result without what is known. */
  onlyNew(result: Result): Result;
  /** After the last result: how many of the known findings are gone. `isLost`: of a file that the later run has not met. */
  gone(compared: 'compared' | 'not-compared', isLost: (key: string) => Promise<boolean>): Promise<number>;
}

/** The findings of one file that are not met yet, how often each, by scope and fingerprint. */
type Pending = Map<string, number>;

/**
 * @param keyOf what tells a file however it is named.
 */
export function baselineOf(known: readonly KnownFile[], keyOf: (file: string) => string): Baseline {
  const pending = new Map<string, Pending>();
  for (const { file, fingerprints, scope } of known) {
    const key = keyOf(file);
    const own = pending.get(key) ?? new Map<string, number>();
    pending.set(key, own);
    for (const fingerprint of fingerprints) {
      const name = nameOf(scope, fingerprint);
      own.set(name, (own.get(name) ?? 0) + 1);
    }
  }
  const met = new Set<string>();
  return {
    onlyNew: (result) => {
      const { file, status, findings } = result.record;
      const own = pending.get(keyOf(file));
      if (own === undefined) return result;
      // What could not be read may have all of its faults still.
      if (status === 'failed') pending.delete(keyOf(file));
      else met.add(keyOf(file));
      const kept = withFindings(result, ({ fingerprint }) => !take(own, nameOf(result.scope, fingerprint)));
      const quiet = findings.length - kept.record.findings.length;
      return quiet === 0 ? result : { ...kept, known: quiet };
    },
    gone: async (compared, isLost) => {
      let count = 0;
      for (const [key, own] of pending) {
        const lost = !met.has(key) && (await isLost(key));
        for (const [name, times] of own) {
          const isTold = compared === 'compared' || !name.startsWith('series ');
          if (lost || (met.has(key) && isTold)) count += times;
        }
      }
      return count;
    },
  };
}

function nameOf(scope: Result['scope'], fingerprint: string): string {
  return `${scope ?? 'report'} ${fingerprint}`;
}

/** Whether there was one left. */
function take(own: Pending, name: string): boolean {
  const left = own.get(name) ?? 0;
  if (left > 0) own.set(name, left - 1);
  return left > 0;
}

/** The files of what `--format json` or `jsonl` has written; `null` for any other text. */
export function readBaseline(text: string): readonly KnownFile[] | null {
  try {
    return wholeBaseline(JSON.parse(text));
  } catch {
    return linesOfBaseline(text);
  }
}

function wholeBaseline(value: unknown): readonly KnownFile[] | null {
  if (!isRecord(value)) return null;
  if (!('reports' in value)) return everyFile([value], 'report');
  const reports = everyFile(value.reports, 'report');
  const series = everyFile(value.series ?? [], 'series');
  return reports && series && [...reports, ...series];
}

function linesOfBaseline(text: string): readonly KnownFile[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    const values = lines.map((line): unknown => JSON.parse(line));
    return everyFile(values, 'report');
  } catch {
    return null;
  }
}

function everyFile(values: unknown, scope: KnownFile['scope']): readonly KnownFile[] | null {
  if (!Array.isArray(values)) return null;
  const files = values.map((value) => knownFile(value, scope));
  return files.includes(null) ? null : files.filter((file) => file !== null);
}

function knownFile(value: unknown, scope: KnownFile['scope']): KnownFile | null {
  if (!isRecord(value)) return null;
  const { file, findings } = value;
  if (typeof file !== 'string' || !Array.isArray(findings)) return null;
  const fingerprints = findings.map((finding: unknown) => (isRecord(finding) ? finding.fingerprint : undefined));
  if (!fingerprints.every((fingerprint) => typeof fingerprint === 'string')) return null;
  return { file, fingerprints, scope: value.scope === 'series' ? 'series' : scope };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
