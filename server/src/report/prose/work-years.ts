/** The year that running text names as the time of the body's own work. */
import type { Sentence } from '../../syntax/sentences';
import { clauseAround, spanWithin } from '../../syntax/sentences';
import { sentenceLead } from './fact-words';
import type { WorkYear } from './prose';

/** Where a statement may begin within a sentence: behind a comma or colon, or behind a heading without punctuation. */
const begin = `(?:${sentenceLead}|(?<=[，：])|(?<=(?:情况|方面|主动公开|申请公开|信息管理|平台建设|监督保障))(?=20[0-9]{2}年度?，))`;
const self = '(?:我|本|全)(?:街道|机关|单位|办事处|[镇乡局县市区委办街院厅省州级行])(?:政府|办公室|办事处)?';
const named = '[\\u4e00-\\u9fff]{2,20}?(?:镇|乡|街道|局|委员会|办事处|政府|县|区|市|省|州|旗)';
const manner =
  '认真|全面|严格|坚持|深入|积极|始终|以|围绕|按照|持续|切实|高度|扎实|紧紧|紧扣|把|立足|聚焦|结合|依托|不断|大力|着力|推进|开展|贯彻|落实|组织|主动|通过|未|没有|共|的?政府信息公开(?!工作年度)';
const ownBody = `(?:${self}(?!的|存在|[^，。；]{0,12}(?:年报|年度报告|总结))|${named}(?=${manner}))`;
const ownWork =
  '(?:发出[^，。；]{0,14}收费通知|未收到|没有收到|(?:共收到|收到)(?!的)|未收取|没有收取|未发生|没有发生|主动公开|政府信息公开工作(?!年度)|政务公开工作(?!年度|要点|目标|考核))';
const year = '(?<y>20[0-9]{2})年(?:度|全年)?，?';
const workPattern = new RegExp(
  `${begin}${year}(?:在[^，。；0-9]{2,24}[下中上]，)?(?:${ownBody}|(?<work>${ownWork}))`,
  'd',
);

/** What a body states for a year: requests, information made public, fees, cases. */
const deeds = [
  '(?:暂|均|并|尚)?(?:未|没有)(?:再|曾|有)?(?:接?收到|接到|接收|受理|收取|发生|产生|出现)(?:过|任何)?',
  '(?:一?共|共计|总共|累计)?(?:新?接?收到|接到|受理|办理|办结|新收|收取)(?!的)[^，。；0-9]{0,20}(?:申请|依申请公开|处理费)',
  '(?:通过[^，。；]{2,30}，?)?(?:一?共|共计|总共|累计|对外){0,3}(?:主动公开|公开|发布|公布)(?:了)?(?:各类|政府|政务){0,3}(?:信息|消息|文件)?[^，。；0-9年]{0,12}[0-9]{1,20}(?:余|多)?[条件篇份]',
  '(?:无|没有)(?:因)?(?:依申请公开|政府信息公开)[^，。；]{0,12}(?:申请|事项|行政复议|诉讼)',
];
const deedPattern = new RegExp(
  `(?:${begin}|(?<=(?:^|[，：）])(?:${self}|${named})(?:在|于)?))${year}(?:${self}|${named})?，?(?<work>${deeds.join('|')})`,
  'd',
);
const reportedPattern =
  /(?:现|特)(?:予|予以|编制并?|向社会)?(?:将|就|公布|发布|公开|编制)[^。；0-9]{0,40}?(?<y>20[0-9]{2})年(?:度)?(?:政府信息公开|政务公开)(?:工作)?(?:情况|年度报告|报告)?[^。；]{0,20}?(?:如下|公布|报告|汇报)/d;
const untilPattern =
  /截[至止]到?至?(?<y>20[0-9]{2})年(?:年?底|末|12月31日|12月底)，?[^。；]{0,20}?(?:现行有效|共|主动公开|累计|发布)/d;
const themePattern = new RegExp(`${sentenceLead}(?<y>20[0-9]{2})年是[^。；0-9]{2,36}(?:一年|之年|开局年|收官年)`, 'd');

/** What makes a sentence speak of another time, or of more than the year's work. */
const otherSense =
  /比(?:上|去|20|前|较)|相比|同比|较(?:上|去|20|前)|上年|去年|前年|预算|决算|以来|[0-9月日年底]起|累计|印发|出台|规划|届|曾|被评|荣获|获得|获评|授予|基础上|将|拟|计划|打算|〔|http|版|遗留|反馈|存量|历史|回头看/;
/** The same for a sentence that states what was done in the year: what may stand there besides is told more narrowly. */
const otherTime =
  /比(?:上|去|20|前|较)|相比|同比|较(?:上|去|20|前)|(?:上年|去年|前年|上一年)度?[（，即]{0,2}20|(?:结|续)?转(?:至|到|入)?(?:本年|今年|下年)|20[0-9]{2}年(?:度)?以来|[0-9月日年底]起|曾|遗留|反馈|存量|历史|回头看|历年|近[二三四五两]年|将(?:进一步|继续|持续|不断|着力|严格|切实|认真|按照|围绕|加大|加强|主动|及时|重点|从)/;
const anyYear = /20[0-9]{2}年/g;

/** The year looked for in sentences about the body's work: one, or any where no title says which the report is for. */
export type SoughtYear = number | 'any';

/** Where a sentence says plainly that the work it tells of is of the year `sought`. */
export function workYearIn(
  sought: SoughtYear,
  sentence: Sentence,
  next: Sentence | undefined,
  previous?: Sentence | undefined,
): WorkYear | undefined {
  const { squeezed } = sentence;
  if (!squeezed.includes(sought === 'any' ? '20' : `${sought}年`)) return undefined;
  const text = namesMasked(squeezed);
  const years = text.match(anyYear) ?? [];
  if (sought !== 'any' && years.some((each) => !each.startsWith(String(sought)))) return undefined;
  const match = (years.length === 0 ? null : workMatch(text)) ?? ownReportPattern.exec(squeezed);
  const place = match?.indices?.groups?.y;
  const value = match?.groups?.y ?? '';
  const worked = Number(value);
  if (match === null || place === undefined || (sought !== 'any' && worked !== sought)) return undefined;
  if (years.some((each) => !each.startsWith(value))) return undefined;
  if (next !== undefined && goesOnToNextYear(next.squeezed, worked, match.groups?.work)) return undefined;
  if (previous !== undefined && looksBack(previous.squeezed, worked, match.groups?.work)) return undefined;
  const clause = clauseAround(sentence, place[0]);
  return {
    year: worked,
    span: spanWithin(sentence, place[0], place[1]),
    clause: spanWithin(sentence, clause.start, clause.end),
  };
}

/** The year that several sentences name, all of them the same. */
export function commonYear(workYears: readonly WorkYear[]): number | undefined {
  const [first, ...others] = workYears;
  return others.length > 0 && others.every(({ year }) => year === first?.year) ? first?.year : undefined;
}

/** Names of documents and quotations hidden: years in them are theirs. */
function namesMasked(text: string): string {
  if (!/[《“<〈]/.test(text)) return text;
  return text.replace(/《[^《》]{0,200}》|“[^“”]{0,200}”|<[^<>]{0,80}>|〈[^〈〉]{0,200}〉/g, (quoted) =>
    '〓'.repeat(quoted.length),
  );
}

/** The preface names this very report, in title marks. */
const ownReportPattern =
  /(?:现|特)(?:予|予以|向社会)?(?:编制并?|公布|发布|公开)(?:了)?《[^《》0-9]{0,30}(?<y>20[0-9]{2})年(?:度)?政府信息公开(?:工作)?年度报告》(?!(?:公开|编制|格式|解读))/d;

function workMatch(text: string): RegExpExecArray | null {
  const theme = themePattern.exec(text);
  if (theme !== null) return otherSense.test(text.replace(/规划/g, '')) ? null : theme;
  const deed = deedPattern.exec(text);
  if (deed !== null && !otherTime.test(text)) return deed;
  const work = workPattern.exec(text);
  if (work !== null) return otherSense.test(text) ? null : work;
  const told = reportedPattern.exec(text) ?? untilPattern.exec(text);
  return told === null || otherSense.test(text.replace(/现将|累计/g, '')) ? null : told;
}

/** Whether the next sentence goes over to the year after, on the same kind of work: then this one looks back. */
function goesOnToNextYear(next: string, worked: number, work: string | undefined): boolean {
  if (work !== undefined && !isOnWork(next, work)) return false;
  return /^(?:今年|本年)/.test(next) || next.startsWith(`${worked + 1}年`);
}

/** Whether the sentence before tells of the year after, on the same kind of work: then this one compares. */
function looksBack(previous: string, worked: number, work: string | undefined): boolean {
  return work !== undefined && previous.includes(`${worked + 1}年`) && isOnWork(previous, work);
}

/** What statements of one kind have in common, the most telling words first: 政府信息公开收费 is of fees. */
const kindsOfWork = [/收取|收费|处理费/, /复议|诉讼/, /收到/, /公开/, /发布/];

function isOnWork(sentence: string, work: string): boolean {
  return kindOfWork(work)?.test(sentence) ?? sentence.includes(work.slice(-2));
}

function kindOfWork(work: string): RegExp | undefined {
  return kindsOfWork.find((kind) => kind.test(work));
}
