/** Findings that a policy lets stand: matched by rule and quoted words, so that edits elsewhere leave them matched. */
import type { Report } from '../report/report';
import { foldCode } from '../standard/label-folding';
import { isDigit } from '../text/characters';
import { onOneLine, textOfCodes } from '../text/fold';
import { wholeLines } from '../text/lines';
import { once, perObject, perObjectUnder } from '../text/per-object';
import type { Span } from '../text/span';
import { textOf } from '../text/span';
import type { Finding, Waived, Waiver } from './finding';

export interface SortedOut {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

const none: readonly Waived[] = [];

/** Parts the findings into those to be reported and those waived; each goes to the first waiver that matches. */
export function sortOut(report: Report, found: readonly Finding[], waivers: readonly Waiver[] = []): SortedOut {
  if (waivers.length === 0 || found.length === 0) return { findings: found, waived: none };
  const findings: Finding[] = [];
  const waived: Waived[] = [];
  const ofRule = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const others = ofRule.get(waiver.rule);
    if (others === undefined) ofRule.set(waiver.rule, [waiver]);
    else others.push(waiver);
  }
  for (const finding of found) {
    const waiver = ofRule.get(finding.rule)?.find((candidate) => waives(candidate, report, finding));
    if (waiver === undefined) findings.push(finding);
    else waived.push({ finding, waiver });
  }
  return { findings, waived };
}

/** Whether findings of the rule can be waived at all: what the program says of itself cannot. */
export function isWaivable(rule: string): boolean {
  return !rule.startsWith('internal/');
}

/**
 * Whether the waiver covers the finding: the same rule, and the quote stands in the marked text, in the clause or table
 * row around it, or is one of the names that the finding is about. A quote that ends with a figure of a row means that very cell.
 */
export function waives(waiver: Waiver, report: Report, finding: Finding): boolean {
  if (waiver.rule !== finding.rule || !isWaivable(waiver.rule)) return false;
  const quote = quoteOf(waiver);
  if (quote === '') return false;
  const { marked, names, row, line } = placeOf(finding, report);
  if (wholeOccurrences(marked, quote).length > 0 || names.has(quote)) return true;
  return row === undefined ? standsAround(report.text, finding.span, line(), quote) : standsInRow(row, quote);
}

const quoteOf = perObject(({ quote }: Waiver) => foldedWords(quote).words);

/** What stands at a finding, folded once for all waivers that it is held against. */
const placeOf = perObjectUnder((finding: Finding, { text, tables }: Report) => {
  const { span } = finding;
  const row = rowAround({ tables }, span);
  return {
    marked: foldedWords(textOf(text, span)),
    names: new Set(quotableNames(finding).map((name) => foldedWords(name).words)),
    row: row && foldedRow(text, row, span),
    line: once(() => {
      const { start, end } = wholeLines(text, span);
      return foldedWords(text.slice(start, end));
    }),
  };
});

interface FoldedRow {
  readonly whole: () => FoldedWords;
  readonly toCell: () => FoldedWords;
}

function foldedRow(text: string, row: Row, span: Span): FoldedRow {
  const { start } = row.label.span;
  // The one row of table four stands below its labels.
  const label = start >= row.span.start ? '' : `${row.label.text} `;
  const upTo = (end: number) => once(() => foldedWords(label + text.slice(row.span.start, end)));
  return { whole: upTo(row.span.end), toCell: upTo(span.end) };
}

function standsInRow({ whole, toCell }: FoldedRow, quote: string): boolean {
  const isCell = isDigit(quote.charCodeAt(quote.length - 1));
  const folded = isCell ? toCell() : whole();
  const found = wholeOccurrences(folded, quote);
  return isCell ? found.some((at) => at + quote.length === folded.words.length) : found.length > 0;
}

/** Whether the quote stands in the clause around `span`, or reaches beyond it from there. */
function standsAround(text: string, span: Span, folded: FoldedWords, quote: string): boolean {
  const line = wholeLines(text, span);
  const clause = linePartAround(text, span);
  return wholeOccurrences(folded, quote).some((at) => {
    const start = line.start + (folded.offsets[at] as number);
    const end = line.start + (folded.offsets[at + quote.length - 1] as number) + 1;
    return (start >= clause.start && end <= clause.end) || (start <= span.end && end >= span.start);
  });
}

/** A quote that waives `finding` and, where there is such a one, nothing else among `all`; `null` where none can. */
export function quoteFor(report: Report, finding: Finding, all: readonly Finding[]): string | null {
  const covered = (quote: string): readonly Finding[] => {
    const waiver = { rule: finding.rule, quote, reason: '' };
    return all.filter((other) => waives(waiver, report, other));
  };
  const able = candidates(report, finding).filter((quote) => covered(quote).includes(finding));
  return able.find((quote) => covered(quote).length === 1) ?? able[0] ?? null;
}

const shortestQuote = 4;
const longestQuote = 60;

function candidates(report: Report, finding: Finding): readonly string[] {
  const { text } = report;
  const { span } = finding;
  const row = rowAround(report, span);
  if (row !== undefined) {
    const cells = row.cells.filter((cell) => cell.span.end <= span.end).map((cell) => cell.raw);
    return [[row.label.text, ...cells].map(flat).filter(Boolean).join(' '), flat(row.label.text)];
  }
  const marked = flat(text.slice(span.start, Math.min(span.end, span.start + longestQuote)));
  const { words } = foldedWords(marked);
  const isTelling = words.length >= shortestQuote && /[^0-9 ]/.test(words);
  return [...(isTelling ? [marked] : []), clauseQuote(text, span), ...quotableNames(finding)];
}

/** As much of the clause around `span` as a quote holds. */
function clauseQuote(text: string, span: Span): string {
  const { start, end } = linePartAround(text, span);
  const room = Math.max(0, longestQuote - (span.end - span.start)) / 2;
  return flat(
    text.slice(Math.max(start, span.start - room), Math.min(end, span.end + room)).slice(0, 2 * longestQuote),
  );
}

/** The part of the line around `span` that ends mark off. */
function linePartAround(text: string, span: Span): Span {
  const line = wholeLines(text, span);
  let { start, end } = span;
  while (start > line.start && !clauseEnds.includes(text.charAt(start - 1))) start--;
  while (end < line.end && !clauseEnds.includes(text.charAt(end))) end++;
  return { start, end };
}

const clauseEnds = '。；;';

interface Row {
  readonly span: Span;
  readonly label: { readonly text: string; readonly span: Span };
  readonly cells: readonly { readonly raw: string; readonly span: Span }[];
}

/** The row of a standard table that `span` lies in. */
function rowAround(report: Pick<Report, 'tables'>, span: Span): Row | undefined {
  for (const table of Object.values(report.tables)) {
    if (table.state === 'missing' || span.start < table.span.start || span.end > table.span.end) continue;
    const rows: readonly Row[] = [...table.rows, ...table.unknownRows];
    const row = rows.find((each) => each.span.start <= span.start && span.end <= each.span.end);
    if (row !== undefined) return row;
  }
  return undefined;
}

const quotedWords = /“([^“”]+)”/g;

/** The names that a finding is about; one with words in quotation marks goes by these, which a quote can hold. */
function quotableNames({ about: { names = [] } }: Finding): readonly string[] {
  return names.flatMap((name) => [...`“${name}”`.matchAll(quotedWords)].map((match) => match[1] as string));
}

function flat(text: string): string {
  return onOneLine(tagsBlanked(text));
}

function tagsBlanked(text: string): string {
  return text.includes('<') ? text.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)) : text;
}

interface FoldedWords {
  readonly words: string;
  /** Where in the text each of them stands. */
  readonly offsets: readonly number[];
}

/** Like `fold`, with tags left out, and figures that stand apart kept apart. */
function foldedWords(text: string): FoldedWords {
  const plain = tagsBlanked(text);
  const codes: number[] = [];
  const offsets: number[] = [];
  let parted = false;
  for (let i = 0; i < plain.length; i++) {
    const code = foldCode(plain.charCodeAt(i));
    if (code === 0) {
      parted = true;
      continue;
    }
    if (parted && isDigit(code) && isDigit(codes[codes.length - 1] ?? 0)) {
      codes.push(0x20);
      offsets.push(i - 1);
    }
    parted = false;
    codes.push(code);
    offsets.push(i);
  }
  return { words: textOfCodes(codes), offsets };
}

/** Where `quote` stands in the words without cutting through a figure. */
function wholeOccurrences({ words }: FoldedWords, quote: string): readonly number[] {
  const found: number[] = [];
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    if (isWholeAt(words, quote, at)) found.push(at);
  }
  return found;
}

function isWholeAt(words: string, quote: string, at: number): boolean {
  const end = at + quote.length;
  const cutsStart = isDigit(quote.charCodeAt(0)) && at > 0 && isDigit(words.charCodeAt(at - 1));
  const cutsEnd = isDigit(quote.charCodeAt(quote.length - 1)) && end < words.length && isDigit(words.charCodeAt(end));
  return !cutsStart && !cutsEnd;
}
