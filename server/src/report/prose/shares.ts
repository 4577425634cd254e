/** Percentages with the figures that they are worked out from. */
import type { Sentence } from '../../syntax/sentences';
import { spanWithin } from '../../syntax/sentences';
import { matchesOf } from '../../text/matches';
import type { PlacedAmount } from './amounts';
import { amountAt, amountBefore, amountOf, amountsBetween, amountsIn, numeralAndUnit } from './amounts';
import { clauseBegin } from './flow';
import type { Amount, Share, Tally } from './prose';

const [numeral, unit] = numeralAndUnit;
const sharePattern =
  /(?<rough>约|大约)?占(?<base>[^，。；（）0-9]{0,10}?)(?:比例?|比重)?(?:的|为|达到?|：|约为)?(?<about>约)?(?<p>[0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]/dg;
const growthPattern = new RegExp(
  `(?<n>${numeral}(?<![第.][0-9,]{0,21}))(?<u>${unit})，?(?:比|较)(?:上年度?|去年|[0-9]{4}年度?)(?:同期)?(?:的)?[（〓]?(?<m>[0-9]{1,20})(?<v>${unit})[）〓]?，?(?<way>增长|增加|上升|提高|下降|减少|降低)(?:了)?(?<p>[0-9]{1,4}(?:\\.[0-9]{1,4})?)[%％]`,
  'dg',
);

/** The percentages of a paragraph's text whose figures stand in it too. */
export function sharesIn(flow: Sentence, tallies: readonly Tally[]): Share[] {
  if (!/[%％]/.test(flow.squeezed)) return [];
  return [...partShares(flow, tallies), ...growths(flow)];
}

function partShares(flow: Sentence, tallies: readonly Tally[]): Share[] {
  const text = flow.squeezed;
  const shares: Share[] = [];
  if (!text.includes('占')) return shares;
  const amounts = amountsIn(text);
  for (const match of matchesOf(sharePattern, text)) {
    const { base = '', rough, about, p = '' } = match.groups ?? {};
    if (rough !== undefined || /[约近]$/.test(base) || /全[县市区省国镇乡]|同期|上年|去年|同类|分/.test(base)) continue;
    const part = amountBefore(amounts, match.index);
    if (part === undefined || !/^[，、（]?$/.test(text.slice(part.unitEnd, match.index))) continue;
    if (about !== undefined || part.bound !== 'exact') continue;
    const place = match.indices?.groups?.p;
    const of = baseOf(base);
    const whole = of === null ? shareWhole(flow, tallies, amounts, part) : null;
    if (whole === undefined || place === undefined || (whole !== null && whole.unit !== part.unit)) continue;
    shares.push({
      percent: Number(p),
      decimals: (p.split('.')[1] ?? '').length,
      span: spanWithin(flow, place[0], place[1]),
      kind: 'share',
      part: amountAt(flow, part),
      whole,
      of,
      clause: spanWithin(flow, clauseBegin(text, part.start), match.index + match[0].length),
    });
  }
  return shares;
}

/** The words after 占, where they name all requests closed or received. */
function baseOf(base: string): Share['of'] {
  if (/^(?:全部|本年度?|全年)?(?:办结|办理结果|答复)(?:申请)?(?:总数|总量|总件数)/.test(base)) return 'closed';
  return /^(?:全部|本年度?|全年)?(?:新收|收到)?(?:的)?申请(?:总数|总量|总件数)/.test(base) ? 'received' : null;
}

/** The whole of the list that the part is in, or the first of the two figures that the sentence has stated. */
function shareWhole(
  flow: Sentence,
  tallies: readonly Tally[],
  amounts: readonly PlacedAmount[],
  part: PlacedAmount,
): Amount | undefined {
  const { span } = amountAt(flow, part);
  const tally = tallies.find(({ parts }) => parts.some((each) => each.span.start === span.start));
  if (tally !== undefined) return tally.others.length === 0 ? tally.whole : undefined;
  const text = flow.squeezed;
  const begin = Math.max(text.lastIndexOf('。', part.start), text.lastIndexOf('；', part.start)) + 1;
  const own = amountsBetween(amounts, begin, part.unitEnd);
  const told = text.slice(begin, part.start);
  const [first] = own;
  if (own.length !== 2 || first === undefined || first.bound !== 'exact') return undefined;
  return /结转|比|较|[%％]|其中|包括|分别/.test(told) ? undefined : amountAt(flow, first);
}

function growths(flow: Sentence): Share[] {
  const text = flow.squeezed;
  if (!/[比较]/.test(text)) return [];
  return matchesOf(growthPattern, text).flatMap((match): Share[] => {
    const { n = '', u = '', m = '', v = '', p = '' } = match.groups ?? {};
    const places = match.indices?.groups;
    const now = amountOf(n);
    if (now === null || u !== v || places?.n === undefined || places.m === undefined || places.p === undefined)
      return [];
    const amount = (value: number, [start, end]: readonly [number, number]): Amount =>
      amountAt(flow, { value, unit: u, start, end });
    return [
      {
        percent: Number(p),
        decimals: (p.split('.')[1] ?? '').length,
        span: spanWithin(flow, places.p[0], places.p[1]),
        kind: 'growth',
        part: amount(now, places.n),
        whole: amount(Number(m), places.m),
        of: null,
        clause: spanWithin(flow, match.index, match.index + match[0].length),
      },
    ];
  });
}
