import { applicantColumns } from './columns';
import type { RowSpec } from './edition';
import type { RowData } from './row-data';
import { rowFrom } from './row-data';

/** Rows of table three under one group. */
export function requestRows(group: string | undefined, data: readonly RowData[]): RowSpec[] {
  const common = { ...(group === undefined ? {} : { group }), columns: applicantColumns };
  return data.map((row) => rowFrom(row, common));
}

/** The cell that the dispositions stand under. */
export const dispositionHeading = '三、本年度办理结果';

/** The note printed in the form's first cell; part of the form, never prose. */
export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const inflow = requestRows(undefined, [
  [
    'received',
    '一、本年新收政府信息公开申请数量',
    [
      '本年新收政府信息公开申请数量',
      '本年新收政府信息公开申请',
      '本年新收申请数量',
      '本年度新收政府信息公开申请数量',
      '本年新收',
    ],
    '1月1日至12月31日收到的申请，以后撤回或合并的也计入（条例第三十一条：收到之日）。',
    ['article-31'],
  ],
  [
    'carried-in',
    '二、上年结转政府信息公开申请数量',
    [
      '上年结转政府信息公开申请数量',
      '上年结转政府信息公开申请',
      '上年结转申请数量',
      '上年度结转政府信息公开申请数量',
      '上年结转',
    ],
    '上年末未办结、转到本年办理的申请，等于上年报告的“四、结转下年度继续办理”（条例第三十三条）。',
    ['article-33'],
  ],
]);

const granted = requestRows(dispositionHeading, [
  [
    'granted',
    '（一）予以公开',
    ['予以公开'],
    '全部公开，含告知已主动公开信息的获取方式（条例第三十六条第一、二项）。',
    ['article-36'],
  ],
  [
    'partly-granted',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    ['部分公开'],
    '区分处理后公开一部分的，只在这里计一次，不再计入不予公开各项（条例第三十七条）。',
    ['article-37'],
  ],
]);

const refused = requestRows('（三）不予公开', [
  [
    'refused-secret',
    '1.属于国家秘密',
    ['国家秘密'],
    '申请公开的信息属于国家秘密，不予公开（条例第十四条）。',
    ['article-14'],
  ],
  [
    'refused-by-law',
    '2.其他法律行政法规禁止公开',
    ['其他法律法规禁止公开', '法律行政法规禁止公开', '其他法律、行政法规禁止公开'],
    '其他法律、行政法规禁止公开（条例第十四条）。',
    ['article-14'],
  ],
  [
    'refused-security',
    '3.危及“三安全一稳定”',
    ['三安全一稳定'],
    '公开后危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）。',
    ['article-14'],
  ],
  [
    'refused-third-party',
    '4.保护第三方合法权益',
    ['第三方合法权益', '保护第三方权益'],
    '涉及商业秘密、个人隐私，公开会损害第三方合法权益（条例第十五条、第三十二条）。',
    ['article-15', 'article-32'],
  ],
  [
    'refused-internal',
    '5.属于三类内部事务信息',
    ['三类内部事务信息', '属于三类内部管理信息'],
    '人事管理、后勤管理、内部工作流程（条例第十六条第一款）。',
    ['article-16'],
  ],
  [
    'refused-process',
    '6.属于四类过程性信息',
    ['四类过程性信息'],
    '讨论记录、过程稿、磋商信函、请示报告（条例第十六条第二款）。',
    ['article-16'],
  ],
  [
    'refused-enforcement',
    '7.属于行政执法案卷',
    ['行政执法案卷', '属于行政执法案卷信息'],
    '行政执法案卷信息（条例第十六条第二款）。',
    ['article-16'],
  ],
  [
    'refused-query',
    '8.属于行政查询事项',
    ['行政查询事项'],
    '工商、不动产登记等另有查询规定的资料（条例第三十六条第七项）。',
    ['article-36'],
  ],
]);

const unable = requestRows('（四）无法提供', [
  [
    'unable-not-held',
    '1.本机关不掌握相关政府信息',
    ['不掌握相关政府信息', '本机关不掌握相关信息', '本机关不掌握'],
    '经检索没有，或不属于本机关负责公开（条例第三十六条第四、五项）。',
    ['article-36'],
  ],
  [
    'unable-to-be-made',
    '2.没有现成信息需要另行制作',
    ['没有现成信息', '无现成信息需要另行制作'],
    '需要对现有政府信息加工、分析才能提供的（条例第三十八条）。',
    ['article-38'],
  ],
  [
    'unable-unclear',
    '3.补正后申请内容仍不明确',
    ['申请内容仍不明确', '补正后申请内容不明确'],
    '补正以后仍然不能确定申请什么信息的（条例第三十条）。',
    ['article-30'],
  ],
]);

const declined = requestRows('（五）不予处理', [
  [
    'declined-complaint',
    '1.信访举报投诉类申请',
    ['信访举报投诉类', '信访、举报、投诉类申请'],
    '以申请公开的形式进行信访、投诉、举报的（条例第三十九条）。',
    ['article-39'],
  ],
  ['declined-repeated', '2.重复申请', [], '已经答复过、又重复申请同一信息的（条例第三十六条第六项）。', ['article-36']],
  [
    'declined-publication',
    '3.要求提供公开出版物',
    ['提供公开出版物'],
    '要求提供公开出版物的（条例第三十九条）。',
    ['article-39'],
  ],
  [
    'declined-excessive',
    '4.无正当理由大量反复申请',
    ['大量反复申请'],
    '申请数量、频次明显超过合理范围，又没有正当理由的（条例第三十五条）。',
    ['article-35'],
  ],
  [
    'declined-confirmation',
    '5.要求行政机关确认或重新出具已获取信息',
    ['确认或重新出具已获取信息', '要求行政机关确认或者重新出具已获取信息'],
    '要求确认或重新出具申请人已经获取的信息。',
  ],
]);

const total = requestRows(dispositionHeading, [
  [
    'disposed',
    '（七）总计',
    ['总计', '合计', '办理结果总计', '办理结果合计'],
    '本年办结的申请总数，等于（一）至（六）各项之和。',
  ],
]);

const outflow = requestRows(undefined, [
  [
    'carried-out',
    '四、结转下年度继续办理',
    ['结转下年度继续办理', '结转下一年度继续办理', '结转下年继续办理', '结转下年度办理'],
    '12月31日仍未办结、转到下年办理的申请（条例第三十三条）。',
    ['article-33'],
  ],
]);

/** The rows of table three with those of （六）其他处理, the one group that editions differ in. */
export function requestRowsWith(otherwise: readonly RowSpec[]): readonly RowSpec[] {
  return [...inflow, ...granted, ...refused, ...unable, ...declined, ...otherwise, ...total, ...outflow];
}
