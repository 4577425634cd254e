/** Runs the rules over one report: findings in the order of their places, and coverage beside them. */
import type { Report } from '../report/report';
import { rules } from '../rules/registry';
import type { Problem, Rule, RuleContext } from '../rules/rule';
import { phrase, worded } from '../text/wording';
import { editsBrokenCell } from './broken-cells';
import type { Figures } from './figures';
import { figuresOf } from './figures';
import type { AuditOptions, Coverage, Finding, Fix, ProposedPlace, RelatedPlace, RuleSetting, Waived } from './finding';
import { fingerprintOf } from './fingerprint';
import { keepingMarkup } from './markup-edits';
import { coverageOf } from './relations';
import type { Diagnosis } from './suspect';
import { explain } from './suspect';
import { talliesOf } from './tallies';
import { sortOut } from './waivers';

/** What the audit of one report gives. */
export interface Audit {
  readonly findings: readonly Finding[];
  /** What the options' waivers let stand, in the same order. */
  readonly waived: readonly Waived[];
  readonly coverage: Coverage;
}

const crashed = 'internal/rule-crashed';
/** The rule that stands for several broken relations of one cause. */
const oneCause = 'relation/inconsistent-figure';
const noFixes: readonly Fix[] = [];

/** Audits `report` with all rules, or with those given. Pure and total: a rule that throws costs only itself. */
export function auditReport(report: Report, options: AuditOptions, applied: readonly Rule[] = rules): Audit {
  const figures: Figures = figuresOf(report);
  const coverage = coverageOf(figures);
  const byCause = options.rules?.[oneCause] !== 'off' && applied.some((rule) => rule.meta.id === oneCause);
  const context: RuleContext = {
    figures,
    coverage,
    diagnosis: diagnosing(figures, coverage, byCause ? 'by-cause' : 'by-relation'),
    requiredHeadings: options.requiredHeadings ?? [],
  };
  const found: Finding[] = [];
  for (const rule of applied) {
    const setting = options.rules?.[rule.meta.id];
    if (setting !== 'off') runRule(rule, report, context, options, found);
  }
  if (found.length > 1) found.sort(byPlace);
  return { ...sortOut(report, found, options.waivers), coverage: context.coverage };
}

/** The diagnosis, made once, when first asked for. */
function diagnosing(figures: Figures, coverage: Coverage, reporting: Diagnosis['reporting']): () => Diagnosis {
  let made: Diagnosis | undefined;
  return () => {
    if (made !== undefined) return made;
    const tallies = talliesOf(figures);
    const broken = coverage.outcomes.flatMap(({ state }, index) => (state === 'broken' ? [index] : []));
    made = { tallies, explanations: explain(tallies, broken), reporting };
    return made;
  };
}

function runRule(rule: Rule, report: Report, context: RuleContext, options: AuditOptions, found: Finding[]): void {
  const before = found.length;
  const setting = options.rules?.[rule.meta.id];
  try {
    let seen: Map<string, number> | undefined;
    for (const problem of rule.check(report, context)) {
      seen ??= new Map();
      const times = (seen.get(problem.key) ?? 0) + 1;
      seen.set(problem.key, times);
      found.push(findingOf(rule, report, problem, times, setting));
    }
  } catch (error) {
    found.length = before;
    const own = options.rules?.[crashed];
    if (own !== 'off') found.push(crashFinding(rule, error, own));
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
  const severity = setting === undefined || setting === 'off' ? (problem.severity ?? meta.severity) : setting;
  return {
    rule: meta.id,
    severity,
    message: worded(problem.message),
    wording: problem.message,
    span: problem.span,
    related: problem.related?.map(toRelated) ?? [],
    ...(problem.suspect === undefined ? {} : { suspect: problem.suspect }),
    ...basisOf(rule, report),
    fingerprint: fingerprintOf(`${meta.id}\n${problem.key}${times > 1 ? `\n${times}` : ''}`),
    fixes: fixesOf(report, problem),
  };
}

function basisOf({ meta }: Rule, { edition }: Report): Pick<Finding, 'basis' | 'clause'> {
  const clause = meta.clause?.(edition.id);
  return clause === undefined ? {} : { basis: worded(clause), clause };
}

function toRelated({ span, message }: ProposedPlace): RelatedPlace {
  return { span, message: worded(message), wording: message };
}

function fixesOf(report: Report, { fixes }: Problem): Finding['fixes'] {
  if (fixes === undefined) return () => noFixes;
  return () =>
    fixes()
      .filter(({ edits }) => !editsBrokenCell(report, edits))
      .map(({ title, applicability, edits }) => ({
        title: worded(title),
        wording: title,
        applicability,
        edits: keepingMarkup(report, edits),
      }));
}

function crashFinding(rule: Rule, error: unknown, setting: RuleSetting | undefined): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const wording = phrase`规则 ${rule.meta.id} 运行失败（${reason}），它检查的内容这次没有核对，其他规则的结果有效。`;
  return {
    rule: crashed,
    severity: setting === undefined || setting === 'off' ? 'error' : setting,
    message: worded(wording),
    wording,
    span: { start: 0, end: 0 },
    related: [],
    fingerprint: fingerprintOf(`${crashed}\n${rule.meta.id}`),
    fixes: () => noFixes,
  };
}

function byPlace(first: Finding, second: Finding): number {
  return (
    first.span.start - second.span.start ||
    first.span.end - second.span.end ||
    compareText(first.rule, second.rule) ||
    compareText(first.fingerprint, second.fingerprint)
  );
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
