/** Results for people: each finding with its place in the text, why, and what to do. */
import { fixesOf } from '../audit/audit';
import type { Applicability, Coverage, Finding, Fix, Severity } from '../audit/finding';
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { worded } from '../text/wording';
import type { Result } from './audited-file';
import { codeFrame } from './code-frame';
import type { OutputFormat } from './output-format';
import type { Paint } from './paint';
import type { Tally } from './tally';
import { showText } from './visible-text';

export interface TextStyle {
  /** Columns that a line of text may take. */
  readonly width: number;
  readonly paint: Paint;
}

/** How people call a severity. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

const applicabilityNames: Readonly<Record<Applicability, string>> = {
  safe: '可安全修复',
  suggested: '建议',
  display: '仅供查看',
};

export function textFormat(style: TextStyle): OutputFormat {
  return {
    begin: () => '',
    results: (results) => results.map((result) => resultLines(result, style).join('\n').concat('\n')).join(''),
    end: (tally) => summary(tally, style.paint),
  };
}

type AuditedResult = Extract<Result, { status: 'audited' }>;

function resultLines(result: Result, { width, paint }: TextStyle): string[] {
  const file = paint('bold', showText(result.file));
  if (result.status === 'failed') return [`${file}  ${paint('error', '失败')}：${showText(result.reason)}`];
  const { report } = result;
  if (result.status === 'skipped') {
    return [`${[file, ...identity(report)].join('  ')}  ${paint('hint', '跳过')}：${showText(result.reason)}`];
  }
  const header = [file, ...identity(report), `${result.report.edition.id}版`].join('  ');
  const coverage = coverageText(result.coverage) + whyNotAssessed(result.coverage) + waivedText(result.waived.length);
  if (result.findings.length === 0) return [`${header}  ${paint('good', '未发现问题')}（${coverage}）`];
  return [
    header,
    ...result.findings.flatMap((finding, index) =>
      findingLines(finding, fixesOf(result, index), result, { width, paint }),
    ),
    `  ${paint('dim', coverage)}`,
    '',
  ];
}

function identity(report: Report | null): string[] {
  const year = report?.year ?? null;
  const words = [report?.issuer ?? '', year === null ? '' : `${year}年`].filter((word) => word !== '');
  return words.length === 0 ? [] : [showText(words.join(' '))];
}

function findingLines(
  finding: Finding,
  fixes: readonly Fix[],
  result: AuditedResult,
  { width, paint }: TextStyle,
): string[] {
  const { source, inFile } = result;
  const { severity, rule, message, span, suspect, basis } = finding;
  const place = (at: Span): string => {
    const { line, character } = source.position(inFile(at).start);
    return `${line + 1}:${character + 1}`;
  };
  const frame = codeFrame(source, inFile(span), { width: width - frameIndent.length, paint, tone: severity });
  const notes = [
    ...(suspect === undefined
      ? []
      : [`可疑：${place(suspect.span)}  填的是${showText(suspect.reported)}，应为${suspect.expected}`]),
    ...finding.related.map((related) => `相关：${place(related.span)}  ${showText(worded(related.message))}`),
    ...(basis === undefined ? [] : [`依据：${showText(worded(basis.words))}`]),
    ...fixes.map((fix) => `修复：${showText(worded(fix.title))}（${applicabilityNames[fix.applicability]}）`),
  ];
  return [
    `  ${place(span)}  ${paint(severity, severityNames[severity])}  ${paint('dim', rule)}  ${showText(worded(message))}`,
    ...frame.map((line) => frameIndent + line),
    ...notes.map((note) => `${frameIndent}${paint('dim', '=')} ${note}`),
  ];
}

const frameIndent = '    ';

function coverageText({ holds, broken, notAssessable }: Pick<Coverage, 'holds' | 'broken' | 'notAssessable'>): string {
  return `勾稽关系：成立 ${holds}，不成立 ${broken}，无法判断 ${notAssessable}`;
}

/** Findings that are not reported are at least counted. */
function waivedText(waived: number): string {
  return waived === 0 ? '' : `；豁免 ${waived} 处`;
}

/** Reasons spelled out for one report; more would bury the findings. */
const shownReasons = 3;

/** Silence is not a pass: why relations could not be judged, the reasons of most relations first. */
function whyNotAssessed({ outcomes }: Coverage): string {
  const relations = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.state !== 'not-assessable') continue;
    const why = worded(outcome.why);
    relations.set(why, (relations.get(why) ?? 0) + 1);
  }
  if (relations.size === 0) return '';
  const reasons = [...relations].sort(([, a], [, b]) => b - a).map(([why, count]) => `${showText(why)}（${count} 项）`);
  const rest = reasons.length > shownReasons ? `；另有 ${reasons.length - shownReasons} 种原因` : '';
  return `：${reasons.slice(0, shownReasons).join('；')}${rest}`;
}

function summary({ results, findings, coverage, waived }: Tally, paint: Paint): string {
  const reports = `审核 ${results.audited} 份，跳过 ${results.skipped}，失败 ${results.failed}`;
  const counts = (Object.keys(severityNames) as Severity[]).map((severity) => {
    const text = `${severityNames[severity]} ${findings[severity]}`;
    return findings[severity] === 0 ? text : paint(severity, text);
  });
  return `共${reports}；${counts.join('，')}；${coverageText(coverage)}${waivedText(waived)}\n`;
}
