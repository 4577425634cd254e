/** The rows of table two (主动公开政府信息情况), with the item of article 20 that each stands under. */

import { rulemakingClauses } from './clauses';
import {
  decisionColumns2019,
  decisionColumns2021,
  documentColumns2019,
  documentColumns2021,
  feeColumns2019,
  feeColumns2021,
  procurementColumns2019,
} from './columns';
import type { ClauseId, ColumnSpec, RowSpec } from './edition';

/** One item of article 20 with its rows; the group label is the item's printed heading. */
export interface DisclosureItem {
  readonly heading: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

type RowData = readonly [
  id: string,
  label: string,
  aliases: readonly string[],
  meaning: string,
  clauses?: readonly ClauseId[],
];

/** Every block of table two is headed by an item of this article. */
const blockClause: ClauseId = 'article-20';
const rulemaking = rulemakingClauses.map(({ clause }) => clause);

function item(heading: string, columns: readonly ColumnSpec[], data: readonly RowData[]): DisclosureItem {
  const rows = data.map(([id, label, aliases, meaning, clauses = []]) => ({
    id,
    label,
    aliases,
    group: heading,
    groupClauses: [blockClause],
    columns,
    meaning,
    clauses,
  }));
  return { heading, columns, rows };
}

const rulesMeaning = '只有依法有权制定规章的机关填写，其他机关填0（《立法法》第九十一条、第九十三条）。';
const documentsMeaning = '按行政规范性文件程序制定、反复适用、普遍约束的文件；政策文件、公文、发文不计入。';
const licenceMeaning = '本年作出的行政许可决定数，含准予和不予许可，不是事项数或公示条数。';
const penaltyMeaning = '以本机关名义作出的决定数，不是网上公布的案件数。';
const coercionMeaning = '以本机关名义作出的行政强制决定数。';
const licenceMeaning2019 = '行政许可的项目数和处理决定数；处理决定含准予和不予许可，不是公示条数。';
const penaltyMeaning2019 = '行政处罚的项目数，以及以本机关名义作出的决定数。';
const coercionMeaning2019 = '行政强制的项目数，以及以本机关名义作出的决定数。';
const feeMeaning2019 = '行政事业性收费的项目数；这一版不填金额。';
const feeMeaning = '本年行政事业性收费金额，单位万元，可有小数；政府信息公开信息处理费写在第六部分，单位元。';

export const disclosureItems2021: readonly DisclosureItem[] = [
  item('第二十条第（一）项', documentColumns2021, [
    ['administrative-rules', '规章', [], rulesMeaning, rulemaking],
    ['normative-documents', '行政规范性文件', ['规范性文件'], documentsMeaning],
  ]),
  item('第二十条第（五）项', decisionColumns2021, [['licences', '行政许可', [], licenceMeaning]]),
  item('第二十条第（六）项', decisionColumns2021, [
    ['penalties', '行政处罚', [], penaltyMeaning],
    ['coercion', '行政强制', [], coercionMeaning],
  ]),
  item('第二十条第（八）项', feeColumns2021, [['fees', '行政事业性收费', [], feeMeaning]]),
];

export const disclosureItems2019: readonly DisclosureItem[] = [
  item('第二十条第（一）项', documentColumns2019, [
    ['administrative-rules', '规章', [], rulesMeaning, rulemaking],
    ['normative-documents', '规范性文件', ['行政规范性文件'], documentsMeaning],
  ]),
  item('第二十条第（五）项', decisionColumns2019, [
    ['licences', '行政许可', [], licenceMeaning2019],
    ['other-services', '其他对外管理服务事项', ['其他对外管理服务'], '其他对外管理服务事项的项目数和处理决定数。'],
  ]),
  item('第二十条第（六）项', decisionColumns2019, [
    ['penalties', '行政处罚', [], penaltyMeaning2019],
    ['coercion', '行政强制', [], coercionMeaning2019],
  ]),
  item('第二十条第（八）项', feeColumns2019, [['fees', '行政事业性收费', [], feeMeaning2019]]),
  item('第二十条第（九）项', procurementColumns2019, [
    ['procurement', '政府集中采购', [], '政府集中采购的项目数量和总金额（2021年版已取消）。'],
  ]),
];
