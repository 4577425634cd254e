/** What cell styles say of what a reader sees: the number's format, and borders at the sides. */
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf, elementsOf } from '../xml';

export interface CellStyle {
  readonly format: string;
  /** A line to the left or the right: below a title the table's upper edge is often the title's own. */
  readonly isBordered: boolean;
}

const usual: CellStyle = { format: 'General', isBordered: false };

/** By the number that cells name them with. */
export function cellStylesFrom(root: XmlElement | undefined): (index: number) => CellStyle {
  const formats = new Map(
    childrenOf(childOf(root, 's:numFmts'), 's:numFmt').map(({ attributes }) => [
      attributeOf(attributes, 'numFmtId'),
      formatOf(attributeOf(attributes, 'formatCode')),
    ]),
  );
  const borders = childrenOf(childOf(root, 's:borders'), 's:border').map(isBordered);
  const styles = childrenOf(childOf(root, 's:cellXfs'), 's:xf').map(({ attributes }): CellStyle => {
    const format = attributeOf(attributes, 'numFmtId') ?? '0';
    return {
      format: formats.get(format) ?? builtIn[format] ?? 'General',
      isBordered: borders[Number(attributeOf(attributes, 'borderId') ?? '0')] ?? false,
    };
  });
  return (index) => styles[index] ?? usual;
}

/** No spreadsheet takes a longer one. */
const longestFormat = 255;

function formatOf(code: string | undefined): string {
  return code === undefined || code.length > longestFormat ? 'General' : code;
}

const sides = ['s:left', 's:right', 's:start', 's:end'];

function isBordered(border: XmlElement): boolean {
  return elementsOf(border).some(
    ({ name, attributes }) => sides.includes(name) && (attributeOf(attributes, 'style') ?? 'none') !== 'none',
  );
}

const yearAndMonth = 'yyyy"年"m"月"';
const monthAndDay = 'm"月"d"日"';
const wholeDate = 'yyyy"年"m"月"d"日"';
const hoursAndMinutes = 'h"时"mm"分"';

/** Formats that files name by number only; those from 27 on are the ones of Chinese programs. */
const builtIn: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: monthAndDay,
  17: yearAndMonth,
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: yearAndMonth,
  28: monthAndDay,
  29: monthAndDay,
  30: 'yyyy-mm-dd',
  31: wholeDate,
  32: hoursAndMinutes,
  33: `${hoursAndMinutes}ss"秒"`,
  36: yearAndMonth,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  50: yearAndMonth,
  51: monthAndDay,
  52: yearAndMonth,
  53: monthAndDay,
  54: monthAndDay,
  57: yearAndMonth,
  58: monthAndDay,
};
