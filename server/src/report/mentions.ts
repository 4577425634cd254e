/** Documents, years and bodies that running text names. */
import type { Sentence } from '../syntax/sentences';
import { clauseAround, spanWithin } from '../syntax/sentences';
import type { BodyMention, Citation, WorkYear } from './prose';

const numberPattern =
  /(国办公开办函|国办公开函|国办发|国办函|国发)[〔［[【（(]?([0-9]{4})[〕］\]】）)]?第?([0-9]{1,4})号/g;
const orderPattern = /(国务院令|国令|国务院)第?([0-9]{2,4})号令?/g;
const titlePattern = /《([^《》]{4,60})》/g;
const ownTitles = /信息公开(?:工作)?条[例列理]$|年度报告格式/;
const articlePattern =
  /条例[》”）]{0,3}的?((?:第[一二三四五六七八九十]{1,4}条(?:[、和及]|以及)?){1,4})(?:的)?(?:规定|要求)?(?:的)?(?:规定|要求)?[^。；第]{0,24}?(?:编制|公布|撰写)[^。；]{0,20}?(?:报告|年报)/g;

/** The citations of a sentence that bear on the annual report. */
export function citationsIn(sentence: Sentence): Citation[] {
  const text = sentence.squeezed;
  const found: Citation[] = [];
  if (text.includes('号')) found.push(...numbersIn(sentence));
  if (text.includes('《')) {
    for (const match of text.matchAll(titlePattern)) {
      const title = match[1] ?? '';
      if (!ownTitles.test(title)) continue;
      found.push({
        kind: 'title',
        text: title,
        span: spanWithin(sentence, match.index + 1, match.index + 1 + title.length),
      });
    }
  }
  if (text.includes('条例') && text.includes('条')) {
    for (const match of text.matchAll(articlePattern)) {
      const printed = match[1] ?? '';
      const bare = printed.replace(/(?:[、和及]|以及)$/, '');
      const start = match.index + match[0].indexOf(printed);
      const articles = [...bare.matchAll(/第([一二三四五六七八九十]+)条/g)].map((each) => each[1] ?? '');
      found.push({ kind: 'article', articles, span: spanWithin(sentence, start, start + bare.length) });
    }
  }
  return found;
}

function numbersIn(sentence: Sentence): Citation[] {
  const text = sentence.squeezed;
  const onReports = text.includes('年度报告');
  const at = (start: number, end: number, agency: string, year: number | null, serial: number): Citation => ({
    kind: 'number',
    agency,
    year,
    serial,
    span: spanWithin(sentence, start, end),
    title: titleBefore(sentence, start),
    onReports,
  });
  const numbers = [...text.matchAll(numberPattern)].map((match) =>
    at(match.index, match.index + match[0].length, match[1] ?? '', Number(match[2]), Number(match[3])),
  );
  const orders = [...text.matchAll(orderPattern)].map((match) =>
    at(match.index, match.index + match[0].length, '国务院令', null, Number(match[2])),
  );
  return [...numbers, ...orders];
}

const farthest = 16;

/** The title that the number belongs to: it ends shortly before it. */
function titleBefore(sentence: Sentence, at: number): (Citation & { kind: 'number' })['title'] {
  const text = sentence.squeezed;
  const end = text.lastIndexOf('》', at);
  const start = text.lastIndexOf('《', end);
  if (end < 0 || start < 0 || at - end > farthest) return null;
  return { text: text.slice(start + 1, end), span: spanWithin(sentence, start + 1, end) };
}

const lead = '^(?:<[^>]*>|[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]|[*_#])*(?:在)?';
const ownBody =
  '(?:我[镇乡局县市区委办街单院厅省州]|本[机单镇乡局街级行]|全[镇乡局年县市区街]|[\\u4e00-\\u9fff]{2,20}?(?:镇|乡|街道|局|委员会|办事处|政府|县|区|市|省|州|旗)(?=认真|全面|严格|坚持|深入|积极|始终|以|围绕|按照|持续|切实|高度|扎实|紧紧|紧扣|把|立足|聚焦|结合|依托|不断|大力|着力|推进|开展|贯彻|落实|组织|主动|通过|未|没有|共|的?政府信息公开(?!工作年度)))';
const ownWork =
  '(?:发出[^，。；]{0,14}收费通知|未收到|没有收到|共收到|收到|未收取|没有收取|未发生|没有发生|主动公开|政府信息公开工作(?!年度)|政务公开工作(?!年度))';
const workPattern = new RegExp(
  `${lead}(?<y>20[0-9]{2})年(?:度|全年)?，?(?:在[^，。；0-9]{2,24}[下中上]，)?(?:${ownBody}|(?<work>${ownWork}))`,
  'd',
);
const reportedPattern =
  /现(?:将|公布|予公布)[^。；0-9]{0,40}?(?<y>20[0-9]{2})年(?:度)?政府信息公开(?:工作)?(?:情况|年度报告|报告)?[^。；]{0,20}?(?:如下|公布|报告|汇报)/d;
const untilPattern =
  /截[至止]到?至?(?<y>20[0-9]{2})年(?:年?底|末|12月31日|12月底)，?[^。；]{0,20}?(?:现行有效|共|主动公开)/d;
const themePattern = new RegExp(`${lead}(?<y>20[0-9]{2})年是[^。；0-9]{2,36}(?:一年|之年|开局年|收官年)`, 'd');
/** What makes a sentence speak of another time, or of more than the year's work. */
const otherSense =
  /比(?:上|去|20|前|较)|相比|同比|较(?:上|去|20|前)|上年|去年|前年|预算|决算|以来|[0-9月日年底]起|累计|印发|出台|规划|届|曾|被评|荣获|获得|获评|授予|基础上|将|拟|计划|打算|〔|http|版|遗留|反馈|存量|历史|回头看/;
const anyYear = /20[0-9]{2}年/g;

/** The year whose work a sentence tells of, where it says so plainly. */
export function workYearIn(sentence: Sentence, next: Sentence | undefined): WorkYear | undefined {
  const { squeezed } = sentence;
  if (!squeezed.includes('年') || !squeezed.includes('20')) return undefined;
  const text = squeezed.replace(/《[^《》]*》/g, (title) => '〓'.repeat(title.length));
  const theme = themePattern.exec(text);
  const match = theme ?? workPattern.exec(text) ?? reportedPattern.exec(text) ?? untilPattern.exec(text);
  const place = match?.indices?.groups?.y;
  if (match === null || place === undefined || otherSense.test(text.replace(/规划/g, theme === null ? '规划' : ''))) {
    return undefined;
  }
  if ((text.match(anyYear) ?? []).length > 1) return undefined;
  const year = Number(match.groups?.y);
  if (next !== undefined && goesOn(next.squeezed, year, match.groups?.work)) return undefined;
  const clause = clauseAround(sentence, place[0]);
  return {
    year,
    span: spanWithin(sentence, place[0], place[1]),
    clause: spanWithin(sentence, clause.start, clause.end),
  };
}

/** Whether the next sentence goes over to the year after, on the same kind of work: then this one looks back. */
function goesOn(next: string, year: number, work: string | undefined): boolean {
  if (work !== undefined && !next.includes(work.slice(-2))) return false;
  return /^(?:今年|本年)/.test(next) || next.startsWith(`${year + 1}年`);
}

const nameEnd =
  '(?:人民政府(?:办公[室厅])?|政府办公[室厅]|街道办事处|管委会|委员会|[镇乡局厅]|街道|[县市区](?!委|级|直))';
const name = `(?<name>[\\u4e00-\\u9fff]{2,24}?${nameEnd})`;
const prefacePattern = new RegExp(
  `现(?:将|公布)(?:了)?${name}(?:20[0-9]{2})年(?:度)?政府信息公开|(?<=^|[，。》）>])${name.replace('?<name>', '?<other>')}编制(?:并公布)?(?:了)?本(?:年度)?报告|本(?:年度)?报告由${name.replace('?<name>', '?<maker>')}(?=依照|根据|按照|依据|负责|编制|汇总)`,
  'd',
);
const overviewPattern = new RegExp(
  `${lead}20[0-9]{2}年(?:度)?，${name}(?=认真|全面|严格|坚持|深入|积极|始终|以|围绕|按照|高度|扎实|切实)`,
  'd',
);
const notAName = /^(?:我|本|全|各|县|市|区|省|州|镇|乡|局|党|国|上级|该|根据|按照|依照)|[在把将的对为、]|党委|领导/;

/** The body that a sentence names as the one reporting. */
export function bodyIn(sentence: Sentence, place: BodyMention['place']): BodyMention | undefined {
  const match = (place === 'preface' ? prefacePattern : overviewPattern).exec(sentence.squeezed);
  const at = match?.indices?.groups?.name ?? match?.indices?.groups?.other ?? match?.indices?.groups?.maker;
  if (at === undefined) return undefined;
  const text = sentence.squeezed.slice(at[0], at[1]);
  return notAName.test(text) ? undefined : { place, text, span: spanWithin(sentence, at[0], at[1]) };
}
