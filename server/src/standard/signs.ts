/** Words by which a table, or the edition of a form, is recognised before it is read. All folded. */
import type { TableId } from './edition';
import { fold } from './label-folding';

/** Words, folded. */
const allFolded = (list: readonly string[]): readonly string[] => list.map(fold);

/** Words that occur in one of the three tables. */
export const tableSigns: Readonly<Record<TableId, readonly string[]>> = {
  disclosure: allFolded([
    '第二十条第',
    '信息内容',
    '规章',
    '规范性文件',
    '行政许可',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
    '制发件数',
    '处理决定数量',
    '收费金额',
    '新制作数量',
    '政府集中采购',
  ]),
  requests: allFolded([
    '本年新收',
    '上年结转',
    '本年度办理结果',
    '予以公开',
    '部分公开',
    '不予公开',
    '无法提供',
    '国家秘密',
    '三安全一稳定',
    '第三方合法权益',
    '内部事务信息',
    '过程性信息',
    '行政执法案卷',
    '行政查询事项',
    '不掌握相关',
    '没有现成信息',
    '重复申请',
    '公开出版物',
    '逾期不补正',
    '结转下年度',
    '勾稽关系',
    '申请人情况',
  ]),
  review: allFolded(['行政复议', '行政诉讼', '结果维持', '结果纠正', '尚未审结', '未经复议', '复议后起诉']),
};

/** Labels of the header of table four, by which its one row of figures is found. */
export const reviewHeaderSigns: readonly string[] = allFolded([
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '未经复议直接起诉',
  '复议后起诉',
  '总计',
]);

/** All words of the header of table four. */
export const reviewHeadWords: readonly string[] = [...reviewHeaderSigns, ...allFolded(['行政复议', '行政诉讼'])];

/** The names over the three groups of columns of table four, in order. */
export const caseGroupSigns: readonly string[] = allFolded(['行政复议', '未经复议直接起诉', '复议后起诉']);

/** Headings of the reports before 2019, which followed article 32 of the old regulation. */
export const oldFormatSigns: readonly string[] = allFolded([
  '收费及减免',
  '收费和减免',
  '申请行政复议、提起行政诉讼和申诉',
  '不予公开政府信息的情况',
]);

/** Labels that only these reports have, as words of a text without white space: three of them tell a report by its tables. */
export const ownLabels: readonly string[] = allFolded([
  '本年新收政府信息公开申请数量',
  '上年结转政府信息公开申请数量',
  '结转下年度继续办理',
  '本年度办理结果',
  '区分处理的，只计这一情形，不计其他情形',
  '其他法律行政法规禁止公开',
  '危及“三安全一稳定”',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政查询事项',
  '本机关不掌握相关政府信息',
  '没有现成信息需要另行制作',
  '补正后申请内容仍不明确',
  '信访举报投诉类申请',
  '要求提供公开出版物',
  '无正当理由大量反复申请',
  '要求行政机关确认或重新出具已获取信息',
  '结果维持',
  '结果纠正',
  '尚未审结',
  '未经复议直接起诉',
  '复议后起诉',
  '本年制发件数',
  '本年废止件数',
  '现行有效件数',
  '本年处理决定数量',
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
]);

/** Rows of table two, which other texts have too: they tell a report only together, each before its figures. */
export const disclosureLabels: readonly string[] = allFolded([
  '规章',
  '行政规范性文件',
  '规范性文件',
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政事业性收费',
]);
