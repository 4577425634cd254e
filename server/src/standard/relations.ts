/** The relations (勾稽关系) between the figures of tables three and four, as data. */

import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { applicantColumns, caseGroups, caseOutcomes } from './columns';
import type { CellRef, Relation, RowSpec } from './edition';

const totalColumn = 'total';

function request(row: string, column: string): CellRef {
  return { table: 'requests', row, column };
}

function isDisposition(row: RowSpec): boolean {
  return row.group !== undefined && row.id !== 'disposed';
}

function stated(subject: Wording, formula: Wording): Pick<Relation, 'subject' | 'formula' | 'equation'> {
  return { subject, formula, equation: phrase`${subject}：${formula}` };
}

/** N + C = T + X per column: printed on the form itself. */
function requestBalances(): Relation[] {
  return applicantColumns.map(({ id, label }) => ({
    kind: 'request-balance',
    key: `request-balance:${id}`,
    table: 'requests',
    left: [request('received', id), request('carried-in', id)],
    right: [request('disposed', id), request('carried-out', id)],
    ...stated(phrase`“${label}”列`, phrase`本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理`),
  }));
}

/** （七）总计 = the sum of the dispositions, per column. */
function dispositionTotals(rows: readonly RowSpec[]): Relation[] {
  const dispositions = rows.filter(isDisposition);
  return applicantColumns.map(({ id, label }) => ({
    kind: 'disposition-total',
    key: `disposition-total:${id}`,
    table: 'requests',
    left: dispositions.map((row) => request(row.id, id)),
    right: [request('disposed', id)],
    total: request('disposed', id),
    ...stated(phrase`“${label}”列`, phrase`（一）至（六）各项之和 = （七）总计`),
  }));
}

/** 总计 column = the sum of the applicant types, per row. */
function applicantTotals(rows: readonly RowSpec[]): Relation[] {
  return rows.map((row) => ({
    kind: 'applicant-total',
    key: `applicant-total:${row.id}`,
    table: 'requests',
    left: applicantColumns.filter((column) => column.id !== totalColumn).map((column) => request(row.id, column.id)),
    right: [request(row.id, totalColumn)],
    total: request(row.id, totalColumn),
    ...stated(
      phrase`“${row.label}”行`,
      phrase`自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计`,
    ),
  }));
}

/** 维持 + 纠正 + 其他 + 未审结 = 总计, in the three groups of table four. */
function caseTotals(): Relation[] {
  return caseGroups.map((group) => {
    const cell = (outcome: string): CellRef => ({ table: 'review', row: 'cases', column: `${group.id}.${outcome}` });
    return {
      kind: 'case-total',
      key: `case-total:${group.id}`,
      table: 'review',
      left: caseOutcomes.filter((outcome) => outcome.id !== totalColumn).map((outcome) => cell(outcome.id)),
      right: [cell(totalColumn)],
      total: cell(totalColumn),
      ...stated(group.label, phrase`结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计`),
    };
  });
}

/** Every relation instance over the given rows of table three and over table four: 42 in the 2021 edition. */
export function relationsOver(requestRows: readonly RowSpec[]): readonly Relation[] {
  return [...requestBalances(), ...dispositionTotals(requestRows), ...applicantTotals(requestRows), ...caseTotals()];
}
