/** What a conversion leaves in a report: bookmarks, images away from the tables, page numbers inside a table. */
import { firstFrom } from '../../text/ascending';
import { lineEnd } from '../../text/lines';
import { occurrences } from '../../text/matches';
import { pageNumber } from '../../text/page-number';
import { perObject } from '../../text/per-object';
import { seenLineAround, seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import { isInTable } from '../outside-tables';
import type { Report } from '../report';

/** The marks of bookmarks and images in the order of the text, then the page numbers. */
export function conversionMarks(report: Report): readonly Span[] {
  return [...markersIn(report), ...pageNumbersIn(report)];
}

const marker = /\[(?:(bookmark)\b|(?:image|img|图片|图像)\s*[:：\]])/iy;
const longestMarker = 300;

function markersIn(report: Report): readonly Span[] {
  const { view: text } = report;
  const found: Span[] = [];
  for (const at of occurrences(text, '[')) {
    marker.lastIndex = at;
    const match = marker.exec(text);
    if (match === null) continue;
    const length = text.slice(at, at + longestMarker).indexOf(']') + 1;
    const span = { start: at, end: at + length };
    if (length === 0 || /[\r\n]/.test(textOf(text, span))) continue;
    if (match[1] === undefined && isTablesPlace(report, at)) continue;
    found.push(span);
  }
  return found;
}

/** Whether the place lies in a section that consists of a table, or in a table. */
function isTablesPlace(report: Report, offset: number): boolean {
  const section = report.sections[firstFrom(sectionStarts(report), offset + 1) - 1];
  const isInside = section !== undefined && offset < section.span.end;
  const spec = isInside ? report.edition.sections.find(({ id }) => id === section.id) : undefined;
  return spec?.table !== undefined || isInTable(report, offset);
}

const sectionStarts = perObject(({ sections }: Report) => sections.map(({ span }) => span.start));

const lineBegin = /[\r\n][ \t\u3000]*(?=[-—–－第])/g;

/** Lines within a table that are page numbers. */
function pageNumbersIn({ view, tables }: Report): readonly Span[] {
  const found: Span[] = [];
  for (const table of [tables.disclosure, tables.requests, tables.review]) {
    if (table.state === 'missing' || table.layout === 'html') continue;
    const { start, end } = table.span;
    for (const match of view.slice(start, lineEnd(view, end)).matchAll(lineBegin)) {
      if (start + match.index >= end) break;
      const at = start + match.index + match[0].length;
      const line = seenLineAround(view, at);
      const own = view.slice(at, line.end);
      if (own.length <= 20 && pageNumber.test(seenText(own).trimEnd()))
        found.push({ start: at, end: at + own.trimEnd().length });
    }
  }
  return found;
}
