/** Table two of 2021 (主动公开政府信息情况). */
import { countColumn } from '../../columns';
import { disclosureItem, documentsMeaning, rulemaking, rulesMeaning } from '../../disclosure-rows';
import type { ColumnSpec, DisclosureItem } from '../../edition';

/** Table two, 第（一）项. */
const documentColumns: readonly ColumnSpec[] = [
  countColumn('issued', '本年制发件数', '本机关1月1日至12月31日制发的件数。'),
  countColumn('repealed', '本年废止件数', '本机关1月1日至12月31日废止的件数。'),
  countColumn('in-force', '现行有效件数', '到12月31日仍然有效的件数，包括往年制发的。'),
];

/** Table two, 第（五）、（六）项. */
const decisionColumns: readonly ColumnSpec[] = [
  countColumn('decisions', '本年处理决定数量', '本年作出的处理决定件数，不是事项数，也不是公示的条数。'),
];

/** Table two, 第（八）项. */
const feeColumns: readonly ColumnSpec[] = [
  {
    id: 'fee',
    label: '本年收费金额',
    name: '本年收费金额',
    kind: 'amount',
    unit: '万元',
    meaning: '本年收取的金额，单位是万元，可以有小数。',
  },
];

const licenceMeaning = '本年作出的行政许可决定数，含准予和不予许可，不是事项数或公示条数。';
const penaltyMeaning = '以本机关名义作出的决定数，不是网上公布的案件数。';
const coercionMeaning = '以本机关名义作出的行政强制决定数。';
const feeMeaning = '本年行政事业性收费金额，单位万元，可有小数；政府信息公开信息处理费写在第六部分，单位元。';

export const disclosureItems: readonly DisclosureItem[] = [
  disclosureItem('第二十条第（一）项', documentColumns, [
    ['administrative-rules', '规章', [], rulesMeaning, rulemaking],
    ['normative-documents', '行政规范性文件', ['规范性文件'], documentsMeaning],
  ]),
  disclosureItem('第二十条第（五）项', decisionColumns, [['licences', '行政许可', [], licenceMeaning]]),
  disclosureItem('第二十条第（六）项', decisionColumns, [
    ['penalties', '行政处罚', [], penaltyMeaning],
    ['coercion', '行政强制', [], coercionMeaning],
  ]),
  disclosureItem('第二十条第（八）项', feeColumns, [['fees', '行政事业性收费', [], feeMeaning]]),
];
