/** The tables of another edition than the one that applies to the report's year. */
import { replaceFormFixes } from '../../fixes/edition-fixes';
import type { Report } from '../../report/report';
import { foreignForm } from '../../report/tables/form-edition';
import { printForm } from '../../standard/blank-form';
import type { EditionId, TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { editionFor, editionOf, editions } from '../../standard/editions';
import { signsOfForm } from '../../standard/form-signs';
import { formatClause } from '../../standard/format-clause';
import { fold, foldWithOffsets } from '../../standard/label-folding';
import type { Span } from '../../text/span';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

const thisYear = ['2020年', '2022年'] as const;
const renamed = [thisYear, thisYear, thisYear, thisYear];
const form = (table: TableId): string => printForm(editions['2021'].tables[table], 'markdown', 'zero', '\n');
const marked = (text: string): string => `⟦table/outdated-edition: ${text}⟧`;

export const outdatedEdition: Rule = {
  meta: {
    id: 'table/outdated-edition',
    severity: 'error',
    title: '表格版本不对',
    summary: '2021年及以后的报告用了2019年版（试行）的表格，或者2019年、2020年的报告用了2021年版的表格。',
    why: '两版表格统计的内容不同：旧版没有制发、废止、现行有效件数，“其他处理”只有一行；用错版本，数据无法与其他机关汇总。',
    clause: formatClause,
    whatToDo: '换成适用的那一版表格，两版都有的数字照填，其余按新的口径重新统计。',
    fixes: [
      '换成适用的那一版表格，沿用两版都有的数字（旧版“（六）其他处理”一行的数填在“3.其他”），其余可选填0或留空。',
    ],
  },
  examples: {
    bad: [
      {
        shows: '2022年的报告用了2019年版的表格',
        edition: '2019',
        changes: [...renamed, ['本年新制作数量', marked('本年新制作数量')]],
        fixed: [...renamed, ['{disclosure}', form('disclosure')], ['{requests}', form('requests')]],
      },
    ],
    good: [
      { shows: '2022年的报告用2021年版的表格', focus: '本年制发件数' },
      { shows: '2020年的报告用2019年版的表格', edition: '2019', focus: '本年新制作数量' },
    ],
  },
  *check(report) {
    const foreign = tableIds.flatMap((table) => {
      const edition = foreignForm(report, table);
      return edition === undefined ? [] : [{ table, edition, span: signOf(report, table, edition) }];
    });
    const [first, ...more] = foreign;
    if (first === undefined) return;
    const { id, format } = report.edition;
    const names = listed(
      foreign.map(({ table }) => report.edition.tables[table].name),
      '和',
    );
    const isOwnYears = report.year !== null && editionFor(report.year).id === id;
    const period = isOwnYears ? phrase`${String(report.year)}年的报告` : phrase`本报告`;
    yield {
      span: first.span,
      message: phrase`${names}是${first.edition}年版的表格，${period}应使用${id}年版（${format.number}）的表格。`,
      about: { names: foreign.flatMap(({ table }) => tableNames(report.edition, table)) },
      key: foreign.map(({ table }) => table).join(' '),
      related: more.map(({ table, span, edition }) => ({
        span,
        message: phrase`${report.edition.tables[table].name}也是${edition}年版的`,
      })),
      fixes: () =>
        replaceFormFixes(
          report,
          foreign.map(({ table }) => table),
          first.edition,
        ),
    };
  },
};

/** The wording by which the table shows its edition; its first line where that cannot be found. */
function signOf(report: Report, id: TableId, edition: EditionId): Span {
  const table = report.tables[id];
  if (table.state === 'missing') return { start: 0, end: 0 };
  const row = table.unknownRows.find(({ label }) => isRowOf(edition, id, label.text));
  if (id !== 'disclosure' && row !== undefined) return row.label.span;
  const folded = foldWithOffsets(report.text, table.span.start, table.span.end);
  for (const sign of signsOfForm(edition)) {
    const at = folded.text.indexOf(sign);
    if (at < 0) continue;
    return { start: folded.offsets[at] as number, end: (folded.offsets[at + sign.length - 1] as number) + 1 };
  }
  return row?.label.span ?? table.span;
}

function isRowOf(edition: EditionId, table: TableId, label: string): boolean {
  const folded = fold(label);
  return editionOf(edition).tables[table].rows.some((row) =>
    [row.label, ...row.aliases].some((name) => fold(name) === folded),
  );
}
