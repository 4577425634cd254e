/** The rows of table two (主动公开政府信息情况), by the item of article 20 that each stands under. */
import type { ClauseId } from './clauses';
import { rulemakingClauses } from './clauses';
import type { ColumnSpec, DisclosureItem, RowSpec } from './edition';
import type { RowData } from './row-data';
import { rowFrom } from './row-data';

/** Every block of table two is headed by an item of this article. */
const blockClause: ClauseId = 'article-20';

/** What the meaning of the rules' row names. */
export const rulemaking: readonly ClauseId[] = rulemakingClauses.map(({ clause }) => clause);

export function disclosureItem(
  heading: string,
  columns: readonly ColumnSpec[],
  data: readonly RowData[],
): DisclosureItem {
  const rows = data.map((row) => rowFrom(row, { group: heading, groupClauses: [blockClause], columns }));
  return { heading, columns, rows };
}

/** The items that rows of table two stand under, in their order. */
export function disclosureItemsOf(rows: readonly RowSpec[]): readonly DisclosureItem[] {
  const headings = [...new Set(rows.map(({ group = '' }) => group))];
  return headings.map((heading) => {
    const own = rows.filter(({ group }) => group === heading);
    return { heading, columns: own[0]?.columns ?? [], rows: own };
  });
}

export const rulesMeaning = '只有依法有权制定规章的机关填写，其他机关填0（《立法法》第九十一条、第九十三条）。';
export const documentsMeaning = '按行政规范性文件程序制定、反复适用、普遍约束的文件；政策文件、公文、发文不计入。';
