/** 审核意见: what is wrong in one body's report, where, on what ground, and how to mend it, section by section. */

import { severityNames, severityOrder } from '../findings/severity-names';
import { ruleById, ruleTitle } from '../rules/registry';
import type { SectionId } from '../standard/edition';
import { editionFor, editionOf, sectionSpec } from '../standard/editions';
import { chineseOrdinal } from '../text/numerals';
import { worded } from '../text/wording';
import { placeWords, suspectWords } from './finding-words';
import { severityCounts } from './overview';
import type { PaperBlock } from './paper';
import type { FindingRecord, FormPlace, ReportRecord, Result } from './result';

export function opinionTitle(record: Pick<ReportRecord, 'issuer' | 'year'>): string {
  const { issuer, year } = record;
  return `关于${issuer ?? '××'}${year === null ? '' : `${year}年`}政府信息公开工作年度报告的审核意见`;
}

/** The opinions on one body's reports, each on a page of its own. */
export function opinions(results: readonly Result[]): readonly PaperBlock[] {
  return results.flatMap((result, index) => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...opinion(result),
  ]);
}

function opinion(result: Result): readonly PaperBlock[] {
  const { record } = result;
  return [
    { kind: 'title', text: opinionTitle(record) },
    { kind: 'paragraph', look: 'plain', text: `${record.issuer ?? '（报送单位）'}：` },
    { kind: 'paragraph', text: opening(result) },
    ...unassessedPart(result),
    ...findingParts(result),
    ...waivedPart(record),
    { kind: 'paragraph', look: 'signed', text: '（审核单位）' },
    { kind: 'paragraph', look: 'signed', text: '　　年　　月　　日' },
  ];
}

function opening({ record, known = 0 }: Result): string {
  const { year, edition, coverage, findings } = record;
  const { format } = edition === null ? editionFor(year) : editionOf(edition);
  const ground = `《中华人民共和国政府信息公开条例》和《${format.title}》（${format.number}）`;
  const { holds, broken, notAssessable, unfilled = 0 } = coverage;
  const relations = `表内${holds + broken + notAssessable}条勾稽关系，成立${holds}条，不成立${broken}条，无法判断${notAssessable}条`;
  const blanks = unfilled === 0 ? '' : `；尚有${unfilled}格没有填写`;
  const report = `你单位${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;
  const others = known === 0 ? '' : `除基线已有的${known}处外，`;
  if (findings.length === 0)
    return `依据${ground}，对${report}进行了审核。${relations}${blanks}。${others}未发现其他问题。`;
  return `依据${ground}，对${report}进行了审核。${relations}${blanks}。发现问题${findings.length}处，其中${countWords(record)}。请对照下列意见修改后重新报送。`;
}

/** `错误1处、警告2处`. */
export function countWords(record: Pick<ReportRecord, 'findings'>): string {
  const counts = severityCounts(record);
  return severityOrder
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${severityNames[severity]}${counts[severity]}处`)
    .join('、');
}

/** Silence is not a pass. */
function unassessedPart({ unassessed }: Result): readonly PaperBlock[] {
  if (unassessed.length === 0) return [];
  const reasons = unassessed.map(({ why, relations }) => `${why}（${relations}条）`).join('；');
  return [{ kind: 'paragraph', lead: '无法判断的原因：', text: `${reasons}。` }];
}

interface PlacedFinding {
  readonly finding: FindingRecord;
  readonly place: FormPlace | undefined;
}

function findingParts({ record, places }: Result): readonly PaperBlock[] {
  const placed = record.findings.map((finding, index) => ({ finding, place: places?.[index] }));
  const sections: readonly (SectionId | null)[] = [null, ...editionFor(record.year).sections.map(({ id }) => id)];
  const groups = sections
    .map((section) => ({ section, found: placed.filter(({ place }) => (place?.section ?? null) === section) }))
    .filter(({ found }) => found.length > 0);
  return groups.flatMap(({ section, found }, index) => [
    { kind: 'heading', level: 1, text: `${chineseOrdinal(index + 1)}、${groupName(record, section)}` } as const,
    ...found.flatMap(findingPart),
  ]);
}

function groupName({ year }: ReportRecord, section: SectionId | null): string {
  if (section === null) return '标题和整份报告';
  const { ordinal, title } = sectionSpec(editionFor(year), section);
  return `第${chineseOrdinal(ordinal)}部分“${title}”`;
}

function findingPart({ finding, place }: PlacedFinding, index: number): readonly PaperBlock[] {
  const { rule, severity, message, basis, fixes } = finding;
  const suspect = suspectWords(finding);
  const remedy =
    fixes.length > 0 ? `${fixes.map(({ title }) => title).join('；或者')}。` : ruleById(rule)?.meta.whatToDo;
  const heading = `（${chineseOrdinal(index + 1)}）${worded(ruleTitle(rule))}（${severityNames[severity]}）`;
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'paragraph', text: message },
    {
      kind: 'paragraph',
      lead: '位置：',
      text: `${placeWords(finding, place)}${suspect === '' ? '' : `，${suspect}`}。`,
    },
    ...(basis === undefined ? [] : [{ kind: 'paragraph', lead: '依据：', text: `${basis}。` } as const]),
    ...(remedy === undefined ? [] : [{ kind: 'paragraph', lead: '改法：', text: remedy } as const]),
  ];
}

function waivedPart({ waived }: ReportRecord): readonly PaperBlock[] {
  if (waived.length === 0) return [];
  const told = waived
    .map(({ rule, quote, reason }) => `${worded(ruleTitle(rule))}（“${quote}”，${reason}）`)
    .join('；');
  return [{ kind: 'paragraph', lead: '按本地要求未列出的问题：', text: `${told}。` }];
}
