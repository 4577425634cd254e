/** The three tables of an edition, from its rows. */
import { phrase } from '../text/wording';
import { caseColumns } from './columns';
import type { DisclosureItem, Edition, RowSpec, Tables } from './edition';
import { disclosureForm, disclosureWidth, requestsForm, requestsWidth, reviewForm, reviewWidth } from './forms';
import { relationsOver } from './relations/relations-over';

const caseRow: RowSpec = {
  id: 'cases',
  label: '行政复议、行政诉讼',
  aliases: [],
  columns: caseColumns,
  meaning: '只计因本机关政府信息公开工作引起、本机关作被申请人或被告的案件。',
  clauses: [],
};

/** The tables of an edition with the relations over them. */
export function tablesAndRelations(
  items: readonly DisclosureItem[],
  requestRows: readonly RowSpec[],
): Pick<Edition, 'tables' | 'relations' | 'notices'> {
  const tables = editionTables(items, requestRows);
  return { tables, ...relationsOver(tables) };
}

function editionTables(items: readonly DisclosureItem[], requestRows: readonly RowSpec[]): Tables {
  return {
    disclosure: {
      id: 'disclosure',
      section: 'disclosure',
      name: phrase`第二部分“主动公开政府信息情况”表`,
      rows: items.flatMap((item) => item.rows),
      form: disclosureForm(items),
      formWidth: disclosureWidth,
    },
    requests: {
      id: 'requests',
      section: 'requests',
      name: phrase`第三部分“收到和处理政府信息公开申请情况”表`,
      rows: requestRows,
      form: requestsForm(requestRows),
      formWidth: requestsWidth(requestRows),
    },
    review: {
      id: 'review',
      section: 'review',
      name: phrase`第四部分“政府信息公开行政复议、行政诉讼情况”表`,
      rows: [caseRow],
      form: reviewForm(caseRow),
      formWidth: reviewWidth,
    },
  };
}
