/** The marks of our own page and workbook of results: they quote reports and their titles, and are none. */

/** What its head says of the program; the version follows. */
export const ownMark = '<meta name="generator" content="disclosure-audit ';

/** Within the head of the page. */
const reach = 1000;

export function isOwnPage(text: string): boolean {
  return text.slice(0, reach).includes(ownMark);
}

/** What the workbook begins with. */
export const ownWorkbookTitle = '政府信息公开工作年度报告审核结果';

/** `text`: what was read in a workbook. */
export function isOwnWorkbook(text: string): boolean {
  return text.startsWith(`${ownWorkbookTitle}\n`);
}
