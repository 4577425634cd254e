/** The columns of the standard tables, with their printed labels and what each counts. */
import type { ColumnSpec } from './edition';

function count(id: string, label: string, meaning: string, { name = label, unit = '件' } = {}): ColumnSpec {
  return { id, label, name, kind: 'count', unit, meaning };
}

/** The full name of a column without quotation marks, for places where space is short: `行政复议·结果维持`. */
export function plainColumnName({ name }: ColumnSpec): string {
  return name.replace(/“([^”]*)”$/, '·$1');
}

/** How the group of a column of table four is printed, e.g. `行政复议`. */
export function groupName({ name, label }: ColumnSpec): string {
  return name.replace(`“${label}”`, '');
}

/** Table three: 申请人情况. */
export const applicantColumns: readonly ColumnSpec[] = [
  count('natural-person', '自然人', '自然人提出的申请。'),
  count('enterprise', '商业企业', '商业企业提出的申请。'),
  count('research', '科研机构', '科研机构提出的申请。'),
  count('public-welfare', '社会公益组织', '社会公益组织提出的申请。'),
  count('legal-service', '法律服务机构', '法律服务机构提出的申请。'),
  count('other', '其他', '不属于前四类的法人或其他组织提出的申请；自然人不计在这里。'),
  count('total', '总计', '各类申请人之和，一件申请只计一次。'),
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
    count(`${group.id}.${outcome.id}`, outcome.label, outcome.meaning, {
      name: `${group.label}“${outcome.label}”`,
    }),
  ),
);

/** Table two, 第（一）项, 2021. */
export const documentColumns2021: readonly ColumnSpec[] = [
  count('issued', '本年制发件数', '本机关1月1日至12月31日制发的件数。'),
  count('repealed', '本年废止件数', '本机关1月1日至12月31日废止的件数。'),
  count('in-force', '现行有效件数', '到12月31日仍然有效的件数，包括往年制发的。'),
];

/** Table two, 第（五）、（六）项, 2021. */
export const decisionColumns2021: readonly ColumnSpec[] = [
  count('decisions', '本年处理决定数量', '本年作出的处理决定件数，不是事项数，也不是公示的条数。'),
];

/** Table two, 第（八）项, 2021. */
export const feeColumns2021: readonly ColumnSpec[] = [
  {
    id: 'fee',
    label: '本年收费金额',
    name: '本年收费金额',
    kind: 'amount',
    unit: '万元',
    meaning: '本年收取的金额，单位是万元，可以有小数。',
  },
];

/** Table two, 第（一）项, 2019. */
export const documentColumns2019: readonly ColumnSpec[] = [
  count('made', '本年新制作数量', '本年新制作的件数。'),
  count('newly-disclosed', '本年新公开数量', '本年新向社会公开的件数。'),
  count('disclosed-in-all', '对外公开总数量', '对外公开的总件数，包括往年公开的。'),
];

const previousItems = count('items-last-year', '上一年项目数量', '上一年的项目数，不是办件数。', { unit: '项' });
const itemChange: ColumnSpec = {
  id: 'change',
  label: '本年增/减',
  name: '本年增/减',
  kind: 'change',
  unit: '项',
  meaning: '项目数比上一年增加或者减少多少，可以带正负号。',
};

/** Table two, 第（五）、（六）项, 2019. */
export const decisionColumns2019: readonly ColumnSpec[] = [
  previousItems,
  itemChange,
  count('decisions', '处理决定数量', '本年作出的处理决定件数，不是事项数，也不是公示的条数。'),
];

/** Table two, 第（八）项, 2019. */
export const feeColumns2019: readonly ColumnSpec[] = [previousItems, itemChange];

/** Table two, 第（九）项, 2019. The form gives no unit for the sum. */
export const procurementColumns2019: readonly ColumnSpec[] = [
  count('projects', '采购项目数量', '本年政府集中采购的项目数。', { unit: '项' }),
  {
    id: 'sum',
    label: '采购总金额',
    name: '采购总金额',
    kind: 'amount',
    unit: '',
    meaning: '本年政府集中采购的总金额；格式没有规定单位。',
  },
];
