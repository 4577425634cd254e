/** Wholes with their parts (共N件，其中……) and percentages with the figures they are worked out from. */
import { chineseNumeral } from '../quantity/chinese';
import type { Sentence } from '../syntax/sentences';
import { spanWithin } from '../syntax/sentences';
import type { Amount, Share, Tally } from './prose';

const numeral = '(?<![0-9.〇零一二两三四五六七八九十百千第])(?:[0-9][0-9,]*|[零一二两三四五六七八九十百千]+)';
const unit = '(?:人次|件次|条次|场次|次|件|份|条|宗|例|起|项|篇|期|场|个|部|则|人|幅|块|处|家|户|批|类|张)';
const amountPattern = new RegExp(`(${numeral})(${unit})`, 'g');
const wholePattern = new RegExp(
  `(${numeral})(${unit})[^，。；0-9]{0,12}(?:，[^，。；0-9]{0,16})?[，：]?(其中|包括|分别为|分别是|分别)[，：]?`,
  'g',
);
const approximate = /约|近[0-9]|余|多[件条份次项篇]|超过?[0-9]|逾|不足/;
const newTopic =
  /^(?:并|同时|另|此外|还|共|累计|全年|比|较|同比|占|结转|上年|未|无|均|已|没有|组织|召开|开展|举办|内有|含|其中)/;

/** A member that takes up all that is left. */
const rest = /^(?:其他|其余|剩余|其它)(?!处理|结果)/;

/** The kinds of parts that divide one whole each in its own way. */
const kinds: readonly RegExp[] = [
  /自然人|企业|机构|组织|法人|个人|公民/,
  /予以公开|部分公开|不予|无法提供|答复|办结|结转|处理|维持|纠正|审结/,
  /网络|网站|信函|信件|当面|邮|现场|平台|窗口|传真|微信|微博|公众号|抖音|新媒体|客户端|公开栏|公告栏|报刊|电视|广播/,
];

interface Placed {
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** The tallies of a sentence. */
export function talliesIn(sentence: Sentence): Tally[] {
  const text = masked(sentence.squeezed);
  if (!/其中|包括|分别/.test(text)) return [];
  const tallies: Tally[] = [];
  for (const match of text.matchAll(wholePattern)) {
    const [all, digits = '', unitWord = '', lead = ''] = match;
    const value = amountOf(digits);
    const clauseStart = clauseBegin(text, match.index);
    if (value === null || !isWhole(text.slice(clauseStart, match.index))) continue;
    const from = match.index + all.length;
    const list = partsFrom(text, from);
    if (list.parts.length === 0) continue;
    const whole = { value, unit: unitWord, start: match.index, end: match.index + digits.length };
    const last = list.parts[list.parts.length - 1] as Placed;
    if (approximate.test(text.slice(clauseStart, last.end + 2))) continue;
    tallies.push({
      whole: amountAt(sentence, whole),
      parts: list.parts.map((part) => amountAt(sentence, part)),
      extent: list.closed || (lead.startsWith('分别') && list.complete) ? 'closed' : 'open',
      alike: list.alike,
      clause: spanWithin(sentence, clauseStart, Math.min(last.end + 1, sentence.offsets.length)),
    });
  }
  return tallies;
}

/** What stands in brackets is no part of the list; every character keeps its place. */
function masked(text: string): string {
  return text.includes('（') ? text.replace(/（[^（）]*）/g, (inner) => '〓'.repeat(inner.length)) : text;
}

function clauseBegin(text: string, at: number): number {
  return text.lastIndexOf('，', at) + 1;
}

/** The clause of the whole counts one thing only, and not what was carried over. */
function isWhole(clause: string): boolean {
  return !/结转|各[0-9自为]|比|较|分别|增|减|降/.test(clause) && !new RegExp(`${numeral}${unit}`).test(clause);
}

interface PartList {
  readonly parts: readonly Placed[];
  readonly closed: boolean;
  /** Whether the list goes on to the sentence's end. */
  readonly complete: boolean;
  readonly alike: boolean;
}

function partsFrom(text: string, from: number): PartList {
  const parts: Placed[] = [];
  const seen = new Set<number>();
  let closed = false;
  let position = from;
  let labels = '';
  for (const segment of text.slice(from).split(/[，、]/)) {
    const figures = [...segment.matchAll(amountPattern)];
    const [figure] = figures;
    if (figure === undefined || figures.length > 1 || /各|等/.test(segment)) break;
    if (parts.length > 0 && newTopic.test(segment)) {
      closed &&= !segment.includes('结转');
      break;
    }
    const kind = kindOf(segment);
    if (parts.length > 0 && kind > 0 && !seen.has(kind) && !seen.has(0)) break;
    const value = amountOf(figure[1] ?? '');
    if (value === null) break;
    if (!rest.test(segment)) seen.add(kind);
    labels += segment;
    const start = position + figure.index;
    parts.push({ value, unit: figure[2] ?? '', start, end: start + (figure[1] ?? '').length });
    position += segment.length + 1;
    closed ||= rest.test(segment) || isSplitInTwo(labels, parts.length);
    if (/^(?:其余|剩余)/.test(segment)) break;
  }
  return { parts, closed, complete: position >= text.length, alike: seen.size <= 1 };
}

/** Natural persons on one side, all other applicants on the other. */
function isSplitInTwo(labels: string, count: number): boolean {
  return count === 2 && /自然人/.test(labels) && /法人(?:或者?|和|及|、)?其[他它]组织/.test(labels);
}

function kindOf(segment: string): number {
  if (rest.test(segment)) return 0;
  return kinds.findIndex((kind) => kind.test(segment)) + 1;
}

const sharePattern =
  /占(?<base>[^，。；0-9]{0,10}?)(?:比例?)?(?:的|为|约为|：)?(?<about>约)?(?<p>[0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]/dg;
const growthPattern = new RegExp(
  `(?<n>${numeral})(?<u>${unit})，?(?:比|较)(?:上年度?|去年|[0-9]{4}年度?)(?:同期)?(?:的)?[（〓]?(?<m>[0-9]+)(?<v>${unit})[）〓]?，?(?<way>增长|增加|上升|提高|下降|减少|降低)(?:了)?(?<p>[0-9]{1,4}(?:\\.[0-9]{1,4})?)[%％]`,
  'dg',
);

/** The percentages of a sentence whose figures stand in it too. */
export function sharesIn(sentence: Sentence, tallies: readonly Tally[]): Share[] {
  const text = sentence.squeezed;
  if (!/[%％]/.test(text)) return [];
  return [...partShares(sentence, tallies), ...growths(sentence)];
}

function partShares(sentence: Sentence, tallies: readonly Tally[]): Share[] {
  const text = sentence.squeezed;
  const amounts = [...text.matchAll(amountPattern)].flatMap((match): Placed[] => {
    const value = amountOf(match[1] ?? '');
    const digits = match[1] ?? '';
    return value === null
      ? []
      : [{ value, unit: match[2] ?? '', start: match.index, end: match.index + digits.length }];
  });
  const shares: Share[] = [];
  for (const match of text.matchAll(sharePattern)) {
    const { base = '', about, p = '' } = match.groups ?? {};
    if (about !== undefined || /全[县市区省国镇乡]|同期|上年|去年|同类|分/.test(base)) continue;
    const before = amounts.filter((amount) => amount.end <= match.index);
    const part = before[before.length - 1];
    if (part === undefined || !/^[，、]?$/.test(text.slice(part.end + part.unit.length, match.index))) continue;
    const place = match.indices?.groups?.p;
    const of = baseOf(base);
    const whole = of === null ? wholeOf(sentence, tallies, before) : null;
    if (whole === undefined || place === undefined || (whole !== null && whole.unit !== part.unit)) continue;
    if (approximate.test(text.slice(0, match.index))) continue;
    shares.push({
      percent: Number(p),
      decimals: (p.split('.')[1] ?? '').length,
      span: spanWithin(sentence, place[0], place[1]),
      kind: 'share',
      part: amountAt(sentence, part),
      whole,
      of,
      clause: spanWithin(sentence, clauseBegin(text, part.start), match.index + match[0].length),
    });
  }
  return shares;
}

/** The words after 占, where they name all requests closed or received. */
function baseOf(base: string): Share['of'] {
  if (/^(?:全部|本年度?|全年)?(?:办结|办理结果|答复)(?:申请)?(?:总数|总量|总件数)/.test(base)) return 'closed';
  return /^(?:全部|本年度?|全年)?(?:新收|收到)?(?:的)?申请(?:总数|总量|总件数)/.test(base) ? 'received' : null;
}

/** The only tally's whole, or the first of the two figures that the sentence has stated. */
function wholeOf(sentence: Sentence, tallies: readonly Tally[], before: readonly Placed[]): Amount | undefined {
  if (tallies.length === 1) return tallies[0]?.whole;
  const [first] = before;
  const plain = /结转|比|较|同比/.test(sentence.squeezed) ? undefined : first;
  return tallies.length === 0 && before.length === 2 && plain !== undefined ? amountAt(sentence, plain) : undefined;
}

function growths(sentence: Sentence): Share[] {
  const text = sentence.squeezed;
  return [...text.matchAll(growthPattern)].flatMap((match): Share[] => {
    const { n = '', u = '', m = '', v = '', p = '' } = match.groups ?? {};
    const places = match.indices?.groups;
    const now = amountOf(n);
    if (now === null || u !== v || places?.n === undefined || places.m === undefined || places.p === undefined)
      return [];
    const amount = (value: number, [start, end]: readonly [number, number]): Amount =>
      amountAt(sentence, { value, unit: u, start, end });
    return [
      {
        percent: Number(p),
        decimals: (p.split('.')[1] ?? '').length,
        span: spanWithin(sentence, places.p[0], places.p[1]),
        kind: 'growth',
        part: amount(now, places.n),
        whole: amount(Number(m), places.m),
        of: null,
        clause: spanWithin(sentence, match.index, match.index + match[0].length),
      },
    ];
  });
}

function amountAt(sentence: Sentence, { value, unit: unitWord, start, end }: Placed): Amount {
  return { value, unit: unitWord, span: spanWithin(sentence, start, end) };
}

function amountOf(digits: string): number | null {
  const value = /^[0-9]/.test(digits) ? Number(digits.replace(/,/g, '')) : chineseNumeral(digits);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}
