/** What is in force at the year's end is what was at the last one's, with what was issued and without what was repealed. */
import { cellPlace, figureOf } from '../../series/cell-places';
import type { Entry } from '../../series/series';
import type { CellRef } from '../../standard/edition';
import { editionOf, rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

export const documentStockMismatch: SeriesRule = {
  meta: {
    id: 'series/document-stock-mismatch',
    severity: 'information',
    title: '现行有效件数与上一年对不上',
    summary: '规章、行政规范性文件的“现行有效件数”不等于上一年的现行有效件数加本年制发、减本年废止。',
    why: '现行有效件数是存量，一年里只因制发和废止而增减；对不上的，多半是其中一年漏计，或者清理、失效的没有计入废止。',
    clause: formatClause,
    whatToDo: '核对两年的文件目录。清理后自行失效的，各地计法不一，确实无误的可以不改。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '上一年有效5件，本年制发1件、没有废止，现行有效却写7件',
        reports: [
          { file: '2021.md', year: 2021, figures: documents('0', '0', '5'), focus: '行政规范性文件' },
          { file: '2022.md', figures: documents('1', '0', '⟦series/document-stock-mismatch: 7⟧') },
        ],
      },
    ],
    good: [
      {
        shows: '上一年有效5件，本年制发1件，废止2件，现行有效4件',
        reports: [
          { file: '2021.md', year: 2021, figures: documents('0', '0', '5'), focus: '行政规范性文件' },
          { file: '2022.md', figures: documents('1', '2', '4'), focus: '行政规范性文件' },
        ],
      },
    ],
  },
  *check(entry, { byYear }) {
    const { year, edition } = entry.record;
    const before = year === null ? undefined : byYear(entry).get(year - 1);
    if (year === null || before === undefined) return;
    for (const row of ['administrative-rules', 'normative-documents']) {
      const [issued, repealed, inForce] = [
        stock(entry, row, 'issued'),
        stock(entry, row, 'repealed'),
        stock(entry, row, 'in-force'),
      ];
      if (issued === undefined || repealed === undefined || inForce === undefined) continue;
      const lasts = before.map((last) => ({ last, was: stock(last, row, 'in-force') }));
      if (lasts.some(({ was }) => was === undefined || was + issued - repealed === inForce)) continue;
      const [{ last, was }] = lasts as [{ last: Entry; was: number }];
      const { label } = rowSpec(editionOf(edition), 'disclosure', row);
      yield {
        range: cellPlace(entry.record, cell(row, 'in-force')),
        message: phrase`${label}现行有效${String(inForce)}件，而${String(year - 1)}年年报现行有效${String(was)}件，加本年制发${String(issued)}件，减本年废止${String(repealed)}件，应为${String(was + issued - repealed)}件。`,
        names: [label],
        key: row,
        related: [
          {
            file: last.record.file,
            range: cellPlace(last.record, cell(row, 'in-force')),
            message: phrase`${String(year - 1)}年的现行有效件数`,
          },
        ],
      };
    }
  },
};

function stock(entry: Entry, row: string, column: string): number | undefined {
  return figureOf(entry.record, cell(row, column));
}

function cell(row: string, column: string): CellRef {
  return { table: 'disclosure', row, column };
}

function documents(issued: string, repealed: string, inForce: string): Readonly<Record<string, string>> {
  return {
    'disclosure/normative-documents/issued': issued,
    'disclosure/normative-documents/repealed': repealed,
    'disclosure/normative-documents/in-force': inForce,
  };
}
