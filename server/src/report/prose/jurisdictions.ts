/** Words by which a report speaks of a 区 as its own superior although its body belongs to a 县, or the other way round. */

import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { Seen } from '../../text/seen';
import { seenSpan } from '../../text/seen';
import type { Span } from '../../text/span';
import { before } from '../../text/tail';
import type { Report } from '../report';
import { bodyOf } from '../title/issuer';

/** A trace of another body's report. */
export interface ForeignJurisdiction {
  readonly span: Span;
  /** As printed. */
  readonly text: string;
  /** `superior`: of another superior than the body's own. `above`: a deed of a government far above it. */
  readonly kind: 'superior' | 'above';
}

export interface Jurisdiction {
  /** What the body belongs to, or is itself. */
  readonly own: '县' | '区' | null;
  /** What tells it: the body's name, or the words of the text. */
  readonly evidence: { readonly text: string; readonly span: Span } | null;
  readonly foreign: readonly ForeignJurisdiction[];
}

const none: Jurisdiction = { own: null, evidence: null, foreign: [] };

/** Silent where nothing tells the superior, and where the body has both a 县 and a 区 under it or in its name. */
export function jurisdictionOf(report: Report): Jurisdiction {
  const { issuer, seen } = report;
  const body = bodyOf(issuer);
  const isLocal = body.division === 'township' || body.division === 'county' || report.level === 'subdistrict';
  const isOpen = body.division === 'unknown' && body.kind === 'unknown' && report.level === 'unknown';
  if (!isLocal && (issuer !== null || !isOpen)) return none;
  const named = nameSays(report);
  if (named === 'both') return none;
  const { text } = seen;
  const districts = mentionsOf(text, seen, '区');
  const found = {
    县: mentionsOf(text, seen, '县'),
    区: districts.length > 0 && isRegion(withoutNames(text), issuer) ? [] : districts,
  };
  const own = named ?? textSays(found);
  const above = isLocal ? deedsAbove(seen, own !== null) : [];
  if (own === null) return { ...none, foreign: above };
  const superiors = found[own === '县' ? '区' : '县'];
  const title = report.title?.issuer;
  const evidence = named !== null && title != null ? title : (found[own][0] ?? null);
  return { own, evidence, foreign: [...superiors, ...above].sort((a, b) => a.span.start - b.span.start) };
}

const documentName = /《[^《》]{0,80}》|〈[^〈〉]{0,80}〉/g;

/** The text with the names of documents blacked out. */
function withoutNames(text: string): string {
  return text.replace(documentName, (name) => '〓'.repeat(name.length));
}

/** Zones, and what else ends in 区 without being a district. */
const noDistrict = /自治区|(?:开发|高新|新|园|景|示范|试验|保税|合作|度假|林|矿|特|库|灾|管理)区/g;

function nameSays({ issuer }: Report): '县' | '区' | 'both' | null {
  if (issuer === null) return null;
  const name = before(issuer, /[\s（(]/);
  const isCounty = /.县|旗/.test(name);
  const isZone = /(?:开发|高新|新|园|示范|试验|合作)区|管委会|管理委员会/.test(name);
  const isDistrict = /.区/.test(name.replace(noDistrict, ''));
  if (isZone || (isCounty && isDistrict) || name.includes('旗')) return 'both';
  if (isCounty) return '县';
  return isDistrict ? '区' : null;
}

const fewestMentions = 3;

/** The text tells the superior where it names one again and again and the other hardly ever. */
function textSays(found: Readonly<Record<'县' | '区', readonly ForeignJurisdiction[]>>): '县' | '区' | null {
  const [county, district] = [found.县.length, found.区.length];
  if (county >= fewestMentions && district <= 1) return '县';
  return district >= fewestMentions && county <= 1 ? '区' : null;
}

const regions = ['自治区', '广西', '宁夏', '新疆', '西藏', '内蒙古', '兵团', '自治旗', '盟'];

/** In an autonomous region 区 is short for the region. */
function isRegion(text: string, issuer: string | null): boolean {
  return regions.some((word) => text.includes(word)) || /自治区|旗/.test(issuer ?? '');
}

/** What may stand before the bare 县 or 区; a character of a name (清河县政府) may not. */
const boundary =
  '(?<=^|[\\s，。；：！（(“”>》〉〓]|[按照据在由向被到对与和及经受实绕托过于从为将把让报合配以]|[县区]委、)';
const organs =
  '委(?!托|派|员|书)(?:[、和](?:县|区)政府)?(?:办公室|办)?|(?:人民)?政府(?:办公室|办)?|政务(?:公开|服务)(?:办公室|办|中心|科|局|领导小组)?|信息公开(?:办公室|办)|融媒体中心|大数据(?:局|中心)|电子政务(?:办公室|办|中心)';

function mentionsPattern(unit: '县' | '区'): RegExp {
  return new RegExp(
    `${boundary}(?:${unit}(?:${organs})|[我本]${unit}(?=政府信息公开|政务公开|主动公开|依申请公开|共|累计|收到|20[0-9]{2}年))`,
    'y',
  );
}

/** What an organ's name begins with. */
const organBegins = '委人政信融大电';
const mentionPatterns = { 县: mentionsPattern('县'), 区: mentionsPattern('区') } as const;

/** Where the text speaks of a superior of that kind, names of documents left out. */
function mentionsOf(text: string, seen: Seen, unit: '县' | '区'): readonly ForeignJurisdiction[] {
  const pattern = mentionPatterns[unit];
  const found: RegExpExecArray[] = [];
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) {
    const start = at > 0 && isAmong('我本', text, at - 1) ? at - 1 : at;
    if (start === at && !isAmong(organBegins, text, at + 1)) continue;
    pattern.lastIndex = start;
    const mention = pattern.exec(text);
    if (mention !== null) found.push(mention);
  }
  const names = found.length === 0 ? [] : matchesOf(documentName, text);
  const isNamed = (at: number): boolean => names.some(({ 0: name, index }) => index < at && at < index + name.length);
  return found.flatMap(({ 0: printed, index }) =>
    isNamed(index)
      ? []
      : [{ span: seenSpan(seen, index, index + printed.length), text: printed, kind: 'superior' as const }],
  );
}

/** Applications go to the body itself, and no town pushes forward the work of a whole province. */
const deeds = [
  /(?:推动|推进|促进|带动|指导|加强|深化|做好)(?:了|我省)?全省(?:各级|行政机关)?(?:政务公开|政府信息公开|信息公开)(?!(?:工作)?(?:会议|培训|要点|通知|平台|考核|第三方|的(?:通知|意见|要求|部署|安排)))/g,
  /(?<=^|[\s，。；：])(?:20[0-9]{2}年(?:度)?，?)?全省(?:共|累计|各级行政机关)(?:新?收到|受理|主动公开|发布)/g,
];
const applications =
  /向(?:市|省)(?:人民)?政府(?:办公[室厅])?(?:[^，。；]{0,6})(?:提出|提交|递交|申请)[^，。；]{0,10}(?:申请|信息|公开)/g;

function deedsAbove(seen: Seen, isPlaced: boolean): readonly ForeignJurisdiction[] {
  const wanted = [
    ...(seen.text.includes('全省') ? deeds : []),
    ...(isPlaced && (seen.text.includes('向市') || seen.text.includes('向省')) ? [applications] : []),
  ];
  if (wanted.length === 0) return [];
  const text = withoutNames(seen.text);
  return wanted.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: printed, index }) => {
      const before = text.slice(Math.max(0, index - 16), index);
      const after = text.slice(index + printed.length, index + printed.length + 24);
      // A county may well have done its share for the whole province.
      if (/[为对]$/.test(before) || /^[^。；]*(?:贡献|提供)/.test(after)) return [];
      if (/关于[^，。；]{0,15}$|省[^，。；]{0,8}(?:要求|部署|办公厅)[^，。；]{0,6}$/.test(before)) return [];
      return [{ span: seenSpan(seen, index, index + printed.length), text: printed, kind: 'above' as const }];
    }),
  );
}
