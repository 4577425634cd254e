/** Reports side by side: by body and year, under the roster that holds for them. Nothing is looked for in files or texts. */
import { once, perObject } from '../text/per-object';
import { type Passage, passagesIn } from './copies';
import type { IndexRecord } from './index-record';
import type { Roster, RosterBody } from './roster';
import { bodyName, isActive } from './roster';

/** A report with the roster that holds for its folder. */
export interface Entry {
  readonly record: IndexRecord;
  readonly roster: Roster | null;
}

export interface Series {
  readonly entries: readonly Entry[];
  /** The reports of the same body, this one with them, by year; empty where it cannot be told whose they are. */
  byYear(entry: Entry): ReportsByYear;
  /** The body of its roster that a report is of. */
  bodyOf(entry: Entry): RosterBody | undefined;
  reportsOf(roster: Roster, body: RosterBody): ReportsByYear;
  /** The years for which at least half of the bodies that owe a report have one here, in ascending order. */
  yearsOf(roster: Roster): readonly number[];
  /** What a report's sections have from others: of each section one passage from last year, and one from another body. */
  passagesOf(entry: Entry): readonly Passage[];
  /** What the reports of one body have in common; `null` where it cannot be told whose a report is. */
  keyOf(entry: Entry): string | null;
  /** Whether a report may have a passage from another, and which kind it is. */
  mayCopy(own: Entry, other: Entry): string | undefined;
}

export type ReportsByYear = ReadonlyMap<number, readonly Entry[]>;

/** `passagesOf` where somebody else keeps the passages. */
export function seriesOf(entries: readonly Entry[], passagesOf?: Series['passagesOf']): Series {
  const keys = new Map(entries.map((entry) => [entry, keyOf(entry)]));
  const byKey = new Map<string, Map<number, Entry[]>>();
  for (const entry of entries) {
    const key = keys.get(entry) ?? null;
    const { year } = entry.record;
    if (key === null || year === null) continue;
    const years = byKey.get(key) ?? new Map<number, Entry[]>();
    byKey.set(key, years);
    const own = years.get(year);
    if (own === undefined) years.set(year, [entry]);
    else own.push(entry);
  }
  for (const [key, years] of byKey) {
    if (!mayBeSeveral(key, years)) continue;
    byKey.delete(key);
    for (const entry of [...years.values()].flat()) keys.set(entry, `${entry.record.file}\n${entry.record.index}`);
  }
  const passages = once(() => {
    const found = passagesIn(
      entries.map(({ record }) => record),
      (own, other) => relationOf(entries[own] as Entry, entries[other] as Entry, keys),
    );
    return new Map(entries.map((entry, index) => [entry, found.get(index) ?? []]));
  });
  const reportsOf = (roster: Roster, body: RosterBody) => byKey.get(rosterKey(roster, body)) ?? none;
  return {
    entries,
    byYear: (entry) => byKey.get(keys.get(entry) ?? '') ?? none,
    bodyOf: (entry) => (entry.roster === null ? undefined : bodyIn(entry.roster, entry.record.issuer)),
    reportsOf,
    yearsOf: perObject((roster: Roster) => yearsOf(roster, (body) => reportsOf(roster, body))),
    passagesOf: passagesOf ?? ((entry) => passages().get(entry) ?? []),
    keyOf: (entry) => keys.get(entry) ?? null,
    mayCopy: (own, other) => relationOf(own, other, keys),
  };
}

const none: ReportsByYear = new Map();

const keyOf = perObject(({ record: { issuer }, roster }: Entry): string | null => {
  if (issuer === null) return null;
  const body = roster === null ? undefined : bodyIn(roster, issuer);
  return roster !== null && body !== undefined ? rosterKey(roster, body) : bodyName(issuer) || null;
});

function rosterKey(roster: Roster, body: RosterBody): string {
  return `${roster.file}\n${body.name}`;
}

function bodyIn(roster: Roster, issuer: string | null): RosterBody | undefined {
  return issuer === null ? undefined : bodiesByName(roster).get(bodyName(issuer));
}

const bodiesByName = perObject(({ bodies }: Roster): ReadonlyMap<string, RosterBody> => {
  const byName = new Map<string, RosterBody>();
  for (const body of bodies) for (const alias of body.aliases) byName.set(bodyName(alias), body);
  for (const body of bodies) byName.set(bodyName(body.name), body);
  return byName;
});

/**
 * A name without a division's (城关镇) may be several bodies': where no roster tells and two reports of one year differ, each counts
 * as a body of its own.
 */
function mayBeSeveral(key: string, years: ReportsByYear): boolean {
  if (key.includes('\n') || /.[省市县区旗州盟]/.test(key)) return false;
  return [...years.values()].some(
    ([first, ...others]) => first !== undefined && others.some((other) => other.record.digest !== first.record.digest),
  );
}

function yearsOf({ bodies }: Roster, reportsOf: (body: RosterBody) => ReportsByYear): readonly number[] {
  const years = new Set(bodies.flatMap((body) => [...reportsOf(body).keys()]));
  return [...years].sort().filter((year) => {
    const active = bodies.filter((body) => isActive(body, year));
    return 2 * active.filter((body) => reportsOf(body).has(year)).length >= active.length;
  });
}

/** A passage is told of the later report, and of both where two bodies have it in one year. */
function relationOf(own: Entry, other: Entry, keys: ReadonlyMap<Entry, string | null>): string | undefined {
  const [year, otherYear] = [own.record.year, other.record.year];
  if (year === null || otherYear === null || own === other) return undefined;
  const [key, otherKey] = [keys.get(own), keys.get(other)];
  if (key === null || otherKey === null) return undefined;
  if (key === otherKey) return otherYear === year - 1 ? 'last year' : undefined;
  return otherYear <= year ? 'another body' : undefined;
}
