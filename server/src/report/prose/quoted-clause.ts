/** How a statement of the running text is quoted. */
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import type { Fact, Report } from '../report';

const most = 40;

/** The clause, cut so that the statement itself stays in. */
export function quotedClause({ view }: Report, { clause, span }: Fact): string {
  const start = span.end - clause.start > most ? Math.max(clause.start, span.start - most / 2) : clause.start;
  return (start > clause.start ? '…' : '') + squeezed(seenText(view, start, clause.end), most);
}
