/** The columns of the standard tables, with their printed labels and what each counts. */
import type { ColumnSpec } from './edition';

/** A column of whole numbers. */
export function countColumn(
  id: string,
  label: string,
  meaning: string,
  { name = label, unit = '件' } = {},
): ColumnSpec {
  return { id, label, name, kind: 'count', unit, meaning };
}

/** The full name of a column without quotation marks, for places where space is short: `行政复议·结果维持`. */
export function plainColumnName({ name }: ColumnSpec): string {
  return name.replace(/“([^“”]*)”$/, '·$1');
}

/** How the group of a column of table four is printed, e.g. `行政复议`. */
export function groupName({ name, label }: ColumnSpec): string {
  return name.replace(`“${label}”`, '');
}

/** Table three: 申请人情况. */
export const applicantColumns: readonly ColumnSpec[] = [
  countColumn('natural-person', '自然人', '自然人提出的申请。'),
  countColumn('enterprise', '商业企业', '商业企业提出的申请。'),
  countColumn('research', '科研机构', '科研机构提出的申请。'),
  countColumn('public-welfare', '社会公益组织', '社会公益组织提出的申请。'),
  countColumn('legal-service', '法律服务机构', '法律服务机构提出的申请。'),
  countColumn('other', '其他', '不属于前四类的法人或其他组织提出的申请；自然人不计在这里。'),
  countColumn('total', '总计', '各类申请人之和，一件申请只计一次。'),
];

/** The three groups of table four. */
export const caseGroups = [
  { id: 'reconsideration', label: '行政复议', meaning: '因政府信息公开工作被申请行政复议的案件。' },
  { id: 'direct-litigation', label: '未经复议直接起诉', meaning: '没有经过行政复议、直接提起行政诉讼的案件。' },
  {
    id: 'litigation-after-reconsideration',
    label: '复议后起诉',
    meaning: '经过行政复议以后又提起行政诉讼的案件。',
  },
] as const;

/** The five outcomes within each group of table four. */
export const caseOutcomes = [
  { id: 'upheld', label: '结果维持', meaning: '已审结，结果是维持本机关原处理的案件。' },
  { id: 'corrected', label: '结果纠正', meaning: '已审结，结果是纠正本机关原处理的案件。' },
  { id: 'otherwise', label: '其他结果', meaning: '已审结，结果既不是维持也不是纠正的案件。' },
  { id: 'pending', label: '尚未审结', meaning: '到12月31日还没有审结的案件。' },
  { id: 'total', label: '总计', meaning: '前四种结果之和。' },
] as const;

/** Table four: 15 figures in one row. */
export const caseColumns: readonly ColumnSpec[] = caseGroups.flatMap((group) =>
  caseOutcomes.map((outcome) =>
    countColumn(`${group.id}.${outcome.id}`, outcome.label, outcome.meaning, {
      name: `${group.label}“${outcome.label}”`,
    }),
  ),
);
