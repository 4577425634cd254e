/** The two editions of the official format (政府信息公开工作年度报告格式), complete. */

import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { caseColumns, caseGroups } from './columns';
import type { DisclosureItem } from './disclosure-rows';
import { disclosureItems2019, disclosureItems2021 } from './disclosure-rows';
import type {
  CellRef,
  ColumnSpec,
  Edition,
  EditionId,
  RowSpec,
  SectionId,
  SectionSpec,
  TableId,
  TableSpec,
} from './edition';
import { disclosureForm, disclosureWidth, requestsForm, requestsWidth, reviewForm, reviewWidth } from './forms';
import { relationsOver } from './relations/relations-over';
import { requestRows2019, requestRows2021 } from './request-rows';
import { sections } from './sections';

const caseRow: RowSpec = {
  id: 'cases',
  label: '行政复议、行政诉讼',
  aliases: [],
  columns: caseColumns,
  meaning: '只计因本机关政府信息公开工作引起、本机关作被申请人或被告的案件。',
};

function contentOf(items: readonly DisclosureItem[], requestRows: readonly RowSpec[]) {
  const tables = tablesOf(items, requestRows);
  return { tables, ...relationsOver(tables) };
}

function tablesOf(items: readonly DisclosureItem[], requestRows: readonly RowSpec[]): Record<TableId, TableSpec> {
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
      formWidth: requestsWidth,
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

export const editions: Readonly<Record<EditionId, Edition>> = {
  '2021': {
    id: '2021',
    document: '国办公开办函〔2021〕30号',
    years: { first: 2021 },
    sections,
    ...contentOf(disclosureItems2021, requestRows2021),
  },
  '2019': {
    id: '2019',
    document: '国办公开办函〔2019〕60号',
    years: { first: 2019, last: 2020 },
    sections,
    ...contentOf(disclosureItems2019, requestRows2019),
  },
};

/** The first year that has a format of this kind; earlier reports follow the old article 32. */
export const firstYear = 2019;

/** The edition for a reporting year; the one in force where the year is unknown. */
export function editionFor(year: number | null): Edition {
  return year === 2019 || year === 2020 ? editions['2019'] : editions['2021'];
}

/** @throws RangeError for a section that is not one of the six (a programming error). */
export function sectionSpec(edition: Edition, id: SectionId): SectionSpec {
  const spec = edition.sections.find((section) => section.id === id);
  if (spec === undefined) throw new RangeError(`no section ${id}`);
  return spec;
}

/** @throws RangeError for a row that the edition's table does not have. */
export function rowSpec(edition: Edition, table: TableId, row: string): RowSpec {
  const spec = edition.tables[table].rows.find((candidate) => candidate.id === row);
  if (spec === undefined) throw new RangeError(`no row ${row} in table ${table} of edition ${edition.id}`);
  return spec;
}

/** @throws RangeError for a cell that the edition does not have. */
export function columnSpec(edition: Edition, ref: CellRef): ColumnSpec {
  const spec = rowSpec(edition, ref.table, ref.row).columns.find((column) => column.id === ref.column);
  if (spec === undefined) throw new RangeError(`no column ${ref.column} in row ${ref.row}`);
  return spec;
}

/** How a message calls a cell: `“自然人”列（七）总计`, `行政复议“结果维持”`, `行政许可“本年处理决定数量”`. */
export function cellName(edition: Edition, ref: CellRef): Wording {
  const column = columnSpec(edition, ref);
  if (ref.table === 'review') {
    const group = caseGroups.find(({ id }) => ref.column.startsWith(`${id}.`));
    return group === undefined ? column.name : phrase`${group.label}“${column.label}”`;
  }
  const row = rowSpec(edition, ref.table, ref.row);
  return ref.table === 'requests' ? phrase`“${column.name}”列${row.label}` : phrase`${row.label}“${column.name}”`;
}
