/** How many findings each rule has, the most frequent first. */

import type { Severity } from '../findings/finding';
import { severityNames, severityOrder } from '../findings/severity-names';
import { ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import type { Paint } from './paint';
import type { Totals } from './totals';

export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  /** The gravest that it has been reported with. */
  readonly severity: Severity;
  readonly findings: number;
}

/** By count, then gravity, then id. */
export function ruleCounts({ rules }: Pick<Totals, 'rules'>): readonly RuleCount[] {
  const counts = Object.entries(rules).map(([rule, bySeverity]) => ({
    rule,
    title: worded(ruleTitle(rule)),
    severity: severityOrder.find((severity) => bySeverity[severity] !== undefined) ?? 'hint',
    findings: Object.values(bySeverity).reduce((sum, count) => sum + count, 0),
  }));
  const rank = ({ severity }: RuleCount): number => severityOrder.indexOf(severity);
  return counts.sort((a, b) => b.findings - a.findings || rank(a) - rank(b) || (a.rule < b.rule ? -1 : 1));
}

/** One line a rule. */
export function statisticsLines(totals: Pick<Totals, 'rules'>, paint: Paint): string {
  const counts = ruleCounts(totals);
  const widest = Math.max(0, ...counts.map(({ findings }) => String(findings).length));
  const longest = Math.max(0, ...counts.map(({ rule }) => rule.length));
  return counts
    .map(({ rule, title, severity, findings }) => {
      const count = String(findings).padStart(widest);
      return `${count}  ${paint(severity, severityNames[severity])}  ${rule.padEnd(longest)}  ${title}\n`;
    })
    .join('');
}
