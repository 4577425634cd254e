/** A run as a workbook: what it comes to, its reports, its findings, and all figures, one row a report. */

import { severityNames, severityOrder } from '../findings/severity-names';
import { ruleById } from '../rules/registry';
import { levelNames } from '../standard/levels';
import { worded } from '../text/wording';
import { findingColumns, findingRows } from './csv-format';
import type { EditionFigures, ReportFigures } from './figure-tables';
import { figuresByEdition, tableTitle } from './figure-tables';
import type { Run, WholeFormat } from './output-format';
import { ruleSpreads, severityCounts, statusNames } from './overview';
import { ownWorkbookTitle } from './own-page';
import type { FigureRecord, Result } from './result';
import type { CellLook, Sheet, Workbook, WorkbookCell } from './workbook';

/** @param write the bytes of a workbook. */
export function workbookFormat(write: (workbook: Workbook) => Promise<Uint8Array>): WholeFormat {
  return { needs: ['places', 'figures'], whole: (run) => write(workbookOf(run)) };
}

export function workbookOf(run: Run): Workbook {
  const { results } = run;
  return {
    sheets: [
      overviewSheet(run),
      reportSheet(results),
      findingSheet(results),
      ...figuresByEdition(results).map(figureSheet),
    ],
  };
}

function overviewSheet({ tool, totals, results }: Run): Sheet {
  const { results: counts, findings, coverage, waived, known } = totals;
  const rows: (readonly WorkbookCell[])[] = [
    ['审核（份）', counts.audited],
    ['跳过（份）', counts.skipped],
    ['没有读出（份）', counts.failed],
    ...severityOrder.map((severity) => [`${severityNames[severity]}（处）`, findings[severity]]),
    ['勾稽关系成立（条）', coverage.holds],
    ['勾稽关系不成立（条）', coverage.broken],
    ['勾稽关系无法判断（条）', coverage.notAssessable],
    ['尚未填写（格）', coverage.unfilled],
    ['豁免（处）', waived],
    ...(known > 0 ? [['基线已有（处）', known]] : []),
    [],
    headCells(['规则', '编号', '级别', '处', '份', '怎么改']),
    ...ruleSpreads(totals, results).map(({ rule, title, severity, findings: found, reports }) => [
      title,
      rule,
      severityCell(severityNames[severity], severity),
      found,
      reports,
      ruleById(rule)?.meta.whatToDo ?? null,
    ]),
    [],
    [`由 ${tool.name} ${tool.version} 生成`],
  ];
  return {
    name: '概况',
    widths: [34, 34, 8, 8, 8, 80],
    heads: [[{ value: ownWorkbookTitle, look: 'title' }]],
    frozenColumns: 0,
    kind: 'plain',
    length: rows.length,
    rows,
  };
}

function reportSheet(results: readonly Result[]): Sheet {
  const heads = ['机关', '年度', '级别', '错误', '警告', '信息', '提示', '成立', '不成立', '无法判断', '状态', '文件'];
  return {
    name: '各机关',
    widths: [34, 8, 20, 8, 8, 8, 8, 8, 8, 10, 40, 50],
    heads: [headCells(heads)],
    frozenColumns: 1,
    kind: 'filtered',
    length: results.length,
    rows: results.map(reportRow),
  };
}

function reportRow({ record }: Result): readonly WorkbookCell[] {
  const { issuer, year, level, file, status, reason = '', coverage } = record;
  const counts = severityCounts(record);
  const isAudited = status === 'audited';
  const figure = (count: number): WorkbookCell => (isAudited ? count : null);
  return [
    issuer,
    year,
    issuer === null ? null : worded(levelNames[level]),
    ...severityOrder.map((severity) => figure(counts[severity])),
    figure(coverage.holds),
    figure(coverage.broken),
    figure(coverage.notAssessable),
    isAudited ? statusNames[status] : { value: `${statusNames[status]}：${reason}`, look: 'odd' },
    file,
  ];
}

function findingSheet(results: readonly Result[]): Sheet {
  return {
    name: '问题',
    widths: [24, 6, 6, 22, 6, 6, 18, 16, 20, 48, 32, 32, 10],
    heads: [headCells(findingColumns)],
    frozenColumns: 1,
    kind: 'filtered',
    length: results.reduce((sum, result) => sum + findingRows(result).length, 0),
    rows: lazily(results, (result) => findingRows(result).map(withLook)),
  };
}

/** The column of severities stands out. */
function withLook(row: readonly (string | number | null)[]): readonly WorkbookCell[] {
  const at = findingColumns.indexOf('级别');
  const looks: Readonly<Record<string, CellLook>> = {
    [severityNames.error]: 'error',
    [severityNames.warning]: 'warning',
  };
  return row.map((value, column) => {
    const look = column === at && typeof value === 'string' ? looks[value] : undefined;
    return value === null || look === undefined ? value : { value, look };
  });
}

function severityCell(value: string, severity: string): WorkbookCell {
  return severity === 'error' || severity === 'warning' ? { value, look: severity } : value;
}

function figureSheet({ edition, columns, results }: EditionFigures, index: number): Sheet {
  const own = ['机关', '年度', '级别', '文件'];
  const titles = columns.map(({ ref }, i) =>
    columns[i - 1]?.ref.table === ref.table ? '' : tableTitle(edition, ref.table),
  );
  return {
    name: index === 0 ? '数据汇总' : `数据汇总（${edition.id}版）`,
    widths: [34, 8, 20, 36, ...columns.map(() => 10)],
    heads: [headCells([...own.map(() => ''), ...titles]), headCells([...own, ...columns.map(({ name }) => name)])],
    frozenColumns: 2,
    kind: 'filtered',
    length: results.length,
    rows: lazily(results, (result) => [figureRow(result)]),
  };
}

function figureRow({ record, figures }: ReportFigures): readonly WorkbookCell[] {
  const { issuer, year, level, file } = record;
  return [issuer, year, issuer === null ? null : worded(levelNames[level]), file, ...figures.map(figureCell)];
}

/** Spreadsheets keep fifteen digits of a number. */
const mostDigits = 15;

function figureCell(figure: FigureRecord): WorkbookCell {
  switch (figure.kind) {
    case 'stated': {
      const digits = figure.value.replace(/\D/g, '').replace(/^0+/, '').length;
      return digits > mostDigits ? { value: figure.value, look: 'odd' } : Number(figure.value);
    }
    case 'blank':
      return null;
    case 'unread':
      return { value: '未读出', look: 'odd' };
    default:
      return { value: figure.raw, look: 'odd' };
  }
}

function headCells(names: readonly string[]): readonly WorkbookCell[] {
  return names.map((value) => ({ value, look: 'head' }));
}

/** Rows that are made when they are asked for: a province's figures are millions of cells. */
function lazily<T, R>(items: readonly T[], rowsOf: (item: T) => readonly R[]): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield* rowsOf(item);
    },
  };
}
