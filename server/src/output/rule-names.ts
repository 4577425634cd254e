/** What formats say of a rule by its id. */

import { ruleById } from '../rules/registry';
import type { RuleMeta } from '../rules/rule';

export function ruleMeta(id: string): RuleMeta | undefined {
  return ruleById(id)?.meta;
}

/** How people call it; the id of one that is unknown. */
export function ruleTitle(id: string): string {
  return ruleMeta(id)?.title ?? id;
}
