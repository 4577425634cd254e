/** Which of its kind a statement counts, and what else the wording leaves possible. */

import type { CaseGroup, CaseOutcome, DispositionGroup } from '../../standard/prose-names';
import { perObject } from '../../text/per-object';

/** Wordings of results that may stand for a row, a group, or one of several rows. */
export type VagueResult = 'not-existing' | 'not-own' | 'already-public';
/** A figure of table two, by row and column of the 2021 edition. */
export type DisclosureFigure = readonly [row: string, column: string];

export type Detail =
  /** All of its kind. */
  | { readonly of: 'all' }
  /** The groups together. `loose`: the wording may also mean one row of them, 予以公开 also what was granted in part. */
  | { readonly of: 'groups'; readonly groups: readonly DispositionGroup[]; readonly sense: 'strict' | 'loose' }
  /** One row of table three. */
  | { readonly of: 'row'; readonly row: string }
  | { readonly of: 'vague'; readonly result: VagueResult }
  /**
   * Columns of table three together. `rows`: what of theirs is counted, received alone or also carried in or closed.
   * `instead`: other columns that the wording may mean.
   */
  | {
      readonly of: 'applicants';
      readonly columns: readonly string[];
      readonly rows: 'received' | 'any';
      readonly instead?: readonly string[];
    }
  /** The groups together; with `outcomes` only their cases of these. */
  | { readonly of: 'cases'; readonly groups: readonly CaseGroup[]; readonly outcomes?: readonly CaseOutcome[] }
  /** One of these figures. */
  | { readonly of: 'figures'; readonly alternatives: readonly DisclosureFigure[] };

export const all: Detail = { of: 'all' };

export function countsGroups(groups: readonly DispositionGroup[], sense: 'strict' | 'loose' = 'strict'): Detail {
  return { of: 'groups', groups, sense };
}

export function countsApplicants(
  columns: readonly string[],
  rows: 'received' | 'any',
  instead?: readonly string[],
): Detail {
  return { of: 'applicants', columns, rows, ...(instead && { instead }) };
}

export function countsCases(groups: readonly CaseGroup[], outcomes?: readonly CaseOutcome[]): Detail {
  return { of: 'cases', groups, ...(outcomes && { outcomes }) };
}

export function countsFigures(...alternatives: readonly DisclosureFigure[]): Detail {
  return { of: 'figures', alternatives };
}

/** The same text for the same detail, for look-ups. */
export function printedDetail(detail: Detail): string {
  return detail.of === 'all' ? '' : printed(detail);
}

/** Most details are those of a phrase, which serves again and again. */
const printed = perObject((detail: Detail) => JSON.stringify(detail));
