/** Finds places in a report's text in any layout, without help from the engine under test. */

const requestsTitle = /三、[^\n]*政府信息公开申请情况/u;
const reviewTitle = /四、[^\n]*行政复议/u;

/** Where section three's body stands: from the end of its heading's line to the start of the next heading's line. */
export function requestsSection(text: string): { readonly start: number; readonly end: number } {
  const start = nextLine(text, lastMatch(text, requestsTitle));
  const end = text.lastIndexOf('\n', lastMatch(text, reviewTitle)) + 1;
  if (start >= end) throw new Error('section three has no body');
  return { start, end };
}

/** Offset of the first figure in the row of section three's table that carries the label, in whatever layout. */
export function requestsFigure(text: string, label: string): number {
  const { start, end } = requestsSection(text);
  const body = text.slice(start, end);
  const printed = new RegExp([...label].join('\\s*'), 'u').exec(body);
  if (!printed) throw new Error(`section three has no row ${label}`);
  const after = printed.index + printed[0].length;
  const lead = /^(?:<[^>]*>|[^<0-9])*?(?=[0-9])/u.exec(body.slice(after));
  if (!lead) throw new Error(`no figure follows ${label}`);
  return start + after + lead[0].length;
}

/** The last place where a heading stands: a preface may name the sections before, and a text may hold several reports. */
function lastMatch(text: string, pattern: RegExp): number {
  const found = [...text.matchAll(new RegExp(pattern, 'gu'))].at(-1);
  if (!found) throw new Error(`the text has no ${pattern.source}`);
  return found.index;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
