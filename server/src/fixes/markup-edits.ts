/** Edits that change words and leave the markup amid them as it is. */
import type { Report } from '../report/report';
import { isUnseen, seenOf, seenText, unseenCode } from '../text/seen';
import type { Edit, Span } from '../text/span';

/** The same edits; one over words with tags or emphasis amid them becomes one for each piece between the tags. */
export function keepingMarkup(report: Report, edits: readonly Edit[]): readonly Edit[] {
  const { text, view } = report;
  if (view === text) return edits;
  return edits.flatMap(({ span: { start, end }, newText }) => {
    const span = { start, end: end > start ? Math.max(end, characterEnd(text, view, end - 1)) : end };
    return holdsInlineMarkup(view, span) ? pieces(report, { span, newText }) : [{ span, newText }];
  });
}

/** Markup that ends no line: what covers whole lines, cells or tables is replaced with them. */
function holdsInlineMarkup(view: string, { start, end }: Span): boolean {
  let found = false;
  for (let i = start; i < end; i++) {
    const code = view.charCodeAt(i);
    if (!isUnseen(code)) continue;
    if (code !== unseenCode) return false;
    found = true;
  }
  return found && seenText(view, start, end).trim() !== '';
}

/** What both ends have in common stays; the rest is put in place of the first piece, and the other pieces go. */
function pieces({ text, view }: Report, { span, newText }: Edit): readonly Edit[] {
  const seen = seenOf(view, span.start, span.end);
  const offsets = seen.offsets ?? [];
  const most = Math.min(seen.text.length, newText.length);
  let head = 0;
  while (head < most && seen.text.charAt(head) === newText.charAt(head)) head++;
  let tail = 0;
  while (tail < most - head && seen.text.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  const runs: { start: number; end: number }[] = [];
  for (let i = head; i < seen.text.length - tail; i++) {
    const start = offsets[i] as number;
    const end = characterEnd(text, view, start);
    const last = runs[runs.length - 1];
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  const put = newText.slice(head, newText.length - tail);
  if (runs.length === 0) {
    const at = head === 0 ? (offsets[0] as number) : characterEnd(text, view, offsets[head - 1] as number);
    return put === '' ? [] : [{ span: { start: at, end: at }, newText: put }];
  }
  return runs.map((run, i) => ({ span: run, newText: i === 0 ? put : '' }));
}

const longestReference = 40;

/** Past a character; one that a reference stands for ends with it. */
function characterEnd(text: string, view: string, at: number): number {
  if (text.charAt(at) === view.charAt(at) || text.charAt(at) !== '&') return at + 1;
  const [reference = ''] = /^&#?[0-9a-z]+;?/i.exec(text.slice(at, at + longestReference)) ?? [];
  return at + Math.max(1, reference.length);
}
