/** Finds the statements of fact in running text. */

import type { Sentence } from '../../syntax/sentences';
import { clauseAround, spanWithin } from '../../syntax/sentences';
import { isAmong } from '../../text/characters';
import type { Span } from '../../text/span';
import type { FactSubject } from '../report';
import { amountOf } from './amounts';
import type { Detail } from './fact-detail';
import { all, countsCases, countsFigures } from './fact-detail';
import { keyFinder } from './fact-keys';
import type { FactPattern, Meaning } from './fact-pattern';
import { families, figureSign, negationSign } from './fact-patterns';
import type { Context } from './fact-scope';
import { contextsOf, isOfOthers, speaksOfYear } from './fact-scope';
import { approximation, noFigureAfter, othersSubject, otherTimes } from './fact-words';

/** A fact before it is bound to an edition's cells. */
export interface Statement {
  readonly subject: FactSubject;
  readonly meaning: Meaning;
  /** Which of its kind; see `Meaning`. */
  readonly detail: Detail;
  readonly span: Span;
  readonly clause: Span;
  readonly lowest: number;
  readonly highest: number | null;
  readonly negated: boolean;
  readonly implied: boolean;
  /** `含上年结转`: the carried-in requests are, or may be, part of the count. */
  readonly withCarriedIn: boolean;
}

/** A pattern with its tests of the whole sentence as indices, so that each is made once. */
interface PreparedPattern {
  readonly pattern: FactPattern;
  readonly family: number;
  readonly negation: boolean;
  readonly near: number;
  readonly unless: number;
}

const signs: RegExp[] = [];
/** What a pattern may leave out: all of them have it here, so that an engine finds it at one place. */
const unset: Record<Exclude<keyof FactPattern, 'subjects' | 'meaning' | 'key' | 'pattern'>, undefined> = {
  negation: undefined,
  shared: undefined,
  atLeast: undefined,
  implied: undefined,
  unless: undefined,
  unlessUpTo: undefined,
  unlessSentence: undefined,
  unlessBefore: undefined,
  unlessParagraph: undefined,
  sentence: undefined,
  near: undefined,
  detail: undefined,
};
const prepare = (pattern: FactPattern, family: number): PreparedPattern => ({
  pattern: { ...unset, ...pattern } as FactPattern,
  family,
  negation: pattern.negation === true,
  near: signIndex(pattern.near),
  unless: signIndex(pattern.unlessSentence),
});
const prepared = families.flatMap(({ patterns }, family) => patterns.map((pattern) => prepare(pattern, family)));
const withKeysIn = keyFinder(prepared.map(({ pattern }) => [pattern.key].flat()));

function signIndex(sign: RegExp | undefined): number {
  if (sign === undefined) return -1;
  const known = signs.findIndex((other) => other.source === sign.source);
  return known < 0 ? signs.push(sign) - 1 : known;
}

type Answer = 'unknown' | 'yes' | 'no';

const noSigns: readonly Answer[] = signs.map(() => 'unknown');

/** A sentence with what has been found out about it so far; most is asked of few sentences. */
class Looked {
  private readonly near = noSigns.slice();
  private readonly unless = noSigns.slice();
  private before: string | undefined;
  private otherTimes: boolean | undefined;
  private others: boolean | undefined;

  constructor(
    private readonly all: readonly Sentence[],
    private readonly index: number,
    readonly sentence: string,
  ) {}

  /** The sentences before it. */
  get previous(): string {
    this.before ??= before(this.all, this.index);
    return this.before;
  }

  /** Whether any of its words speaks of another time. */
  get hasOtherTimes(): boolean {
    this.otherTimes ??= otherTimes.test(this.sentence);
    return this.otherTimes;
  }

  /** Whether it may speak of other bodies. */
  get namesOthers(): boolean {
    this.others ??= othersSubject.test(this.sentence);
    return this.others;
  }

  isNear(sign: number): boolean {
    if (this.near[sign] === 'unknown') {
      const pattern = signs[sign] as RegExp;
      this.near[sign] = pattern.test(this.sentence) || pattern.test(this.previous) ? 'yes' : 'no';
    }
    return this.near[sign] === 'yes';
  }

  isExcluded(sign: number): boolean {
    if (this.unless[sign] === 'unknown') {
      this.unless[sign] = (signs[sign] as RegExp).test(this.sentence) ? 'yes' : 'no';
    }
    return this.unless[sign] === 'yes';
  }
}

/** The statements of a paragraph's sentences in `text` about `year` (any year where it is `null`). */
export function statementsIn(text: string, sentences: readonly Sentence[], year: number | null): Statement[] {
  const found: Statement[] = [];
  const spokenOf = families.map(({ topic }) => sentences.some((each) => topic.test(each.squeezed)));
  if (!spokenOf.includes(true)) return found;
  const contexts = contextsOf(text, sentences, year);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = (sentences[i] as Sentence).squeezed;
    const context = contexts[i] as Context;
    if (context === 'another year') continue;
    const denies = negationSign.test(sentence);
    const counts = figureSign.test(sentence);
    if (!denies && !counts) continue;
    const looked = new Looked(sentences, i, sentence);
    const taken: TakenPlaces = { outcome: new Set(), count: new Set() };
    for (const index of withKeysIn(sentence)) {
      const each = prepared[index] as PreparedPattern;
      if (!(each.negation ? denies : counts) || spokenOf[each.family] !== true) continue;
      if (!mayApply(each, looked, sentences)) continue;
      const { pattern } = each;
      addMatches({ sentence: sentences[i] as Sentence, pattern, year, context, looked }, taken, found);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const farthest = 6;
/** In squeezed characters, all of them together. */
const longestPrevious = 2000;
/** In squeezed characters: no more than so many of what stands before a phrase are looked at for it. */
const longestBefore = 400;

function before(sentences: readonly Sentence[], index: number): string {
  let text = '';
  for (let i = Math.max(0, index - farthest); i < index; i++) text += `${sentences[i]?.squeezed}；`;
  return text.slice(-longestPrevious);
}

/** What of a sentence stands before `at`. */
function textBefore(sentence: string, at: number): string {
  return sentence.slice(Math.max(0, at - longestBefore), at);
}

/** Whether sentence and paragraph are of the kind that the pattern is made for. */
function mayApply({ pattern, near, unless }: PreparedPattern, looked: Looked, all: readonly Sentence[]): boolean {
  if (near >= 0 && !looked.isNear(near)) return false;
  if (unless >= 0 && looked.isExcluded(unless)) return false;
  const { sentence, unlessParagraph } = pattern;
  if (sentence !== undefined && !sentence.test(looked.sentence)) return false;
  return unlessParagraph === undefined || !all.some((each) => unlessParagraph.test(each.squeezed));
}

/** The characters that statements stand on. A case counts once in a total and once by its outcome. */
type TakenPlaces = Readonly<Record<'outcome' | 'count', Set<number>>>;

/** A sentence with a pattern that may apply to it. */
interface PatternTrial {
  readonly sentence: Sentence;
  readonly pattern: FactPattern;
  readonly year: number | null;
  readonly context: Context;
  readonly looked: Looked;
}

function addMatches(trial: PatternTrial, taken: TakenPlaces, found: Statement[]): void {
  const { sentence, pattern, looked } = trial;
  const text = sentence.squeezed;
  const own = taken[pattern.meaning === 'outcome' || pattern.shared ? 'outcome' : 'count'];
  pattern.pattern.lastIndex = 0;
  for (let match = pattern.pattern.exec(text); match !== null; match = pattern.pattern.exec(text)) {
    const place = statementPlace(match, pattern);
    if (place === undefined || isTaken(own, place)) continue;
    if (
      !applies(trial, match) ||
      isOfOthers(text, match.index, pattern, { context: trial.context, namesOthers: looked.namesOthers })
    )
      continue;
    const detail = detailOf(pattern, match, looked);
    const quantity = quantityOf(text, match, place, pattern);
    if (quantity === undefined || detail === undefined) continue;
    for (let i = place.start; i < place.end; i++) own.add(i);
    found.push(...statementsAt(sentence, pattern, { place, detail, ...quantity }));
  }
}

function isTaken(taken: ReadonlySet<number>, { start, end }: Span): boolean {
  if (taken.size === 0) return false;
  for (let i = start; i < end; i++) if (taken.has(i)) return true;
  return false;
}

interface StatedQuantity extends Quantity {
  readonly place: Span;
  readonly detail: Detail;
}

function statementsAt(sentence: Sentence, pattern: FactPattern, stated: StatedQuantity): Statement[] {
  const { place, detail, lowest, highest } = stated;
  const text = sentence.squeezed;
  const clause = clauseAround(sentence, place.start);
  return pattern.subjects.map((subject) => ({
    subject,
    meaning: pattern.meaning,
    detail: detail.of === 'all' ? (details[subject] ?? detail) : detail,
    span: spanWithin(sentence, place.start, place.end),
    clause: spanWithin(sentence, clause.start, Math.max(clause.end, place.end)),
    lowest,
    highest,
    negated: pattern.negation === true,
    implied: pattern.implied === true,
    withCarriedIn:
      text.slice(place.end, place.end + 16).includes('结转') && !newlyReceived.test(textBefore(text, place.start)),
  }));
}

const newlyReceived = /新(?:收|受理)[^，。；]{0,16}$/;

/** What a subject stands for where its phrase does not tell more. */
const details: Partial<Record<FactSubject, Detail>> = {
  reconsideration: countsCases(['reconsideration']),
  litigation: countsCases(['direct-litigation', 'litigation-after-reconsideration']),
  'documents-issued': countsFigures(['normative-documents', 'issued']),
  'documents-repealed': countsFigures(['normative-documents', 'repealed']),
  'documents-in-force': countsFigures(['normative-documents', 'in-force']),
  'rules-issued': countsFigures(['administrative-rules', 'issued']),
  'rules-in-force': countsFigures(['administrative-rules', 'in-force']),
  licences: countsFigures(['licences', 'decisions']),
  penalties: countsFigures(['penalties', 'decisions']),
  coercion: countsFigures(['coercion', 'decisions']),
};

function detailOf(pattern: FactPattern, match: RegExpExecArray, looked: Looked): Detail | undefined {
  const { detail = all } = pattern;
  if (typeof detail !== 'function') return detail;
  const { sentence, previous } = looked;
  return detail(match, { before: textBefore(sentence, match.index), sentence, previous });
}

/** The figure, or for a negation the whole phrase. */
function statementPlace(match: RegExpExecArray, pattern: FactPattern): Span | undefined {
  if (pattern.negation) {
    const lead = /^(?:，|本年度?|年度?|我镇|我乡|我局|我街道|本机关|共)/.exec(match[0])?.[0].length ?? 0;
    return { start: match.index + lead, end: match.index + match[0].length };
  }
  const figure = match.groups?.n ?? match.groups?.m;
  if (figure === undefined) return undefined;
  const [start, end] = groupPlace(match, figure) ?? placeByIndices(match, pattern);
  return { start, end };
}

/** Where in the text `group` of the match stands, if it does within the match and nothing else there is the same. */
function groupPlace(match: RegExpExecArray, group: string): readonly [number, number] | undefined {
  const at = match[0].indexOf(group);
  if (at < 0 || match[0].indexOf(group, at + 1) >= 0) return undefined;
  return [match.index + at, match.index + at + group.length];
}

const indexedForms = new Map<RegExp, RegExp>();

/** The same told by the engine: indices are costly, so they are asked for only where they are needed. */
function placeByIndices(match: RegExpExecArray, { pattern }: FactPattern): readonly [number, number] {
  const indexed = indexedForms.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags.replace('g', '')}dy`);
  indexedForms.set(pattern, indexed);
  indexed.lastIndex = match.index;
  const groups = indexed.exec(match.input)?.indices?.groups;
  return (groups?.n ?? groups?.m) as [number, number];
}

function applies({ sentence, pattern, year, looked }: PatternTrial, match: RegExpExecArray): boolean {
  const text = sentence.squeezed;
  const end = match.index + match[0].length;
  const first = clauseAround(sentence, match.index);
  const last = clauseAround(sentence, end - 1);
  const clause = text.slice(first.start, last.end);
  if (pattern.unless?.test(clause) || (looked.hasOtherTimes && otherTimes.test(clause))) return false;
  if (pattern.unlessUpTo?.test(text.slice(first.start, end))) return false;
  if (pattern.unlessBefore?.test(textBefore(text, match.index))) return false;
  const { from, to } = match.groups ?? {};
  if (year !== null && from !== undefined && Number(from) !== year - 1) return false;
  if (year !== null && to !== undefined && Number(to) !== year + 1) return false;
  return speaksOfYear(year, text.slice(0, to === undefined ? end : match.index), clause);
}

interface Quantity {
  readonly lowest: number;
  readonly highest: number | null;
}

function quantityOf(text: string, match: RegExpExecArray, place: Span, pattern: FactPattern): Quantity | undefined {
  if (pattern.negation) return { lowest: 0, highest: 0 };
  if (place.start > 0 && isAmong(noFigureAfter, text, place.start - 1)) return undefined;
  const lead = text.slice(Math.max(0, place.start - 2), place.start);
  const raw = text.slice(place.start, place.end);
  const value = amountOf(raw);
  if (value === null) return undefined;
  if (pattern.atLeast) return { lowest: value, highest: null };
  const about = approximation.exec(lead)?.[0];
  const { inside, after } = match.groups ?? {};
  if (about === '约' || about === '近') return { lowest: Math.floor(value * 0.8), highest: Math.ceil(value * 1.2) };
  if (about === '不足' || about === '不到') return { lowest: 0, highest: value };
  if (about !== undefined || inside !== undefined || after !== undefined) return { lowest: value, highest: null };
  return { lowest: value, highest: value };
}
