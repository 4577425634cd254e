/** What is kept of a file: what was found in its reports, with places, and what compares them with others. None of its text. */
import type { FoundPolicy } from '../../files/nearest-policy';
import type { AuditOptions, CoverageCounts, Severity } from '../../findings/finding';
import { inLines } from '../../findings/finding';
import { indexRecordOf } from '../../output/index-record-of';
import type { Range } from '../../output/result';
import { sourceOf } from '../../output/result-of';
import type { Level } from '../../report/report';
import type { IndexRecord } from '../../series/index-record';
import { type Span, shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { AuditedReport, Snapshot } from '../../workspace/snapshot';

/** A file of a folder. */
export interface FolderFile {
  readonly uri: string;
  /** URI of the workspace's folder that it is in, with a slash at its end. */
  readonly root: string;
  readonly state: 'unread' | 'read' | 'failed';
  /** Why it could not be read. */
  readonly reason?: Wording;
  readonly reports: readonly KeptReport[];
  /** What its reports were audited with. */
  readonly options: AuditOptions;
  /** `null` where there is none for it. */
  readonly policy: FoundPolicy | null;
  /** When the file was last changed, as its store tells; `null` where it does not, or for an open document's text. */
  readonly modified: number | null;
}

export interface KeptReport {
  readonly index: number;
  readonly status: 'audited' | 'skipped';
  readonly reason?: Wording;
  readonly issuer: string | null;
  readonly level: Level;
  readonly year: number | null;
  readonly coverage: CoverageCounts;
  readonly findings: readonly KeptFinding[];
  readonly record: IndexRecord | null;
}

/** A finding with its places by line and column of the file. */
export interface KeptFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly range: Range;
  /** `file`: the URI of another one. */
  readonly related: readonly { readonly file?: string; readonly range: Range; readonly message: Wording }[];
  readonly fingerprint: string;
}

/** The reports of a text; `uri` becomes the file of their index records. */
export function keptReports(uri: string, { text, reports }: Snapshot): readonly KeptReport[] {
  const { position } = sourceOf(text);
  return reports.map((part, index): KeptReport => {
    if (part.status === 'skipped') {
      const { issuer = null, level = 'unknown', year = null } = part.report ?? {};
      const told = { index, status: part.status, reason: part.reason, issuer, level, year } as const;
      return { ...own(told), coverage: nothingCounted, findings: [], record: null };
    }
    const { holds, broken, notAssessable, unfilled } = part.coverage;
    const { issuer, level, year } = part.report;
    const findings = keptFindings(part, position);
    return {
      ...own({ index, status: part.status, issuer, level, year, findings }),
      coverage: { holds, broken, notAssessable, unfilled },
      record: indexRecordOf(uri, index, part, position),
    };
  });
}

export const nothingCounted: CoverageCounts = { holds: 0, broken: 0, notAssessable: 0, unfilled: 0 };

function keptFindings(
  { findings, start }: AuditedReport,
  position: (offset: number) => Range['start'],
): readonly KeptFinding[] {
  const range = (span: Span): Range => {
    const inFile = shiftSpan(span, start);
    return { start: position(inFile.start), end: position(inFile.end) };
  };
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: inLines(finding),
    range: range(finding.span),
    related: finding.related.map(({ span, message }) => ({ range: range(span), message })),
    fingerprint: finding.fingerprint,
  }));
}

/** The same in memory of its own: a word that is cut out of a text keeps all of the text. */
function own<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
