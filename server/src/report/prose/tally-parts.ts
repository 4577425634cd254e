/** The parts of a whole: `网络申请5件、信函申请3件，其他2件`. */
import type { PlacedAmount } from './amounts';
import { firstFrom } from './amounts';

interface TallyParts {
  readonly parts: readonly PlacedAmount[];
  /** Whether the wording says that these are all (其他 or 其余 as the last of them, a split in two). */
  readonly closed: boolean;
  /** Whether every member up to the sentence's end is among the parts. */
  readonly complete: boolean;
  /** Whether the parts are of one kind. */
  readonly alike: boolean;
  /** Where the list ends. */
  readonly end: number;
}

/** What begins something else than a further part. */
const newTopic =
  /^(?:并|同时|另|此外|还|共|总共|合计|累计|全年|年内|本年|今年|比|较|同比|占|结转|上年|未|无(?!法提供)|均|已|没有|组织(?!机构)|召开|开展|举办|收到|受理|办理|内有|含|更新|[^0-9]{0,10}报送)/;
export const openers = /其中|包括|分别|具体为/;
/** A member that takes up all that is left. */
const rest = /^(?:其他|其余|剩余|其它)(?!处理|结果)/;
/** A clause on the part before: 占86.92%, 约占总量的26%, 同比增长5%. */
const aside = /^(?:约|大约)?(?:占|同比|环比|比重|比例|较|比)[^，。；、]{0,20}[0-9.]{1,12}[%％]$/;

/** The kinds of parts that divide one whole each in its own way. */
const kinds: readonly RegExp[] = [
  /自然人|商业企业|科研(?:教育)?机构|公益组织|法律服务机构|法人|个人申请|公民/,
  /予以公开|部分公开|同意公开|不予|无法提供|不存在|不掌握|逾期|补正|撤[诉回销]|驳回|答复|办结|结转|转[至到入]|处理|维持|纠正|审结/,
  /网络|网站|网上|书面|纸质|在线|电子|信函|信件|来信|当面|邮|现场|平台|窗口|传真|微信|微博|(?:公众|地方|视频|头条|订阅|服务)号|抖音|新媒体|客户端|公开栏|公告栏|(?:专题|专栏|栏目)(?:公开|发布)|报刊|电视|广播/,
];

interface ListSegment {
  readonly text: string;
  readonly start: number;
  readonly amounts: readonly PlacedAmount[];
  /** The sign after it; empty at the end. */
  readonly sign: string;
}

/** The text of a list: where it begins and ends at most, and all figures of the text. */
export interface ListText {
  readonly text: string;
  readonly from: number;
  readonly limit: number;
  readonly told: readonly PlacedAmount[];
  /** The words before the list, which may announce a list parted by ；. */
  readonly opener: string;
  /** Whether requests carried over are among the parts: of those received and carried in they are, of those closed not. */
  readonly carriedOver: 'a part' | 'no part' | 'unknown';
}

/** The segment of a list by its index; `undefined` past the last. Only those asked for are looked for, most lists being left soon. */
type SegmentAt = (index: number) => ListSegment | undefined;

function listSegments({ text, from, limit, told }: ListText): SegmentAt {
  const segments: ListSegment[] = [];
  let start = from;
  let next = firstFrom(told, from);
  const addNext = (): void => {
    let end = start;
    while (end < limit && !segmentEnds.includes(text.charAt(end))) end++;
    const first = next;
    while (next < told.length && (told[next] as PlacedAmount).start < end) next++;
    const sign = end < limit ? text.charAt(end) : '';
    segments.push({ text: text.slice(start, end), start, amounts: told.slice(first, next), sign });
    start = sign === '。' ? limit : end + 1;
  };
  return (index) => {
    while (segments.length <= index && start < limit) addNext();
    return segments[index];
  };
}

const segmentEnds = '，、；。';

/** What has been made out of a list so far. */
interface ListReading {
  readonly parts: PlacedAmount[];
  readonly kinds: Set<number>;
  labels: string;
  closed: boolean;
  /** `whole`: every member is a part; `other words`: what follows is none; `unknown`: parts may be missing. */
  ending: 'whole' | 'other words' | 'unknown';
  end: number;
  /** The sign between the first two members. */
  divider: string;
}

/** The parts of `whole` that `list` has. */
export function partsFrom(list: ListText, whole: PlacedAmount): TallyParts {
  const read: ListReading = {
    parts: [],
    kinds: new Set(),
    labels: '',
    closed: false,
    ending: 'whole',
    end: list.from,
    divider: '',
  };
  const segments = listSegments(list);
  for (let i = 0; ; i++) {
    const segment = segments(i);
    if (segment === undefined) break;
    const next = segment.amounts.length === 0 ? withoutFigure(read, segment) : member(read, segment, list);
    if (next === 'stop') break;
    if (next === 'member' && endsAt(read, list, segments, i, whole)) break;
  }
  const { parts, closed, ending, kinds: seen, end } = read;
  return { parts, closed: closed && ending !== 'unknown', complete: ending === 'whole', alike: seen.size <= 1, end };
}

type Next = 'stop' | 'aside' | 'member';

function withoutFigure(read: ListReading, { text: words, sign }: ListSegment): Next {
  if (openers.test(words)) read.ending = 'unknown';
  else if (read.parts.length > 0 && aside.test(words)) return 'aside';
  if (/[0-9]/.test(words)) read.ending = 'unknown';
  // A piece of the next member's name: 人大建议、政协提案办理32条.
  if (!openers.test(words) && sign === '、' && words.length <= 20 && !newTopic.test(words)) return 'aside';
  if (read.ending === 'whole') read.ending = 'other words';
  return 'stop';
}

function member(read: ListReading, { text: words, start, amounts }: ListSegment, list: ListText): Next {
  const { parts, kinds: seen } = read;
  const amount = amounts[0] as PlacedAmount;
  if (openers.test(words) || amounts.length > 1 || /各[0-9一二两三四五六七八九十]/.test(words)) {
    read.ending = 'unknown';
    return 'stop';
  }
  const kind = kindOfLabel(words);
  const isOther = isNoPart(words, start, list) || (kind > 0 && !seen.has(kind) && !seen.has(0));
  if (parts.length > 0 && isOther) {
    read.closed &&= !words.includes('结转');
    if (read.ending === 'whole') read.ending = 'other words';
    return 'stop';
  }
  if (!rest.test(words)) seen.add(kind);
  read.labels += words;
  if (amount.bound === 'about') read.ending = 'unknown';
  else parts.push(amount);
  read.end = amount.unitEnd;
  // 其他重点信息5条 amid the list is a part like the others.
  read.closed = rest.test(words) || isSplitInTwo(read.labels, parts.length);
  if (/^(?:其余|剩余)/.test(words)) return 'stop';
  if (!/^等/.test(words.slice(amount.unitEnd - start))) return 'member';
  read.ending = 'unknown';
  return 'stop';
}

const stillOpen =
  /^(?:(?:其余|剩余)[^。；]{0,60}?|[^，。；、]{0,16})(?:结转|转结|跨年|转[至到入]|下一?年|尚在|正在|尚未)/;

/** Whether the words are of something else than a part of the whole. */
function isNoPart(words: string, start: number, { text, carriedOver }: ListText): boolean {
  if (carriedOver === 'no part' && stillOpen.test(text.slice(start, start + 80))) return true;
  return newTopic.test(words) && !(carriedOver === 'a part' && /^(?:结转|转结)/.test(words));
}

/** Whether the list ends with the member `index`. */
function endsAt(read: ListReading, list: ListText, segments: SegmentAt, index: number, whole: PlacedAmount): boolean {
  const { sign, next } = afterPart(segments, index);
  if (read.parts.length === 1) read.divider = sign;
  if (sign !== '；') return false;
  const goesOn = next !== undefined && looksLikePart(list, next, whole, read.parts);
  if (goesOn && read.divider === '；') return false;
  if (goesOn) read.ending = 'unknown';
  return true;
}

/** The sign that parts a member from the next one, past what is said of its share. */
function afterPart(segments: SegmentAt, index: number): { readonly sign: string; readonly next?: ListSegment } {
  let i = index;
  while (aside.test(segments(i + 1)?.text ?? '')) i++;
  const { sign } = segments(i) as ListSegment;
  const next = segments(i + 1);
  return next === undefined ? { sign } : { sign, next };
}

/** What after a ； tells of other work. */
const otherWork =
  /^(?:(?:因|由于)(?![^，。；0-9]{0,24}(?:无法提供|不予))|对|在|被|发布|解读|回应|制作|编制|印发|制定|开设|举办|培训|办结|答复|制发)|复议|诉讼/;

/** Whether what stands after a ； may well be a further part; one after a single part, only where it fits. */
function looksLikePart(
  { text, limit, opener }: ListText,
  { text: words, start, amounts }: ListSegment,
  whole: PlacedAmount,
  parts: readonly PlacedAmount[],
): boolean {
  if (amounts.length > 1 || newTopic.test(words) || otherWork.test(words)) return false;
  const until = /[。；]/.exec(text.slice(start, limit));
  if (openers.test(text.slice(start, until === null ? limit : start + until.index))) return false;
  const [amount] = amounts;
  if (amount === undefined) return words.length <= 20;
  const [first] = parts;
  const fits =
    parts.length > 1 ||
    first === undefined ||
    first.value + amount.value <= whole.value ||
    (opener.endsWith('：') && kindOfLabel(words) > 0);
  return fits && amount.unit === whole.unit;
}

/** Natural persons on one side, all other applicants on the other. */
function isSplitInTwo(labels: string, count: number): boolean {
  return count === 2 && /自然人/.test(labels) && /法人(?:或者?|和|及|、)?其[他它]组织/.test(labels);
}

function kindOfLabel(words: string): number {
  if (rest.test(words)) return 0;
  return kinds.findIndex((kind) => kind.test(words)) + 1;
}
