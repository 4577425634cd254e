/** What formats for people say of a finding besides its message. */
import type { Applicability } from '../findings/finding';
import { documentPlaceWords } from '../intake/place-words';
import { worded } from '../text/wording';
import type { FindingRecord, FormPlace, Placed, ReportRecord } from './result';

export const applicabilityNames: Readonly<Record<Applicability, string>> = {
  safe: '可安全修复',
  suggested: '建议',
  display: '仅供查看',
};

/** `41:32`, from 1; `第2页表3第5行第4列` where the source is no text. */
export function placeText({ range: { start }, place }: Placed): string {
  if (place !== undefined) return worded(documentPlaceWords(place));
  return `${start.line + 1}:${start.character + 1}`;
}

/** `41:32`, with the file before it where it is another one. */
export function relatedPlace({ file, ...placed }: FindingRecord['related'][number]): string {
  return `${file === undefined ? '' : `${file}:`}${placeText(placed)}`;
}

/** `第41行第32列`, with the figure's name before it where the finding stands at one. */
export function placeWords(finding: FindingRecord, form: FormPlace | undefined): string {
  const { start } = finding.range;
  const inFile = finding.place === undefined ? `第${start.line + 1}行第${start.character + 1}列` : placeText(finding);
  return form?.cell === undefined ? inFile : `${form.cell.name}，${inFile}`;
}

/** `填的是4，应为3`; empty where no one figure is at fault. */
export function suspectWords({ suspect }: Pick<FindingRecord, 'suspect'>): string {
  return suspect === undefined ? '' : `填的是${suspect.reported}，应为${suspect.expected}`;
}

/** The body and the year; the file where neither is known. */
export function reportName({ issuer, year, file }: Pick<ReportRecord, 'issuer' | 'year' | 'file'>): string {
  return `${issuer ?? ''}${year === null ? '' : `${year}年`}` || file;
}

/** How a fingerprint goes out: it begins with a letter, so that no spreadsheet takes it for a number. */
export function outgoingFingerprint({ fingerprint }: Pick<FindingRecord, 'fingerprint'>): string {
  return `f${fingerprint}`;
}
