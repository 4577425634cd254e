/** Results for people: each finding with its place in the text, why, and what to do. */
import type { RelationCounts, Severity } from '../findings/finding';
import { severityNames } from '../findings/severity-names';
import { codeFrame } from './code-frame';
import { applicabilityNames, placeText, relatedPlace } from './finding-words';
import type { OutputFormat } from './output-format';
import type { Paint } from './paint';
import type { CoverageRecord, FindingRecord, Frame, ReportRecord, Result, Unassessed } from './result';
import { statisticsLines } from './statistics';
import type { Totals } from './totals';
import { showText } from './visible-text';

export interface TextStyle {
  /** Columns that a line of text may take. */
  readonly width: number;
  readonly paint: Paint;
  /** `errors`: reports without any are left out. `counts`: how many findings each rule has, in place of the findings. Default `all`. */
  readonly shown?: 'all' | 'errors' | 'counts';
}

export function textFormat(style: TextStyle): OutputFormat {
  const { paint, shown = 'all' } = style;
  const isShown = ({ record }: Result): boolean =>
    shown === 'all' || record.status === 'failed' || (shown === 'errors' && record.findings.length > 0);
  return {
    begin: () => '',
    result: (result) => (isShown(result) ? `${resultLines(result, style).join('\n')}\n` : ''),
    series: (results) => {
      const lines = results.filter(isShown).flatMap((result) => resultLines(result, style));
      return lines.length === 0 ? '' : `${[paint('bold', '各年报之间'), ...lines].join('\n')}\n`;
    },
    end: (totals) => (shown === 'counts' ? statisticsLines(totals, paint) : '') + summaryLine(totals, paint),
  };
}

function resultLines({ record, frames, unassessed, scope, known = 0 }: Result, { width, paint }: TextStyle): string[] {
  const { status, reason = '', edition, findings, waived } = record;
  const head = [paint('bold', showText(record.file)), ...identity(record)].join('  ');
  if (status === 'failed') return [`${head}  ${paint('error', '失败')}：${showText(reason)}`];
  if (status === 'skipped') return [`${head}  ${paint('hint', '跳过')}：${showText(reason)}`];
  const lines = findings.flatMap((finding, i) =>
    findingLines(record.file, finding, frames[i] ?? null, { width, paint }),
  );
  const quiet = waivedText(waived.length) + knownText(known);
  if (scope === 'series') return [head, ...lines, ...(quiet === '' ? [] : [`  ${paint('dim', quiet.slice(1))}`]), ''];
  const header = `${head}  ${edition}版`;
  const coverage = [
    coverageText(record.coverage),
    whyNotAssessed(unassessed),
    unfilledText(record.coverage),
    omittedText(record),
    quiet,
  ].join('');
  if (findings.length === 0) return [`${header}  ${nothingFound(record.coverage, known, paint)}（${coverage}）`];
  return [header, ...lines, `  ${paint('dim', coverage)}`, ''];
}

function identity({ issuer, year }: ReportRecord): string[] {
  const words = [issuer ?? '', year === null ? '' : `${year}年`].filter((word) => word !== '');
  return words.length === 0 ? [] : [showText(words.join(' '))];
}

function findingLines(
  file: string,
  finding: FindingRecord,
  frame: Frame | null,
  { width, paint }: TextStyle,
): string[] {
  const { severity, rule, message, range, suspect, basis, related, fixes } = finding;
  const lines =
    frame === null
      ? []
      : codeFrame(frame, finding.place === undefined ? range.start.line : null, {
          width: width - frameIndent.length,
          paint,
          tone: severity,
        });
  const notes = [
    ...(suspect === undefined
      ? []
      : [`可疑：${placeText(suspect)}  填的是${showText(suspect.reported)}，应为${suspect.expected}`]),
    ...related.map((place) => `相关：${showText(relatedPlace(place))}  ${showText(place.message)}`),
    ...(basis === undefined ? [] : [`依据：${showText(basis)}`]),
    ...fixes.map((fix) => `修复：${showText(fix.title)}（${applicabilityNames[fix.applicability]}）`),
  ];
  // Terminals make a link of it.
  const place = `${showText(file)}:${showText(placeText(finding))}`;
  return [
    `${place}  ${paint(severity, severityNames[severity])}  ${paint('dim', rule)}  ${showText(message)}`,
    ...lines.map((line) => frameIndent + line),
    ...notes.map((note) => `${frameIndent}${paint('dim', '=')} ${note}`),
  ];
}

const frameIndent = '    ';

function coverageText({ holds, broken, notAssessable }: RelationCounts): string {
  return `勾稽关系：成立 ${holds}，不成立 ${broken}，无法判断 ${notAssessable}`;
}

/** A form that is still to be filled in is none that nothing is wrong with. */
function nothingFound({ unfilled = 0 }: CoverageRecord, known: number, paint: Paint): string {
  if (unfilled > 0) return paint('warning', '还没有填完');
  return paint('good', known === 0 ? '未发现问题' : '没有新的问题');
}

function unfilledText({ unfilled = 0 }: CoverageRecord): string {
  return unfilled === 0 ? '' : `；尚未填写 ${unfilled} 格`;
}

/** What is not read is told, so that nobody takes it for audited. */
function omittedText({ omitted = [] }: ReportRecord): string {
  if (omitted.length === 0) return '';
  return `；未读：${omitted.map(({ what, count }) => `${showText(what)} ${count}`).join('、')}`;
}

/** Findings that are not reported are at least counted. */
function waivedText(waived: number): string {
  return waived === 0 ? '' : `；豁免 ${waived} 处`;
}

function knownText(known: number): string {
  return known === 0 ? '' : `；基线已有 ${known} 处`;
}

/** Reasons spelled out for one report; more would bury the findings. */
const shownReasons = 3;

/** Silence is not a pass: why relations could not be judged, the reasons of most relations first. */
function whyNotAssessed(unassessed: readonly Unassessed[]): string {
  if (unassessed.length === 0) return '';
  const reasons = unassessed.map(({ why, relations }) => `${showText(why)}（${relations} 项）`);
  const rest = reasons.length > shownReasons ? `；另有 ${reasons.length - shownReasons} 种原因` : '';
  return `：${reasons.slice(0, shownReasons).join('；')}${rest}`;
}

/** What a run comes to: one line, and others where files were passed over. */
export function summaryLine(totals: Totals, paint: Paint): string {
  const { compared, results, findings, coverage, waived, known, leftOut, ignored } = totals;
  const reports = `审核 ${results.audited} 份，跳过 ${results.skipped}，失败 ${results.failed}`;
  const counts = (Object.keys(severityNames) as Severity[]).map((severity) => {
    const text = `${severityNames[severity]} ${findings[severity]}`;
    return findings[severity] === 0 ? text : paint(severity, text);
  });
  if (compared !== undefined) {
    return `共比较 ${compared} 份，失败 ${results.failed}；${counts.join('，')}${waivedText(waived)}\n`;
  }
  return `共${reports}；${counts.join('，')}；${coverageText(coverage)}${unfilledText(coverage)}${waivedText(waived)}${knownText(known)}\n${leftOutText(leftOut)}${ignoredText(ignored)}`;
}

/** Kinds of files that were left out, the most frequent first; more would bury the summary. */
const shownKinds = 5;

function leftOutText(leftOut: Totals['leftOut']): string {
  const kinds = Object.entries(leftOut);
  if (kinds.length === 0) return '';
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const named = kinds
    .slice(0, shownKinds)
    .map(([kind, count]) => `${kind === '' ? '无扩展名' : showText(kind)} ${count}`);
  return `跳过 ${total} 个其他文件：${named.join('、')}${kinds.length > shownKinds ? '…' : ''}\n`;
}

function ignoredText(ignored: number): string {
  return ignored === 0 ? '' : `按忽略规则略过 ${ignored} 个文件或文件夹（加 --no-ignore 则不看 .gitignore）\n`;
}
