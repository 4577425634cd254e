/** `explain`: a rule's page, or the list of rules. */

import { severityNames } from '../findings/severity-names';
import { explainRule } from '../rules/explain';
import { rules } from '../rules/registry';
import type { ExplainCommand } from './command';

/** The page as Markdown, or one line a rule. */
export function explain({ rule }: ExplainCommand): string {
  if (rule === null) {
    const longest = Math.max(...rules.map(({ meta }) => meta.id.length));
    return rules
      .map(({ meta }) => `${meta.id.padEnd(longest)}  ${severityNames[meta.severity]}  ${meta.title}\n`)
      .join('');
  }
  return `${(explainRule(rule) ?? '').trimEnd()}\n`;
}
