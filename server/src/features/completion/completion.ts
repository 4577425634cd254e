/** What may be inserted at a place: what the report still lacks first, then the usual sentences. */
import { boundRow } from '../../figures/figures';
import type { FoundTable, Report, Section } from '../../report/report';
import { beforeLineBreaks, lineStart, nextLine } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { foundTables, locate } from '../locate';
import { aspectOffers } from './completion-aspects';
import type { Completion, Offer, Spot } from './completion-offer';
import { matched } from './completion-offer';
import { rowOffers } from './completion-rows';
import { headingOffers, sectionOffers, tableOffers } from './completion-sections';
import { sentenceOffers } from './completion-sentences';
import { signatureOffers, titleOffers } from './completion-signature';
import { restOffers } from './completion-skeleton';
import { typedAt } from './typed';

/** What may be inserted at `offset` of the document. */
export function completions(snapshot: Snapshot, offset: number): readonly Completion[] {
  const location = locate(snapshot, offset);
  if (location === undefined) return [];
  const { place } = location;
  const line = typedAt(place.report.text, location.offset);
  const spot: Spot = { snapshot, place, report: place.report, offset: location.offset, location, line };
  return matched(offersAt(spot), line, place.start);
}

function offersAt(spot: Spot): readonly Offer[] {
  const { report, line } = spot;
  const inTable = foundTables(report).find((table) => isLineOfTable(spot, table));
  if (inTable !== undefined) return rowOffers(spot, inTable);
  const heading = headingOn(spot);
  if (heading !== undefined) return heading === 'title' ? [] : headingOffers(spot, heading);
  const isLine = line.isFirst && /^[*_#\s]*(?:<\/[a-z0-9]+>\s*)*$/i.test(line.rest);
  const near = isLine ? unfinishedTableBefore(spot) : undefined;
  return [
    ...(isLine ? [...restOffers(spot), ...titleOffers(spot)] : []),
    ...(near !== undefined ? rowOffers(spot, near) : []),
    ...(isLine ? tableOffers(spot) : []),
    ...(isLine ? aspectOffers(spot) : []),
    ...(isLine ? sectionOffers(spot) : []),
    ...sentenceOffers(spot),
    ...(isLine ? signatureOffers(spot) : []),
  ];
}

/** The heading that stands on the line, complete or not. */
function headingOn({ report, line }: Spot): Section | 'title' | undefined {
  const { text, sections, title } = report;
  const end = nextLine(text, line.start);
  const isHere = (span: Span): boolean => span.start >= line.start && span.start < end;
  return (
    sections.find(({ heading }) => isHere(heading.span)) ?? (title !== null && isHere(title.span) ? 'title' : undefined)
  );
}

/** Whether the line is one of the table's. */
function isLineOfTable({ report, line, offset }: Spot, table: FoundTable): boolean {
  return line.start < lastWords(report, table) && offset >= lineStart(report.text, table.span.start);
}

/** The table that ends right before the line, with nothing but white space between, where its last row is missing. */
function unfinishedTableBefore({ report, line }: Spot): FoundTable | undefined {
  return foundTables(report).find((table) => {
    const last = report.edition.tables[table.table].rows.at(-1);
    const isWhole = last !== undefined && boundRow(table, last.id) !== undefined;
    const end = lastWords(report, table);
    return !isWhole && end <= line.start && /^[|\s]*$/.test(report.text.slice(end, line.start));
  });
}

/** Where the table's last line ends; the empty lines after it may be part of its span. */
function lastWords({ text }: Report, { span }: FoundTable): number {
  return beforeLineBreaks(text, span.end, span.start);
}
