/** Short names of rows, for equations on one line. */
import { groupName } from './columns';
import type { CellRef, Edition, RowSpec } from './edition';
import { columnSpec, rowSpec } from './editions';

const names: Readonly<Record<string, string>> = {
  received: '本年新收',
  'carried-in': '上年结转',
  disposed: '办理结果总计',
  'carried-out': '结转下年度',
  'refused-by-law': '法律法规禁止公开',
  'other-not-corrected': '逾期不补正',
  'other-not-paid': '逾期不缴费',
  'other-rest': '其他',
};

/** E.g. `部分公开` for `（二）部分公开（区分处理的，只计这一情形，不计其他情形）`. */
export function shortName({ id, label }: RowSpec): string {
  return names[id] ?? label.replace(/^(?:[一二三四]、|（[一二三四五六七]）|[0-9]\.)/, '').replace(/（.{0,200}）$/, '');
}

/** A cell on one line, of printed labels: `本年新收 · 自然人`; in table four `行政复议 · 总计`. */
export function shortCellName(edition: Edition, ref: CellRef, separator = ' · '): string {
  const column = columnSpec(edition, ref);
  const line = ref.table === 'review' ? groupName(column) : shortName(rowSpec(edition, ref.table, ref.row));
  return line + separator + column.label;
}
