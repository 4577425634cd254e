/** `explain`: a rule's page, or the list of rules. */

import { severityNames } from '../findings/severity-names';
import { explainRule } from '../rules/explain';
import { everyRule } from '../rules/registry';
import type { ExplainCommand } from './command';

/** The page as Markdown, or one line a rule. */
export function explain({ rule }: ExplainCommand): string {
  if (rule === null) {
    const longest = Math.max(...everyRule.map(({ meta }) => meta.id.length));
    return everyRule
      .map(({ meta }) => `${meta.id.padEnd(longest)}  ${severityNames[meta.severity]}  ${meta.title}\n`)
      .join('');
  }
  return `${(explainRule(rule) ?? '').trimEnd()}\n`;
}
