/** 国办公开办函〔2019〕60号 (试行): reports for 2019 and 2020. */
import type { Edition } from '../../edition';
import { fold } from '../../label-folding';
import { sections } from '../../sections';
import { tablesAndRelations } from '../../tables';
import { disclosureItems } from './disclosure';
import { rows } from './requests';

export const edition2019 = {
  id: '2019',
  format: {
    title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    agency: '国办公开办函',
    year: 2019,
    serial: 60,
    number: '国办公开办函〔2019〕60号',
    noticeWords: '政府信息公开工作年度报告有关事项',
    noticeSign: /^(?:国务院办公厅政府信息与政务公开办公室)?关于政府信息公开工作年度报告有关事项的通知$/,
    requires: ['2019年、2020年的报告使用（试行），后来由新的格式代替：六个部分的标题相同，第二、三部分的表格不同。'],
  },
  firstYear: 2019,
  exampleYear: 2020,
  signs: [
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '上一年项目数量',
    '其他对外管理服务事项',
    '政府集中采购',
    '第二十条第九项',
  ].map(fold),
  columnHeads: 'as-they-come',
  counterparts: {
    columns: { made: 'issued' },
    rows: { other: ['other-not-corrected', 'other-not-paid', 'other-rest'] },
  },
  sections,
  ...tablesAndRelations(disclosureItems, rows),
} as const satisfies Edition;
