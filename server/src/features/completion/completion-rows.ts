/** The rows that a table lacks, each put where it belongs. */
import { requiredValue } from '../../figures/candidates';
import type { Figures } from '../../figures/figures';
import { figuresOf } from '../../figures/figures';
import { missingRowsOf } from '../../fixes/missing-rows';
import { insertRowFixes, neighboursOf } from '../../fixes/row-fixes';
import { printExact } from '../../quantity/exact';
import { readReports } from '../../report/read-reports';
import type { FoundTable, Report } from '../../report/report';
import { printRow } from '../../standard/blank-form';
import type { RowSpec } from '../../standard/edition';
import { formatClause } from '../../standard/format-clause';
import { parse } from '../../syntax/parse';
import type { Layout } from '../../text/layout';
import { lineEnd, lineStart, nextLine } from '../../text/lines';
import { withoutOrdinal } from '../../text/ordinal';
import type { Edit } from '../../text/span';
import { filledStart } from '../../text/white-space';
import { phrase } from '../../text/wording';
import { foundTables } from '../locate';
import type { Offer, Spot } from './completion-offer';
import type { Insertion } from './insertion';
import { withStops } from './insertion';

/** The layouts in which a row is a line. */
const lineWise: ReadonlySet<Layout> = new Set(['tsv', 'markdown', 'bar-row', 'spaced', 'html']);

/** In form order, those that belong to this line first; none where the line has more than the beginning of a label. */
export function rowOffers(spot: Spot, table: FoundTable): readonly Offer[] {
  const { line } = spot;
  if (!/^[\s|]*$/.test(line.rest) || !line.isFirst) return [];
  if (/\p{N}\s*$/u.test(line.typed) && !/\p{L}/u.test(line.typed)) return [];
  if (missingRowsOf(spot.report, table.table).length === 0) return [];
  const bare = withoutLine(spot, table);
  const offers = missingRowsOf(bare.report, table.table).map((row) => rowOffer(spot, bare, row));
  return [...offers.filter(({ isHere }) => isHere), ...offers.filter(({ isHere }) => !isHere)].flatMap(
    ({ offer }) => offer ?? [],
  );
}

/** The report as it is without the cursor's line, and how to come back to its places. */
interface Bare {
  readonly report: Report;
  readonly table: FoundTable;
  /** The line that is left out, with its line end; empty where the cursor stands in a row. */
  readonly from: number;
  readonly to: number;
}

/** What is typed would only disturb the reading of the table around it. */
function withoutLine({ snapshot, place, report, line, offset }: Spot, table: FoundTable): Bare {
  const from = line.start;
  const to = nextLine(report.text, offset);
  const { text, tree, options } = snapshot;
  const rest = text.slice(0, place.start + from) + text.slice(place.start + to);
  const reading = readReports(parse(rest, tree), options.edition ?? 'auto', options.aliases, 'insisted').find(
    ({ start }) => start === place.start,
  );
  const read = reading?.status === 'read' ? reading.report : undefined;
  const found = read && foundTables(read).find((other) => other.table === table.table);
  // Without its first line a table may be none; what is typed is then as good a place as any.
  return read === undefined || found === undefined
    ? { report, table, from: offset, to: offset }
    : { report: read, table: found, from, to };
}

interface PlacedOffer {
  readonly offer: Offer | undefined;
  readonly isHere: boolean;
}

function rowOffer(spot: Spot, bare: Bare, row: RowSpec): PlacedOffer {
  const { report, table } = bare;
  const isHere = isPlaceOf(bare, row);
  const common = {
    kind: 'row',
    label: row.label,
    detail: isHere ? phrase`缺少的行` : phrase`缺少的行，插到规定的位置`,
    note: row.meaning,
    clause: formatClause(report.edition.id).words,
    keys: [row.label, withoutOrdinal(row.label), ...row.aliases],
    wholeLine: true,
  } as const;
  const figures = figuresOf(report);
  if (isHere && lineWise.has(table.layout)) {
    return { offer: { ...common, insertion: rowInsertion(bare, row, figures) }, isHere };
  }
  const edit = insertRowFixes(figures, table.table, row.id)[0]?.edits[0];
  if (edit === undefined) return { offer: undefined, isHere };
  return { offer: { ...common, insertion: [], extra: [...lineRemoval(spot, bare), movedBack(edit, bare)] }, isHere };
}

/** Stands for a figure while the row is printed. */
const mark = '\uE0B7';

/** The row as the form has it, each figure a stop that begins with what the relations ask for, else 0. */
function rowInsertion({ report, table }: Bare, row: RowSpec, figures: Figures): Insertion {
  const spec = report.edition.tables[table.table];
  const first = figures.plan.rows[table.table].get(row.id)?.first ?? 0;
  const printed = printRow(spec, row.id, table.layout, (ref) => (ref.row === row.id ? mark : ''), report.eol);
  return withStops(printed.slice(0, -report.eol.length), mark, (i) => {
    const value = requiredValue(figures, first + i);
    return { placeholder: value === undefined ? '0' : printExact(value) };
  });
}

/** Whether the line left out stood between the rows that the missing one belongs between, and in no other's place. */
function isPlaceOf({ report, table, from }: Bare, row: RowSpec): boolean {
  const { text } = report;
  const spec = report.edition.tables[table.table];
  const { before, after } = neighboursOf(spec, table, row.id);
  const group = (id: string | undefined): string | undefined => spec.rows.find((other) => other.id === id)?.group;
  if (table.table === 'disclosure' && row.group !== group(before?.row)) return false;
  if (before === undefined || before.span.end > from) return false;
  if (after !== undefined && after.label.span.start < from) return false;
  const upTo = text.slice(before.span.end, from);
  const onwards = after === undefined ? '' : text.slice(from, after.span.start);
  if (table.layout === 'html') {
    return /^[^\p{L}\p{N}]*<\/tr>$/iu.test(upTo.trimEnd().replace(/<\/td>/gi, '')) && /^\s*(?:<tr|$)/i.test(onwards);
  }
  const isParted = lineStart(text, from) === from && lineEnd(text, before.span.end) < from;
  return (
    isParted &&
    !/[\p{L}\p{N}]/u.test(upTo) &&
    (after === undefined || filledStart(text, from) <= after.label.span.start)
  );
}

/** Takes away what is left of a line within the table. What is typed on it goes with the completion itself. */
function lineRemoval({ offset }: Spot, { report, table, from, to }: Bare): readonly Edit[] {
  const isWithin = report.text.slice(from, table.span.end).trim() !== '';
  return isWithin && to > offset ? [{ span: { start: offset, end: to }, newText: '' }] : [];
}

function movedBack(edit: Edit, { from, to }: Bare): Edit {
  const back = (at: number): number => (at >= from ? at + (to - from) : at);
  return { span: { start: back(edit.span.start), end: back(edit.span.end) }, newText: edit.newText };
}
