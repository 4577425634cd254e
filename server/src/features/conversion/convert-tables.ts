/** A report's tables printed in another layout, where they can be carried over without any loss. */
import type { AuditOptions } from '../../findings/finding';
import { isBlankAfter, isBlankBefore } from '../../fixes/templates';
import type { FoundTable, Report } from '../../report/report';
import { tableIds } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import type { Tree } from '../../syntax/tree';
import { surplusOf } from '../../text/characters';
import { nextLine, wholeLines } from '../../text/lines';
import { perObject, perObjectUnder } from '../../text/per-object';
import type { Edit, Span } from '../../text/span';
import { applyEdits, coverSpans, shiftEdits, shiftSpan, spansOverlap } from '../../text/span';
import { filledEnd } from '../../text/white-space';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import { snapshotOf } from '../../workspace/snapshot';
import type { ReadPlace } from '../locate';
import { findingsOf, foundTables, readPlaces } from '../locate';
import type { TargetLayout } from './carried-table';
import { carriedTable, printCarried, withoutTags } from './carried-table';

export const targetLayouts: readonly TargetLayout[] = ['markdown', 'tsv', 'html'];

/** One conversion that an editor offers; `edits` count from the document's start. */
export type Conversion = {
  readonly scope: 'table' | 'report';
  readonly layout: TargetLayout;
} & (
  | { readonly state: 'possible'; readonly edits: readonly Edit[] }
  | { readonly state: 'impossible'; readonly why: Wording }
);

/** What can be done with the table that `range` touches, and with all tables of its report. */
export function conversions(snapshot: Snapshot, range: Span): readonly Conversion[] {
  const place = readPlaces(snapshot).findLast(({ start, end }) => start <= range.start && range.start <= end);
  if (place === undefined) return [];
  const { report, start } = place;
  const local = shiftSpan(range, -start);
  const here = foundTables(report).find(({ span }) => span.start <= local.end && local.start <= span.end);
  if (here === undefined) return [];
  return [
    ...conversionsOf(place, snapshot, 'table', [here]),
    ...conversionsOf(place, snapshot, 'report', foundTables(report)),
  ];
}

function conversionsOf(
  place: ReadPlace,
  snapshot: Snapshot,
  scope: Conversion['scope'],
  tables: readonly FoundTable[],
): readonly Conversion[] {
  return targetLayouts.flatMap((layout): readonly Conversion[] => {
    const others = tables.filter((table) => table.layout !== layout);
    if (others.length === 0 || (scope === 'report' && others.length === 1)) return [];
    const converted = rememberedConversion(place, snapshot, others, layout);
    if ('why' in converted) return [{ scope, layout, state: 'impossible', why: converted.why }];
    const edits = shiftEdits(converted.edits, place.start);
    return [{ scope, layout, state: 'possible', edits }];
  });
}

/** Edits count from the report's start. */
type Converted = { readonly edits: readonly Edit[] } | { readonly why: Wording };

const remembered = perObject((_: Report) => new Map<string, Converted>());

/** The editor asks again with every move of the cursor; a report that is the same has the same answer. */
function rememberedConversion(
  place: ReadPlace,
  snapshot: Snapshot,
  tables: readonly FoundTable[],
  layout: TargetLayout,
): Converted {
  const known = remembered(place.report);
  const key = `${layout} ${tables.map(({ table }) => table).join(' ')}`;
  let converted = known.get(key);
  if (converted === undefined) {
    const before = aloneOf(place, snapshot);
    converted = ifSaidAlike(place, before, convertedTables(place.report, before.tree, tables, layout), layout);
    known.set(key, converted);
  }
  return converted;
}

const otherWords = phrase`表内或者表间有标准表以外的文字，转换会丢失`;
const otherwiseRead = phrase`转换以后会读出不同的结果`;

function convertedTables(report: Report, tree: Tree, tables: readonly FoundTable[], layout: TargetLayout): Converted {
  const edits: Edit[] = [];
  for (const table of tables) {
    const carried = carriedTable(report, table);
    if (carried.state === 'lossy') return { why: carried.why };
    const region = regionOf(report, tree, table);
    if (region === undefined) return { why: otherWords };
    const newText = printCarried(carried, layout, report.eol);
    if (!holdsAll(newText, report.text.slice(region.start, region.end))) return { why: otherWords };
    edits.push(inPlaceOf(report, region, newText));
  }
  return { edits };
}

/** The whole lines that the table takes; `undefined` where something else stands on or between them. */
function regionOf(report: Report, tree: Tree, table: FoundTable): Span | undefined {
  let region: Span = table.span;
  tree.blocks.forEach((block, i) => {
    const start = tree.starts[i] as number;
    const own = { start, end: filledEnd(report.text, start + block.length, start) };
    if (block.kind === 'table' && spansOverlap(own, table.span)) region = coverSpans(region, own);
  });
  const { text } = report;
  const whole = wholeLines(text, region);
  const isAlone =
    text.slice(whole.start, region.start).trim() === '' && text.slice(region.end, whole.end).trim() === '';
  const others = tableIds.some((id) => {
    const other = report.tables[id];
    return id !== table.table && other.state === 'found' && spansOverlap(other.span, whole);
  });
  const holdsHeading = report.sections.some(({ heading }) => spansOverlap(heading.span, whole));
  return isAlone && !others && !holdsHeading ? whole : undefined;
}

/** Whether every meaningful character of `old` is there as often in `printed`; the form may have more. */
function holdsAll(printed: string, old: string): boolean {
  if (/<img\b|!\[|\[(?:image|img|图)/i.test(old)) return false;
  return surplusOf(meaningOf(old), meaningOf(printed)).length === 0;
}

const spaces = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/g;
/** Signs such as ※ and ①, which folding drops; the bars and the emphasis of a layout are none. */
const signs = /[※*＊†‡\p{No}]|(?![|｜<>])\p{S}/gu;

function meaningOf(text: string): string {
  const plain = withoutTags(text).replace(spaces, ' ').replace(/\*\*/g, '');
  return fold(plain) + (plain.match(signs)?.join('') ?? '');
}

/** The printed table with empty lines around it, as Markdown needs them. */
function inPlaceOf({ text, eol }: Report, region: Span, printed: string): Edit {
  const after = nextLine(text, region.end);
  const isLast = after === region.end;
  const lead = isBlankBefore(text, region.start) ? '' : eol;
  const trail = isLast || isBlankAfter(text, after) ? '' : eol;
  const lines = printed.slice(0, -eol.length);
  return { span: region, newText: lead + lines + trail };
}

/** The conversion, unless the report would then say anything else than before. */
function ifSaidAlike({ report }: ReadPlace, before: Snapshot, converted: Converted, layout: TargetLayout): Converted {
  if ('why' in converted) return converted;
  const after = snapshotOf(applyEdits(report.text, converted.edits), before.options, before);
  const old = sayings(before);
  return old !== undefined && old === sayings(after) && hasLayout(after, converted.edits.length, layout)
    ? converted
    : { why: otherwiseRead };
}

const alone = perObjectUnder((report: Report, options: AuditOptions) => snapshotOf(report.text, options));

/** The report as a document of its own, which the only report of a document is already. */
function aloneOf({ report }: ReadPlace, whole: Snapshot): Snapshot {
  return whole.reports.length === 1 && report.text === whole.text ? whole : alone(report, whole.options);
}

/** What belongs to the way that a table is printed, and so may come or go with it. */
const ofTheLayout = new Set(['structure/extraction-residue', 'table/nonstandard-row-label', 'table/number-format']);

function sayings(snapshot: Snapshot): string | undefined {
  const [place, ...others] = readPlaces(snapshot);
  if (place === undefined || others.length > 0) return undefined;
  const tables = tableIds.map((id) => {
    const table = place.report.tables[id];
    return table.state === 'missing'
      ? null
      : [
          table.rows.map(({ row, state, cells }) => [row, state, cells.map(({ raw }) => withoutTags(raw))]),
          table.unknownRows.length,
        ];
  });
  const findings = findingsOf(place).map(({ rule }) => rule);
  return JSON.stringify([tables, findings.filter((rule) => !ofTheLayout.has(rule)).sort()]);
}

function hasLayout(snapshot: Snapshot, count: number, layout: TargetLayout): boolean {
  const tables = readPlaces(snapshot).flatMap(({ report }) => foundTables(report));
  return tables.filter((table) => table.layout === layout).length >= count;
}
