/** The printed form as a report: an invented body's, without a defect unless its figures make one. */
import { printReport } from '../../server/src/standard/blank-form';
import type { EditionId } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';

/** A year of each edition. */
export const yearOf = { '2021': 2023, '2019': 2020 } as const;

export interface Printing {
  readonly layout?: Layout;
  readonly edition?: EditionId;
  readonly issuer?: string;
  readonly year?: number;
  readonly eol?: string;
  /** Figures other than 0, by `table/row/column`; empty is a blank. */
  readonly figures?: Readonly<Record<string, string>>;
}

export function printed({
  layout = 'tsv',
  edition = '2021',
  issuer = '云岭县清溪镇人民政府',
  year = edition === '2019' ? yearOf['2019'] : yearOf['2021'],
  eol = '\n',
  figures = {},
}: Printing = {}): string {
  return printReport(editionOf(edition), {
    layout,
    issuer,
    year,
    eol,
    figures: ({ table, row, column }) => figures[`${table}/${row}/${column}`] ?? '0',
  });
}
