/** The clauses and documents that the reports of a document name, each with its place. */
import type { Report } from '../../report/report';
import type { ClauseMention } from '../../standard/clause-mentions';
import { clauseMentions } from '../../standard/clause-mentions';
import { shiftSpan } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { readPlaces } from '../locate';

const knownMentions = new WeakMap<Report, readonly ClauseMention[]>();

/** The mentions of one report, from its start; worked out once. */
export function mentionsIn(report: Report): readonly ClauseMention[] {
  const known = knownMentions.get(report) ?? clauseMentions(report.text);
  knownMentions.set(report, known);
  return known;
}

/** Every mention, from the document's start. Reports of before 2019 speak of another regulation: none is told of them. */
export function clauseLinks(snapshot: Snapshot): readonly ClauseMention[] {
  return readPlaces(snapshot)
    .filter(({ status }) => status === 'audited')
    .flatMap(({ report, start }) =>
      mentionsIn(report).map(({ span, clause }) => ({ span: shiftSpan(span, start), clause })),
    );
}
