/** Where a client shows the pages of rules and clauses itself. */

/**
 * A client that shows them names this scheme's root as `pages` in its `initializationOptions`. Addresses in it are
 * `/rules/<page>` with the names of the files in `server/docs/rules`, and `/clauses/<id>.md`, one for each clause.
 */
export const pageScheme = 'disclosure-audit';

export const pagesRoot = `${pageScheme}:/`;
