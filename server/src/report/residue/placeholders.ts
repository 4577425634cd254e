/** Placeholders of a template that nobody has filled in: XX, ××, ____, 【待填】, and amounts without their figure. */
import type { Span } from '../../text/span';
import type { Outside } from '../outside-tables';
import { outsideTables } from '../outside-tables';
import type { Report } from '../report';

/** The placeholders in order; those that stand close together in one phrase are one. */
export function placeholdersIn(report: Report): readonly Span[] {
  const outside = outsideTables(report);
  const found = [...amountsLeftOut(outside), ...signsIn(outside)].sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined[joined.length - 1];
    const between = last === undefined ? undefined : outside.text.slice(last.end, span.start);
    if (last !== undefined && span.start < last.end) continue;
    if (last !== undefined && /^[\u4e00-\u9fff]{0,3}$/.test(between ?? '')) {
      joined[joined.length - 1] = { start: last.start, end: span.end };
    } else joined.push(span);
  }
  return joined.map((span) => withUnit(outside.text, span)).map(({ start, end }) => outside.spanOf(start, end));
}

/** What a text without placeholders holds none of: looked for before any pattern is tried. */
const sign = /[Xx×Ｘ【［[]|__|＿＿|○○|△△|某某|[（(][待请需 \u3000]/;

const unit = '[年月日件条个次份人元项篇场期号]';
/** White space in them is that between the brackets. */
const pattern = new RegExp(
  [
    '(?<![A-Za-z0-9Ｘ])[XxＸ]{2,}(?![A-Za-z0-9])',
    '(?<!×)×{2,}',
    `(?<=20[0-9]{0,2})[Xx×Ｘ]{1,2}(?=年)`,
    `(?<![A-Za-z0-9×])[Xx×Ｘ]${unit}`,
    '(?<![_\\n\\r])_{3,}(?!_)',
    `(?<=[\\u4e00-\\u9fff])__(?=${unit})`,
    '(?<!＿)＿{2,}',
    '[【［[（(](?:待|需|请)(?:填|补|定|核|确认|完善|更新|续|写)[^】］\\])）\\r\\n]{0,12}(?:\\r?\\n[^】］\\])）\\r\\n]{0,12})?[】］\\])）]',
    '[【［]\\s{0,40}[】］]',
    '(?<![二一〇零○])[○]{2,}(?![一二三四五六七八九〇零○])',
    '(?<!△)△{2,}',
    '某某(?=省|市|县|区|镇|乡|街道|局|单位|机关|网站|部门)',
    `[（(][ \\u3000]{1,40}[）)](?=${unit})`,
  ].join('|'),
  'g',
);

/** Indexes into the text outside the tables. */
function signsIn({ text }: Outside): readonly Span[] {
  if (!sign.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap(({ 0: printed, index }) => {
    const span = { start: index, end: index + printed.length };
    return isInAddress(text, span) ? [] : [span];
  });
}

const blanks = '[ \\t\\u3000\\u00a0]';
const deed =
  '(?:主动公开|公开|发布|公布|制发|制定|印发|收到|受理|办理|办结|答复|召开|开展|举办|组织)(?:了|各类|政府|政务){0,4}';
const matter =
  '(?:(?:信息|依申请|政府信息)公开申请|公开信息|政策解读|规范性文件|信息|文件|申请|会议|培训|动态|解读|建议|提案|留言|稿件)';
/** Where a figure belongs between what is counted and its unit; 申请件 is a word of its own, 信息条 is none. */
const amounts = new RegExp(
  [
    `${deed}(?:${matter}(?:共计?|合计|累计)?)?${blanks}{2,12}[余多]?[条件篇份次期场个项]`,
    `${deed}(?:(?:公开)?信息|文件)${blanks}{0,12}[余多]?[条篇]`,
    `(?:共|共计|合计|累计|总计)${blanks}{2,12}[余多]?[条件篇份次期场个项]`,
  ]
    .map((each) => `${each}(?=[，。；、,;.（(\\r\\n]|其中|$)`)
    .join('|'),
  'g',
);

/** How every one of them ends. */
const amountEnd = new RegExp(`${blanks}{2}[余多]?[条件篇份次期场个项]|(?:信息|文件)${blanks}{0,12}[余多]?[条篇]`);

/** Amounts of which the figure was never filled in: 主动公开信息  条. */
function amountsLeftOut({ text }: Outside): readonly Span[] {
  if (!amountEnd.test(text)) return [];
  return [...text.matchAll(amounts)].map(({ 0: printed, index }) => ({ start: index, end: index + printed.length }));
}

/** `XX县××镇` and `X月X日` are shown with the word that they end in. */
function withUnit(text: string, span: Span): Span {
  const isName = /^[XxＸ×]/.test(text.charAt(span.start)) && /[年月日省市县区镇乡]/.test(text.charAt(span.end));
  return isName ? { start: span.start, end: span.end + 1 } : span;
}

/** Whether the place is part of a web address or a file's name. */
function isInAddress(text: string, { start, end }: Span): boolean {
  return (
    /[A-Za-z0-9./:@_-]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^[./_@-]?[A-Za-z0-9]/.test(text.slice(end, end + 2))
  );
}
