/** 国办公开办函〔2021〕30号: reports for 2021 on. */
import type { Edition } from '../../edition';
import { fold } from '../../label-folding';
import { sections } from '../../sections';
import { tablesAndRelations } from '../../tables';
import { disclosureItems } from './disclosure';
import { rows } from './requests';

export const edition2021 = {
  id: '2021',
  format: {
    title: '中华人民共和国政府信息公开工作年度报告格式',
    agency: '国办公开办函',
    year: 2021,
    serial: 30,
    number: '国办公开办函〔2021〕30号',
    noticeWords: '印发〈中华人民共和国政府信息公开工作年度报告格式〉',
    requires: [
      '2021年及以后年度的报告使用。',
      '报告分六个部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。第二、三、四部分用表格报告。',
      '第三部分的表上注明：每一列的第一项加第二项之和，等于第三项加第四项之和。',
    ],
  },
  firstYear: 2021,
  exampleYear: 2022,
  signs: ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额'].map(fold),
  columnHeads: 'judged',
  counterparts: { columns: { issued: 'made' }, rows: { 'other-rest': ['other'] } },
  sections,
  ...tablesAndRelations(disclosureItems, rows),
} as const satisfies Edition;
