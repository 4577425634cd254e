/** The preface names the report's parts, but wrongly or not all of them. */
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/clauses';
import type { SectionSpec } from '../../standard/edition';
import { sectionByKeywords, standardTitles } from '../../standard/section-titles';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { squeezed } from '../wording';

const lead = '一、总体情况';
const list =
  '总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项';

export const preambleSectionList: Rule = {
  meta: {
    id: 'structure/preamble-section-list',
    severity: 'information',
    title: '前言列出的部分不对',
    summary: '前言逐一列出报告由哪些部分组成，但名称与格式不一致、数目不对，或者没有列全。',
    why: '前言不是必需的；写了就应与正文、与统一格式一致，照旧条例列五项的尤其容易误导读者。',
    clause: formatClause,
    whatToDo: '按格式规定的六个部分改写，或者删去这句话。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '只列了五个部分',
        changes: [
          [
            `## ${lead}`,
            `本报告⟦structure/preamble-section-list: ${`由${list}共五个部分组成`.replace('政府信息公开行政复议、行政诉讼情况，', '')}⟧。\n\n## ${lead}`,
          ],
        ],
      },
      {
        shows: '名称与格式不一致',
        changes: [
          [
            `## ${lead}`,
            `本报告⟦structure/preamble-section-list: ${`由${list}六部分组成`.replace('存在的主要问题及', '工作存在的问题和')}⟧。\n\n## ${lead}`,
          ],
        ],
      },
    ],
    good: [
      {
        shows: '与格式一致',
        changes: [[`## ${lead}`, `本报告由${list}六部分组成。\n\n## ${lead}`]],
        focus: '六部分组成',
      },
      {
        shows: '只说有六个部分',
        changes: [[`## ${lead}`, `本报告包括总体情况等六个部分。\n\n## ${lead}`]],
        focus: '等六个部分',
      },
    ],
  },
  *check(report) {
    const preface = prefaceOf(report);
    if (preface === undefined || !report.text.slice(preface.start, preface.end).includes('部分')) return;
    for (const sentence of sentencesIn(report.text, preface)) {
      const flaws = flawsOf(report, sentence.list);
      if (flaws.length === 0) continue;
      yield {
        span: sentence.span,
        message: phrase`前言列出的报告组成部分${listed(flaws, '，')}，应以格式规定的六个部分为准。`,
        key: 'list',
      };
    }
  },
};

/** What stands before the first section. */
function prefaceOf({ title, sections }: Report): Span | undefined {
  const end = sections[0]?.span.start ?? 0;
  const start = title?.span.end ?? 0;
  return start < end ? { start, end } : undefined;
}

interface NamedParts {
  readonly span: Span;
  readonly list: string;
}

const fewestNames = 3;
const begins = /由|包括|包含|分为|内容为|内容有|[：:]/;
const ends =
  /(?:共|等|共计)?(?:[一二三四五六七八九十0-9]{1,2})(?:个|大)?部分(?:组成|内容|构成)*|(?:等)?(?:部分)(?:组成|内容|构成)/;

/** The sentences of the preface that list parts, from 由 or 包括 on. */
function* sentencesIn(text: string, preface: Span): Iterable<NamedParts> {
  let start = preface.start;
  for (let i = preface.start; i <= preface.end; i++) {
    if (i < preface.end && !'。；;'.includes(text.charAt(i)) && !isBlankLineAt(text, i)) continue;
    const sentence = text.slice(start, i);
    if (sentence.includes('部分')) {
      const from = begins.exec(sentence)?.index ?? 0;
      const tail = ends.exec(sentence);
      const to = tail === null ? sentence.length : tail.index + tail[0].length;
      const list = sentence.slice(from, Math.max(to, from)).trimEnd();
      const names = itemsOf(list).filter((item) => sectionOf(item) !== undefined);
      if (from < to && new Set(names.map((item) => sectionOf(item)?.id)).size >= fewestNames) {
        yield { span: { start: start + from, end: start + from + list.length }, list };
      }
    }
    start = i + 1;
  }
}

/** A line end with an empty line behind it ends the sentence; a hard wrap does not. */
function isBlankLineAt(text: string, at: number): boolean {
  return /^(?:\r\n|\n|\r)[ \t\u3000]*(?:\r|\n)/.test(text.slice(at, at + 12));
}

const around =
  /^(?:由|主要包括|包括|包含|分为|内容为|内容有|[：:“”"《》]|和|以及|及|[一二三四五六七八九十0-9]+[、.．是]|[（(][一二三四五六0-9][）)])+|(?:[“”"《》]|(?:共|等|共计)*[一二三四五六七八九十0-9]{0,2}(?:个|大)?部分(?:组成|内容|构成)*|等)+$/g;

/** The names in the list. 行政复议、行政诉讼 belong together. */
function itemsOf(list: string): readonly string[] {
  const flat = list.replace(/[\s*]/g, '');
  const joined = flat.replace(/(复议)、((?:被)?(?:提起)?行政诉讼)/g, '$1\u0001$2');
  return joined
    .split(/[，,；;、]/)
    .map((item) => item.replaceAll('\u0001', '、').replace(around, ''))
    .filter((item) => item.length >= 3);
}

function sectionOf(item: string): SectionSpec | undefined {
  return (standardTitles.byTitle(item) ?? sectionByKeywords(item))?.section;
}

/** What is wrong with the list, in words; names taken from article 50 are right in substance. */
function flawsOf({ edition }: Report, list: string): readonly Wording[] {
  const items = itemsOf(list);
  const isOpen = /等[一二三四五六七八九十0-9]{0,2}(?:个|大)?部分|等部分/.test(list);
  const named = items.map((item) => ({ item, spec: sectionOf(item) }));
  const flaws: Wording[] = [];
  const count = /([一二三四五六七八九十0-9]{1,2})(?:个|大)?部分/.exec(list.replace(/\s/g, ''))?.[1];
  if (count !== undefined && count !== '六' && count !== '6') {
    flaws.push(phrase`写作${count}个部分`);
  }
  const wrong = named.filter(({ item, spec }) => spec === undefined || !isProper(item, spec)).map(({ item }) => item);
  if (wrong.length > 0) {
    const names = wrong.map((item) => squeezed(item, 24));
    flaws.push(phrase`“${listed(names, '”“')}”与格式规定的标题不一致`);
  }
  const absent = edition.sections.filter((spec) => !named.some((entry) => entry.spec?.id === spec.id));
  if (absent.length > 0 && !isOpen) {
    const titles = absent.map((spec) => spec.title);
    flaws.push(phrase`没有列出“${listed(titles, '”“')}”`);
  }
  return flaws;
}

function isProper(item: string, spec: SectionSpec): boolean {
  const folded = fold(item);
  return [spec.title, ...spec.longForms].some((title) => fold(title) === folded);
}
