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
const fewestCopied = 120;
/** Fingerprints that two sections share at least where one has a passage from the other: each covers no more characters than its run. */
export const fewestShared = fewestCopied / gramLength;

/** What a section shares with a section of another report. */
export interface Passage {
  readonly section: SectionId;
  readonly range: PlaceRange;
  /** Index of the other record. */
  readonly other: number;
  readonly otherRange: PlaceRange;
  /** Compared characters that both have, and that this section has. */
  readonly copied: number;
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
  for (const span of prints.sections) {
    if (part !== undefined && span.record >= part.wanted) break;
    const found = sharedWith(prints, groups, span, mayCopy);
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
}

/** So many fingerprints are grouped in one step. */
const groupedAtOnce = 20_000;

function* groupsOf(
  { hashes, sections, sectionOf }: Prints,
  reportsWith?: PartOfReports['reportsWith'],
): Generator<void, Groups> {
  const order = sortedBy(hashes);
  yield;
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
        begin[order[place] as number] = first;
        end[order[place] as number] = last;
      }
    }
    first = last;
  }
  return { order, begin, end };
}

/** The indexes of `values` in ascending order of these, equal ones in their own: by the low half of the bits, then by the high one. */
function sortedBy(values: Uint32Array): Uint32Array {
  let order = Uint32Array.from(values, (_, index) => index);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (const value of values) {
      const digit = (value >>> shift) & 0xffff;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const sorted = new Uint32Array(values.length);
    for (const index of order) {
      const digit = ((values[index] as number) >>> shift) & 0xffff;
      sorted[starts[digit] as number] = index;
      starts[digit] = (starts[digit] as number) + 1;
    }
    order = sorted;
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
}

/** Of each kind the one that shares most, if it shares enough. */
function sharedWith(prints: Prints, groups: Groups, { record, first, end }: SectionSpan, mayCopy: MayCopy): Shared[] {
  const shared = new Map<number, Shared>();
  for (let print = first; print < end; print++) {
    const at = prints.ats[print] as number;
    for (let place = groups.begin[print] as number; place < (groups.end[print] as number); place++) {
      const other = groups.order[place] as number;
      const section = prints.sectionOf[other] as number;
      const known = shared.get(section);
      if (known !== undefined) {
        known.copied += Math.min(gramLength, at + gramLength - known.covered);
        known.covered = at + gramLength;
        known.last = print;
        known.otherFirst = Math.min(known.otherFirst, other);
        known.otherLast = Math.max(known.otherLast, other);
        continue;
      }
      const kind = mayCopy(record, (prints.sections[section] as SectionSpan).record);
      if (kind === undefined) continue;
      const covered = at + gramLength;
      shared.set(section, {
        kind,
        section,
        copied: gramLength,
        covered,
        first: print,
        last: print,
        otherFirst: other,
        otherLast: other,
      });
    }
  }
  const most = new Map<string, Shared>();
  for (const each of shared.values()) {
    if (each.copied >= fewestCopied && each.copied > (most.get(each.kind)?.copied ?? 0)) most.set(each.kind, each);
  }
  return [...most.values()];
}

function passageOf(records: readonly IndexRecord[], prints: Prints, span: SectionSpan, shared: Shared): Passage {
  const other = prints.sections[shared.section] as SectionSpan;
  return {
    section: span.section,
    range: rangeOf(records, span, shared.first, shared.last),
    other: other.record,
    otherRange: rangeOf(records, other, shared.otherFirst, shared.otherLast),
    copied: shared.copied,
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
