/**
 * Fingerprints of running text (winnowing: Schleimer, Wilkerson and Aiken, 2003): of every {@link windowLength} runs of
 * {@link gramLength} characters that follow one another, one is kept by its hash. Whatever is copied over 13 characters or more leaves
 * at least one in both texts, wherever it stands.
 */
import { isIdeograph } from '../text/characters';
import type { Span } from '../text/span';
import type { Place } from './index-record';
import { type Packer, packer, unpacker } from './packing';
import { move, moved, skipMove } from './places';

/** Characters of a run. */
export const gramLength = 8;
export const windowLength = 6;

/** A kept run. */
export interface Print {
  readonly hash: number;
  /** The how-manieth of the text's compared characters it begins with. */
  readonly at: number;
  /** Where that character stands. */
  readonly place: Place;
}

/** The compared characters of a text. */
export interface Compared {
  readonly codes: Uint16Array;
  /** Where each stands in the text. */
  readonly offsets: Uint32Array;
}

/** Numerals stand for figures, which differ where words are the same. */
const numerals = new Set([...'〇零一二三四五六七八九十百千万亿两'].map((character) => character.charCodeAt(0)));

/** Names of the body itself, by which one report is told from another that says the same. */
const ownPronoun = /^[我本全各][省市县区旗镇乡局委办院厅](?:政府|机关)?|^(?:我|本)(?:街道|单位|机关|部门)/;

/** What a body calls itself: nothing of it is compared. */
export interface OwnNames {
  /** The longest first. */
  readonly names: readonly string[];
  /** The characters that any of them, or of {@link ownPronoun}, begins with. */
  readonly initials: ReadonlySet<number>;
}

/** What is compared of `spans` of `text`: characters and letters, without figures, numerals, punctuation and the body's `own` names. */
export function comparedOf(text: string, spans: readonly Span[], own: OwnNames): Compared {
  const longest = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const codes = new Uint16Array(longest);
  const offsets = new Uint32Array(longest);
  let length = 0;
  for (const { start, end } of spans) {
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (!isIdeograph(code) || numerals.has(code)) continue;
      const masked = own.initials.has(code) ? maskedLength(text, i, own.names) : 0;
      if (masked > 0) i += masked - 1;
      else {
        codes[length] = code;
        offsets[length++] = i;
      }
    }
  }
  return { codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}

function maskedLength(text: string, at: number, names: readonly string[]): number {
  for (const name of names) if (text.startsWith(name, at)) return name.length;
  return ownPronoun.exec(text.slice(at, at + 5))?.[0].length ?? 0;
}

/** The names that a body is called by in its own report: whole, and each part up to 省, 市, 县, 镇 and the like; 我镇, 本机关 for all. */
export function ownNamesOf(issuer: string | null): OwnNames {
  const names = issuer === null ? [] : namesIn(issuer);
  return { names, initials: new Set([...'我本全各', ...names].map((name) => name.charCodeAt(0))) };
}

function namesIn(issuer: string): readonly string[] {
  const parts = issuer.match(/[^省市县区旗州盟镇乡]{1,8}(?:省|市|县|区|旗|州|盟|镇|乡|街道)/g) ?? [];
  const names = [issuer, issuer.replace(/人民政府$|办事处$/, ''), ...parts];
  return [...new Set(names.filter((name) => name.length > 1))].sort((a, b) => b.length - a.length);
}

/** A fingerprint in a text: `at` as in {@link Print}, `offset` where it begins. */
export interface TextPrint {
  readonly hash: number;
  readonly at: number;
  readonly offset: number;
}

/** The fingerprints, in the order of the text. */
export function printsOf({ codes, offsets }: Compared): readonly TextPrint[] {
  const grams = codes.length - gramLength + 1;
  if (grams < 1) return [];
  const hashes = new Uint32Array(grams);
  for (let i = 0; i < grams; i++) hashes[i] = hashOfGram(codes, i);
  const kept: TextPrint[] = [];
  let least = -1;
  const windows = Math.max(1, grams - windowLength + 1);
  for (let first = 0; first < windows; first++) {
    const end = Math.min(grams, first + windowLength);
    const last = least;
    // Of equal ones the last, so that fewer are kept.
    let i = end - 1;
    if (least < first) {
      least = first;
      i = first + 1;
    }
    for (; i < end; i++) if ((hashes[i] as number) <= (hashes[least] as number)) least = i;
    if (least !== last) kept.push({ hash: hashes[least] as number, at: least, offset: offsets[least] as number });
  }
  return kept;
}

/** FNV-1a over the characters, its bits mixed so that small hashes are no likelier for one run than for another. */
function hashOfGram(codes: Uint16Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + gramLength; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The fingerprints of one section, with their places in the file; `end` is where its compared characters end. */
export function packPrints(prints: readonly Print[], end: Place): string {
  const out = packer();
  out.number(prints.length);
  let before: Place = { line: 0, character: 0 };
  let at = 0;
  for (const print of prints) {
    out.word(print.hash);
    step(out, print.at - at, before, print.place);
    before = print.place;
    at = print.at;
  }
  move(out, before, end);
  return out.packed();
}

/** Most fingerprints stand on the line of the one before, as far on as its compared characters, or a comma more: 0, 1 or 2 more. */
const steps = 4;
/** Any other place follows. */
const farStep = 3;

function step(out: Packer, compared: number, from: Place, to: Place): void {
  const more = to.character - from.character - compared;
  const isNear = to.line === from.line && more >= 0 && more < farStep;
  out.number(steps * compared + (isNear ? more : farStep));
  if (!isNear) move(out, from, to);
}

/**
 * Tells `take` each fingerprint that `packPrints` packed.
 *
 * @throws RangeError for any other string.
 */
export function readPrints(packed: string, take: (hash: number, at: number) => void): void {
  const from = unpacker(packed);
  let at = 0;
  for (let left = from.number(); left > 0; left--) {
    const hash = from.word();
    const stepped = from.number();
    at += Math.floor(stepped / steps);
    if (stepped % steps === farStep) skipMove(from);
    take(hash, at);
  }
}

/**
 * Where each of them stands, and at last where the section's compared characters end.
 *
 * @throws RangeError as `readPrints`.
 */
export function readPlaces(packed: string): readonly Place[] {
  const from = unpacker(packed);
  const places: Place[] = [];
  let place: Place = { line: 0, character: 0 };
  for (let left = from.number(); left > 0; left--) {
    from.word();
    const stepped = from.number();
    const more = stepped % steps;
    place =
      more === farStep
        ? moved(from, place)
        : { line: place.line, character: place.character + Math.floor(stepped / steps) + more };
    places.push(place);
  }
  return [...places, moved(from, place)];
}
