/** The stated reporting period is malformed, or not 1 January to 31 December of the report's year. */
import { replaceFix } from '../../audit/fixes';
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/clauses';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { occurrences } from '../text-places';
import { squeezed } from '../wording';

export const reportingPeriod: Rule = {
  meta: {
    id: 'structure/reporting-period',
    severity: 'warning',
    title: '统计期限不对',
    summary: '写明的统计期限不完整、有错字，或者不是报告年度的1月1日至12月31日。',
    why: '年度报告的数据按自然年度统计；统计期限写错，数据的口径就不清楚，也常常是照抄上一年报告留下的。',
    clause: formatClause,
    whatToDo: '改为报告年度的1月1日至12月31日。',
    fixes: ['改为报告年度的1月1日至12月31日。'],
  },
  examples: {
    bad: [
      {
        shows: '年和月写串了',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自⟦structure/reporting-period: 20221月1日起至2022年12月31日止⟧。2022年，',
          ],
        ],
        fixed: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。2022年，',
          ],
        ],
      },
      {
        shows: '统计期限不满一年',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告的统计期限为⟦structure/reporting-period: 2022年1月1日至2022年11月30日⟧。2022年，',
          ],
        ],
        fixed: [
          ['一、总体情况\n\n2022年，', '一、总体情况\n\n本报告的统计期限为2022年1月1日至2022年12月31日。2022年，'],
        ],
      },
      {
        shows: '漏字',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告的⟦structure/reporting-period: 统计限⟧为2022年1月1日至12月31日。2022年，',
          ],
        ],
        fixed: [['一、总体情况\n\n2022年，', '一、总体情况\n\n本报告的统计期限为2022年1月1日至12月31日。2022年，']],
      },
    ],
    good: [
      {
        shows: '报告年度的1月1日至12月31日',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自2022年1月1日起至12月31日止。2022年，',
          ],
        ],
        focus: '统计期限',
      },
    ],
  },
  *check(report) {
    for (const period of statedPeriods(report)) {
      const wanted = wantedPeriod(report, period);
      if (wanted === undefined) continue;
      yield {
        span: period.span,
        message: wanted.message,
        key: squeezed(period.text, 60),
        fixes: () =>
          wanted.text === undefined
            ? []
            : [replaceFix(phrase`改为“${wanted.text}”`, 'suggested', period.span, wanted.text)],
      };
    }
  },
};

interface Period {
  /** The period alone, or the word before it where that is misspelt. */
  readonly span: Span;
  /** Without white space, digits and signs in half width. */
  readonly text: string;
  readonly misspelt: boolean;
}

const lead =
  /^(?:统计(?:期限|期间|时限|时段|期|区间|时间|限|起止时间)|(?:报告|数据)(?:期限|期间|期))(?:起止)?(?:时间)?(?:均|都|是|为|限|系|自|从|由|以|在|[：:，,（(“])*/;
const longest = 90;
const misspelling = '统计限';

/** The periods stated before section two and after section five: what the data cover. */
function* statedPeriods(report: Report): Iterable<Period> {
  const { text } = report;
  if (!text.includes('统计') && !text.includes('报告期')) return;
  let last = -1;
  for (const word of ['统计', '报告期', '数据期']) {
    for (const at of occurrences(text, word)) {
      if (at <= last) continue;
      const period = periodAt(text, at);
      if (period === undefined) continue;
      last = period.span.end;
      yield period;
    }
  }
}

function periodAt(text: string, at: number): Period | undefined {
  const offsets: number[] = [];
  let flat = '';
  for (let i = at; i < text.length && flat.length < longest; i++) {
    const char = text.charAt(i);
    if (char.trim() === '' || char === '*') {
      if (/\r?\n[ \t]*\r?\n/y.test(text.slice(i, i + 4))) break;
      continue;
    }
    if ('。；;<|'.includes(char)) break;
    offsets.push(i);
    flat += halfWidth(char);
  }
  const match = lead.exec(flat);
  if (match === null) return undefined;
  const rest = flat.slice(match[0].length);
  if (!/^[0-9〇零一二○]{2}/.test(rest)) return undefined;
  const length = periodLength(rest);
  if (length === 0) return undefined;
  if (flat.startsWith(misspelling) && isFullYear(rest.slice(0, length)) !== undefined) {
    const span = { start: at, end: (offsets[misspelling.length - 1] as number) + 1 };
    return { span, text: misspelling, misspelt: true };
  }
  const from = match[0].length;
  const span = { start: offsets[from] as number, end: (offsets[from + length - 1] as number) + 1 };
  return { span, text: rest.slice(0, length), misspelt: false };
}

function halfWidth(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 0x30);
  return char;
}

const dateSign = '(?:[0-9〇零一二三四五六七八九十○年月日号度当同点时./．\\-—–－~～〜至到起止截自]|全年)';
const periodText = new RegExp(`^${dateSign}+(?:[,，、]?(?:至|到|截至|截止)${dateSign}+)*`);

/** How many characters from the beginning of `rest` are the period; 0 where it tells no day, month or year. */
function periodLength(rest: string): number {
  const match = periodText.exec(rest);
  if (match === null) return 0;
  const own = match[0].replace(/[自./．\-—–－~～〜,，、]+$/, '');
  return /年|月|[./．-]/.test(own) ? own.length : 0;
}

const digits = '〇一二三四五六七八九';

/** Chinese numerals in Arabic digits: 二〇二二年十二月三十一日. */
function arabic(text: string): string {
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([二三])?十([一二三四五六七八九])?/g, (_, tens: string | undefined, ones: string | undefined) =>
      String((tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)));
}

const year = '(20[0-9]{2})';
const whole = new RegExp(
  `^${year}(?:年度?|年全年|全年|年度全年)$|^${year}年?0?1月(?:份)?(?:至|到|[-—–－~～])+12月(?:份)?$`,
);
const range = new RegExp(
  `^${year}(?:年|[./．-])0?1(?:月|[./．-])0?1(?:日|号)?(?:0+[时点](?:00分)?)?(?:起|开始)?[,，、]?(?:至|到|截至|截止|[-—–－~～〜])+` +
    `(?:(?:${year}(?:年|[./．-])|当年|同年)?12(?:月|[./．-])31(?:日|号)?)(?:24[时点](?:00分)?)?(?:止|为止|截止)?$`,
);
const halfDay = /31(?:止|为止|截止)?$/;

/** The year of a period that is well written and covers it from the first day to the last. */
function isFullYear(text: string): number | undefined {
  const plain = arabic(text);
  const match = whole.exec(plain) ?? range.exec(plain);
  if (match === null) return undefined;
  const [first, second] = match.slice(1).filter((part) => part !== undefined);
  if (second !== undefined && second !== first) return undefined;
  const inWords = plain.includes('月') && !whole.test(plain);
  if (inWords && (halfDay.test(plain) || !/月0?1[日号]/.test(plain))) return undefined;
  return Number(first);
}

/** What should stand there, and why; `undefined` where the period is right. */
function wantedPeriod(report: Report, period: Period): { message: Wording; text: string | undefined } | undefined {
  if (period.misspelt) return { message: phrase`“统计限”漏了字，应写作“统计期限”。`, text: '统计期限' };
  const stated = isFullYear(period.text);
  if (stated !== undefined && (report.year === null || stated === report.year)) return undefined;
  const printed = squeezed(period.text);
  const own = report.year;
  if (own === null) return { message: phrase`统计期限写作“${printed}”，不是完整的1月1日至12月31日。`, text: undefined };
  const text = `${own}年1月1日${/日起/.test(period.text) ? '起' : ''}至${own}年12月31日${/止$/.test(period.text) ? '止' : ''}`;
  const message =
    stated !== undefined
      ? phrase`统计期限写作“${printed}”，与报告年度${own}年不一致，应为${own}年1月1日至12月31日。`
      : phrase`统计期限写作“${printed}”，不是报告年度完整的1月1日至12月31日，应为${own}年1月1日至12月31日。`;
  return { message, text };
}
