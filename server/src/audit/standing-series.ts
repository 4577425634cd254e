/** The findings of the rules over many reports, kept while the reports come, change and go: a change has only those judged again that it concerns. */
import type { RuleSetting } from '../findings/finding';
import type { Passage } from '../series/copies';
import { fewestShared, mostReports, passagesIn } from '../series/copies';
import { hashesOf, printIndex } from '../series/print-index';
import type { Roster } from '../series/roster';
import { bodyName } from '../series/roster';
import type { Entry, Series } from '../series/series';
import { seriesOf } from '../series/series';
import { usualPrints } from '../series/usual-prints';
import { perObject } from '../text/per-object';
import { rosterFindings, type SeriesFinding, seriesFindings } from './audit-series';

type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A report, or a roster, with what is chosen for it. */
export interface Standing<T> {
  readonly subject: T;
  readonly rules: RuleSettings;
}

export interface StandingSeries {
  /** The reports of a file in place of those that it had; none: it is gone. */
  put(file: string, reports: readonly Standing<Entry>[]): void;
  /** All rosters that hold for some report. */
  putRosters(rosters: readonly Standing<Roster>[]): void;
  /** Judges one report that the changes concern, or what must come before; `false`: nothing is left to be judged. */
  step(): boolean;
  /** The files, those of rosters too, whose findings have become others since the last call. */
  changed(): ReadonlySet<string>;
  /** As they were judged last; `index`: the how-manieth report of the file. */
  findingsOf(file: string, index: number): readonly SeriesFinding[];
  rosterFindings(file: string): readonly SeriesFinding[];
  entry(file: string, index: number): Entry | undefined;
  /** The reports as they stand now. */
  series(): Series;
}

/** A passage that does not depend on how many reports there are. */
interface Kept {
  readonly passage: Passage;
  readonly other: Entry;
}

/** So many at once are looked for among all reports together. */
const many = 40;

/** `orderOf`: by which the files are ordered, as their reports are told of one another. */
export function standingSeries(orderOf: (file: string) => string = (file) => file): StandingSeries {
  const byFile = new Map<string, readonly Standing<Entry>[]>();
  /** The files in their order; `undefined` after one has come or gone. */
  let files: readonly string[] | undefined;
  const index = printIndex();
  const numbers = new Map<Entry, number>();
  const byNumber = new Map<number, Entry>();
  let nextNumber = 0;
  const passages = new Map<Entry, readonly Kept[]>();
  const found = new Map<Entry, readonly SeriesFinding[]>();
  let rosters: readonly Standing<Roster>[] = [];
  const told = new Map<string, readonly SeriesFinding[]>();
  /** The reports to be judged again, and those of them whose passages are looked for again. */
  const pending = new Set<Entry>();
  const unread = new Set<Entry>();
  let rostersPending = false;
  let changedFiles = new Set<string>();
  let known: { readonly series: Series; readonly places: ReadonlyMap<Entry, number> } | undefined;
  let before: Series = seriesOf([], () => []);

  /** What has come since `before`. */
  let fresh: Entry[] = [];
  let isSettled = true;

  const settingsOf = new Map<Entry, RuleSettings>();
  const current = () => {
    if (known === undefined) {
      files ??= inOrder([...byFile.keys()], orderOf);
      const entries = files.flatMap((file) => (byFile.get(file) ?? []).map(({ subject }) => subject));
      const places = new Map(entries.map((entry, place) => [entry, place]));
      const passagesOf = (entry: Entry): readonly Passage[] =>
        (passages.get(entry) ?? []).flatMap(({ passage, other }) => {
          const place = places.get(other);
          return place === undefined ? [] : [{ ...passage, other: place }];
        });
      known = { series: seriesOf(entries, passagesOf), places };
    }
    return known;
  };
  const concern = (entry: Entry, reading: 'passages' | 'figures'): void => {
    if (!numbers.has(entry)) return;
    pending.add(entry);
    if (reading === 'passages') unread.add(entry);
  };
  const forget = (entry: Entry): void => {
    const number = numbers.get(entry);
    if (number === undefined) return;
    numbers.delete(entry);
    byNumber.delete(number);
    for (const kept of [passages, found, settingsOf]) kept.delete(entry);
    pending.delete(entry);
    unread.delete(entry);
  };
  const remember = ({ subject, rules }: Standing<Entry>): void => {
    numbers.set(subject, nextNumber);
    byNumber.set(nextNumber, subject);
    nextNumber += 1;
    settingsOf.set(subject, rules);
  };

  const entryOf = (file: string, index: number): Entry | undefined =>
    byFile.get(file)?.find(({ subject }) => subject.record.index === index)?.subject;

  /** Who has a rare fingerprint that came or went. */
  const readAgain = (hashes: Iterable<number>): void => {
    for (const hash of hashes) {
      const reports = index.reportsWith(hash);
      // One more or one less makes it everybody's, or no longer.
      if (reports.length > mostReports + 1) continue;
      for (const number of reports) concern(byNumber.get(number) as Entry, 'passages');
    }
  };

  return {
    put: (file, reports) => {
      const old = byFile.get(file) ?? [];
      if (old.length === 0 && reports.length === 0) return;
      const oldEntries = old.map(({ subject }) => subject);
      const newEntries = reports.map(({ subject }) => subject);
      for (const entry of oldEntries) concernBodies(before, entry, concern);
      for (const [entry, findings] of found) {
        if (findings.some(({ related }) => related.some((place) => place.file === file))) concern(entry, 'passages');
      }
      const isSameBody =
        oldEntries.length === newEntries.length && newEntries.every((e, i) => isOfSame(e, oldEntries[i] as Entry));
      const oldHashes = oldEntries.map(({ record }) => hashesOf(record));
      const newHashes = newEntries.map(({ record }) => hashesOf(record));
      oldEntries.forEach((entry, i) => {
        index.remove(numbers.get(entry) as number, oldHashes[i] as ReadonlySet<number>);
        forget(entry);
      });
      reports.forEach((report, i) => {
        remember(report);
        index.add(numbers.get(report.subject) as number, newHashes[i] as ReadonlySet<number>);
      });
      // Of the first reports all are looked at anyway.
      if (before.entries.length > 0) {
        const all = [...oldHashes, ...newHashes].flatMap((each) => [...each]);
        readAgain(isSameBody ? differing(oldHashes, newHashes) : all);
      }
      if (oldEntries.length === 0 || newEntries.length === 0) files = undefined;
      if (reports.length === 0) byFile.delete(file);
      else byFile.set(file, reports);
      for (const entry of newEntries) concern(entry, 'passages');
      for (const entry of newEntries) fresh.push(entry);
      known = undefined;
      isSettled = false;
      rostersPending = true;
      changedFiles.add(file);
    },
    putRosters: (next) => {
      rosters = next;
      rostersPending = true;
    },
    step: () => {
      if (!isSettled) settle();
      if (unread.size > 0) {
        readPassages();
        return true;
      }
      const [entry] = pending;
      if (entry !== undefined) {
        pending.delete(entry);
        judge(entry);
        return true;
      }
      if (!rostersPending) return false;
      rostersPending = false;
      judgeRosters();
      return true;
    },
    changed: () => {
      const changed = changedFiles;
      changedFiles = new Set();
      return changed;
    },
    findingsOf: (file, place) => {
      const entry = entryOf(file, place);
      return (entry && found.get(entry)) ?? [];
    },
    entry: entryOf,
    rosterFindings: (file) => told.get(file) ?? [],
    series: () => current().series,
  };

  /** The series as it is after a change; whose body is told otherwise now is concerned. */
  function settle(): void {
    const { series } = current();
    for (const entry of series.entries) {
      if (numbers.has(entry) && before.keyOf(entry) !== series.keyOf(entry)) concern(entry, 'passages');
    }
    for (const entry of fresh) if (numbers.has(entry)) concernBodies(series, entry, concern);
    before = series;
    fresh = [];
    isSettled = true;
  }

  function judge(entry: Entry): void {
    const findings = seriesFindings(entry, current().series, settingsOf.get(entry) ?? {});
    const last = found.get(entry);
    found.set(entry, findings);
    if (last === undefined ? findings.length > 0 : JSON.stringify(last) !== JSON.stringify(findings)) {
      changedFiles.add(entry.record.file);
    }
  }

  function judgeRosters(): void {
    const { series } = current();
    for (const file of new Set([...told.keys(), ...rosters.map(({ subject }) => subject.file)])) {
      const own = rosters.filter(({ subject }) => subject.file === file);
      const findings = own.flatMap(({ subject, rules }) => rosterFindings(subject, series, rules));
      if (JSON.stringify(told.get(file) ?? []) !== JSON.stringify(findings)) changedFiles.add(file);
      if (own.length === 0) told.delete(file);
      else told.set(file, findings);
    }
  }

  /** One report's passages, or those of all where many are looked for. */
  function readPassages(): void {
    const { series } = current();
    const [one] = unread;
    const isWhole = unread.size > many && unread.size * 4 > series.entries.length;
    const wanted = isWhole ? series.entries : [one as Entry];
    const others = isWhole ? [] : sharers(one as Entry);
    const entries = [...wanted, ...others];
    const mayCopy = (own: number, other: number) => series.mayCopy(entries[own] as Entry, entries[other] as Entry);
    const all = passagesIn(
      entries.map(({ record }) => record),
      mayCopy,
      { wanted: wanted.length, reportsWith: (hash) => index.reportsWith(hash).length },
    );
    wanted.forEach((entry, place) => {
      const kept = (all.get(place) ?? []).map((passage) => ({ passage, other: entries[passage.other] as Entry }));
      passages.set(entry, kept);
      unread.delete(entry);
    });
  }

  /** The reports that share enough rare fingerprints with one. */
  function sharers(entry: Entry): readonly Entry[] {
    const own = numbers.get(entry) as number;
    const shared = new Map<number, number>();
    for (const hash of hashesOf(entry.record)) {
      const reports = index.reportsWith(hash);
      if (reports.length > mostReports || usualPrints().has(hash)) continue;
      for (const number of reports) if (number !== own) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    const enough = [...shared].flatMap(([number, count]) => (count < fewestShared ? [] : [number]));
    // In the order of all, so that of equal passages the same one is told.
    const { places } = current();
    return enough
      .map((number) => byNumber.get(number) as Entry)
      .sort((a, b) => (places.get(a) as number) - (places.get(b) as number));
  }
}

function inOrder(files: readonly string[], orderOf: (file: string) => string): readonly string[] {
  const keyed = files.map((file) => [orderOf(file), file] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, file]) => file);
}

/** The reports of the same body, and those of the body whose figures hold its. */
function concernBodies(
  series: Series,
  entry: Entry,
  concern: (entry: Entry, reading: 'passages' | 'figures') => void,
): void {
  const concernAll = (years: ReadonlyMap<number, readonly Entry[]>): void => {
    for (const each of [...years.values()].flat()) concern(each, 'figures');
  };
  concernAll(series.byYear(entry));
  const { roster } = entry;
  const parent = series.bodyOf(entry)?.parent;
  if (roster === null || parent === undefined) return;
  const body = bodiesNamed(roster).get(bodyName(parent));
  if (body !== undefined) concernAll(series.reportsOf(roster, body));
}

const bodiesNamed = perObject(
  ({ bodies }: Roster) => new Map(bodies.map((body) => [bodyName(body.name), body] as const)),
);

function isOfSame({ record, roster }: Entry, other: Entry): boolean {
  return record.issuer === other.record.issuer && record.year === other.record.year && roster === other.roster;
}

/** Those that only one of the two has, report by report. */
function differing(old: readonly ReadonlySet<number>[], now: readonly ReadonlySet<number>[]): readonly number[] {
  return old.flatMap((hashes, i) => {
    const others = now[i] as ReadonlySet<number>;
    return [...[...hashes].filter((hash) => !others.has(hash)), ...[...others].filter((hash) => !hashes.has(hash))];
  });
}
