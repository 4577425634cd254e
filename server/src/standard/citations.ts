/** The national documents that annual reports cite, with their right titles and numbers. */
import type { EditionId } from './edition';

export interface CitedDocument {
  /** The title as it stands in 《》. */
  readonly title: string;
  /** What a title must hold to be taken for this document. */
  readonly titleSign: RegExp;
  readonly agency: string;
  readonly year: number | null;
  readonly serial: number;
  /** As it is to be printed. */
  readonly number: string;
  /** The edition of the format that it issued. */
  readonly edition?: EditionId;
  /** What the title of the notice holds that issued it, where that names no format. */
  readonly noticeSign?: RegExp;
}

const formatSign = /年度报告格式/;

export const citedDocuments: readonly CitedDocument[] = [
  {
    title: '中华人民共和国政府信息公开工作年度报告格式',
    titleSign: formatSign,
    agency: '国办公开办函',
    year: 2021,
    serial: 30,
    number: '国办公开办函〔2021〕30号',
    edition: '2021',
  },
  {
    title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    titleSign: formatSign,
    agency: '国办公开办函',
    year: 2019,
    serial: 60,
    number: '国办公开办函〔2019〕60号',
    edition: '2019',
    noticeSign: /^(?:国务院办公厅政府信息与政务公开办公室)?关于政府信息公开工作年度报告有关事项的通知$/,
  },
  {
    title: '政府信息公开信息处理费管理办法',
    titleSign: /信息处理费管理办法/,
    agency: '国办函',
    year: 2020,
    serial: 109,
    number: '国办函〔2020〕109号',
  },
  {
    title: '中华人民共和国政府信息公开条例',
    titleSign: /^(?:中华人民共和国)?政府信息公开条例$/,
    agency: '国务院令',
    year: null,
    serial: 711,
    number: '国务院令第711号',
  },
];

/** Wrong titles of the regulation, and the right one. */
export const misnamedRegulation =
  /^(?:中[国华]人民共和国(?:政府信息公开工作|信息公开)条例|中国人民共和国政府信息公开条例|政府信息公开工作条例|(?:中华人民共和国)?政府信息公开条[列理])$/;
export const regulationTitle = '中华人民共和国政府信息公开条例';

/** The notices that issued the two formats, by what their titles say. */
export const noticeWords = {
  '2019': '政府信息公开工作年度报告有关事项',
  '2021': '印发〈中华人民共和国政府信息公开工作年度报告格式〉',
} as const satisfies Readonly<Record<EditionId, string>>;

/** The trial format's mark in a title. */
export const trialMark = '试行';

/** Articles of the regulation that a report may name as its ground: 4 and 49 (duty, deadline), 50 (content). */
export const groundArticles: readonly string[] = ['四', '四十九', '五十'];
