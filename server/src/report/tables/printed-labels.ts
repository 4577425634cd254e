/** Labels as a table prints them: with what belongs to them in their cell, and those of which only a piece was read. */
import { isAmong } from '../../text/characters';
import { halfWidthDigits } from '../../text/digits';
import type { Span } from '../../text/span';
import type { Report, RowReading } from '../report';

const qualifier = /(?:部门|地方|政府|本机关|本级){1,4}$/;

/** What such words end with. */
const qualifierEnds = '门方府关级';

/** The place of a label with the words that say whose rules they are (部门规章), which stand in its cell. */
export function qualifiedLabel(view: string, span: Span): Span {
  if (!isAmong(qualifierEnds, view, span.start - 1)) return span;
  const before = qualifier.exec(view.slice(Math.max(0, span.start - 8), span.start));
  return before === null ? span : { start: span.start - before[0].length, end: span.end };
}

/** The place of a label with the bracket that its ordinal opens with: `（七）合计`. */
export function bracketedLabel(text: string, { start, end }: Span): Span {
  const isOpen = isAmong('（(', text, start - 1) && /^[一二三四五六七八九0-9]+[）)]/.test(text.slice(start, start + 4));
  return { start: isOpen ? start - 1 : start, end };
}

/** Chinese characters, letters and digits alone, in half width. */
export function plainLabel(text: string): string {
  return halfWidthDigits(text.replace(/<[^<>]*>/g, '').replace(/[^\u3400-\u9fff0-9A-Za-z０-９]+/g, ''));
}

/** A plain label without its ordinal, which a list that numbers itself loses on the way to a text. */
export function withoutListOrdinal(name: string): string {
  return name.replace(/^[一二三四五六七0-9](?=[\u4e00-\u9fff]{2})/, '');
}

const nearby = 60;

/**
 * Whether the label of row `at` is a piece of the standard one, the rest of which stands elsewhere between the rows around it;
 * `own` and `name` are both as {@link plainLabel} gives them.
 */
export function isPieceOf(report: Report, rows: readonly RowReading[], at: number, own: string, name: string): boolean {
  const { label } = rows[at] as RowReading;
  const piece = withoutListOrdinal(own);
  const start = name.indexOf(piece);
  if (start < 0) return false;
  const head = withoutListOrdinal(name.slice(0, start));
  const tail = name.slice(start + piece.length);
  const from = Math.max(rows[at - 1]?.span.end ?? 0, label.span.start - nearby);
  const to = rows[at + 1]?.label.span.start ?? label.span.end + nearby;
  if (head.length > 1 && plainLabel(report.text.slice(from, label.span.start)).includes(head.slice(-3))) return true;
  return tail !== '' && plainLabel(report.text.slice(label.span.end, to)).includes(tail.slice(0, 3));
}
