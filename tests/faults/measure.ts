/** What the audit says of a generated text, set against what it should say. */
import type { Finding } from '../../server/src/findings/finding';
import { ruleById } from '../../server/src/rules/registry';
import type { Layout } from '../../server/src/text/layout';
import type { Span } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import type { LogicalReport } from '../support/reports/logical-report';
import { logicalReport } from '../support/reports/logical-report';
import { randomOf } from '../support/reports/random';
import { render } from '../support/reports/render';
import type { Fault } from './fault';

/** The findings of the one report in `text`, counted from the text's start; throws where it is not read as one. */
export function audited(text: string): readonly Finding[] {
  const { reports } = snapshotOf(text, {});
  const [only] = reports;
  if (reports.length !== 1 || only === undefined) throw new Error(`read as ${reports.length} reports`);
  if (only.status === 'skipped') throw new Error(`skipped: ${worded(only.reason)}`);
  const moved = ({ start, end }: Span): Span => ({ start: start + only.start, end: end + only.start });
  return only.findings.map((finding) => ({
    ...finding,
    span: moved(finding.span),
    related: finding.related.map((place) => ({ ...place, span: moved(place.span) })),
    ...(finding.suspect ? { suspect: { ...finding.suspect, span: moved(finding.suspect.span) } } : {}),
  }));
}

/** Whether a finding is graver than information. */
export function isGrave({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Whether any rule that may find the fault is registered. */
export function isThere(fault: Fault): boolean {
  return fault.rules.some((rule) => ruleById(rule) !== undefined);
}

/** What became of one fault in one report. */
export interface Verdict {
  readonly fault: Fault;
  readonly seed: number;
  readonly layout: Layout;
  readonly text: string;
  readonly places: readonly Span[];
  readonly isFound: boolean;
  readonly findings: readonly Finding[];
  /** Findings above information that the fault caused besides the one expected. */
  readonly extras: readonly Finding[];
  /** For a single wrong cell: whether it is identifiable, and what the audit named. */
  readonly cell?: { readonly identifiable: boolean; readonly named: 'right' | 'wrong' | 'none' };
}

/** Puts `fault` into the report of `seed` and audits it; `undefined` where the report has no place for it. */
export function judged(fault: Fault, seed: number, layout: Layout): Verdict | undefined {
  const clean = logicalReport(seed);
  const faulty = fault.put(clean, randomOf(seed, `fault ${fault.name}`));
  if (faulty === undefined) return undefined;
  const { text, places } = render(faulty.report, layout);
  const findings = audited(text);
  const isFound = findings.some((finding) => fault.rules.includes(finding.rule) && standsAt(finding, places));
  const signed = [...fault.rules, ...(fault.allowed ?? [])];
  const unsigned = findings.filter((finding) => isGrave(finding) && !signed.includes(finding.rule));
  const extras = unsigned.length === 0 ? unsigned : withoutThoseOf(clean, layout, unsigned);
  const verdict = { fault, seed, layout, text, places, isFound, findings, extras };
  if (faulty.cell === undefined) return verdict;
  const { identifiable, truth } = faulty.cell;
  return { ...verdict, cell: { identifiable, named: namedCell(findings, places, Number(truth)) } };
}

/** The findings that the clean report does not have as well. */
function withoutThoseOf(clean: LogicalReport, layout: Layout, findings: readonly Finding[]): readonly Finding[] {
  const before = new Set(audited(render(clean, layout).text).map(({ rule, message }) => `${rule} ${worded(message)}`));
  return findings.filter(({ rule, message }) => !before.has(`${rule} ${worded(message)}`));
}

function standsAt(finding: Finding, places: readonly Span[]): boolean {
  if (places.length === 0) return true;
  const own = [finding.span, ...finding.related.map(({ span }) => span)];
  return own.some((span) => places.some((place) => span.start <= place.end && place.start <= span.end));
}

function namedCell(findings: readonly Finding[], places: readonly Span[], truth: number): 'right' | 'wrong' | 'none' {
  const suspects = findings.flatMap(({ suspect }) => (suspect === undefined ? [] : [suspect]));
  if (suspects.length === 0) return 'none';
  const isRight = suspects.every(
    ({ span, expected }) =>
      expected === truth && places.some(({ start, end }) => span.start <= end && start <= span.end),
  );
  return isRight ? 'right' : 'wrong';
}

const attempts = 80;

/** The first `count` verdicts on reports that have a place for the fault; fewer where such reports are rare. */
export function trialsOf(fault: Fault, layout: Layout, count: number, from: number): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let seed = from; seed < from + count + attempts && verdicts.length < count; seed++) {
    const verdict = judged(fault, seed, layout);
    if (verdict !== undefined) verdicts.push(verdict);
  }
  return verdicts;
}
