/** The findings of the rules over many reports, kept while the reports come, change and go: a change has only those judged again that it concerns. */
import type { RuleSetting } from '../findings/finding';
import type { Passage } from '../series/copies';
import { fewestClose, fewestShared, mostClose, mostReports, passagesIn, passagesStepwise } from '../series/copies';
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

  /** The passages of all reports, while they are looked for. */
  let reading: ReturnType<typeof passagesStepwise> | undefined;

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

  /** Whose passages may be others since fingerprints came to or went from reports that share with `near`. */
  const readAgain = (came: Iterable<number>, went: Iterable<number>, near: ReadonlySet<number>): void => {
    const look = (hash: number, crossing: number): void => {
      const reports = index.reportsWith(hash);
      if (reports.length > mostReports + 1) return;
      for (const number of reports) {
        // It has become everybody's, or is no longer, or says another thing of few: that changes what others share with one another.
        if (reports.length === crossing || reports.length <= mostClose + 1 || near.has(number))
          concern(byNumber.get(number) as Entry, 'passages');
      }
    };
    for (const hash of came) look(hash, mostReports + 1);
    for (const hash of went) look(hash, mostReports);
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
      reading = undefined;
      const oldHashes = oldEntries.map(({ record }) => hashesOf(record));
      const newHashes = newEntries.map(({ record }) => hashesOf(record));
      // Of the first reports all are looked at anyway.
      const isFirst = before.entries.length === 0;
      const near = new Set(isFirst ? [] : oldHashes.flatMap((hashes) => [...sharing(hashes)]));
      oldEntries.forEach((entry, i) => {
        index.remove(numbers.get(entry) as number, oldHashes[i] as ReadonlySet<number>);
        forget(entry);
      });
      reports.forEach((report, i) => {
        remember(report);
        index.add(numbers.get(report.subject) as number, newHashes[i] as ReadonlySet<number>);
      });
      if (!isFirst) {
        for (const number of newHashes.flatMap((hashes) => [...sharing(hashes)])) near.add(number);
        const [went, came] = isSameBody ? differing(oldHashes, newHashes) : [oldHashes, newHashes].map(together);
        readAgain(came as readonly number[], went as readonly number[], near);
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

  /** Passages of one report, or a step towards those of all where many are looked for. */
  function readPassages(): void {
    const { series } = current();
    const isMany = unread.size > many && unread.size * 4 > series.entries.length;
    if (reading === undefined && !isMany) {
      const [one] = unread;
      if (one !== undefined) readOne(one, series);
      return;
    }
    const { entries } = series;
    reading ??= passagesStepwise(recordsOf(entries), between(series, entries));
    const step = reading.next();
    if (step.done !== true) return;
    reading = undefined;
    for (const [place, entry] of entries.entries()) keep(entry, step.value.get(place) ?? [], entries);
  }

  function readOne(entry: Entry, series: Series): void {
    const own = numbers.get(entry);
    const { places } = current();
    // In the order of all, so that of equal passages the same one is told.
    const others = [...sharing(hashesOf(entry.record))]
      .filter((number) => number !== own)
      .map((number) => byNumber.get(number) as Entry)
      .sort((a, b) => (places.get(a) as number) - (places.get(b) as number));
    const entries = [entry, ...others];
    const part = { wanted: 1, reportsWith: (hash: number) => index.reportsWith(hash).length };
    keep(entry, passagesIn(recordsOf(entries), between(series, entries), part).get(0) ?? [], entries);
  }

  function keep(entry: Entry, found: readonly Passage[], entries: readonly Entry[]): void {
    unread.delete(entry);
    passages.set(
      entry,
      found.map((passage) => ({ passage, other: entries[passage.other] as Entry })),
    );
  }

  /**
   * The reports that share so many rare fingerprints with one that either may have a passage from the other. A section may say a
   * thing twice: each fingerprint counts once here, and twice in a passage.
   */
  function sharing(hashes: ReadonlySet<number>): ReadonlySet<number> {
    const shared = new Map<number, number>();
    const close = new Map<number, number>();
    for (const hash of hashes) {
      const reports = index.reportsWith(hash);
      if (reports.length > mostReports + 1 || usualPrints().has(hash)) continue;
      for (const number of reports) {
        shared.set(number, (shared.get(number) ?? 0) + 1);
        if (reports.length <= mostClose + 1) close.set(number, (close.get(number) ?? 0) + 1);
      }
    }
    const enough = new Set<number>();
    for (const [number, count] of shared) {
      if (2 * count >= fewestShared || 2 * (close.get(number) ?? 0) >= fewestClose) enough.add(number);
    }
    return enough;
  }
}

function recordsOf(entries: readonly Entry[]) {
  return entries.map(({ record }) => record);
}

function between(series: Series, entries: readonly Entry[]) {
  return (own: number, other: number) => series.mayCopy(entries[own] as Entry, entries[other] as Entry);
}

function together(all: readonly ReadonlySet<number>[]): readonly number[] {
  return all.flatMap((hashes) => [...hashes]);
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

/** Those that only the old and those that only the new ones have, report by report. */
function differing(
  old: readonly ReadonlySet<number>[],
  now: readonly ReadonlySet<number>[],
): readonly [readonly number[], readonly number[]] {
  const without = (some: readonly ReadonlySet<number>[], others: readonly ReadonlySet<number>[]): readonly number[] =>
    some.flatMap((hashes, i) => [...hashes].filter((hash) => others[i]?.has(hash) !== true));
  return [without(old, now), without(now, old)];
}
