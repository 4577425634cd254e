/** Fewer documents in force than were issued in the year and not repealed. */
import { figureAt, printedFigure } from '../../audit/figures';
import { compareExact, printExact, subtractExact } from '../../quantity/exact';
import { citedIn, documentBlock, formatClause } from '../../standard/clauses';
import type { CellRef } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import { phrase } from '../../text/wording';
import { cellWords } from '../relation-words';
import type { Rule } from '../rule';
import { cellNames } from '../wording';

export const documentStock: Rule = {
  meta: {
    id: 'relation/document-stock',
    severity: 'information',
    title: '现行有效件数偏少',
    summary: '第二部分表里，规章或行政规范性文件的现行有效件数少于本年制发减去本年废止的件数。',
    why: '本年制发又没有废止的文件，12月31日应当现行有效；本年制发的文件当年又失效的，可以少于这个数。',
    clause: (edition) =>
      citedIn(formatClause(edition), (format) => phrase`${format}第二部分表“第二十条第（一）项”`, documentBlock),
    whatToDo: '核对现行有效件数是不是12月31日的存量；确有当年制发当年失效的，不必改动。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '制发3件、废止1件，现行有效只有1件',
        figures: {
          'disclosure/normative-documents/issued': '3',
          'disclosure/normative-documents/repealed': '1',
          'disclosure/normative-documents/in-force': '1',
        },
        changes: [['行政规范性文件 | 3 | 1 | 1 |', '行政规范性文件 | 3 | 1 | ⟦relation/document-stock: 1⟧ |']],
      },
    ],
    good: [
      {
        shows: '制发3件、废止1件，现行有效2件',
        figures: {
          'disclosure/normative-documents/issued': '3',
          'disclosure/normative-documents/repealed': '1',
          'disclosure/normative-documents/in-force': '2',
        },
        focus: '行政规范性文件',
      },
    ],
  },
  *check(report, { figures }) {
    if (report.edition.id !== '2021') return;
    for (const row of ['administrative-rules', 'normative-documents']) {
      const refs = ['issued', 'repealed', 'in-force'].map((column): CellRef => ({ table: 'disclosure', row, column }));
      const cells = refs.map((ref) => figureAt(figures, ref));
      const [issued, repealed, stock] = cells;
      if (issued?.kind !== 'stated' || repealed?.kind !== 'stated' || stock?.kind !== 'stated') continue;
      const least = subtractExact(issued.value, repealed.value);
      if (repealed.value.units < 0 || stock.value.units < 0 || compareExact(stock.value, least) >= 0) continue;
      yield {
        span: stock.span,
        message: phrase`${cellName(report.edition, refs[2] as CellRef)}填的是${printedFigure(stock)}，少于本年制发的${printedFigure(issued)}减去本年废止的${printedFigure(repealed)}（${printExact(least)}），本年制发又没有废止的应计入现行有效。`,
        about: { names: cellNames(report.edition, refs[2] as CellRef) },
        key: row,
        related: [issued, repealed].map(({ span }, i) => {
          const cell = refs[i] as CellRef;
          return { span, message: cellWords(figures, cell), cell };
        }),
      };
    }
  },
};
