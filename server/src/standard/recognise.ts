/** A cheap look that tells an annual report of this kind from any other text. */

/** The names of files that may be reports end so. */
export const reportExtensions: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm'];

/** How many characters of a text the look needs. */
export const recognitionLength = 4096;

const gap = '[\\s*_]{0,6}';
const spaced = (words: string): string => [...words].join(gap);

/** A title in one line or broken anywhere: 政府信息公开工作年度报告, 信息公开年报, 政务公开工作年度报告 … */
const title = new RegExp(
  `(?:${spaced('信息公开')}|${spaced('政务公开')})${gap}(?:${spaced('工作')})?${gap}(?:${spaced('情况')})?${gap}` +
    `(?:${spaced('年度')}${gap}(?:${spaced('工作')})?${gap}${spaced('报告')}|${spaced('年报')}|${spaced('工作报告')})`,
);

/** Two of the statutory headings, for a draft that has no title yet. */
const headings = [
  /[一1][、.．]\s*总体情况/,
  /[二2][、.．]\s*(?:行政机关)?主动公开政府信息/,
  /[三3][、.．]\s*(?:行政机关)?收到和处理政府信息公开申请/,
  /[四4][、.．]\s*(?:因)?政府信息公开(?:工作被申请)?行政复议/,
  /[五5][、.．]\s*(?:政府信息公开工作)?存在的主要问题/,
  /[六6][、.．]\s*其他需要报告的事项/,
];

/**
 * Whether a text that begins with `beginning` is worth reading as an annual report.
 * Looks at the first {@link recognitionLength} characters only.
 */
export function looksLikeReport(beginning: string): boolean {
  const head = beginning.length > recognitionLength ? beginning.slice(0, recognitionLength) : beginning;
  if (!head.includes('公') && !head.includes('总体情况')) return false;
  if (titleLine(head)) return true;
  return headings.filter((heading) => heading.test(head)).length >= 2;
}

/** The title counts only where it stands near a line's end, not inside a sentence of some other text. */
function titleLine(head: string): boolean {
  const match = title.exec(head);
  if (match === null) return false;
  const after = head.slice(match.index + match[0].length, match.index + match[0].length + 8);
  return /^[\s*_#<》)）]*(?:$|[\r\n<])/.test(after) || headings.some((heading) => heading.test(head));
}
