/** What the audit says of a document, as an inspector reads it: by report and section, each finding with its reasons. */

import type { PlannedRelation } from '../../figures/figure-plan';
import type { Figures } from '../../figures/figures';
import { figuresOf } from '../../figures/figures';
import { statedRelation } from '../../figures/stated-relation';
import type { Coverage, CoverageCounts, Finding, RelatedPlace, Waived } from '../../findings/finding';
import type { Report, Section } from '../../report/report';
import type { SectionId, Term } from '../../standard/edition';
import { perObject } from '../../text/per-object';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase, worded } from '../../text/wording';
import type { AuditedReport, Snapshot } from '../../workspace/snapshot';
import { summedShort } from '../equations';
import { auditedAs } from '../locate';

/** One report of the document. All spans count from the document's start. */
export interface ReportResults {
  /** The body and the year, or the title as printed. */
  readonly name: Wording;
  readonly span: Span;
  /** Why the report could not be audited; its other parts are empty then. */
  readonly skipped?: Wording;
  /** Only groups with findings, in document order. */
  readonly groups: readonly ResultGroup[];
  /** `null` for what was not audited. */
  readonly coverage: ResultCoverage | null;
  /** The findings that an office lets stand. */
  readonly waived: readonly WaivedResult[];
}

/** The findings of one section, those that stand before all sections, or the sections that are missing. */
interface ResultGroup {
  readonly section: SectionId | 'whole' | 'missing';
  readonly name: Wording;
  readonly span: Span;
  readonly findings: readonly ResultFinding[];
}

export interface ResultFinding {
  readonly finding: Finding;
  readonly span: Span;
  readonly equations: readonly ResultEquation[];
  /** What the finding names besides its own place and its equations. */
  readonly places: readonly Pick<RelatedPlace, 'span' | 'message'>[];
}

/** A finding that stands by a waiver. */
export interface WaivedResult extends Waived {
  readonly span: Span;
}

/** A relation that does not hold or cannot be judged. */
export interface ResultEquation {
  /** E.g. `“自然人”列：（一）至（六）各项之和 = （七）总计`. */
  readonly wording: Wording;
  /** The figures on both sides, or why they cannot be compared. */
  readonly detail: Wording;
  /** Its total, else its first figure; absent where it has none. */
  readonly span?: Span;
}

export interface ResultCoverage extends CoverageCounts {
  readonly failing: readonly ResultEquation[];
  /** The relations that could not be judged, by the reason, each reason where it is first met. */
  readonly unjudged: readonly UnjudgedEquations[];
}

interface UnjudgedEquations {
  readonly why: Wording;
  readonly equations: readonly ResultEquation[];
}

/** What is known of one audited report, by its findings; spans count from the report's start. */
type KnownResults = Pick<ReportResults, 'groups' | 'coverage'>;

/** One element a report; for a text without any, one that says why. */
export function resultsOf(snapshot: Snapshot): readonly ReportResults[] {
  return snapshot.reports.map((place) => {
    const span = { start: place.start, end: place.end };
    const name = nameOfReport(place.report);
    if (place.status === 'skipped') {
      return { name, span, skipped: place.reason, groups: [], coverage: null, waived: [] };
    }
    const waived = place.waived.map((each) => ({ ...each, span: shiftSpan(each.finding.span, place.start) }));
    return { name, span, waived, ...movedResults(knownOf(place), place.start) };
  });
}

function nameOfReport(report: Report | null): Wording {
  if (report === null) return phrase`未识别为年度报告的文本`;
  const { issuer, year, title } = report;
  if (issuer !== null && year !== null) return phrase`${issuer}${year}年`;
  return issuer ?? (title === null || title.text === '' ? phrase`没有标题的年度报告` : title.text);
}

const knownOf = perObject((place: AuditedReport): KnownResults => {
  const { findings, report } = place;
  const figures = figuresOf(report);
  return {
    groups: groupsBySection(report, findings).map(({ found, ...group }) => ({
      ...group,
      findings: found.map((finding) => resultOf(figures, finding)),
    })),
    coverage: resultCoverage(figures, place.coverage),
  };
}, auditedAs);

interface FoundGroup extends Omit<ResultGroup, 'findings'> {
  readonly found: readonly Finding[];
}

/** Missing sections first; the other findings come in the order of their places, so one pass over the sections is enough. */
function groupsBySection({ text, view, sections }: Report, all: readonly Finding[]): readonly FoundGroup[] {
  const first = sections[0]?.span.start ?? text.length;
  const groups: FoundGroup[] = [];
  const missing = all.filter(isMissing);
  const [lack] = missing;
  if (lack !== undefined) {
    groups.push({ section: 'missing', name: phrase`缺少的部分`, span: lack.span, found: missing });
  }
  const findings = all.filter((finding) => !isMissing(finding));
  const whole = findings.filter(({ span }) => span.start < first || sections.length === 0);
  if (whole.length > 0) {
    groups.push({ section: 'whole', name: phrase`整份报告`, span: { start: 0, end: first }, found: whole });
  }
  let next = whole.length;
  for (const [index, section] of sections.entries()) {
    const end = sections[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const from = next;
    while (next < findings.length && (findings[next] as Finding).span.start < end) next++;
    if (next === from) continue;
    const { id, heading } = section;
    groups.push({
      section: id,
      name: headingName(view, section),
      span: heading.span,
      found: findings.slice(from, next),
    });
  }
  return groups;
}

/** The rule whose findings stand by themselves. */
const missingSection = 'structure/missing-section';

function isMissing({ rule }: Finding): boolean {
  return rule === missingSection;
}

function headingName(view: string, section: Section): string {
  return (
    seenText(view, section.heading.span.start, section.heading.span.end).replace(/\s+/g, '') ||
    section.heading.title.text
  );
}

function resultOf(figures: Figures, finding: Finding): ResultFinding {
  const { span, about, related } = finding;
  const { relations, notices } = figures.plan;
  const broken = [...relations, ...notices].filter(({ relation: { key } }) => about.relations?.includes(key));
  return {
    finding,
    span,
    equations: broken.map((planned) => brokenEquation(figures, planned)),
    places: related.filter(({ relation }) => relation === undefined),
  };
}

function brokenEquation(figures: Figures, planned: PlannedRelation): ResultEquation {
  const stated = statedRelation(figures, planned);
  const { left, right } = planned.relation;
  const leftSide = sideWords(left, stated.left, stated.leftSum);
  const rightSide = sideWords(right, stated.right, stated.rightSum);
  return {
    wording: planned.relation.equation,
    detail: phrase`相差${stated.difference}${stated.blanks}：左边${leftSide}，右边${rightSide}`,
    ...equationPlace(figures, planned),
  };
}

/** More terms than these are shown without those that are 0. */
const mostTerms = 4;

/** `1＋2＝3`, or the figure alone. */
function sideWords(terms: readonly Term[], figures: readonly Wording[], sum: Wording): Wording {
  const [only, second] = figures;
  if (second === undefined && only !== undefined) return only;
  const stays = (_: Term, index: number): boolean => terms.length <= mostTerms || figures[index] !== '0';
  const shown = summedShort(terms, stays, (_, index) => figures[index] as Wording, ['＋', '－']);
  return terms.some(stays) ? listed([shown, '＝', sum], '') : shown;
}

function resultCoverage(figures: Figures, { outcomes, ...counts }: Coverage): ResultCoverage {
  const failing: ResultEquation[] = [];
  const unjudged = new Map<string, { readonly why: Wording; readonly equations: ResultEquation[] }>();
  for (const [index, outcome] of outcomes.entries()) {
    const planned = figures.plan.relations[index] as PlannedRelation;
    if (outcome.state === 'broken') failing.push(brokenEquation(figures, planned));
    if (outcome.state !== 'not-assessable') continue;
    const { why, relation } = outcome;
    const known = unjudged.get(worded(why)) ?? { why, equations: [] };
    unjudged.set(worded(why), known);
    known.equations.push({ wording: relation.equation, detail: '', ...equationPlace(figures, planned) });
  }
  return { ...counts, failing, unjudged: [...unjudged.values()] };
}

function equationPlace(figures: Figures, planned: PlannedRelation): { readonly span?: Span } {
  const total = planned.relation.total && figures.cells[planned.right[0] ?? -1];
  const span = total?.span ?? figureSpans(figures, planned)[0];
  return span === undefined ? {} : { span };
}

/** The places of a relation's figures, as far as they were read. */
function figureSpans(figures: Figures, { left, right }: PlannedRelation): readonly Span[] {
  return [...left, ...right].flatMap((slot) => figures.cells[slot]?.span ?? []);
}

function movedResults({ groups, coverage }: KnownResults, distance: number): KnownResults {
  if (distance === 0) return { groups, coverage };
  const equation = (item: ResultEquation): ResultEquation =>
    item.span === undefined ? item : { ...item, span: shiftSpan(item.span, distance) };
  return {
    groups: groups.map((group) => ({
      ...group,
      span: shiftSpan(group.span, distance),
      findings: group.findings.map((result) => ({
        ...result,
        span: shiftSpan(result.span, distance),
        equations: result.equations.map(equation),
        places: result.places.map(({ span, message }) => ({ span: shiftSpan(span, distance), message })),
      })),
    })),
    coverage: coverage && {
      ...coverage,
      failing: coverage.failing.map(equation),
      unjudged: coverage.unjudged.map(({ why, equations }) => ({ why, equations: equations.map(equation) })),
    },
  };
}
