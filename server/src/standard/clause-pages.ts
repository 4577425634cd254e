/** The clauses that the rules and the counting rest on: what each requires, in our own words. */
import { chineseOrdinal } from '../text/numerals';
import { citedDocuments, citedFormats } from './citations';
import type { ClauseId } from './clauses';

export interface Clause {
  readonly id: ClauseId;
  /** E.g. `条例第三十六条`. */
  readonly name: string;
  /** One sentence each. */
  readonly requires: readonly string[];
}

/** Number of articles of the regulation. */
export const lastArticle = 56;

const regulationArticles: Readonly<Record<number, readonly string[]>> = {
  4: ['各级人民政府及县级以上人民政府部门编制本机关的政府信息公开工作年度报告。'],
  14: [
    '国家秘密、法律和行政法规禁止公开的信息，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息，不予公开。',
  ],
  15: ['涉及商业秘密、个人隐私，公开会损害第三方合法权益的信息，一般不公开。'],
  16: [
    '第一款：人事管理、后勤管理、内部工作流程三类内部事务信息，可以不予公开。',
    '第二款：讨论记录、过程稿、磋商信函、请示报告四类过程性信息和行政执法案卷信息，可以不予公开。',
  ],
  20: [
    '列出应当主动公开的政府信息；第二部分的表按它的各项排列。',
    '第（一）项：行政法规、规章和规范性文件。',
    '第（五）项：行政许可。',
    '第（六）项：行政处罚、行政强制。',
    '第（八）项：行政事业性收费。',
    '第（九）项：政府集中采购（只有2019年版的表要填）。',
  ],
  30: ['申请内容不明确的，通知补正；无正当理由逾期不补正的，不再处理。'],
  31: ['怎样确定收到申请的时间；本年新收按收到之日统计。'],
  32: ['公开会损害第三方合法权益的，征求第三方意见。'],
  33: ['答复申请的期限；年底还没有办结的，结转下年度继续办理。'],
  35: ['申请数量、频次明显超过合理范围，又没有正当理由的，不予处理。'],
  36: [
    '按情形答复申请。',
    '第（一）、（二）项：已经主动公开的，告知获取方式；可以公开的，提供信息。',
    '第（四）、（五）项：经检索没有的，或者不属于本机关负责公开的，告知申请人。',
    '第（六）项：已经答复过又重复申请同一信息的，不重复处理。',
    '第（七）项：属于工商、不动产登记资料等行政查询事项的，按有关规定办理。',
  ],
  37: ['能够区分处理的，公开可以公开的部分。'],
  38: ['提供的是已经制作或者获取的信息；需要加工、分析的，可以不提供。'],
  39: ['以申请公开的形式进行信访、投诉、举报的，不按申请处理；要求提供公开出版物的，告知获取途径。'],
  42: ['依申请提供政府信息不收费；数量、频次明显超过合理范围的，可以收取信息处理费。'],
  46: ['建立政府信息公开工作的考核、社会评议和责任追究制度。'],
  47: ['主管部门监督检查，要求整改，可以通报批评。'],
  49: [
    '县级以上人民政府部门在1月31日以前向本级主管部门提交上一年度的年度报告，并向社会公布。',
    '县级以上地方人民政府的主管部门在3月31日以前公布本级政府上一年度的年度报告。',
  ],
  50: [
    '第一款：年度报告的内容，包括主动公开、收到和处理申请、因信息公开被申请复议和提起诉讼的情况，存在的主要问题和改进情况，以及其他需要报告的事项。',
    '各级人民政府还要报告工作考核、社会评议和责任追究的结果。',
    '第二款：全国主管部门公布统一的年度报告格式，并适时更新。',
  ],
  51: ['认为信息公开工作侵犯合法权益的，可以投诉、举报，也可以申请行政复议、提起行政诉讼。'],
  54: ['法律、法规授权的具有管理公共事务职能的组织，也适用条例。'],
  55: ['学校、医院和供水、供电等公共企业事业单位另有规定，不用这份格式。'],
};

function numberOfDocument(serial: number): string {
  return citedDocuments.find((document) => document.serial === serial)?.number ?? '';
}

/** All clauses, in the order of the page. */
export const clauses: readonly Clause[] = [
  {
    id: 'regulation',
    name: `《中华人民共和国政府信息公开条例》（${numberOfDocument(711)}）`,
    requires: ['2019年5月15日起施行。以下只列审核和填报用到的条款，其他条款请查原文。'],
  },
  ...Object.entries(regulationArticles).map(([article, requires]) => ({
    id: `article-${article}`,
    name: `条例第${chineseOrdinal(Number(article))}条`,
    requires,
  })),
  ...citedFormats.map(({ clause, title, number, requires }) => ({
    id: clause,
    name: `《${title}》（${number}）`,
    requires,
  })),
  {
    id: 'fee-rules',
    name: `《政府信息公开信息处理费管理办法》（${numberOfDocument(109)}）`,
    requires: ['信息处理费按件或者按量计收，同一件申请只能选一种；收费情况写在年度报告第六部分，单位是元。'],
  },
  {
    id: 'legislation',
    name: '《中华人民共和国立法法》',
    requires: ['规章由谁制定，见下面两条。其他机关没有权限制定规章，表中“规章”填0。'],
  },
  {
    id: 'legislation-91',
    name: '立法法第九十一条',
    requires: [
      '部门规章由国务院各部、委员会、中国人民银行、审计署、具有行政管理职能的直属机构以及法律规定的机构制定。',
    ],
  },
  {
    id: 'legislation-93',
    name: '立法法第九十三条',
    requires: ['地方政府规章由省、自治区、直辖市和设区的市、自治州的人民政府制定。'],
  },
];

const byId = new Map(clauses.map((clause) => [clause.id, clause]));

/** `undefined` for a clause that the page does not have. */
export function clauseById(id: ClauseId): Clause | undefined {
  return byId.get(id);
}
