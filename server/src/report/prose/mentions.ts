/** Documents and bodies that running text names. */
import type { Sentence } from '../../syntax/sentences';
import { spanWithin } from '../../syntax/sentences';
import { matchesOf } from '../../text/matches';
import { sentenceLead } from './fact-words';
import type { BodyMention, Citation, NumberCitation } from './prose';

/** A number of a national office, whatever is wrong with its name or its brackets. */
const numberPattern =
  /(国办[\u4e00-\u9fff]{1,5}?|国发)([〔［[【（〈<]?)(20[0-9]{2})([〕］\]】）〉>年]?)第?([0-9]{1,4})号/g;
const orderPattern = /(国务院令|国令|国务院)第?([0-9]{2,4})号令?/g;
const titlePattern = /《([^《》]{4,60})》/g;
const titlesOfReports = /信息公开(?:工作)?条[例列理]$|年度报告格式(?:（试行）)?$|年度报告有关事项的通知$/;
const articlePattern =
  /条例[》”）]{0,3}的?((?:第[一二三四五六七八九十]{1,4}条(?:[、和及]|以及)?){1,4})(?:的)?(?:规定|要求)?(?:的)?(?:规定|要求)?[^。；第]{0,24}?(?:编制|公布|撰写)[^。；]{0,20}?(?:报告|年报)/g;
/** What a sentence that tells by what the report is made speaks of. */
const makingSigns = /年度报告|年报|本报告|(?:编制|编写|撰写)[^。；]{0,12}报告/;

/** The citations of a sentence that bear on the annual report. */
export function citationsIn(sentence: Sentence): Citation[] {
  const text = sentence.squeezed;
  const found: Citation[] = [];
  if (text.includes('号')) found.push(...numbersIn(sentence));
  if (text.includes('《')) {
    for (const match of matchesOf(titlePattern, text)) {
      const title = match[1] ?? '';
      if (!titlesOfReports.test(title)) continue;
      found.push({
        kind: 'title',
        text: title,
        span: spanWithin(sentence, match.index + 1, match.index + 1 + title.length),
      });
    }
  }
  if (text.includes('条例') && text.includes('条')) {
    for (const match of matchesOf(articlePattern, text)) {
      const printed = match[1] ?? '';
      const bare = printed.replace(/(?:[、和及]|以及)$/, '');
      const start = match.index + match[0].indexOf(printed);
      const articles = matchesOf(/第([一二三四五六七八九十]+)条/g, bare).map((each) => each[1] ?? '');
      found.push({ kind: 'article', articles, span: spanWithin(sentence, start, start + bare.length) });
    }
  }
  return found;
}

function numbersIn(sentence: Sentence): Citation[] {
  const text = sentence.squeezed;
  const onReports = makingSigns.test(text);
  const at = (match: RegExpExecArray, number: Pick<NumberCitation, 'agency' | 'year' | 'serial' | 'brackets'>) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const title = titleBefore(sentence, start) ?? titleAfter(sentence, end);
    return { kind: 'number', ...number, span: spanWithin(sentence, start, end), title, onReports } as const;
  };
  const numbers = matchesOf(numberPattern, text).map((match) =>
    at(match, {
      agency: match[1] ?? '',
      year: Number(match[3]),
      serial: Number(match[5]),
      brackets: match[2] === '' || match[4] === '' || match[4] === '年' ? 'lost' : 'whole',
    }),
  );
  const orders = matchesOf(orderPattern, text).map((match) =>
    at(match, { agency: '国务院令', year: null, serial: Number(match[2]), brackets: 'whole' }),
  );
  return [...numbers, ...orders];
}

const farthest = 16;

/** The title that the number belongs to: it ends shortly before it. */
function titleBefore(sentence: Sentence, at: number): NumberCitation['title'] {
  const text = sentence.squeezed;
  const end = text.lastIndexOf('》', at);
  const start = text.lastIndexOf('《', end);
  if (end < 0 || start < 0 || at - end > farthest) return null;
  return { text: text.slice(start + 1, end), span: spanWithin(sentence, start + 1, end) };
}

/** A title right behind the number, as in 国办函〔…〕…号《…》. */
function titleAfter(sentence: Sentence, at: number): NumberCitation['title'] {
  const match = /^(?:文件?)?(?:印发的|发布的)?《([^《》]{4,60})》/.exec(sentence.squeezed.slice(at, at + 72));
  if (match === null) return null;
  const start = at + match[0].indexOf('《') + 1;
  const text = match[1] ?? '';
  return { text, span: spanWithin(sentence, start, start + text.length) };
}

const nameEnd =
  '(?:人民政府(?:办公[室厅])?|政府办公[室厅]|街道办事处|管委会|委员会|[镇乡局厅]|街道|[县市区](?!委|级|直))';
const name = `(?<name>[\\u4e00-\\u9fff]{2,24}?${nameEnd})`;
const prefacePattern = new RegExp(
  `现(?:将|公布)(?:了)?${name}(?:20[0-9]{2})年(?:度)?政府信息公开|(?<=^|[，。》）>])${name.replace('?<name>', '?<other>')}编制(?:并公布)?(?:了)?本(?:年度)?报告|本(?:年度)?报告由${name.replace('?<name>', '?<maker>')}(?=依照|根据|按照|依据|负责|编制|汇总)`,
  'd',
);
const overviewPattern = new RegExp(
  `${sentenceLead}20[0-9]{2}年(?:度)?，${name}(?=认真|全面|严格|坚持|深入|积极|始终|以|围绕|按照|高度|扎实|切实)`,
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
