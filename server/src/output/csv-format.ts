/** Findings as comma-separated values that spreadsheets open right: a byte order mark, CRLF, and nothing that they would work out. */

import { severityNames } from '../findings/severity-names';
import { ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import { applicabilityNames, outgoingFingerprint, placeText } from './finding-words';
import type { OutputFormat } from './output-format';
import type { FindingRecord, FormPlace, ReportRecord, Result } from './result';
import { showText } from './visible-text';

/** Text is made fit for a spreadsheet, a number stands as it is. */
type Field = string | number | null;

export const findingColumns = [
  '文件',
  '行',
  '列',
  '机关',
  '年度',
  '级别',
  '规则',
  '规则名称',
  '位置',
  '问题',
  '依据',
  '怎么改',
  '指纹',
] as const;

/** One row a finding, and one for each file that could not be audited. */
export const csvFormat: OutputFormat = {
  needs: ['places'],
  begin: () => `\ufeff${csvRow(findingColumns)}`,
  result: (result) => findingRows(result).map(csvRow).join(''),
  end: () => '',
};

/** The rows of one report; what was skipped has none. */
export function findingRows({ record, places }: Result): readonly (readonly Field[])[] {
  if (record.status === 'failed') return [failureRow(record)];
  return record.findings.map((finding, index) => findingRow(record, finding, places?.[index]));
}

function findingRow(record: ReportRecord, finding: FindingRecord, place: FormPlace | undefined): readonly Field[] {
  const { start } = finding.range;
  const isText = finding.place === undefined;
  const names = [place?.cell?.name, isText ? undefined : placeText(finding)].filter((name) => name !== undefined);
  return [
    record.file,
    isText ? start.line + 1 : null,
    isText ? start.character + 1 : null,
    record.issuer,
    record.year,
    severityNames[finding.severity],
    finding.rule,
    worded(ruleTitle(finding.rule)),
    names.length === 0 ? null : names.join('，'),
    finding.message,
    finding.basis ?? null,
    finding.fixes.map(({ title, applicability }) => `${title}（${applicabilityNames[applicability]}）`).join('；'),
    outgoingFingerprint(finding),
  ];
}

function failureRow({ file, reason = '' }: ReportRecord): readonly Field[] {
  return [file, null, null, null, null, '失败', null, null, null, reason, null, null, null];
}

function csvRow(fields: readonly Field[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const text = defused(field);
  return /[",]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would take for a formula, full-width forms included, which some read like the others. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
/** That is what it is, and a reader may want to add it up. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** Text that no spreadsheet works out, on one line without anything unseen. */
function defused(text: string): string {
  const shown = showText(text);
  return formula.test(text) && !plainNumber.test(text) ? `'${shown}` : shown;
}
