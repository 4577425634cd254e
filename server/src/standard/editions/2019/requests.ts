/** Table three of 2019: 23 rows, for 其他处理 is one row. */
import { dispositionHeading, requestRows, requestRowsWith } from '../../request-rows';

const otherwise = requestRows(dispositionHeading, [
  ['other', '（六）其他处理', ['其他处理'], '其他处理结果，例如申请人撤回申请。'],
]);

export const rows = requestRowsWith(otherwise);
