/** Lists whose total comes last: 动态26条、公告59条，总共85条. */
import type { Sentence } from '../../syntax/sentences';
import { spanWithin } from '../../syntax/sentences';
import { matchesOf } from '../../text/matches';
import type { PlacedAmount } from './amounts';
import { amountAt, firstFrom } from './amounts';
import type { Tally } from './prose';

const total = /(?<=[，、])(?:总共|共计|合计|总计)(?=[0-9])/g;
/** What makes the figures before a total more or other than its parts. */
const notAlone = /其中|包括|含|比|较|增|减|上年|去年|年底|累计|分别|结转|转结|各[0-9自为]|[%％（〓]/;

/** Whether `text` may have a tally that a total ends. */
export function hasTotal(text: string): boolean {
  return /[总共合]计[0-9]|总共[0-9]/.test(text);
}

/** The tallies of `text`, the flow's own with brackets blotted out, that a total ends. */
export function closingTotals(flow: Sentence, text: string, told: readonly PlacedAmount[]): Tally[] {
  if (!hasTotal(text)) return [];
  return matchesOf(total, text).flatMap((match) => {
    const end = match.index + match[0].length;
    const whole = told[firstFrom(told, end)];
    if (whole?.start !== end || whole.bound !== 'exact' || !/^(?:$|[。；])/.test(text.slice(whole.unitEnd))) return [];
    const begin = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
    const list = text.slice(begin, match.index);
    const parts = told.slice(firstFrom(told, begin), firstFrom(told, match.index));
    if (parts.length < 2 || notAlone.test(list) || !isListOf(list, parts, whole)) return [];
    return [
      {
        whole: amountAt(flow, whole),
        others: withoutFirst(parts).map((value) => whole.value + value),
        parts: parts.map((part) => ({ ...amountAt(flow, part), bound: 'exact' })),
        extent: 'closed',
        alike: false,
        clause: spanWithin(flow, begin, whole.unitEnd),
      },
    ];
  });
}

/** One figure a member, all of the total's unit. */
function isListOf(list: string, parts: readonly PlacedAmount[], whole: PlacedAmount): boolean {
  if (parts.some(({ unit, bound }) => unit !== whole.unit || bound !== 'exact')) return false;
  const members = list.split(/[，、]/).filter((member) => /[0-9]/.test(member.replace(/[0-9]{4}年/g, '')));
  return members.length === parts.length;
}

/** What the first one, two … figures come to: the total may be of the later ones only. */
function withoutFirst(parts: readonly PlacedAmount[]): number[] {
  let sum = 0;
  return parts.slice(0, -1).map(({ value }) => {
    sum += value;
    return sum;
  });
}
