/** Snapshots put together by hand, for features that only look at places. */
import type { Applicability, Finding, Fix } from '../../server/src/findings/finding';
import { noProse } from '../../server/src/report/prose/prose';
import type { FoundTable, Report, Section, TableReading } from '../../server/src/report/report';
import type { SectionId, TableId } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';
import { seenOf } from '../../server/src/text/seen';
import type { Edit, Span } from '../../server/src/text/span';
import type { Snapshot, SnapshotReport } from '../../server/src/workspace/snapshot';

/** Where `words` stand in `text` for the first time. */
export function at(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** A finding with its fixes. */
export interface FakeFinding extends Finding {
  readonly own: readonly Fix[];
}

/** A finding over `words` with the fixes given, by applicability. */
export function findingAt(
  text: string,
  words: string,
  fixes: readonly (readonly [Applicability, title: string, ...edits: readonly Edit[]])[] = [],
): FakeFinding {
  return {
    rule: 'structure/section-numbering',
    severity: 'warning',
    message: `关于“${words}”`,
    about: {},
    span: at(text, words),
    related: [{ span: at(text, words), message: '相关' }],
    fingerprint: '0123456789abcdef',
    own: fixes.map(([applicability, title, ...edits]) => ({ title, applicability, edits })),
  };
}

/** A section from its heading to the place where `until` begins. */
export function sectionAt(text: string, id: SectionId, heading: string, until: string | null): Section {
  const span = at(text, heading);
  const end = until === null ? text.length : at(text, until).start;
  const body = text.slice(span.end, end);
  const title = { span: { start: span.start + 2, end: span.end }, text: heading.slice(2) };
  const start = span.end + body.length - body.trimStart().length;
  return {
    id,
    heading: {
      span,
      ordinal: { span: { start: span.start, end: span.start + 1 }, value: 1 },
      title,
      match: 'standard',
    },
    span: { start: span.start, end },
    body: body.trim() === '' ? null : { start, end: start + body.trim().length },
    images: [],
    prose: [],
  };
}

interface ReportParts {
  readonly title?: string;
  readonly sections?: readonly Section[];
  readonly tables?: readonly FoundTable[];
}

export function reportOver(text: string, { title, sections = [], tables = [] }: ReportParts): Report {
  const table = (id: TableId): TableReading =>
    tables.find((found) => found.table === id) ?? { state: 'missing', table: id };
  return {
    text,
    view: text,
    seen: seenOf(text),
    eol: '\n',
    title: title === undefined ? null : { span: at(text, title), text: title, issuer: null, year: null },
    issuer: null,
    level: 'unknown',
    year: null,
    edition: editions['2021'],
    formEdition: null,
    sections,
    tables: { disclosure: table('disclosure'), requests: table('requests'), review: table('review') },
    facts: [],
    prose: noProse,
    layout: null,
  };
}

const nothing = { holds: 0, broken: 0, notAssessable: 0, unfilled: 0, outcomes: [] };

/** A snapshot of reports that follow one another. */
export function snapshotWith(
  ...parts: readonly {
    readonly report: Report;
    readonly findings?: readonly FakeFinding[];
    readonly skipped?: string;
  }[]
): Snapshot {
  const reports: SnapshotReport[] = [];
  let start = 0;
  for (const { report, findings = [], skipped } of parts) {
    const end = start + report.text.length;
    const remedies = new Map(findings.map((finding) => [finding, () => finding.own]));
    reports.push(
      skipped === undefined
        ? { start, end, status: 'audited', report, findings, waived: [], coverage: nothing, remedies }
        : { start, end, status: 'skipped', report, reason: skipped },
    );
    start = end;
  }
  return snapshotOver(parts.map(({ report }) => report.text).join(''), reports);
}

/** A snapshot with the given reports. */
export function snapshotOver(text: string, reports: readonly SnapshotReport[]): Snapshot {
  return { text, tree: parse(text), options: {}, reports };
}
