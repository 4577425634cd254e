/** The columns of the standard tables, with their printed labels. */
import type { ColumnSpec } from './edition';

function count(id: string, label: string, name = label, unit = '件'): ColumnSpec {
  return { id, label, name, kind: 'count', unit };
}

/** The full name of a column without quotation marks, for places where space is short: `行政复议·结果维持`. */
export function plainColumnName({ name }: ColumnSpec): string {
  return name.replace(/“([^”]*)”$/, '·$1');
}

/** Table three: 申请人情况. */
export const applicantColumns: readonly ColumnSpec[] = [
  count('natural-person', '自然人'),
  count('enterprise', '商业企业'),
  count('research', '科研机构'),
  count('public-welfare', '社会公益组织'),
  count('legal-service', '法律服务机构'),
  count('other', '其他'),
  count('total', '总计'),
];

/** The three groups of table four. */
export const caseGroups = [
  { id: 'reconsideration', label: '行政复议' },
  { id: 'direct-litigation', label: '未经复议直接起诉' },
  { id: 'litigation-after-reconsideration', label: '复议后起诉' },
] as const;

/** The five outcomes within each group of table four. */
export const caseOutcomes = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'otherwise', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计' },
] as const;

/** Table four: 15 figures in one row. */
export const caseColumns: readonly ColumnSpec[] = caseGroups.flatMap((group) =>
  caseOutcomes.map((outcome) => count(`${group.id}.${outcome.id}`, outcome.label, `${group.label}“${outcome.label}”`)),
);

/** Table two, 第（一）项, 2021. */
export const documentColumns2021: readonly ColumnSpec[] = [
  count('issued', '本年制发件数'),
  count('repealed', '本年废止件数'),
  count('in-force', '现行有效件数'),
];

/** Table two, 第（五）、（六）项, 2021. */
export const decisionColumns2021: readonly ColumnSpec[] = [count('decisions', '本年处理决定数量')];

/** Table two, 第（八）项, 2021. */
export const feeColumns2021: readonly ColumnSpec[] = [
  { id: 'fee', label: '本年收费金额', name: '本年收费金额', kind: 'amount', unit: '万元' },
];

/** Table two, 第（一）项, 2019. */
export const documentColumns2019: readonly ColumnSpec[] = [
  count('made', '本年新制作数量'),
  count('newly-disclosed', '本年新公开数量'),
  count('disclosed-in-all', '对外公开总数量'),
];

const previousItems = count('items-last-year', '上一年项目数量', '上一年项目数量', '项');
const itemChange: ColumnSpec = { id: 'change', label: '本年增/减', name: '本年增/减', kind: 'change', unit: '项' };

/** Table two, 第（五）、（六）项, 2019. */
export const decisionColumns2019: readonly ColumnSpec[] = [
  previousItems,
  itemChange,
  count('decisions', '处理决定数量'),
];

/** Table two, 第（八）项, 2019. */
export const feeColumns2019: readonly ColumnSpec[] = [previousItems, itemChange];

/** Table two, 第（九）项, 2019. The form gives no unit for the sum. */
export const procurementColumns2019: readonly ColumnSpec[] = [
  count('projects', '采购项目数量', '采购项目数量', '项'),
  { id: 'sum', label: '采购总金额', name: '采购总金额', kind: 'amount', unit: '' },
];
