/** The national documents that annual reports cite, with their right titles and numbers. */
import type { ClauseId } from './clauses';
import type { EditionId, FormatDocument, NationalDocument } from './edition';
import { newestFirst } from './editions';
import { formatClauseId } from './format-clause';

export interface CitedDocument extends NationalDocument {
  /** What a title must hold to be taken for this document. */
  readonly titleSign: RegExp;
  /** Its part of the page of clauses. */
  readonly clause: ClauseId;
  /** The edition of the format that it lays down. */
  readonly edition?: EditionId;
}

/** The document of a format. */
export interface CitedFormat extends CitedDocument, FormatDocument {
  readonly edition: EditionId;
}

const formatSign = /年度报告格式/;

/** The newest first. */
export const citedFormats: readonly CitedFormat[] = newestFirst.map(({ id, format }) => ({
  ...format,
  titleSign: formatSign,
  clause: formatClauseId(id),
  edition: id,
}));

export const citedDocuments: readonly CitedDocument[] = [
  ...citedFormats,
  {
    title: '政府信息公开信息处理费管理办法',
    titleSign: /信息处理费管理办法/,
    agency: '国办函',
    year: 2020,
    serial: 109,
    number: '国办函〔2020〕109号',
    clause: 'fee-rules',
  },
  {
    title: '中华人民共和国政府信息公开条例',
    titleSign: /^(?:中华人民共和国)?政府信息公开条例$/,
    agency: '国务院令',
    year: null,
    serial: 711,
    number: '国务院令第711号',
    clause: 'regulation',
  },
];

/** Wrong titles of the regulation, and the right one. */
export const misnamedRegulation =
  /^(?:中[国华]人民共和国(?:政府信息公开工作|信息公开)条例|中国人民共和国政府信息公开条例|政府信息公开工作条例|(?:中华人民共和国)?政府信息公开条[列理])$/;
export const regulationTitle = '中华人民共和国政府信息公开条例';

/** The trial format's mark in a title. */
export const trialMark = '试行';

/** Articles of the regulation that a report may name as its ground: 4 and 49 (duty, deadline), 50 (content). */
export const groundArticles: readonly string[] = ['四', '四十九', '五十'];
