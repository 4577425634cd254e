/** What the words of a report are: headings, labels, figures, totals, statements of quantity. */

import { planOf } from '../../figures/figure-plan';
import type { Finding } from '../../findings/finding';
import type { FoundTable, Report } from '../../report/report';
import type { TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import type { ReadPlace } from '../locate';
import { auditedAs, boundCellsOf, findingsOf, foundTables, readPlaces } from '../locate';

/** Names of the protocol; a theme that knows nothing of reports has colours for them. */
export const tokenTypes = [
  'namespace',
  'class',
  'property',
  'type',
  'number',
  'keyword',
  'operator',
  'string',
] as const;

/** `declaration`: of the title. `total`: a figure that is the sum of others. `broken`: the audit finds fault with it. */
export const tokenModifiers = ['declaration', 'total', 'broken'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

/**
 * `namespace` the body, `class` titles and headings, `property` row labels, `type` column labels, `number` figures,
 * `keyword` negations, `operator` a dash for a figure, `string` what should be a figure and is none.
 */
export interface SemanticToken {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** Within one line, never empty; counts from the document's start. */
  readonly span: Span;
}

/** The tokens that touch `range`, in order, without overlap. */
export function semanticTokens(snapshot: Snapshot, range: Span): readonly SemanticToken[] {
  return readPlaces(snapshot)
    .filter(({ start, end }) => start <= range.end && range.start <= end)
    .flatMap((place) =>
      tokensOf(place).flatMap(({ span, type, modifiers }) => {
        const start = span.start + place.start;
        const end = span.end + place.start;
        return start <= range.end && range.start <= end ? [{ type, modifiers, span: { start, end } }] : [];
      }),
    );
}

/** Counted from the report's start. */
const tokensOf = perObject((place: ReadPlace): readonly SemanticToken[] => {
  const { report } = place;
  const faults = faultStarts(findingsOf(place));
  return withoutOverlaps(report.text, [
    ...factTokens(report, faults),
    ...foundTables(report).flatMap((table) => tableTokens(report, table, faults)),
    ...report.sections.map(({ heading }) => token('class', heading.span)),
    ...titleTokens(report),
  ]);
}, auditedAs);

/** Where findings of fault stand that mean one figure. */
function faultStarts(findings: readonly Finding[]): ReadonlySet<string> {
  const spans = findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ span, suspect }) => suspect?.span ?? span);
  return new Set(spans.map(spanKey));
}

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

function token(type: TokenType, span: Span, ...modifiers: readonly TokenModifier[]): SemanticToken {
  return { type, modifiers, span };
}

function titleTokens({ title }: Report): readonly SemanticToken[] {
  if (title === null) return [];
  const { issuer, year, span } = title;
  return [
    ...(issuer === null ? [] : [token('namespace', issuer.span, 'declaration')]),
    ...(year === null ? [] : [token('number', year.span, 'declaration')]),
    // Whatever the others leave of it.
    token('class', span, 'declaration'),
  ];
}

function factTokens({ facts }: Report, faults: ReadonlySet<string>): readonly SemanticToken[] {
  return facts
    .filter(({ implied }) => !implied)
    .map(({ span, negated }) => token(negated ? 'keyword' : 'number', span, ...broken(span, faults)));
}

function broken(span: Span, faults: ReadonlySet<string>): readonly TokenModifier[] {
  return faults.has(spanKey(span)) ? ['broken'] : [];
}

function tableTokens(report: Report, table: FoundTable, faults: ReadonlySet<string>): readonly SemanticToken[] {
  const rows = [...table.rows, ...table.unknownRows];
  const labels = table.table === 'review' ? [] : rows.map(({ label }) => token('property', label.span));
  return [...figureTokens(report, table, faults), ...labels, ...columnTokens(report, table)];
}

function figureTokens(report: Report, table: FoundTable, faults: ReadonlySet<string>): readonly SemanticToken[] {
  const plan = planOf(report.edition);
  return [...table.rows, ...table.unknownRows].flatMap((row) => {
    const isBound = boundCellsOf(report, table, row).length > 0;
    const first =
      isBound && 'row' in row && typeof row.row === 'string' ? plan.rows[table.table].get(row.row)?.first : undefined;
    return row.cells.flatMap(({ kind, span }, i) => {
      if (kind === 'blank') return [];
      const total: readonly TokenModifier[] = first !== undefined && plan.isTotal[first + i] ? ['total'] : [];
      const type = kind === 'stated' ? 'number' : kind === 'dash' ? 'operator' : 'string';
      return [token(type, span, ...total, ...broken(span, faults))];
    });
  });
}

/** What parts the cells of any layout. */
const cellOrWord = /<[^<>]*>|[^\t|\r\n<>]+/g;

/** The labels of columns, between the table's start and the last of its rows, wherever no row stands. */
function columnTokens(report: Report, table: FoundTable): readonly SemanticToken[] {
  const labels = columnLabels(report.edition.tables[table.table]);
  return gapsOf(table).flatMap(({ start, end }) => {
    const tokens: SemanticToken[] = [];
    for (const match of report.text.slice(start, end).matchAll(cellOrWord)) {
      if (match[0].startsWith('<')) continue;
      const from = start + match.index;
      const pieces = labels.has(fold(match[0])) ? [wholeMatch(match[0])] : [...match[0].matchAll(/\S+/g)];
      for (const { 0: words, index } of pieces) {
        if (!labels.has(fold(words))) continue;
        tokens.push(token('type', { start: from + index, end: from + index + words.length }));
      }
    }
    return tokens;
  });
}

function wholeMatch(words: string): { readonly 0: string; readonly index: number } {
  const trimmed = words.trim();
  return { 0: trimmed, index: words.indexOf(trimmed) };
}

/** As printed on the form, with and without their units, folded. */
const columnLabels = perObject((spec: TableSpec): ReadonlySet<string> => {
  const rowLabels = new Set(spec.rows.flatMap(({ label, group }) => [label, group ?? '']));
  const heads = spec.form
    .flatMap((row) => (row.some(({ figure }) => figure !== undefined) ? [] : row))
    .filter(({ text }) => !rowLabels.has(text) && !/^第.*项$/.test(text));
  const names = [
    ...heads.map(({ text }) => text),
    ...spec.rows.flatMap(({ columns }) => columns.map(({ label }) => label)),
  ];
  return new Set(names.map(fold).filter((name) => name !== ''));
});

/** The stretches of a table that belong to none of its rows. */
function gapsOf(table: FoundTable): readonly Span[] {
  const rows = [...table.rows, ...table.unknownRows].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = table.span.start;
  for (const { start, end } of rows) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (table.span.end > at) gaps.push({ start: at, end: table.span.end });
  return gaps;
}

/** The small tokens keep their place, the wide ones what is left of them; each within one line. */
function withoutOverlaps(text: string, wanted: readonly SemanticToken[]): readonly SemanticToken[] {
  const small = wanted.filter(({ type }) => !isWide(type)).sort((a, b) => a.span.start - b.span.start);
  const kept: SemanticToken[] = [];
  for (const entry of small) {
    if (entry.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(entry);
  }
  const all = [...kept, ...wanted.filter(({ type }) => isWide(type)).flatMap((entry) => leftOf(entry, kept))];
  all.sort((a, b) => a.span.start - b.span.start);
  const result: SemanticToken[] = [];
  for (const entry of all.flatMap((one) => lines(text, one))) {
    if (entry.span.start >= (result.at(-1)?.span.end ?? 0)) result.push(entry);
  }
  return result;
}

/** Titles hold names and years; a label that is broken over lines may stand around the figures. */
function isWide(type: TokenType): boolean {
  return type === 'class' || type === 'property';
}

/** The parts of a token that none of `others`, which are in order, covers. */
function leftOf(entry: SemanticToken, others: readonly SemanticToken[]): readonly SemanticToken[] {
  const parts: SemanticToken[] = [];
  let at = entry.span.start;
  for (const { span } of others) {
    if (span.end <= at) continue;
    if (span.start >= entry.span.end) break;
    if (span.start > at) parts.push({ ...entry, span: { start: at, end: span.start } });
    at = span.end;
  }
  if (at < entry.span.end) parts.push({ ...entry, span: { start: at, end: entry.span.end } });
  return parts;
}

function lines(text: string, entry: SemanticToken): readonly SemanticToken[] {
  const { start, end } = entry.span;
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const words = line.trim();
    const from = start + index + line.indexOf(words);
    return words === '' ? [] : [{ ...entry, span: { start: from, end: from + words.length } }];
  });
}
