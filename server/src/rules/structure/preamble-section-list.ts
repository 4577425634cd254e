/** The preface names the report's parts, but wrongly or not all of them. */
import type { PartList } from '../../report/prose/part-lists';
import { isProperName, partListsOf } from '../../report/prose/part-lists';
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';
import type { Flaw } from '../wording';

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
    for (const list of partListsOf(report)) {
      const flaws = flawsOf(report, list);
      if (flaws.length === 0) continue;
      yield {
        span: list.span,
        message: phrase`前言列出的报告组成部分${listed(
          flaws.map(({ words }) => words),
          '，',
        )}，应以格式规定的六个部分为准。`,
        about: { names: flaws.flatMap(({ names }) => names) },
        key: 'list',
      };
    }
  },
};

/** What is wrong with the list; names taken from article 50 are right in substance. */
function flawsOf({ edition }: Report, { names, count, isOpen }: PartList): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if (count !== null && count !== '六' && count !== '6') flaws.push({ words: phrase`写作${count}个部分`, names: [] });
  const wrong = names.filter(({ text, spec }) => spec === undefined || !isProperName(text, spec));
  if (wrong.length > 0) {
    const printed = wrong.map(({ text }) => squeezed(text, 24));
    flaws.push({ words: phrase`“${listed(printed, '”“')}”与格式规定的标题不一致`, names: printed });
  }
  const absent = edition.sections.filter((section) => !names.some(({ spec }) => spec?.id === section.id));
  if (absent.length > 0 && !isOpen) {
    const titles = absent.map((section) => section.title);
    flaws.push({ words: phrase`没有列出“${listed(titles, '”“')}”`, names: titles });
  }
  return flaws;
}
