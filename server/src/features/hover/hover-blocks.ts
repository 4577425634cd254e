/** The parts of a hover. Nothing in them is Markdown. */

import { clauseById } from '../../standard/clause-pages';
import type { Basis, ClauseId } from '../../standard/clauses';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';

/** One part of what is told. */
export type HoverBlock =
  | { readonly kind: 'title' | 'text'; readonly text: Wording }
  | { readonly kind: 'list'; readonly items: readonly Wording[] }
  /** Each with a page of its own. */
  | { readonly kind: 'rules'; readonly rules: readonly RuleNote[] }
  /** Where more is said. */
  | { readonly kind: 'page'; readonly clause: ClauseId }
  | { readonly kind: 'clauses'; readonly clauses: readonly ClauseId[] };

/** What rule a finding here comes from, and what it rests on. */
export interface RuleNote {
  readonly rule: string;
  readonly title: string;
  readonly basis: Basis | undefined;
}

/** `span` counts from the document's start; it is empty at a blank cell. */
export interface Hover {
  readonly span: Span;
  readonly blocks: readonly HoverBlock[];
}

/** The clauses that have a page, each once; no block where there is none. */
export function clauseBlock(clauses: readonly ClauseId[]): readonly HoverBlock[] {
  const known = [...new Set(clauses)].filter((id) => clauseById(id) !== undefined);
  return known.length === 0 ? [] : [{ kind: 'clauses', clauses: known }];
}
