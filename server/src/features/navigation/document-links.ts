/** The clauses and documents that the reports of a document name, each with its place. */

import type { Report } from '../../report/report';
import type { ClauseMention } from '../../standard/clause-mentions';
import { clauseMentions } from '../../standard/clause-mentions';
import { perObject } from '../../text/per-object';
import { shiftSpan, spansMeet } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { foundTables, readPlaces } from '../locate';

/** The mentions of one report, from its start. */
export const mentionsIn = perObject((report: Report): readonly ClauseMention[] => clauseMentions(report.text));

/**
 * The first mention of each clause by a report's prose, from the document's start: a form names its clauses in every table, and
 * underlined words look as if something were wrong with them. Reports of before 2019 speak of another regulation: none is
 * told of them.
 */
export function clauseLinks(snapshot: Snapshot): readonly ClauseMention[] {
  return readPlaces(snapshot)
    .filter(({ status }) => status === 'audited')
    .flatMap(({ report, start }) =>
      firstInProse(report).map(({ span, clause }) => ({ span: shiftSpan(span, start), clause })),
    );
}

const firstInProse = perObject((report: Report): readonly ClauseMention[] => {
  const tables = foundTables(report);
  const seen = new Set<string>();
  return mentionsIn(report).filter(({ span, clause }) => {
    if (seen.has(clause) || tables.some((table) => spansMeet(table.span, span))) return false;
    seen.add(clause);
    return true;
  });
});
