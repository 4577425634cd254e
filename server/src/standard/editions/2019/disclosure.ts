/** Table two of 2019 (主动公开政府信息情况). */
import { countColumn } from '../../columns';
import { disclosureItem, documentsMeaning, rulemaking, rulesMeaning } from '../../disclosure-rows';
import type { ColumnSpec, DisclosureItem } from '../../edition';

/** Table two, 第（一）项. */
const documentColumns: readonly ColumnSpec[] = [
  countColumn('made', '本年新制作数量', '本年新制作的件数。'),
  countColumn('newly-disclosed', '本年新公开数量', '本年新向社会公开的件数。'),
  countColumn('disclosed-in-all', '对外公开总数量', '对外公开的总件数，包括往年公开的。'),
];

const previousItems = countColumn('items-last-year', '上一年项目数量', '上一年的项目数，不是办件数。', { unit: '项' });
const itemChange: ColumnSpec = {
  id: 'change',
  label: '本年增/减',
  name: '本年增/减',
  kind: 'change',
  unit: '项',
  meaning: '项目数比上一年增加或者减少多少，可以带正负号。',
};

/** Table two, 第（五）、（六）项. */
const decisionColumns: readonly ColumnSpec[] = [
  previousItems,
  itemChange,
  countColumn('decisions', '处理决定数量', '本年作出的处理决定件数，不是事项数，也不是公示的条数。'),
];

/** Table two, 第（八）项. */
const feeColumns: readonly ColumnSpec[] = [previousItems, itemChange];

/** Table two, 第（九）项, 2019. The form gives no unit for the sum. */
const procurementColumns: readonly ColumnSpec[] = [
  countColumn('projects', '采购项目数量', '本年政府集中采购的项目数。', { unit: '项' }),
  {
    id: 'sum',
    label: '采购总金额',
    name: '采购总金额',
    kind: 'amount',
    unit: '',
    meaning: '本年政府集中采购的总金额；格式没有规定单位。',
  },
];

const licenceMeaning = '行政许可的项目数和处理决定数；处理决定含准予和不予许可，不是公示条数。';
const penaltyMeaning = '行政处罚的项目数，以及以本机关名义作出的决定数。';
const coercionMeaning = '行政强制的项目数，以及以本机关名义作出的决定数。';
const feeMeaning = '行政事业性收费的项目数；这一版不填金额。';

export const disclosureItems: readonly DisclosureItem[] = [
  disclosureItem('第二十条第（一）项', documentColumns, [
    ['administrative-rules', '规章', [], rulesMeaning, rulemaking],
    ['normative-documents', '规范性文件', ['行政规范性文件'], documentsMeaning],
  ]),
  disclosureItem('第二十条第（五）项', decisionColumns, [
    ['licences', '行政许可', [], licenceMeaning],
    ['other-services', '其他对外管理服务事项', ['其他对外管理服务'], '其他对外管理服务事项的项目数和处理决定数。'],
  ]),
  disclosureItem('第二十条第（六）项', decisionColumns, [
    ['penalties', '行政处罚', [], penaltyMeaning],
    ['coercion', '行政强制', [], coercionMeaning],
  ]),
  disclosureItem('第二十条第（八）项', feeColumns, [['fees', '行政事业性收费', [], feeMeaning]]),
  disclosureItem('第二十条第（九）项', procurementColumns, [
    ['procurement', '政府集中采购', [], '政府集中采购的项目数量和总金额（2021年版已取消）。'],
  ]),
];
