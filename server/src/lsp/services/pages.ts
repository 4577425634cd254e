/** The addresses of the pages that come with the server. */
import { clauseLine, clausePageName } from '../../rules/clause-page';
import type { ClauseId } from '../../standard/clauses';

/** The page of the clauses at the given one. `pages` is the folder of the rules' pages. */
export function clauseUri(pages: string, clause: ClauseId): string {
  // Editors open the text and understand lines, not the anchors of headings.
  return `${pages.replace(/[^/]*\/$/, '')}${clausePageName}#L${clauseLine(clause)}`;
}
