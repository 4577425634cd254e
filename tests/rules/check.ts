/** The only caller of the engine in the tests of rules and of the audit: a text in, its one report audited. */
import type { Audit } from '../../server/src/audit/audit';
import { auditReport } from '../../server/src/audit/audit';
import type { AuditOptions, Finding, Fix } from '../../server/src/findings/finding';
import { readReports } from '../../server/src/report/read-reports';
import type { Report } from '../../server/src/report/report';
import type { Rule } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { applyEdits, textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Told } from '../support/told';
import { toldOf } from '../support/told';

export interface Checked extends Omit<Audit, 'findings' | 'remedies'> {
  readonly report: Report;
  readonly findings: readonly Told[];
}

/** Reads the one report in `text`. */
export function readOne(text: string): Report {
  const readings = readReports(parse(text));
  const [reading] = readings;
  if (readings.length !== 1 || reading?.status !== 'read') {
    throw new Error(`not one report: ${readings.map((each) => each.status).join(', ')}`);
  }
  return reading.report;
}

/** Reads and audits the one report in `text`. */
export function check(text: string, options: AuditOptions = {}, rules?: readonly Rule[]): Checked {
  const report = readOne(text);
  const audit = rules === undefined ? auditReport(report, options) : auditReport(report, options, rules);
  const { waived, coverage } = audit;
  return { report, waived, coverage, findings: toldOf(audit) };
}

/** The text after a fix. */
export function fixed(text: string, fix: Pick<Fix, 'edits'>): string {
  return applyEdits(text, fix.edits);
}

/** A finding in one line: rule, marked text, message. */
export function described(text: string, { rule, span, message }: Pick<Finding, 'rule' | 'span' | 'message'>): string {
  return `${rule} ⟦${textOf(text, span)}⟧ ${worded(message)}`;
}
