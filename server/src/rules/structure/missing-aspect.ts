/** Section one says nothing on one of its five aspects. */
import type { Fix } from '../../findings/finding';
import { insertLines } from '../../fixes/templates';
import { partListsOf } from '../../report/prose/part-lists';
import type { Report, Section } from '../../report/report';
import type { AspectSpec } from '../../standard/aspects';
import { aspects } from '../../standard/aspects';
import { formatClause } from '../../standard/format-clause';
import { chineseDigitOf } from '../../text/digits';
import { lineEnd, lineStart, nextLine } from '../../text/lines';
import { chineseOrdinal } from '../../text/numerals';
import { remembered } from '../../text/remembered';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';

export const missingAspect: Rule = {
  meta: {
    id: 'structure/missing-aspect',
    severity: 'warning',
    title: '总体情况内容不全',
    summary:
      '第一部分没有说明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面中的某一个方面；只看内容，不看小标题，几个方面合写也算。',
    why: '格式规定总体情况主要包括这五个方面；缺了一个方面，读者无从知道这方面做了什么、有没有做。',
    clause: formatClause,
    whatToDo: '补写这一方面的情况，没有发生的也写明；不必另设小标题，可以与其他方面合写。',
    fixes: ['在相应的位置插入这一方面的小标题，内容由人工补写。'],
  },
  examples: {
    bad: [
      {
        shows: '没有写政府信息管理',
        changes: [
          ['一、总体情况', '⟦structure/missing-aspect: 一、总体情况⟧'],
          ['（三）政府信息管理情况。严格执行先审查、后公开，做好政府信息的制作、保存和更新。\n\n', ''],
        ],
        fixed: [
          [
            '（三）政府信息管理情况。严格执行先审查、后公开，做好政府信息的制作、保存和更新。',
            '（三）政府信息管理情况',
          ],
        ],
      },
      {
        shows: '监督保障只在罗列时提到',
        changes: [
          ['一、总体情况', '⟦structure/missing-aspect: 一、总体情况⟧'],
          ['依法做好政府信息公开工作。', '在主动公开、平台建设、监督保障等方面取得新进展。'],
          ['\n\n（五）监督保障情况。明确专人负责，加强业务培训，未发生因政府信息公开工作被追究责任的情况。', ''],
        ],
      },
    ],
    good: [
      { shows: '五个方面都有', focus: '（三）政府信息管理情况' },
      {
        shows: '没有小标题，内容齐全',
        changes: [
          ['（一）主动公开情况。', ''],
          ['（二）依申请公开情况。', ''],
          ['（三）政府信息管理情况。', ''],
          ['（四）政府信息公开平台建设情况。', ''],
          ['（五）监督保障情况。', ''],
        ],
        focus: '严格执行先审查',
      },
      {
        shows: '两个方面合写',
        changes: [
          ['（四）政府信息公开平台建设情况。', '（四）平台建设和监督保障情况。'],
          ['。\n\n（五）监督保障情况。', '。'],
        ],
        focus: '平台建设和监督保障',
      },
    ],
  },
  *check(report) {
    const section = report.sections.find((candidate) => candidate.id === 'overview');
    if (section === undefined || section.body === null || section.prose.length === 0) return;
    const paragraphs = paragraphsOf(report, section);
    const heads = headsOf(paragraphs);
    const texts = textsOf(report, paragraphs);
    const isBare = texts.every((text) => text === '' || isBareHead(text));
    const missing = isBare ? aspects : absentAspects(texts, heads);
    if (missing.length === aspects.length) {
      if (section.images.length > 0) return;
      const problem = aspectsProblem(report, section, heads, missing, phrase`五个方面都没有说明`);
      yield isBare ? { ...problem, fixes: () => [] } : problem;
      return;
    }
    for (const aspect of missing) {
      yield aspectsProblem(report, section, heads, [aspect], phrase`没有说明${aspect.name}情况`);
    }
  },
};

/** What section one still has to say, and how its headings look. */
export interface AspectsState {
  readonly section: Section;
  readonly heads: readonly Head[];
  readonly missing: readonly AspectSpec[];
  /** A heading in the markup of the section's others. */
  marked(heading: string): string;
}

/** What an editor may offer; `undefined` without section one. All five aspects are missing where it says nothing. */
export function aspectsState(report: Report): AspectsState | undefined {
  const section = report.sections.find((candidate) => candidate.id === 'overview');
  if (section === undefined) return undefined;
  const paragraphs = paragraphsOf(report, section);
  const heads = headsOf(paragraphs);
  return {
    section,
    heads,
    missing: paragraphs.length === 0 ? aspects : absentAspects(textsOf(report, paragraphs), heads),
    marked: (heading) => inMarkupOf(report, section, heads, heading),
  };
}

/** The aspect that the last heading before `offset` names. */
export function aspectBefore({ heads }: AspectsState, offset: number): AspectSpec | undefined {
  return heads.findLast((head) => head.paragraph !== null && head.paragraph.start <= offset)?.aspects[0];
}

/** What a paragraph (or an item within one) is headed by. */
interface Head {
  /** The paragraph that it begins; `null` for an item within one. */
  readonly paragraph: Span | null;
  /** Of the form （一）, as the inserted heading has it. */
  readonly ordinal: number | null;
  readonly aspects: readonly AspectSpec[];
}

const longestHead = 40;
const ordinal = /^(?:[（(]([一二三四五六七八九])[）)]|[1-9][.．、]|[一二三四五六七八九](?:[、.．]|是|方面))/;

interface Paragraph {
  readonly span: Span;
  /** Without white space and marks of headings. */
  readonly text: string;
}

function paragraphsOf({ view }: Report, section: Section): readonly Paragraph[] {
  return section.prose.map((span) => ({ span, text: bareText(view, span) }));
}

/** The paragraphs that begin with the name of an aspect. */
function headsOf(paragraphs: readonly Paragraph[]): readonly Head[] {
  const heads: Head[] = [];
  for (const { span, text } of paragraphs) {
    const head = headOf(text.slice(0, longestHead + 8), text.length < longestHead);
    if (head !== undefined) heads.push({ ...head, paragraph: span });
  }
  return heads;
}

/** What is seen of `span`, without white space and marks of headings. */
function bareText(view: string, { start, end }: Span): string {
  return bare(seenText(view, start, end));
}

const bare = remembered((seen: string): string => seen.replace(/[\s*_#>\u3000]+/g, ''));

/** A sentence on the report itself: where it can be had, whom to ask, what its figures cover. */
const onItself = /(?:本(?:年度)?报告|报告(?:的)?电子版|报告(?:中)?所列|对(?:本|此)?(?:年度)?报告)/;
/** The sentence by which a report is published: 根据……要求，现公布……年度报告. */
const publishes =
  /^(?:根据|按照|依据|依照|为|现|特).*(?:公开|公布|发布|编制)[^，。]{0,50}(?:年度报告|年报|报告)》?(?:如下)?$/;
const longestOnItself = 160;

/** The section's paragraphs, without what only lists the report's parts or tells of the report itself. */
function textsOf(report: Report, paragraphs: readonly Paragraph[]): readonly string[] {
  const lists = partListsOf(report).map(({ sentence }) => bareText(report.view, sentence));
  return paragraphs.map(({ text }) => {
    const own = lists.filter((list) => text.includes(list));
    return own.length === 0
      ? withoutItself(text)
      : without(text, (each) => isOnItself(each) || own.some((list) => each.includes(list)));
  });
}

/** What every sentence on the report itself holds. */
const reportWords = /报告|年报/;

function withoutItself(text: string): string {
  return reportWords.test(text) ? withoutSelf(text) : text;
}

const withoutSelf = remembered((text: string): string => without(text, isOnItself));

function isOnItself(sentence: string): boolean {
  return sentence.length < longestOnItself && (onItself.test(sentence) || publishes.test(sentence));
}

function without(text: string, isLeftOut: (sentence: string) => boolean): string {
  const sentences = text.split(/[。：:]$|。/);
  if (!sentences.some(isLeftOut)) return text;
  const kept = sentences.filter((each) => !isLeftOut(each));
  return kept.join('。').replace(/^。+$/, '');
}

/** A heading that names an aspect and tells nothing of it. */
function isBareHead(text: string): boolean {
  if (text.length >= longestHead || !/^[^。：:；;，,]*[。：:]?$/.test(text)) return false;
  if (/[0-9]|[未无]|没有|已/.test(text.replace(ordinal, ''))) return false;
  return (headOf(text, true)?.aspects.length ?? 0) > 0;
}

/** The aspects that a squeezed text begins with, if it begins like a heading. */
function headOf(begin: string, isWhole: boolean): Omit<Head, 'paragraph'> | undefined {
  const match = ordinal.exec(begin);
  const rest = match === null ? begin : begin.slice(match[0].length);
  const end = rest.search(/[。：:；;，,]/);
  const lead = end < 0 ? rest : rest.slice(0, end);
  const isHead = match !== null || (end < 0 ? isWhole : end <= 20 && '。：:'.includes(rest.charAt(end)));
  if (!isHead) return undefined;
  const named = aspects.filter((aspect) => aspect.head.test(lead));
  return { aspects: named, ordinal: match?.[1] === undefined ? null : chineseDigitOf(match[1]) };
}

const fewestHeads = 3;
const items = /(?:^|[。；;：:])(?=[一二三四五六]是|[（(][一二三四五六][）)]|[1-6][.．、])/;

/** The aspects that neither a head names nor the text speaks of. */
function absentAspects(texts: readonly string[], heads: readonly Head[]): readonly AspectSpec[] {
  const named = new Set(heads.flatMap((head) => head.aspects));
  if (named.size === aspects.length) return [];
  for (const text of texts) for (const aspect of namedInItems(text)) named.add(aspect);
  const isParted = named.size >= fewestHeads;
  return aspects.filter((aspect) => {
    if (named.has(aspect)) return false;
    return !texts.some((text) => speaksOf(text, isParted ? aspect.strong : aspect.weak));
  });
}

const namedInItems = remembered((text: string): readonly AspectSpec[] =>
  text.split(items).flatMap((item) => headOf(item.slice(0, longestHead), false)?.aspects ?? []),
);

/** Whether the text has such words other than as one of an enumeration (在主动公开、依申请公开、平台建设等方面). */
function speaksOf(paragraph: string, words: RegExp): boolean {
  if (!words.test(paragraph)) return false;
  for (const match of paragraph.matchAll(new RegExp(words.source, 'g'))) {
    const end = match.index + match[0].length;
    if (!isListed(paragraph, match.index, end)) return true;
  }
  return false;
}

/** Whether the words stand in a list that ends with 等方面 and its like. */
function isListed(paragraph: string, start: number, end: number): boolean {
  const clauseStart = Math.max(...['，', ',', '。', '；', ';'].map((mark) => paragraph.lastIndexOf(mark, start))) + 1;
  const stop = paragraph.slice(end).search(/[，,。；;]/);
  const clause = paragraph.slice(clauseStart, stop < 0 ? undefined : end + stop);
  const before = paragraph.slice(clauseStart, start).includes('、');
  const after = paragraph.slice(end, end + 16).includes('、');
  return (
    (before || after) &&
    /等(?:[一二三四五六七八九十]个)?(?:方面|工作|环节|领域|内容)|[一二三四五六七八九十]个方面/.test(clause)
  );
}

function aspectsProblem(
  report: Report,
  section: Section,
  heads: readonly Head[],
  missing: readonly AspectSpec[],
  flaw: Wording,
): Problem {
  const names = listed(aspects.map((aspect) => aspect.name));
  return {
    span: section.heading.span,
    message: phrase`总体情况${flaw}，格式规定这一部分主要包括${names}五个方面。`,
    key: missing.map((aspect) => aspect.id).join(' '),
    fixes: () => missing.slice(0, 1).map((aspect) => headingFix(report, section, heads, aspect)),
  };
}

/** Inserts the aspect's heading in the gap of the others' numbering, else after the last of them. */
function headingFix(report: Report, section: Section, heads: readonly Head[], aspect: AspectSpec): Fix {
  const numbered = heads.filter((head) => head.ordinal !== null);
  const own = aspects.indexOf(aspect);
  const placeOf = (head: Head): number => (head.aspects[0] === undefined ? own : aspects.indexOf(head.aspects[0]));
  const later = numbered.find((head) => placeOf(head) > own);
  const earlier = numbered.filter((head) => placeOf(head) < own).pop();
  const gap = later === undefined ? 0 : (later.ordinal as number) - 1;
  const fits = later?.paragraph != null && gap >= 1 && gap > (earlier?.ordinal ?? 0);
  const last = Math.max(0, ...numbered.map((head) => head.ordinal as number));
  const number = fits ? gap : last + 1;
  const at = fits ? lineStart(report.text, (later.paragraph as Span).start) : sectionEnd(report, section);
  const heading = `（${chineseOrdinal(number)}）${aspect.name}情况`;
  return {
    title: phrase`插入“${heading}”`,
    applicability: 'suggested',
    edits: [insertLines(report, at, inMarkupOf(report, section, heads, heading) + report.eol)],
  };
}

/** After the last line of the section's text. */
function sectionEnd(report: Report, section: Section): number {
  return nextLine(report.text, section.body === null ? section.heading.span.end : section.body.end);
}

/** The heading with the markup that the section's paragraphs, or its other headings of this kind, stand in. */
function inMarkupOf({ text }: Report, section: Section, heads: readonly Head[], heading: string): string {
  const headings = heads.flatMap(({ paragraph }) => paragraph ?? []);
  for (const span of [...headings, ...section.prose]) {
    const before = text.slice(lineStart(text, span.start), span.start);
    const after = text.slice(span.end, lineEnd(text, span.end)).trimEnd();
    const isHeading = headings.includes(span) && /^(?:#+ |<h[1-6]\b[^<>]*>)$/i.test(before);
    if (isHeading || /^<p\b[^<>]*>$/i.test(before)) return before + heading + after;
  }
  return heading;
}
