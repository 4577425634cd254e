/** Makes the results of one text out of its snapshot: words in Chinese, places by line and column, fixes worked out. */
import { fixesOf } from '../audit/audit';
import type { AuditOptions, Coverage, Finding } from '../findings/finding';
import type { DocumentPlaces } from '../intake/document-tree';
import { placeOfSpan } from '../intake/document-tree';
import type { TakenIn } from '../intake/taken-in';
import type { LineIndex, Position } from '../text/line-index';
import { lineIndexOf, positionAt } from '../text/line-index';
import { beforeLineBreaks } from '../text/lines';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import { worded } from '../text/wording';
import type { AuditedReport, Snapshot } from '../workspace/snapshot';
import { snapshotOf, snapshotOfTree } from '../workspace/snapshot';
import { figureRecords, formPlaces } from './form-places';
import { indexRecordOf } from './index-record-of';
import { isOwnPage, isOwnWorkbook } from './own-page';
import type { Excerpt, Extra, FindingRecord, Frame, Placed, Range, ReportRecord, Result, Unassessed } from './result';

/** A text with its lines, which are looked for only when they are needed. */
export interface Source {
  /** The position of an offset into the whole text. */
  position(offset: number): Position;
  /** The line with this zero-based number, without its end; its start offset with it. */
  line(number: number): { readonly start: number; readonly text: string };
  /** Where in the file it stands, where that is no text. */
  readonly places?: DocumentPlaces;
}

/** A text that is taken for no report may be one all the same. */
const howToInsist = '（要照样审核，加选项 --as-report）';

const nothingMore: readonly Extra[] = [];

/** The results of one text, with those `extras`: one for each report in it, or one that says why there is none. */
export function auditText(
  file: string,
  text: string,
  options: AuditOptions,
  extras: readonly Extra[] = nothingMore,
): Result[] {
  if (isOwnPage(text) && options.insistence !== 'insisted') return ownResults(file);
  return resultsOf(file, snapshotOf(text, options), options, extras);
}

type TakenDocument = Extract<TakenIn, { readonly kind: 'document' }>;

/** The results of a file that is no text, of the document it was taken in as: no fixes, since their edits would be of another text than the file's. */
export function auditDocument(
  file: string,
  { document, read: { tree, places } }: TakenDocument,
  options: AuditOptions,
  extras: readonly Extra[] = nothingMore,
): Result[] {
  const isOwn = document.kind === 'xlsx' && isOwnWorkbook(tree.text);
  if (isOwn && options.insistence !== 'insisted') return ownResults(file);
  const results = resultsOf(file, snapshotOfTree(tree, options), options, extras, places);
  const omitted = document.omissions.map(({ what, count }) => ({ what: worded(what), count }));
  if (omitted.length === 0) return results;
  return results.map((result) => ({ ...result, record: { ...result.record, omitted } }));
}

/** Of what we wrote about reports. */
function ownResults(file: string): Result[] {
  return [unaudited(file, 'skipped', `是本软件写出的审核结果，不是年报${howToInsist}`)];
}

function resultsOf(
  file: string,
  snapshot: Snapshot,
  options: AuditOptions,
  extras: readonly Extra[],
  places?: DocumentPlaces,
): Result[] {
  const source = { ...sourceOf(snapshot.text), ...(places && { places }) };
  return snapshot.reports.map((part, index) =>
    part.status === 'skipped'
      ? unaudited(file, 'skipped', `${worded(part.reason)}${howToInsist}`, part.report ?? undefined)
      : {
          ...auditedResult(file, source, part, options, extras),
          ...(extras.includes('index') && { index: indexRecordOf(file, index, part, source.position) }),
        },
  );
}

/** The result of what was not audited. */
export function unaudited(
  file: string,
  status: 'skipped' | 'failed',
  reason: string,
  { issuer, level, year }: Pick<ReportRecord, 'issuer' | 'level' | 'year'> = {
    issuer: null,
    level: 'unknown',
    year: null,
  },
): Result {
  const coverage = { holds: 0, broken: 0, notAssessable: 0 };
  return {
    record: { file, issuer, level, year, edition: null, status, reason, coverage, findings: [], waived: [] },
    frames: [],
    unassessed: [],
    needed: [],
  };
}

function auditedResult(
  file: string,
  source: Source,
  part: AuditedReport,
  { waivers = [] }: AuditOptions,
  extras: readonly Extra[],
): Result {
  const { report, coverage, findings, waived, start } = part;
  const { issuer, level, year, edition } = report;
  const { holds, broken, notAssessable, unfilled } = coverage;
  const placed = (span: Span): Placed => {
    const inFile = shiftSpan(span, start);
    const range = { start: source.position(inFile.start), end: source.position(inFile.end) };
    return source.places === undefined ? { range } : { range, place: placeOfSpan(source.places, inFile) };
  };
  return {
    record: {
      file,
      issuer,
      level,
      year,
      edition: edition.id,
      status: 'audited',
      coverage: { holds, broken, notAssessable, ...(unfilled === 0 ? {} : { unfilled }) },
      findings: findings.map((finding, index) => recordOf(part, finding, index, placed, source)),
      waived: waived.map(({ waiver: { rule, quote, reason } }) => ({ rule, quote, reason })),
    },
    frames: findings.map(({ span }) => frameOf(source, shiftSpan(span, start))),
    ...(extras.includes('places') && { places: formPlaces(report, findings) }),
    ...(extras.includes('figures') && { figures: figureRecords(report) }),
    unassessed: unassessedIn(coverage),
    needed: waived.map(({ waiver }) => waivers.indexOf(waiver)),
  };
}

function recordOf(
  part: AuditedReport,
  { rule, severity, message, span, related, suspect, basis, fingerprint }: Finding,
  index: number,
  placed: (span: Span) => Placed,
  { places }: Source,
): FindingRecord {
  const fixes = places === undefined ? fixesOf(part, index) : [];
  const range = (at: Span): Range => placed(at).range;
  return {
    rule,
    severity,
    message: worded(message),
    ...placed(span),
    related: related.map((place) => ({ ...placed(place.span), message: worded(place.message) })),
    ...(suspect && {
      suspect: { ...placed(suspect.span), reported: suspect.reported, expected: suspect.expected },
    }),
    ...(basis && { basis: worded(basis.words) }),
    fingerprint,
    fixes: fixes.map(({ title, applicability, edits }) => ({
      title: worded(title),
      applicability,
      edits: edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
    })),
  };
}

function unassessedIn({ outcomes }: Coverage): readonly Unassessed[] {
  const relations = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.state !== 'not-assessable') continue;
    const why = worded(outcome.why);
    relations.set(why, (relations.get(why) ?? 0) + 1);
  }
  return [...relations].map(([why, count]) => ({ why, relations: count })).sort((a, b) => b.relations - a.relations);
}

/** The frame of a place that counts from the file's start. */
export function frameOf(source: Source, { start, end }: Span): Frame {
  const { line } = source.position(start);
  const marked = source.line(line);
  const before = line > 0 ? source.line(line - 1).text : '';
  const { from, excerpt } = excerptAround(marked.text, start - marked.start);
  return {
    line: excerpt,
    start: start - marked.start - from,
    end: end - marked.start - from,
    before: before.trim() === '' ? null : excerptAround(before, 0).excerpt,
    lastLine: source.position(Math.max(start, end - 1)).line,
  };
}

/** More characters than fit into a frame; what is farther from its place is not shown. */
const reach = 500;

/** What stands around `at` in a line, and where that begins. */
function excerptAround(line: string, at: number): { readonly from: number; readonly excerpt: Excerpt } {
  const { start, end } = wholeCharacters(line, at - reach, at + reach);
  const text = line.slice(start, end);
  return { from: start, excerpt: { text, cutBefore: start > 0, cutAfter: end < line.length } };
}

/** `[start, end)` within `line`, moved so that it splits no surrogate pair. */
function wholeCharacters(line: string, start: number, end: number): Span {
  const from = Math.max(0, start);
  const to = Math.min(line.length, end);
  const isLow = (index: number): boolean => (line.charCodeAt(index) & 0xfc00) === 0xdc00;
  return { start: from > 0 && isLow(from) ? from - 1 : from, end: to < line.length && isLow(to) ? to + 1 : to };
}

/** The source over `text`. */
export function sourceOf(text: string): Source {
  let known: LineIndex | null = null;
  const index = (): LineIndex => {
    known ??= lineIndexOf(text);
    return known;
  };
  return {
    position: (offset) => positionAt(index(), offset),
    line: (number) => {
      const start = index().starts[number] ?? text.length;
      const end = index().starts[number + 1] ?? text.length;
      return { start, text: text.slice(start, beforeLineBreaks(text, end, start)) };
    },
  };
}
