/**
 * Passages that one report has from another. Fingerprints that more than {@link mostReports} reports share are how everybody writes;
 * of the others, the characters that they cover are counted.
 */
import type { SectionId } from '../standard/edition';
import type { IndexRecord, Place, PlaceRange } from './index-record';
import { gramLength, readPlaces, readPrints } from './prints';
import { usualPrints } from './usual-prints';

export const mostReports = 20;
/** Compared characters that a passage has at least. */
export const fewestCopied = 120;
/** Fingerprints that two sections share at least for that: each covers no more characters than its run. */
export const fewestShared = fewestCopied / gramLength;
/**
 * Of a passage in which much was changed, few fingerprints are left; that they follow each other in both texts at about the same
 * distances, and stand nowhere else, is what gives it away: so many after the first that only these two reports have, or twice as
 * many that a third has too.
 */
const leastEvidence = 3;
export const fewestClose = leastEvidence + 1;
/** More reports than these, and a fingerprint gives nothing away. */
export const mostClose = 3;
/** From one of them to the next, in compared characters. */
const farthest = 600;
/** Ends of trails that are kept. */
const mostTrails = 4;

/** What a section shares with a section of another report. */
export interface Passage {
  readonly section: SectionId;
  readonly range: PlaceRange;
  /** Index of the other record. */
  readonly other: number;
  readonly otherRange: PlaceRange;
  /** Compared characters that both have word for word. */
  readonly copied: number;
  /** Those from the first to the last fingerprint that both have at about the same distances; 0 where too few are. */
  readonly alike: number;
  /** Those that this section has. */
  readonly length: number;
}

/** The fingerprints of all sections of all records one after the other. */
interface Prints {
  readonly hashes: Uint32Array;
  readonly ats: Uint32Array;
  readonly sections: readonly SectionSpan[];
  /** The section of each. */
  readonly sectionOf: Uint32Array;
}

interface SectionSpan {
  readonly record: number;
  readonly section: SectionId;
  readonly first: number;
  readonly end: number;
}

/** Which other record a passage may be told of; by indexes. `kind` parts those of which one passage each is told. */
export type MayCopy = (record: number, other: number) => string | undefined;

/** The records as a part of more reports. */
export interface PartOfReports {
  /** The passages of so many are looked for, the first ones; the others are those that they may have passages from. */
  readonly wanted: number;
  /** How many of all reports have a fingerprint. */
  readonly reportsWith: (hash: number) => number;
}

type Passages = ReadonlyMap<number, readonly Passage[]>;

/** The passages of each record, by its index: of each section and kind the longest. */
export function passagesIn(records: readonly IndexRecord[], mayCopy: MayCopy, part?: PartOfReports): Passages {
  const steps = passagesStepwise(records, mayCopy, part);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few milliseconds, for those who have something else to do in between. */
export function* passagesStepwise(
  records: readonly IndexRecord[],
  mayCopy: MayCopy,
  part?: PartOfReports,
): Generator<void, Passages> {
  const prints = yield* printsIn(records);
  const groups = yield* groupsOf(prints, part?.reportsWith);
  const passages = new Map<number, Passage[]>();
  const others = likelyOthers(prints, groups);
  for (const span of prints.sections) {
    if (part !== undefined && span.record >= part.wanted) break;
    const found = sharedWith(prints, groups, span, others(span), mayCopy);
    yield;
    if (found.length === 0) continue;
    const own = passages.get(span.record) ?? [];
    own.push(...found.map((shared) => passageOf(records, prints, span, shared)));
    passages.set(span.record, own);
  }
  return passages;
}

function* printsIn(records: readonly IndexRecord[]): Generator<void, Prints> {
  const hashes: Growing = growing();
  const ats: Growing = growing();
  const sections: SectionSpan[] = [];
  for (const [record, { prints }] of records.entries()) {
    for (const [section, packed] of Object.entries(prints) as [SectionId, string][]) {
      const first = hashes.length();
      readPrints(packed, (hash, at) => {
        hashes.push(hash);
        ats.push(at);
      });
      sections.push({ record, section, first, end: hashes.length() });
    }
    yield;
  }
  const sectionOf = new Uint32Array(hashes.length());
  sections.forEach(({ first, end }, index) => {
    sectionOf.fill(index, first, end);
  });
  return { hashes: hashes.array(), ats: ats.array(), sections, sectionOf };
}

interface Growing {
  push(value: number): void;
  length(): number;
  array(): Uint32Array;
}

function growing(): Growing {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Uint32Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    length: () => length,
    array: () => values.subarray(0, length),
  };
}

interface Groups {
  /** The prints by hash, those of one hash in their own order. */
  readonly order: Uint32Array;
  /** Where in `order` the group of a print begins and ends; begin = end where it is nobody's or everybody's. */
  readonly begin: Uint32Array;
  readonly end: Uint32Array;
  /** How many reports have a print that has a group. */
  readonly reports: Uint8Array;
}

/** So many fingerprints are grouped in one step. */
const groupedAtOnce = 20_000;

function* groupsOf(
  { hashes, sections, sectionOf }: Prints,
  reportsWith?: PartOfReports['reportsWith'],
): Generator<void, Groups> {
  const order = sortedBy(hashes);
  yield;
  const reports = new Uint8Array(hashes.length);
  const begin = new Uint32Array(hashes.length);
  const end = new Uint32Array(hashes.length);
  const recordOf = (place: number): number =>
    (sections[sectionOf[order[place] as number] as number] as SectionSpan).record;
  let next = groupedAtOnce;
  for (let first = 0; first < order.length; ) {
    if (first > next) {
      next = first + groupedAtOnce;
      yield;
    }
    const hash = hashes[order[first] as number];
    let last = first + 1;
    let count = 1;
    for (; last < order.length && hashes[order[last] as number] === hash; last++) {
      if (recordOf(last) !== recordOf(last - 1)) count++;
    }
    if (count > 1 && reportsWith !== undefined) count = reportsWith(hash as number);
    if (count > 1 && count <= mostReports && !usualPrints().has(hash as number)) {
      for (let place = first; place < last; place++) {
        const print = order[place] as number;
        begin[print] = first;
        end[print] = last;
        reports[print] = count;
      }
    }
    first = last;
  }
  return { order, begin, end, reports };
}

/** The indexes of `values` in ascending order of these, equal ones in their own: by the low bits first, as many at once as caches hold. */
function sortedBy(values: Uint32Array): Uint32Array {
  const { length } = values;
  let keys = values.slice();
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  let nextKeys = new Uint32Array(length);
  let nextOrder = new Uint32Array(length);
  for (const shift of [0, 11, 22]) {
    const starts = new Uint32Array(2049);
    for (const key of keys) {
      const digit = ((key >>> shift) & 2047) + 1;
      starts[digit] = (starts[digit] as number) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      const digit = (key >>> shift) & 2047;
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      nextKeys[place] = key;
      nextOrder[place] = order[i] as number;
    }
    [keys, nextKeys] = [nextKeys, keys];
    [order, nextOrder] = [nextOrder, order];
  }
  return order;
}

/** What one section of another report shares, while it is counted. */
interface Shared {
  readonly kind: string;
  readonly section: number;
  copied: number;
  /** Compared characters up to here are counted. */
  covered: number;
  readonly first: number;
  last: number;
  otherFirst: number;
  otherLast: number;
  /** The latest, the last one last. */
  readonly trails: Trail[];
  best: Trail;
}

/** Fingerprints that follow each other in both texts at about the same distances, up to a place in each. */
interface Trail {
  readonly at: number;
  readonly otherAt: number;
  /** Of those that follow another without a character in common, 1 each that only two reports have, 1/2 each that three have. */
  readonly evidence: number;
  /** Compared characters from the first to the last. */
  readonly alike: number;
}

/** Most sections have a phrase in common with many others: those that share enough fingerprints with one to be worth a closer look. */
function likelyOthers(
  { sections, sectionOf }: Prints,
  { order, begin, end }: Groups,
): (span: SectionSpan) => ReadonlySet<number> {
  const counts = new Uint32Array(sections.length);
  return (span) => {
    const likely = new Set<number>();
    const touched: number[] = [];
    for (let print = span.first; print < span.end; print++) {
      for (let place = begin[print] as number; place < (end[print] as number); place++) {
        const section = sectionOf[order[place] as number] as number;
        const count = (counts[section] as number) + 1;
        counts[section] = count;
        if (count === 1) touched.push(section);
        else if (count === fewestClose) likely.add(section);
      }
    }
    for (const section of touched) counts[section] = 0;
    return likely;
  };
}

/** Of each kind the one that shares most, if it shares enough. */
function sharedWith(
  prints: Prints,
  groups: Groups,
  span: SectionSpan,
  others: ReadonlySet<number>,
  mayCopy: MayCopy,
): Shared[] {
  if (others.size === 0) return [];
  const shared = new Map<number, Shared>();
  for (let print = span.first; print < span.end; print++) {
    const at = prints.ats[print] as number;
    const begin = groups.begin[print] as number;
    const end = groups.end[print] as number;
    const reports = groups.reports[print] as number;
    const evidence = reports > mostClose ? 0 : 1 / (reports - 1);
    for (let place = begin; place < end; place++) {
      const other = groups.order[place] as number;
      const section = prints.sectionOf[other] as number;
      if (!others.has(section)) continue;
      const known = shared.get(section);
      if (known !== undefined) {
        follow(known, at, prints.ats[other] as number, evidence);
        known.copied += Math.min(gramLength, at + gramLength - known.covered);
        known.covered = at + gramLength;
        known.last = print;
        known.otherFirst = Math.min(known.otherFirst, other);
        known.otherLast = Math.max(known.otherLast, other);
        continue;
      }
      const kind = mayCopy(span.record, (prints.sections[section] as SectionSpan).record);
      if (kind === undefined) continue;
      const trail = { at, otherAt: prints.ats[other] as number, evidence: 0, alike: 0 };
      shared.set(section, {
        kind,
        section,
        copied: gramLength,
        covered: at + gramLength,
        first: print,
        last: print,
        otherFirst: other,
        otherLast: other,
        trails: [trail],
        best: trail,
      });
    }
  }
  const most = new Map<string, Shared>();
  for (const each of shared.values()) {
    const before = most.get(each.kind);
    if (weightOf(each) >= fewestCopied && (!before || weightOf(each) > weightOf(before))) most.set(each.kind, each);
  }
  return [...most.values()];
}

/** Joins the fingerprint to the longest of the trails that it goes on; any other is by chance, or in another order. */
function follow(shared: Shared, at: number, otherAt: number, evidence: number): void {
  let trail: Trail = { at, otherAt, evidence: 0, alike: 0 };
  for (const before of shared.trails) {
    const gap = at - before.at;
    const otherGap = otherAt - before.otherAt;
    if (gap <= 0 || otherGap <= 0 || gap > farthest || before.evidence < trail.evidence) continue;
    if (!isLikeDistance(gap, otherGap)) continue;
    const more = gap < gramLength ? 0 : evidence;
    trail = { at, otherAt, evidence: before.evidence + more, alike: before.alike + gap };
  }
  if (shared.trails.length === mostTrails) shared.trails.shift();
  shared.trails.push(trail);
  if (trail.evidence > shared.best.evidence) shared.best = trail;
}

/** Words put in and left out add up like the steps of a random walk: its square is about as far as it is long. */
function isLikeDistance(gap: number, otherGap: number): boolean {
  return (gap - otherGap) ** 2 <= 4 + 2 * gap;
}

function weightOf(shared: Shared): number {
  return Math.max(shared.copied, alikeOf(shared));
}

function alikeOf({ best: { evidence, alike } }: Shared): number {
  return evidence < leastEvidence ? 0 : alike + gramLength;
}

function passageOf(records: readonly IndexRecord[], prints: Prints, span: SectionSpan, shared: Shared): Passage {
  const other = prints.sections[shared.section] as SectionSpan;
  return {
    section: span.section,
    range: rangeOf(records, span, shared.first, shared.last),
    other: other.record,
    otherRange: rangeOf(records, other, shared.otherFirst, shared.otherLast),
    copied: shared.copied,
    alike: alikeOf(shared),
    length: (prints.ats[span.end - 1] as number) + gramLength,
  };
}

/** From where the run of one print begins to where that of another may end at the earliest: nobody knows its line's length here. */
function rangeOf(records: readonly IndexRecord[], span: SectionSpan, from: number, to: number): PlaceRange {
  const packed = (records[span.record] as IndexRecord).prints[span.section] as string;
  const places = readPlaces(packed);
  const end = places.at(-1) as Place;
  const start = places[from - span.first] ?? end;
  const last = places[to - span.first] ?? end;
  const next = places[to - span.first + 1] ?? end;
  const length = next.line === last.line ? Math.min(gramLength, next.character - last.character) : 1;
  return { start, end: { line: last.line, character: last.character + length } };
}
