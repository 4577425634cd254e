/** The office's overview of figures on the page: a table for each of the form's, one row a report. */
import type { TableId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import type { EditionFigures, FigureColumn, ReportFigures } from './figure-tables';
import { figuresByEdition, tableTitle } from './figure-tables';
import { markupText } from './markup-text';
import type { FigureRecord, Result } from './result';

/** Of the table of requests the column of totals alone: the spreadsheet has all of it. */
export function reportFigures(results: readonly Result[]): readonly string[] {
  const byEdition = figuresByEdition(results);
  if (byEdition.length === 0) return [];
  return [
    '<section id="figures" class="figures"><h2>数据汇总</h2>',
    '<p class="soft">空白照原样留空；底色标出的是“/”、不是数字的字，和没有读出的格（？）。收到和处理申请的表只列“总计”一列，全部单元格见 xlsx。</p>',
    ...byEdition.flatMap((figures) => tableIds.flatMap((table) => figureTable(figures, table))),
    '</section>',
  ];
}

function figureTable({ edition, columns, results }: EditionFigures, table: TableId): readonly string[] {
  const own = columns.filter(({ ref }) => ref.table === table && (table !== 'requests' || ref.column === 'total'));
  const heads = own.map(({ name }) => (table === 'requests' ? name.replace(/·总计$/, '') : name));
  return [
    `<h3>${markupText(tableTitle(edition, table))}（${markupText(edition.id)}版格式）</h3>`,
    '<div class="scroll"><table>',
    `<thead><tr>${['机关', '年度', ...heads].map((head) => `<th scope="col">${markupText(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...results.map((result) => figureRow(result, own)),
    '</tbody></table></div>',
  ];
}

function figureRow({ record, figures }: ReportFigures, columns: readonly FigureColumn[]): string {
  const body = markupText(record.issuer ?? record.file);
  return [
    `<tr data-body="${body}" data-year="${record.year ?? ''}"><td class="name">${body}</td><td class="n">${record.year ?? ''}</td>`,
    ...columns.map(({ index }) => figureCell(figures[index] as FigureRecord)),
    '</tr>',
  ].join('');
}

function figureCell(figure: FigureRecord): string {
  switch (figure.kind) {
    case 'stated':
      return `<td class="n">${figure.value}</td>`;
    case 'blank':
      return '<td></td>';
    case 'unread':
      return '<td class="odd" title="没有读出">？</td>';
    default:
      return `<td class="odd">${markupText(figure.raw)}</td>`;
  }
}
