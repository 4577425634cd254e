/** The only caller of the engine in the tests of rules and of the audit: a text in, its one report audited. */
import type { Audit } from '../../server/src/audit/audit';
import { auditReport } from '../../server/src/audit/audit';
import type { AuditOptions, Finding, Fix } from '../../server/src/audit/finding';
import { readReports } from '../../server/src/report/read-reports';
import type { Report } from '../../server/src/report/report';
import type { Rule } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { applyEdits, textOf } from '../../server/src/text/span';

export interface Checked extends Audit {
  readonly report: Report;
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
  return { report, ...audit };
}

/** The text after a fix. */
export function fixed(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** A finding in one line: rule, marked text, message. */
export function described(text: string, finding: Finding): string {
  return `${finding.rule} ⟦${textOf(text, finding.span)}⟧ ${finding.message}`;
}
