/** Results as JSON, in the shape and key order that other programs rely on. */
import { fixesOf } from '../audit/audit';
import type { Finding, Fix, RelatedPlace, Suspect } from '../audit/finding';
import type { Position } from '../text/line-index';
import type { Edit, Span } from '../text/span';
import { worded } from '../text/wording';
import type { Result } from './audited-file';
import type { OutputFormat } from './output-format';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

type AuditedResult = Extract<Result, { status: 'audited' }>;

/** One object; each report stands on a line of its own. */
export function jsonFormat(tool: { readonly name: string; readonly version: string }): OutputFormat {
  let first = true;
  return {
    begin: () => `{"version":1,"tool":${JSON.stringify({ name: tool.name, version: tool.version })},"reports":[`,
    results: (results) => {
      const elements = results.map((result) => JSON.stringify(resultJson(result))).join(',\n');
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + elements;
    },
    end: () => (first ? ']}\n' : '\n]}\n'),
  };
}

/** One report a line. */
export const jsonLinesFormat: OutputFormat = {
  begin: () => '',
  results: (results) => results.map((result) => `${JSON.stringify(resultJson(result))}\n`).join(''),
  end: () => '',
};

function resultJson(result: Result) {
  if (result.status === 'audited') return auditedJson(result);
  const report = result.status === 'skipped' ? result.report : null;
  return {
    file: result.file,
    issuer: report?.issuer ?? null,
    level: report?.level ?? 'unknown',
    year: report?.year ?? null,
    edition: null,
    status: result.status,
    reason: result.reason,
    coverage: { holds: 0, broken: 0, notAssessable: 0 },
    findings: [],
    waived: [],
  };
}

function auditedJson(result: AuditedResult) {
  const { file, report, coverage } = result;
  return {
    file,
    issuer: report.issuer,
    level: report.level,
    year: report.year,
    edition: report.edition.id,
    status: result.status,
    coverage: { holds: coverage.holds, broken: coverage.broken, notAssessable: coverage.notAssessable },
    findings: result.findings.map((finding, index) => findingJson(finding, fixesOf(result, index), result)),
    waived: result.waived.map(({ waiver: { rule, quote, reason } }) => ({ rule, quote, reason })),
  };
}

function findingJson(finding: Finding, fixes: readonly Fix[], { source, inFile }: AuditedResult) {
  const range = (span: Span): Range => {
    const { start, end } = inFile(span);
    return { start: source.position(start), end: source.position(end) };
  };
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: worded(finding.message),
    range: range(finding.span),
    related: finding.related.map((place: RelatedPlace) => ({
      range: range(place.span),
      message: worded(place.message),
    })),
    ...(finding.suspect === undefined ? {} : { suspect: suspectJson(finding.suspect, range) }),
    ...(finding.basis === undefined ? {} : { basis: worded(finding.basis.words) }),
    fingerprint: finding.fingerprint,
    fixes: fixes.map((fix: Fix) => ({
      title: worded(fix.title),
      applicability: fix.applicability,
      edits: fix.edits.map((edit: Edit) => ({ range: range(edit.span), newText: edit.newText })),
    })),
  };
}

function suspectJson({ span, reported, expected }: Suspect, range: (span: Span) => Range) {
  return { range: range(span), reported, expected };
}
