/** Answers the request for what the audit says of a document, in the user's language. */

import { quickFixes } from '../../features/problems/quick-fixes';
import type { ReportResults, ResultEquation, ResultFinding } from '../../features/results/results';
import { resultsOf } from '../../features/results/results';
import type { CoverageCounts, Severity } from '../../findings/finding';
import { linesOf } from '../../findings/finding';
import { pageName } from '../../rules/explain';
import { ruleTitle } from '../../rules/registry';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import type {
  ResultFixes,
  ResultFixesParams,
  Results,
  ResultsFinding,
  ResultsParams,
  ResultsPlace,
  ResultsReport,
} from '../wire/results-protocol';
import { noResults, resultFixesMethod, resultsMethod } from '../wire/results-protocol';
import { toRange } from './to-protocol';

export const resultsService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents, pages, policies }: Session): void {
  connection.onRequest(
    resultsMethod,
    answering(connection)(resultsMethod, noResults, async ({ uri }: ResultsParams): Promise<Results> => {
      const policy = (await policies.fileFor(uri)) ?? null;
      const audited = await documents.audited(uri);
      return audited === null ? noResults : { ...toResults(audited, pages), policy };
    }),
  );
  connection.onRequest(
    resultFixesMethod,
    answering(connection)(resultFixesMethod, noFixes, async (params: ResultFixesParams): Promise<ResultFixes> => {
      const audited = await documents.audited(params.uri);
      return audited === null ? noFixes : toFixes(audited, params);
    }),
  );
}

const noFixes: ResultFixes = { titles: [] };

function toFixes({ document, snapshot, translations, file }: AuditedDocument, params: ResultFixesParams): ResultFixes {
  if (file !== undefined) return noFixes;
  const start = document.offsetAt(params.start);
  const own = quickFixes(snapshot, { start, end: start }).filter(
    ({ finding, place }) => finding.fingerprint === params.fingerprint && finding.span.start + place.start === start,
  );
  return { titles: own.map(({ title }) => worded(title, translations)) };
}

function toResults(audited: AuditedDocument, pages: string): Omit<Results, 'policy'> {
  const results = resultsOf(audited.snapshot);
  const said = results.filter(({ coverage }) => coverage !== null);
  return {
    summary: said.length === 0 ? '' : worded(resultsSummary(said), audited.translations),
    reports: results.map((report) => toReport(audited, pages, report)),
  };
}

function toReport(audited: AuditedDocument, pages: string, report: ReportResults): ResultsReport {
  const say = (wording: Wording): string => worded(wording, audited.translations);
  const at = (span: Span) => toRange(audited.document, span);
  return {
    name: say(report.name),
    range: at(report.span),
    skipped: report.skipped === undefined ? null : say(report.skipped),
    groups: report.groups.map(({ section, name, span, findings }) => ({
      section,
      name: say(name),
      range: at(span),
      findings: findings.map((finding) => toFinding(audited, pages, finding)),
    })),
    waived: report.waived.map(({ finding, waiver, span }) => ({
      rule: finding.rule,
      message: say(finding.message),
      range: at(span),
      quote: waiver.quote,
      reason: waiver.reason,
    })),
    coverage: report.coverage && {
      label: say(relationsSentence(report.coverage)),
      broken: report.coverage.failing.map((equation) => toPlace(audited, equation)),
      unjudged: report.coverage.unjudged.map(({ why, equations }) => ({
        why: say(phrase`无法判断：${why}`),
        equations: equations.map((equation) => toPlace(audited, equation)),
      })),
    },
  };
}

function toFinding(audited: AuditedDocument, pages: string, result: ResultFinding): ResultsFinding {
  const { rule, severity, message, fingerprint, basis } = result.finding;
  return {
    rule,
    title: worded(ruleTitle(rule), audited.translations),
    severity,
    lead: worded(linesOf(result.finding)[0] ?? message, audited.translations),
    message: worded(message, audited.translations),
    range: toRange(audited.document, result.span),
    fingerprint,
    basis: basis === undefined ? null : worded(basis.words),
    page: pages === '' ? null : `${pages}${pageName(rule)}`,
    equations: result.equations.map((equation) => toPlace(audited, equation)),
    places: result.places.map(({ span, message }) => toPlace(audited, { wording: message, detail: '', span })),
  };
}

function toPlace({ document, translations }: AuditedDocument, { wording, detail, span }: ResultEquation): ResultsPlace {
  return {
    label: worded(wording, translations),
    detail: worded(detail, translations),
    range: span === undefined ? null : toRange(document, span),
  };
}

const counts: readonly (readonly [Severity, (count: number) => Wording])[] = [
  ['error', (count) => phrase`${count}处错误`],
  ['warning', (count) => phrase`${count}处警告`],
  ['information', (count) => phrase`${count}处信息`],
  ['hint', (count) => phrase`${count}处提示`],
];

/** For one report or for all reports of a compilation. */
function resultsSummary(results: readonly ReportResults[]): Wording {
  const findings = results.flatMap(({ groups }) => groups).flatMap((group) => group.findings);
  const found = counts.flatMap(([severity, words]) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [words(count)];
  });
  const waived = results.reduce((sum, report) => sum + report.waived.length, 0);
  const [only, second] = results;
  const name = second === undefined && only !== undefined ? only.name : phrase`${results.length}份年度报告`;
  const counted = summedCounts(results.flatMap(({ coverage }) => coverage ?? []));
  const nothing = counted.unfilled === 0 ? phrase`没有发现问题` : phrase`还没有填完`;
  const outcome = found.length === 0 ? nothing : listed(found);
  const relations = relationsSentence(counted);
  return waived === 0
    ? phrase`${name}：${outcome}；${relations}。`
    : phrase`${name}：${outcome}（另有${waived}处已豁免）；${relations}。`;
}

function summedCounts(coverages: readonly CoverageCounts[]): CoverageCounts {
  const sum = (key: keyof CoverageCounts): number => coverages.reduce((total, coverage) => total + coverage[key], 0);
  return {
    holds: sum('holds'),
    broken: sum('broken'),
    notAssessable: sum('notAssessable'),
    unfilled: sum('unfilled'),
  };
}

function relationsSentence({ holds, broken, notAssessable, unfilled }: CoverageCounts): Wording {
  const all = holds + broken + notAssessable;
  const relations = phrase`勾稽关系${all}条，成立${holds}条，不成立${broken}条，无法判断${notAssessable}条`;
  return unfilled === 0 ? relations : phrase`${relations}；尚未填写${unfilled}格`;
}
