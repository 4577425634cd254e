/** Runs the rules over one report: findings in the order of their places, and coverage beside them. */

import type { Figures } from '../figures/figures';
import { figuresOf } from '../figures/figures';
import { coverageOf } from '../figures/relations';
import { residualsOf } from '../figures/residuals';
import { diagnose } from '../figures/suspect';
import type {
  About,
  AuditOptions,
  Coverage,
  Finding,
  Fix,
  RelatedPlace,
  RuleSetting,
  Waived,
} from '../findings/finding';
import { isGraver } from '../findings/severity-names';
import { sortOut } from '../findings/waivers';
import { editsBrokenCell } from '../fixes/broken-cells';
import { keepingMarkup } from '../fixes/markup-edits';
import type { Report } from '../report/report';
import { rules } from '../rules/registry';
import type { Cause, Problem, Rule, RuleContext } from '../rules/rule';
import { once } from '../text/per-object';
import type { Edit } from '../text/span';
import { crashOf, problemFingerprint } from './crash';
import type { Pace } from './pace';
import { unhurried } from './pace';

/** Ways to fixes, by the finding that they are for: what cannot be said before it is asked for. */
export type Remedies = ReadonlyMap<Finding, () => readonly Fix[]>;

/** What the audit of one report gives. */
export interface Audit {
  readonly findings: readonly Finding[];
  /** What the options' waivers let stand, in the same order. */
  readonly waived: readonly Waived[];
  readonly coverage: Coverage;
  readonly remedies: Remedies;
}

/** The rule that stands for several broken relations of one cause. */
const oneCause = 'relation/inconsistent-figure';
const unfinished = 'relation/unfinished-table';

/** The fixes of the finding `index`, likeliest first. Worked out when asked for; the same each time. */
export function fixesOf({ findings, remedies }: Pick<Audit, 'findings' | 'remedies'>, index: number): readonly Fix[] {
  const finding = findings[index];
  return (finding && remedies.get(finding)?.()) ?? [];
}

/** Audits `report` with all rules, or with those given. Pure and total: a rule that throws costs only itself; only `pace` may end it. */
export function auditReport(
  report: Report,
  options: AuditOptions,
  applied: readonly Rule[] = rules,
  pace: Pace = unhurried,
): Audit {
  const figures: Figures = figuresOf(report);
  const coverage = coverageOf(figures);
  const isApplied = (id: string): boolean =>
    options.rules?.[id] !== 'off' && applied.some((rule) => rule.meta.id === id);
  const context: RuleContext = {
    figures,
    coverage,
    diagnosis: once(() =>
      diagnose(
        residualsOf(figures),
        indexesOfBroken(coverage),
        isApplied(oneCause) ? 'by-cause' : 'by-relation',
        isApplied(unfinished),
      ),
    ),
    requiredHeadings: options.requiredHeadings ?? [],
  };
  const found: FoundProblems = { findings: [], remedies: new Map(), causes: new Map() };
  for (const rule of applied) {
    pace();
    const setting = options.rules?.[rule.meta.id];
    if (setting !== 'off') runRule(rule, report, context, options, found);
  }
  pace();
  const { findings, remedies, causes } = found;
  if (findings.length > 1) findings.sort(byPlace);
  const sorted = sortOut(report, findings, options.waivers);
  const waived = sorted.waived;
  return { findings: withoutTold(sorted.findings, causes), waived, coverage: context.coverage, remedies };
}

interface FoundProblems {
  readonly findings: Finding[];
  readonly remedies: Map<Finding, () => readonly Fix[]>;
  /** The findings of other rules that tell of the same cause. */
  readonly causes: Map<Finding, readonly Cause[]>;
}

/** One cause, one finding: without those whose cause other findings among them tell, no less gravely. */
function withoutTold(findings: readonly Finding[], causes: ReadonlyMap<Finding, readonly Cause[]>): readonly Finding[] {
  if (causes.size === 0) return findings;
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return findings.filter((finding) => {
    const own = causes.get(finding);
    const isTold = own?.every(({ rule, key }) => {
      const cause = byFingerprint.get(problemFingerprint(rule, key));
      return cause !== undefined && !isGraver(finding.severity, cause.severity);
    });
    return isTold !== true;
  });
}

/** The relations that do not hold, by index. */
function indexesOfBroken({ outcomes }: Coverage): readonly number[] {
  return outcomes.flatMap(({ state }, index) => (state === 'broken' ? [index] : []));
}

function runRule(
  rule: Rule,
  report: Report,
  context: RuleContext,
  options: AuditOptions,
  { findings, remedies, causes }: FoundProblems,
): void {
  const before = findings.length;
  const setting = options.rules?.[rule.meta.id];
  try {
    let seen: Map<string, number> | undefined;
    for (const problem of rule.check(report, context)) {
      seen ??= new Map();
      const times = (seen.get(problem.key) ?? 0) + 1;
      seen.set(problem.key, times);
      const finding = findingOf(rule, report, problem, times, setting);
      findings.push(finding);
      const { fixes, toldBy = [] } = problem;
      if (fixes !== undefined) remedies.set(finding, () => usableFixes(report, fixes()));
      if (toldBy.length > 0) causes.set(finding, toldBy);
    }
  } catch (error) {
    findings.length = before;
    const crash = crashOf(rule.meta.id, error, options.rules);
    if (crash !== undefined) findings.push({ ...crash, span: { start: 0, end: 0 }, related: none });
  }
}

function findingOf(
  rule: Rule,
  report: Report,
  problem: Problem,
  times: number,
  setting: RuleSetting | undefined,
): Finding {
  const { meta } = rule;
  const { span, message, lines, about = nothing, related = none, suspect } = problem;
  const severity = setting === undefined || setting === 'off' ? (problem.severity ?? meta.severity) : setting;
  const basis = meta.clause?.(report.edition.id);
  return {
    rule: meta.id,
    severity,
    message,
    ...(lines && { lines }),
    about,
    span,
    related,
    ...(suspect && { suspect }),
    ...(basis && { basis }),
    fingerprint: problemFingerprint(meta.id, problem.key, times),
  };
}

const nothing: About = {};
const none: readonly RelatedPlace[] = [];

/** A fix to be made changes the text, and each place of it in one way only. */
function usableFixes(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  return fixes
    .filter(({ edits }) => !editsBrokenCell(report, edits))
    .map((fix) => ({ ...fix, edits: keepingMarkup(report, fix.edits).filter((edit) => changes(report, edit)) }))
    .filter(({ applicability, edits }) => applicability === 'display' || (edits.length > 0 && areDisjoint(edits)));
}

function changes({ text }: Report, { span, newText }: Edit): boolean {
  return text.slice(span.start, span.end) !== newText;
}

function areDisjoint(edits: readonly Edit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.every(({ span }, i) => i === 0 || (ordered[i - 1] as Edit).span.end <= span.start);
}

/** At one place by rule, and what one rule says there in the rule's own order: sections as the statute has them. */
function byPlace(first: Finding, second: Finding): number {
  return (
    first.span.start - second.span.start || first.span.end - second.span.end || compareText(first.rule, second.rule)
  );
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
