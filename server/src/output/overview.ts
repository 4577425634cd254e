/** What a run comes to, report by report and rule by rule, for formats that begin with it. */
import type { Severity } from '../findings/finding';
import type { ReportRecord, Result } from './result';
import type { RuleCount } from './statistics';
import { ruleCounts } from './statistics';
import type { Totals } from './totals';

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function severityCounts({ findings }: Pick<ReportRecord, 'findings'>): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export interface RuleSpread extends RuleCount {
  /** In how many reports. */
  readonly reports: number;
}

/** The most frequent first. */
export function ruleSpreads(totals: Pick<Totals, 'rules'>, results: readonly Result[]): readonly RuleSpread[] {
  const reports = new Map<string, number>();
  for (const { record } of results) {
    for (const rule of new Set(record.findings.map((finding) => finding.rule))) {
      reports.set(rule, (reports.get(rule) ?? 0) + 1);
    }
  }
  return ruleCounts(totals).map((count) => ({ ...count, reports: reports.get(count.rule) ?? 0 }));
}

/** The years that are reported on, the latest first. */
export function yearsOf(results: readonly Result[]): readonly number[] {
  return [...new Set(results.flatMap(({ record }) => record.year ?? []))].sort((a, b) => b - a);
}

/** The bodies that have reported, in the order in which they are met. */
export function bodiesOf(results: readonly Result[]): readonly string[] {
  return [...new Set(results.flatMap(({ record }) => record.issuer ?? []))];
}

/** What has happened to a report that was not audited. */
export const statusNames: Readonly<Record<ReportRecord['status'], string>> = {
  audited: '已审核',
  skipped: '跳过',
  failed: '失败',
};
