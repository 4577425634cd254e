/** Placeholders left over: XX, ××, ____, 【待填】. */
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/clauses';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { isInTag, outsideTables } from '../text-places';
import { squeezed } from '../wording';

export const unfilledPlaceholder: Rule = {
  meta: {
    id: 'structure/unfilled-placeholder',
    severity: 'warning',
    title: '占位符没有填写',
    summary: '正文或标题里留有XX、××、____、【待填】一类的占位符。',
    why: '占位符说明套用模板后没有填完，发布后影响报告的严肃性，缺的内容读者也无从知道。',
    clause: formatClause,
    whatToDo: '填写实际的内容，或者删去这句话。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '日期和数字没有填',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本年召开会议⟦structure/unfilled-placeholder: ____⟧次，报告于2023年⟦structure/unfilled-placeholder: X月X日⟧印发。',
          ],
        ],
      },
      {
        shows: '待填的内容',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。⟦structure/unfilled-placeholder: 【待补充】⟧']],
      },
      {
        shows: '机关名称没有填',
        changes: [['明确专人负责', '由⟦structure/unfilled-placeholder: XX县××镇⟧党政办公室专人负责']],
      },
    ],
    good: [
      {
        shows: '乘号、字母不是占位符',
        changes: [['明确专人负责', '开通7×24小时热线、QQ群和LED屏']],
        focus: '7×24',
      },
    ],
  },
  *check(report) {
    for (const span of placeholdersIn(report)) {
      const printed = squeezed(textOf(report.text, span), 20);
      yield {
        span,
        message: phrase`“${printed}”是没有填写的占位符，应填写实际的内容或者删去。`,
        key: printed,
      };
    }
  },
};

/** What a text without placeholders holds none of: looked for before any pattern is tried. */
const signs = [
  'X',
  'x',
  '×',
  'Ｘ',
  '__',
  '＿＿',
  '【',
  '［',
  '[',
  '（待',
  '(待',
  '（请',
  '（需',
  '○○',
  '△△',
  '某某',
  '（ ',
  '（　',
  '( ',
];

const unit = '[年月日件条个次份人元项篇场期号]';
/** White space in them is that between the brackets. */
const pattern = new RegExp(
  [
    '(?<![A-Za-z0-9])[XxＸ]{2,}(?![A-Za-z0-9])',
    '[×]{2,}',
    `(?<=20[0-9]{0,2})[Xx×Ｘ]{1,2}(?=年)`,
    `(?<![A-Za-z0-9×])[Xx×Ｘ]${unit}`,
    '(?<![_\\n\\r])_{3,}(?!_)',
    `(?<=[\\u4e00-\\u9fff])__(?=${unit})`,
    '＿{2,}',
    '[【［[（(](?:待|需|请)(?:填|补|定|核|确认|完善|更新|续|写)[^】］\\])）\\r\\n]{0,12}[】］\\])）]',
    '[【［]\\s*[】］]',
    '(?<![二一〇零○])[○]{2,}(?![一二三四五六七八九〇零○])',
    '△{2,}',
    '某某(?=省|市|县|区|镇|乡|街道|局|单位|机关|网站|部门)',
    `[（(][ \\u3000]+[）)](?=${unit})`,
  ].join('|'),
  'g',
);

/** The placeholders in order; those that stand close together in one phrase are one. */
function placeholdersIn(report: Report): readonly Span[] {
  const { text } = report;
  const outside = outsideTables(report);
  if (!signs.some((sign) => outside.text.includes(sign))) return [];
  const found: Span[] = [];
  for (const match of outside.text.matchAll(pattern)) {
    const start = outside.offsetOf(match.index);
    const span = { start, end: start + match[0].length };
    if (isInTag(text, start) || isInAddress(text, span)) continue;
    const last = found[found.length - 1];
    if (last !== undefined && /^[\u4e00-\u9fff]{0,3}$/.test(text.slice(last.end, span.start))) {
      found[found.length - 1] = { start: last.start, end: span.end };
    } else found.push(span);
  }
  return found.map((span) => withUnit(text, span));
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
