/** The findings of one report as they stand on the page. */

import { severityNames } from '../findings/severity-names';
import { ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import { applicabilityNames, placeText, placeWords, relatedPlace, reportName, suspectWords } from './finding-words';
import { markupText } from './markup-text';
import type { Excerpt, FindingRecord, FormPlace, Frame, Result } from './result';

/** `index`: of the report in the run; links lead to it. Nothing where nothing was found. */
export function reportFindings({ record, frames, places }: Result, index: number): readonly string[] {
  if (record.findings.length === 0) return [];
  return [
    `<article class="report" id="r${index}" data-body="${markupText(record.issuer ?? record.file)}" data-year="${record.year ?? ''}">`,
    `<h3>${markupText(reportName(record))}</h3><p class="soft">${markupText(record.file)}</p>`,
    ...record.findings.map((finding, i) => findingPart(record.file, finding, frames[i] ?? null, places?.[i])),
    '</article>',
  ];
}

function findingPart(file: string, finding: FindingRecord, frame: Frame | null, place: FormPlace | undefined): string {
  const { severity, rule, message, range, basis, related, fixes } = finding;
  const suspect = suspectWords(finding);
  const notes: readonly (readonly [string, string])[] = [
    ['位置', placeWords(finding, place)],
    ...(suspect === '' ? [] : [['可疑', suspect] as const]),
    ...related.map((other) => ['相关', `${relatedPlace(other)}　${other.message}`] as const),
    ...(basis === undefined ? [] : [['依据', basis] as const]),
    ...fixes.map(({ title, applicability }) => ['修复', `${title}（${applicabilityNames[applicability]}）`] as const),
  ];
  return [
    `<div class="finding ${severity}" data-severity="${severity}" data-rule="${markupText(rule)}">`,
    `<p><span class="badge">${severityNames[severity]}</span>${markupText(message)}</p>`,
    `<p class="soft">${markupText(`${worded(ruleTitle(rule))}　${rule}　${file}:${placeText(finding)}`)}</p>`,
    ...(frame === null ? [] : [framePart(frame, finding.place === undefined ? range.start.line : null)]),
    `<dl>${notes.map(([name, words]) => `<dt>${name}</dt><dd>${markupText(words)}</dd>`).join('')}</dl>`,
    '</div>',
  ].join('\n');
}

/** Characters around a place that are worth a look. */
const reach = 120;

function framePart({ before, line, start, end }: Frame, number: number | null): string {
  const from = Math.max(0, start - reach);
  const to = Math.min(line.text.length, Math.max(end, start) + reach);
  const cut = (isCut: boolean): string => (isCut ? '…' : '');
  const lead = cut(line.cutBefore || from > 0) + lineText(line.text.slice(from, start));
  const rest = lineText(line.text.slice(Math.max(end, start), to)) + cut(line.cutAfter || to < line.text.length);
  const marked = `${lead}<mark>${lineText(line.text.slice(start, end)) || '&nbsp;'}</mark>${rest}`;
  const above = before === null ? [] : [numbered(number, excerptText(before))];
  const lines = [...above, numbered(number === null ? null : number + 1, marked)];
  return `<div class="frame">${lines.join('\n')}</div>`;
}

function excerptText({ text, cutAfter }: Excerpt): string {
  const shown = text.slice(0, 2 * reach);
  return lineText(shown) + (cutAfter || shown.length < text.length ? '…' : '');
}

function lineText(text: string): string {
  return markupText(text.replaceAll('\t', '    '));
}

function numbered(number: number | null, markup: string): string {
  return `<i>${number ?? ''} │ </i>${markup}`;
}
