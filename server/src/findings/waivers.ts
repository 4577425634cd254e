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
  return covers(waiver.rule, quoteOf(waiver), report, finding);
}

const quoteOf = perObject(({ quote }: Waiver) => foldedWords(quote).words);

/** The same for a quote's folded words. */
function covers(rule: string, quote: string, report: Report, finding: Finding): boolean {
  if (quote === '' || rule !== finding.rule || !isWaivable(rule)) return false;
  const { marked, names, row, clause } = quotableWords(finding, report);
  if (wholeOccurrences(marked(), quote).length > 0 || names().includes(quote)) return true;
  const own = row();
  return own === undefined ? standsAround(clause(), finding.span, quote) : standsInRow(own, quote);
}

interface QuotableWords {
  /** What the finding marks. */
  readonly marked: () => FoldedWords;
  readonly names: () => readonly string[];
  /** The table row around it: whole, and up to the end of what is marked. */
  readonly row: () => FoldedRow | undefined;
  readonly clause: () => Clause;
}

interface FoldedRow {
  readonly whole: () => FoldedWords;
  readonly upToCell: () => FoldedWords;
}

interface Clause {
  readonly line: Span;
  /** The words of the line. */
  readonly folded: FoldedWords;
  readonly clause: Span;
}

/** Where the words of a quote may stand; folded once, however many quotes are compared. */
const quotableWords = perObjectUnder((finding: Finding, report: Report): QuotableWords => {
  const { span } = finding;
  return {
    marked: once(() => foldedWords(textOf(report.text, span))),
    names: once(() => quotableNames(finding).map((name) => foldedWords(name).words)),
    row: once(() => {
      const row = rowAround(report, span);
      if (row === undefined) return undefined;
      // The one row of table four stands below its labels.
      const label = row.label.span.start >= row.span.start ? '' : `${row.label.text} `;
      const upTo = (end: number) => once(() => foldedWords(label + report.text.slice(row.span.start, end)));
      return { whole: upTo(row.span.end), upToCell: upTo(span.end) };
    }),
    clause: once(() => {
      const line = wholeLines(report.text, span);
      return { line, folded: foldedLine(report, line), clause: linePartAround(report.text, span) };
    }),
  };
});

function standsInRow(row: FoldedRow, quote: string): boolean {
  if (!isDigit(quote.charCodeAt(quote.length - 1))) return wholeOccurrences(row.whole(), quote).length > 0;
  const { words } = row.upToCell();
  const at = words.length - quote.length;
  return at >= 0 && words.endsWith(quote) && isWholeAt(words, quote, at);
}

/** Whether the quote stands in the clause around `span`, or reaches beyond it from there. */
function standsAround({ line, folded, clause }: Clause, span: Span, quote: string): boolean {
  return wholeOccurrences(folded, quote).some((at) => {
    const start = line.start + (folded.offsets[at] as number);
    const end = line.start + (folded.offsets[at + quote.length - 1] as number) + 1;
    return (start >= clause.start && end <= clause.end) || (start <= span.end && end >= span.start);
  });
}

/** One line may have many findings. */
function foldedLine(report: Report, line: Span): FoldedWords {
  const known = foldedLines(report);
  const key = `${line.start}:${line.end}`;
  const folded = known.get(key) ?? foldedWords(textOf(report.text, line));
  known.set(key, folded);
  return folded;
}

const foldedLines = perObject((_: Report) => new Map<string, FoldedWords>());

/** A quote that waives `finding` and, where there is such a one, nothing else among `all`; `null` where none can. */
export function quoteFor(report: Report, finding: Finding, all: readonly Finding[]): string | null {
  const { rule } = finding;
  const others = all.filter((other) => other !== finding && other.rule === rule);
  const able = candidates(report, finding)
    .map((quote) => ({ quote, words: foldedWords(quote).words }))
    .filter(({ words }) => covers(rule, words, report, finding));
  const alone = able.find(({ words }) => !others.some((other) => covers(rule, words, report, other)));
  return (alone ?? able[0])?.quote ?? null;
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
function rowAround(report: Report, span: Span): Row | undefined {
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
