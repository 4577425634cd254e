/** The parts of a section, headed （一）、（二）…, as its paragraphs show them. */
import type { Report, Section } from '../../report/report';
import type { Span } from '../../text/span';
import { filledEnd } from '../../text/white-space';

/** Places within the report; `span` begins with `head` and ends before the next part. */
interface SectionPart {
  readonly head: Span;
  readonly span: Span;
}

const longestHead = 60;
const partHead = /^[（(][一二三四五六七八九十]{1,3}[）)][^。：:；;\r\n]{1,56}/;

/** In document order. */
export function sectionPartsOf({ text }: Report, section: Section): readonly SectionPart[] {
  const heads = section.prose.flatMap((paragraph) => {
    const head = partHead.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestHead)));
    return head === null ? [] : [{ start: paragraph.start, end: paragraph.start + head[0].trimEnd().length }];
  });
  const end = section.body?.end ?? section.span.end;
  return heads.map((head, i) => {
    const next = heads[i + 1]?.start ?? Math.max(end, head.end);
    return { head, span: { start: head.start, end: filledEnd(text, next, head.start) } };
  });
}
