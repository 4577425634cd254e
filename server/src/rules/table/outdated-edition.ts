/** The tables of another edition than the one that applies to the report's year. */
import { replaceFormFixes } from '../../fixes/edition-fixes';
import { foreignForm } from '../../report/tables/form-edition';
import { signOfForm } from '../../report/tables/form-sign';
import { printForm } from '../../standard/blank-form';
import type { TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { editionFor, editions } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { succession } from '../../standard/succession';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

const thisYear = ['2020年', '2022年'] as const;
const renamed = [thisYear, thisYear, thisYear, thisYear];
/** What both have is carried over. */
const form = (table: TableId): string =>
  printForm(
    editions['2021'].tables[table],
    'markdown',
    (ref) => (succession(editions['2021'], editions['2019'], ref).length > 0 ? '0' : ''),
    '\n',
  );
const marked = (text: string): string => `⟦table/outdated-edition: ${text}⟧`;

export const outdatedEdition: Rule = {
  meta: {
    id: 'table/outdated-edition',
    severity: 'error',
    title: '表格版本不对',
    summary: '表格不是报告年度适用的那一版格式的表格。',
    why: '各版表格统计的内容不同，例如2019年试行的表格没有制发、废止、现行有效件数；用错版本，数据无法与其他机关汇总。',
    clause: formatClause,
    whatToDo: '换成适用的那一版表格，两版都有的数字照填，其余按那一版的口径重新统计。',
    fixes: ['换成适用的那一版表格，沿用两版都有的数字（归并成一行的也一样），其余可选留空或填0。'],
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
      return edition === undefined ? [] : [{ table, edition, span: signOfForm(report, table, edition) }];
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
