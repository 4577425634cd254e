/** The form's own instructions, and a template's, where they still stand in a report: 该部分以表格形式报告, 具体网址. */
import { templateResidue } from '../../standard/residue';
import type { Seen } from '../../text/seen';
import { seenOf, seenSpan } from '../../text/seen';
import type { Span } from '../../text/span';
import { filledStart } from '../../text/white-space';
import { outsideTables } from '../outside-tables';
import { partListsOf } from '../prose/part-lists';
import type { Report } from '../report';

/** The places of such instructions, in the order of the standard's patterns. */
export function formInstructions(report: Report): readonly Span[] {
  const outside = outsideTables(report);
  const tables = looseTables(report);
  const found: Span[] = [];
  for (const { word, pattern } of templateResidue) {
    for (const table of tables) if (table.text.includes(word)) found.push(...withinTable(table, pattern));
    if (!outside.text.includes(word)) continue;
    for (const match of outside.text.matchAll(pattern)) {
      const start = match.index + filledStart(match[0]);
      const span = outside.spanOf(start, start + match[0].trim().length);
      // What a section holds may be told where the preface lists them.
      const taken = [...found, ...partListsOf(report).map((list) => list.span)];
      if (!taken.some((other) => span.start < other.end && other.start < span.end)) found.push(span);
    }
  }
  return found;
}

/** Tables without borders: a line of instructions above one reads as a cell. */
function looseTables({ view, tables }: Report): readonly Seen[] {
  return Object.values(tables).flatMap((table) => {
    if (table.state === 'missing' || (table.layout !== 'stacked' && table.layout !== 'spaced')) return [];
    return [seenOf(view, table.span.start, table.span.end)];
  });
}

function withinTable(seen: Seen, pattern: RegExp): readonly Span[] {
  return [...seen.text.matchAll(pattern)].map((match) => {
    const start = match.index + filledStart(match[0]);
    return seenSpan(seen, start, start + match[0].trim().length);
  });
}
