/** The addresses of the pages that come with the server, or that the client shows itself. */
import { clauseLine, clausePageName } from '../../rules/clause-page';
import type { ClauseId } from '../../standard/clauses';
import { pagesRoot } from '../wire/pages-protocol';

/** The page of the clauses at the given one. `pages` is the folder of the rules' pages. */
export function clauseUri(pages: string, clause: ClauseId): string {
  if (pages.startsWith(pagesRoot)) return `${pagesRoot}clauses/${clause}.md`;
  // Editors open the text and understand lines, not the anchors of headings.
  return `${pages.replace(/[^/]{0,80}\/$/, '')}${clausePageName}#L${clauseLine(clause)}`;
}
