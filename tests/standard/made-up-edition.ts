/** An edition that nobody has issued: other years, a section called otherwise, two rows and a column more than in 2021. */
import type { Edition, RowSpec } from '../../server/src/standard/edition';
import { disclosureItems } from '../../server/src/standard/editions/2021/disclosure';
import { edition2021 } from '../../server/src/standard/editions/2021/edition';
import { rows } from '../../server/src/standard/editions/2021/requests';
import { fold } from '../../server/src/standard/label-folding';
import { tablesAndRelations } from '../../server/src/standard/tables';

const inspections = {
  id: 'inspections',
  label: '行政检查',
  aliases: [],
  meaning: '本年作出的行政检查次数。',
  clauses: [],
};

const items = disclosureItems.map((item) =>
  item.rows.some(({ id }) => id === 'coercion')
    ? { ...item, rows: [...item.rows, { ...inspections, group: item.heading, columns: item.columns }] }
    : item,
);

const abroad = {
  id: 'abroad',
  label: '境外组织',
  name: '境外组织',
  kind: 'count',
  unit: '件',
  meaning: '境外组织提出的申请。',
} as const;

/** One more kind of applicant, before 其他. */
function widened(row: RowSpec): RowSpec {
  return { ...row, columns: [...row.columns.slice(0, -2), abroad, ...row.columns.slice(-2)] };
}

const requestRows = rows.map(widened).flatMap((row) =>
  row.id === 'other-rest'
    ? [
        { ...row, id: 'other-withdrawn', label: '3.申请人主动撤回申请', aliases: [], meaning: '申请人撤回的申请。' },
        { ...row, label: '4.其他' },
      ]
    : [row],
);

export const edition2031: Edition = {
  ...edition2021,
  id: '2031',
  format: {
    ...edition2021.format,
    title: '中华人民共和国政府信息公开工作年度报告格式（新版）',
    year: 2031,
    serial: 7,
    number: '国办公开办函〔2031〕7号',
    requires: ['2031年及以后年度的报告使用。'],
  },
  firstYear: 2031,
  exampleYear: 2032,
  signs: ['行政检查', '境外组织'].map(fold),
  counterparts: { columns: {}, rows: {} },
  sections: edition2021.sections.map((section) =>
    section.id === 'problems' ? { ...section, title: '存在的突出问题及整改情况' } : section,
  ),
  ...tablesAndRelations(items, requestRows),
};
