/** One file's reports as the output formats show them: results with places in the whole file, by line and column. */
import type { Remedies } from '../audit/audit';
import type { AuditOptions, Coverage, Finding, Waived } from '../audit/finding';
import type { Report } from '../report/report';
import { type LineIndex, lineIndexOf, type Position, positionAt } from '../text/line-index';
import { type Span, shiftSpan } from '../text/span';
import { worded } from '../text/wording';
import { snapshotOf } from '../workspace/snapshot';

/** A text with its lines, which are looked for only when they are needed. */
export interface Source {
  readonly text: string;
  /** The position of an offset into the whole text. */
  position(offset: number): Position;
  /** The line with this zero-based number, without its end; its start offset with it. */
  line(number: number): { readonly start: number; readonly text: string };
}

/** One element of the results. */
export type Result =
  | {
      readonly status: 'audited';
      readonly file: string;
      readonly source: Source;
      readonly report: Report;
      readonly findings: readonly Finding[];
      /** What a policy lets stand. */
      readonly waived: readonly Waived[];
      readonly coverage: Coverage;
      readonly remedies: Remedies;
      /** Moves a span of the report to its place in the file. */
      inFile(span: Span): Span;
    }
  | { readonly status: 'skipped'; readonly file: string; readonly report: Report | null; readonly reason: string }
  | { readonly status: 'failed'; readonly file: string; readonly reason: string };

/** A text that is taken for no report may be one all the same. */
const howToInsist = '（要照样审核，加选项 --as-report）';

/** The results of one text: one for each report in it, or one that says why there is none. */
export function auditText(file: string, text: string, options: AuditOptions): Result[] {
  const source = sourceOf(text);
  return snapshotOf(text, options).reports.map((part): Result => {
    if (part.status === 'skipped')
      return { status: 'skipped', file, report: part.report, reason: `${worded(part.reason)}${howToInsist}` };
    const { report, findings, waived, coverage, remedies, start } = part;
    const inFile = (span: Span): Span => shiftSpan(span, start);
    return { status: 'audited', file, source, report, findings, waived, coverage, remedies, inFile };
  });
}

/** The source over `text`. */
export function sourceOf(text: string): Source {
  let known: LineIndex | null = null;
  const index = (): LineIndex => {
    known ??= lineIndexOf(text);
    return known;
  };
  return {
    text,
    position: (offset) => positionAt(index(), offset),
    line: (number) => {
      const start = index().starts[number] ?? text.length;
      const end = index().starts[number + 1] ?? text.length;
      return { start, text: text.slice(start, end).replace(/[\r\n]+$/, '') };
    },
  };
}
