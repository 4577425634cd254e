/** Finds the facts in running text and binds each to the sums of cells that it may restate. */
import { chineseNumeral } from '../quantity/chinese';
import type { Exact } from '../quantity/exact';
import { exactOf, zero } from '../quantity/exact';
import type { CellRef, Edition } from '../standard/edition';
import type { Sentence } from '../syntax/sentences';
import { clauseAround, sentencesOf, spanWithin } from '../syntax/sentences';
import type { Span } from '../text/span';
import type { FactPattern, Meaning } from './fact-patterns';
import { factKeys, factPatterns, figureSign, negationSign, otherTimes } from './fact-patterns';
import type { Fact, FactSubject } from './report';

/** A fact before it is bound to an edition's cells. */
export interface Statement {
  readonly subject: FactSubject;
  readonly meaning: Meaning;
  readonly span: Span;
  readonly clause: Span;
  readonly lowest: number;
  readonly highest: number | null;
  readonly negated: boolean;
  /** `含上年结转`: the carried-in requests are, or may be, part of the count. */
  readonly withCarriedIn: boolean;
}

function worthReading(text: string): boolean {
  return factKeys.some((key) => text.includes(key));
}

/** The statements of the paragraph `[span.start, span.end)` about `year` (any year where it is `null`). */
export function statementsIn(text: string, span: Span, year: number | null): Statement[] {
  if (!worthReading(text.slice(span.start, span.end))) return [];
  const found: Statement[] = [];
  for (const sentence of sentencesOf(text, span)) {
    if (worthReading(sentence.squeezed)) found.push(...statementsOf(sentence, year));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function statementsOf(sentence: Sentence, year: number | null): Statement[] {
  const taken: { start: number; end: number }[] = [];
  const found: Statement[] = [];
  const denies = negationSign.test(sentence.squeezed);
  const counts = figureSign.test(sentence.squeezed);
  for (const pattern of factPatterns) {
    if (!(pattern.negation ? denies : counts) || !sentence.squeezed.includes(pattern.key)) continue;
    if (pattern.sentence && !pattern.sentence.test(sentence.squeezed)) continue;
    for (const match of sentence.squeezed.matchAll(pattern.pattern)) {
      const place = placeOf(match, pattern);
      if (place === undefined || taken.some((other) => other.start < place.end && place.start < other.end)) continue;
      if (!applies(sentence, match, pattern, year)) continue;
      const quantity = quantityOf(match, pattern);
      if (quantity === undefined) continue;
      taken.push(place);
      const clause = clauseAround(sentence, place.start);
      for (const subject of pattern.subjects) {
        found.push({
          subject,
          meaning: meaningOf(subject, pattern.meaning),
          span: spanWithin(sentence, place.start, place.end),
          clause: spanWithin(sentence, clause.start, Math.max(clause.end, place.end)),
          ...quantity,
          negated: pattern.negation === true,
          withCarriedIn: /含.{0,4}结转|其中.{0,6}上一?年度?结转|结转/.test(
            sentence.squeezed.slice(place.end, place.end + 16),
          ),
        });
      }
    }
  }
  return found;
}

/** A pattern over two subjects means each for itself. */
function meaningOf(subject: FactSubject, meaning: Meaning): Meaning {
  if (subject === 'reconsideration' || subject === 'litigation' || subject.startsWith('documents-'))
    return subject as Meaning;
  return meaning;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The figure, or for a negation the whole phrase. */
function placeOf(match: RegExpExecArray, pattern: FactPattern): Place | undefined {
  if (pattern.negation) {
    const lead = /^(?:，|本年度?|年|我镇|我乡|我局|我街道|本机关|共)/.exec(match[0])?.[0].length ?? 0;
    return { start: match.index + lead, end: match.index + match[0].length };
  }
  const figure = match.groups?.n ?? match.groups?.m;
  if (figure === undefined) return undefined;
  const at = match.index + match[0].lastIndexOf(figure);
  return { start: at, end: at + figure.length };
}

function applies(sentence: Sentence, match: RegExpExecArray, pattern: FactPattern, year: number | null): boolean {
  const text = sentence.squeezed;
  const end = match.index + match[0].length;
  const first = clauseAround(sentence, match.index);
  const last = clauseAround(sentence, end - 1);
  const clause = text.slice(first.start, last.end);
  if (pattern.unless?.test(clause)) return false;
  if (otherTimes.test(clause)) return false;
  return speaksOf(year, text.slice(0, end), clause);
}

const yearWord = /([0-9]{4})年(?!度?(?:[0-9]|结转))/g;

/** Whether the last year named up to here, if any is, is the report's own. */
function speaksOf(year: number | null, before: string, clause: string): boolean {
  const years = [...before.matchAll(yearWord)].map((match) => Number(match[1]));
  const last = years[years.length - 1];
  if (last === undefined || year === null || last === year) return !/比[0-9]{4}年/.test(clause);
  return false;
}

interface Quantity {
  readonly lowest: number;
  readonly highest: number | null;
}

function quantityOf(match: RegExpExecArray, pattern: FactPattern): Quantity | undefined {
  if (pattern.negation) return { lowest: 0, highest: 0 };
  const raw = match.groups?.n ?? match.groups?.m ?? '';
  const value = /^[0-9]/.test(raw) ? Number(raw.replace(/,/g, '')) : chineseNumeral(raw);
  if (value === null || !Number.isSafeInteger(value)) return undefined;
  const { before, inside, after } = match.groups ?? {};
  if (before === '约' || before === '近') return { lowest: Math.floor(value * 0.8), highest: Math.ceil(value * 1.2) };
  if (before === '不足' || before === '不到') return { lowest: 0, highest: value };
  if (before !== undefined || inside !== undefined || after !== undefined) return { lowest: value, highest: null };
  return { lowest: value, highest: value };
}

/** Binds a statement to the cells of `edition`; `undefined` where the edition has no such figure. */
export function factFrom(text: string, statement: Statement, edition: Edition): Fact | undefined {
  const readings = readingsOf(statement, edition);
  if (readings.length === 0) return undefined;
  const { subject, span, clause, negated } = statement;
  const highest: Exact | null = statement.highest === null ? null : exactOf(statement.highest);
  const lowest = statement.lowest === 0 ? zero : exactOf(statement.lowest);
  return { subject, span, clause, lowest, highest, negated, raw: text.slice(span.start, span.end), readings };
}

function requestTotal(row: string): CellRef {
  return { table: 'requests', row, column: 'total' };
}

function caseTotal(group: string): CellRef {
  return { table: 'review', row: 'cases', column: `${group}.total` };
}

function readingsOf(statement: Statement, edition: Edition): readonly (readonly CellRef[])[] {
  const received = [requestTotal('received')];
  const inAll = [requestTotal('received'), requestTotal('carried-in')];
  const closed = [requestTotal('disposed')];
  switch (statement.meaning) {
    case 'received':
      return statement.withCarriedIn ? [received, inAll] : [received];
    case 'handled':
      return [received, inAll, closed];
    case 'carried-in':
      return [[requestTotal('carried-in')]];
    case 'carried-out':
      return [[requestTotal('carried-out')]];
    case 'closed':
      return [closed, ...closedWithout(edition)];
    case 'reconsideration':
      return [[caseTotal('reconsideration')]];
    case 'litigation':
      return [[caseTotal('direct-litigation'), caseTotal('litigation-after-reconsideration')]];
    default:
      return documentReadings(statement.meaning, edition);
  }
}

/** 办结 often leaves out what was not gone on with: （六） or one of its rows. */
function closedWithout(edition: Edition): CellRef[][] {
  const dispositions = edition.tables.requests.rows.filter((row) => row.group !== undefined && row.id !== 'disposed');
  const other = dispositions.filter((row) => row.id.startsWith('other'));
  const leftOut = [other.map((row) => row.id), ...other.map((row) => [row.id])];
  return leftOut.map((ids) => dispositions.filter((row) => !ids.includes(row.id)).map((row) => requestTotal(row.id)));
}

const documentColumns: Readonly<Record<string, readonly [string, string | undefined]>> = {
  'documents-issued': ['issued', 'made'],
  'documents-repealed': ['repealed', undefined],
  'documents-in-force': ['in-force', undefined],
};

function documentReadings(meaning: string, edition: Edition): CellRef[][] {
  const [column2021, column2019] = documentColumns[meaning] ?? [];
  const column = edition.id === '2021' ? column2021 : column2019;
  return column === undefined ? [] : [[{ table: 'disclosure', row: 'normative-documents', column }]];
}
