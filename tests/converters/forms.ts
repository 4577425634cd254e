/** The complete reports that are put through the converters: clean, with labels of the standard and prose that agrees with the tables. */
import { sectionSentences } from '../../server/src/standard/blank-form';
import type { Edition, FormCell, SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { headingOf } from '../../server/src/standard/sections';
import type { Figures } from './form-figures';
import { distinctFigures, fewFigures, keyOf, noFigures, withoutZeros } from './form-figures';

/**
 * How the page is set.
 *
 * - `plain` a table with nothing but text in its cells
 * - `bold` totals in bold
 * - `word` pasted from Word: paragraphs and spans in the cells, narrow columns in which labels wrap
 * - `page` the page around it: head with styles and scripts, navigation, the path to the page, source and date, footer
 */
export type Looks = 'plain' | 'bold' | 'word' | 'page';

export interface ConverterForm {
  readonly name: string;
  readonly edition: Edition;
  readonly issuer: string;
  readonly year: number;
  readonly figures: Figures;
  readonly looks: Looks;
  /** Findings that the form itself deserves. */
  readonly due: readonly string[];
}

const current = editions['2021'];

const few: Readonly<Record<string, string>> = {
  'normative-documents/issued': '2',
  'normative-documents/in-force': '9',
  'licences/decisions': '31',
  'penalties/decisions': '4',
  'carried-in/natural-person': '1',
  'carried-out/natural-person': '2',
  'granted/natural-person': '5',
  'granted/enterprise': '1',
  'partly-granted/natural-person': '1',
  'unable-not-held/natural-person': '3',
  'declined-repeated/natural-person': '1',
  'cases/reconsideration.upheld': '1',
};

const many: Readonly<Record<string, string>> = {
  'normative-documents/issued': '6',
  'normative-documents/repealed': '1',
  'normative-documents/in-force': '32',
  'licences/decisions': '1208',
  'penalties/decisions': '417',
  'coercion/decisions': '23',
  'fees/fee': '4068.208',
  'carried-in/natural-person': '7',
  'carried-in/enterprise': '1',
  'carried-out/natural-person': '12',
  'carried-out/other': '2',
  'granted/natural-person': '64',
  'granted/enterprise': '18',
  'granted/other': '3',
  'partly-granted/natural-person': '21',
  'partly-granted/legal-service': '2',
  'refused-third-party/natural-person': '4',
  'refused-internal/natural-person': '1',
  'refused-process/enterprise': '2',
  'refused-enforcement/natural-person': '5',
  'refused-query/natural-person': '8',
  'unable-not-held/natural-person': '37',
  'unable-not-held/enterprise': '6',
  'unable-not-held/public-welfare': '1',
  'unable-to-be-made/natural-person': '2',
  'unable-unclear/research': '1',
  'declined-complaint/natural-person': '11',
  'declined-repeated/natural-person': '3',
  'declined-publication/natural-person': '1',
  'other-not-corrected/natural-person': '4',
  'other-rest/natural-person': '9',
  'other-rest/enterprise': '1',
  'cases/reconsideration.upheld': '3',
  'cases/reconsideration.otherwise': '1',
  'cases/reconsideration.pending': '2',
  'cases/direct-litigation.upheld': '1',
  'cases/litigation-after-reconsideration.corrected': '1',
};

/** All forms. */
export const forms: readonly ConverterForm[] = [
  form('distinct', '景安市人民政府', 'plain', distinctFigures(current)),
  form('sparse', '岚溪县青禾镇人民政府', 'plain', fewFigures(current, few)),
  form('bold', '云梧县人民政府', 'bold', fewFigures(current, many)),
  form('wrapped', '澄泉县人民政府', 'word', fewFigures(current, many)),
  // The page's path is told as text that does not belong to the report, and rightly so.
  { ...form('page', '岚溪县石桥镇人民政府', 'page', fewFigures(current, few)), due: ['structure/foreign-text'] },
  {
    ...form('blank', '锦川县柳溪乡人民政府', 'plain', withoutZeros(fewFigures(current, few))),
    due: ['table/empty-cell'],
  },
  { ...form('unfilled', '锦川县大湾镇人民政府', 'plain', noFigures(current)), due: ['table/empty-cell'] },
  {
    ...form('distinct-2019', '汀源市人民政府', 'plain', distinctFigures(editions['2019'])),
    edition: editions['2019'],
    year: 2020,
  },
];

function form(name: string, issuer: string, looks: Looks, figures: Figures): ConverterForm {
  return { name, edition: current, issuer, year: 2024, figures, looks, due: [] };
}

/** A cell of a table, with what is printed in it. */
export interface PrintedCell extends FormCell {
  /** A sum: the total column or the row of totals. */
  readonly isTotal: boolean;
}

export type PrintedTable = readonly (readonly PrintedCell[])[];

export interface PrintedSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table?: PrintedTable;
  /** Columns of the table. */
  readonly width: number;
}

export interface PrintedForm {
  readonly name: string;
  readonly looks: Looks;
  readonly title: string;
  readonly preface: readonly string[];
  readonly sections: readonly PrintedSection[];
}

export function printedForm(form: ConverterForm): PrintedForm {
  const { name, looks, issuer, year, edition } = form;
  return {
    name,
    looks,
    title: `${issuer}${year}年政府信息公开工作年度报告`,
    preface: [
      `根据《中华人民共和国政府信息公开条例》第五十条规定，${issuer}编制本报告。本报告所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止。`,
    ],
    sections: edition.sections.map((section) => printedSection(form, section)),
  };
}

function printedSection(form: ConverterForm, section: SectionSpec): PrintedSection {
  const heading = headingOf(section);
  if (section.table === undefined) {
    const isOverview = section.id === 'overview';
    const paragraphs = isOverview ? overview(form) : sectionSentences(section, form.issuer, form.year, 'government');
    return { heading, paragraphs, width: 0 };
  }
  const spec = form.edition.tables[section.table];
  const table = spec.form.map((row) => row.map((cell) => printedCell(form, cell)));
  return { heading, paragraphs: [], table, width: spec.formWidth };
}

function printedCell({ figures }: ConverterForm, cell: FormCell): PrintedCell {
  if (cell.figure === undefined) return { ...cell, isTotal: false };
  const { row, column } = cell.figure;
  const text = figures.get(keyOf(cell.figure)) ?? '';
  return { ...cell, text, isTotal: row === 'disposed' || column.endsWith('total') };
}

/** Section one: the five aspects, with figures that the tables have too. */
function overview({ issuer, year, figures, edition }: ConverterForm): string[] {
  const figure = (key: string): string => figures.get(key) || '0';
  const request = (row: string): string => figure(`requests/${row}/total`);
  const cases = (group: string): number => Number(figure(`review/cases/${group}.total`));
  const received = Number(request('received'));
  const litigation = cases('direct-litigation') + cases('litigation-after-reconsideration');
  const documents =
    edition.id === '2021'
      ? `全年制发行政规范性文件${figure('disclosure/normative-documents/issued')}件，现行有效${figure('disclosure/normative-documents/in-force')}件。`
      : `全年制发规范性文件${figure('disclosure/normative-documents/made')}件。`;
  const requests =
    received === 0
      ? '全年未收到政府信息公开申请。'
      : `全年收到政府信息公开申请${received}件，上年结转${request('carried-in')}件；办结${request('disposed')}件，结转下年度继续办理${request('carried-out')}件。`;
  const disputes =
    cases('reconsideration') + litigation === 0
      ? '未发生因政府信息公开引起的行政复议、行政诉讼。'
      : `因政府信息公开被申请行政复议${cases('reconsideration')}件，被提起行政诉讼${litigation}件。`;
  return [
    `${year}年，${issuer}认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，依法做好政府信息公开工作。`,
    `（一）主动公开情况。依托政府网站及时发布政策文件、财政信息和办事指南。${documents}`,
    `（二）依申请公开情况。${requests}${disputes}`,
    '（三）政府信息管理情况。严格执行信息发布审核制度，先审查后公开，及时清理过时信息。',
    '（四）政府信息公开平台建设情况。优化网站栏目设置，规范管理政务新媒体。',
    '（五）监督保障情况。明确专人负责，开展业务培训，把政府信息公开纳入工作考核，组织社会评议，未发生责任追究情形。',
  ];
}
