/** How findings cite the official format of an edition. */
import type { Basis, ClauseId } from './clauses';
import { documentCited } from './clauses';
import type { EditionId } from './edition';
import { editionOf } from './editions';

/** The format's part of the page of clauses. */
export function formatClauseId(edition: EditionId): ClauseId {
  return `format-${edition}`;
}

/** The official format of an edition. */
export function formatClause(edition: EditionId): Basis {
  const { title, number } = editionOf(edition).format;
  return documentCited(formatClauseId(edition), title, number);
}
