/** A section whose words are another report's. */
import { fewestCopied, type Passage } from '../../series/copies';
import type { Entry } from '../../series/series';
import { article50 } from '../../standard/clauses';
import { editionOf, sectionSpec } from '../../standard/editions';
import { phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

const anyProblems = '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。';
const lastYears =
  '存在的主要问题：一是镇村两级公开栏更新慢，农业补贴、低保评定结果贴出来的时候常常已经过了公示期，群众到便民中心来问才补上；二是依申请公开的答复文书由各站所自己起草，格式不统一，有的没有写救济途径，今年因此重新答复过；三是网站栏目由一名办公室人员兼管，人不在岗的时候信息积压，政策解读只转发上级稿件，没有结合本地产业写清楚怎么申请、找谁办理。';

export const copiedText: SeriesRule = {
  meta: {
    id: 'series/copied-text',
    severity: 'warning',
    title: '文字照抄其他年报',
    summary:
      '一个部分的文字有一大段（120字以上）与本机关上一年的年报、或者与别的机关的年报相同；改动了部分字词、次序和间隔不变的也算；数字、年份、机关名称、标点不计，二十份以上年报都有的套话不计。',
    why: '总体情况、存在的问题和改进情况每年、每个机关都不相同；照抄的文字说的不是本机关这一年的事。',
    clause: () => article50,
    whatToDo: '按本机关本年的实际情况重写；确属上级统一要求的文字，可以豁免。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '第五部分与2021年的一字不差',
        reports: [
          { file: '2021.md', year: 2021, changes: [[anyProblems, lastYears]], focus: lastYears.slice(0, 20) },
          {
            file: '2022.md',
            changes: [[anyProblems, `存在的⟦series/copied-text: ${lastYears.slice(3, -3)}⟧办理。`]],
          },
        ],
      },
    ],
    good: [
      {
        shows: '每年写当年的事',
        reports: [
          { file: '2021.md', year: 2021, changes: [[anyProblems, lastYears]], focus: lastYears.slice(0, 20) },
          { file: '2022.md', focus: '存在的主要问题' },
        ],
      },
    ],
  },
  *check(entry, series) {
    for (const passage of series.passagesOf(entry)) {
      const other = series.entries[passage.other] as Entry;
      yield {
        range: passage.range,
        message: messageOf(entry, other, passage),
        names: [
          `${other.record.issuer === entry.record.issuer ? '' : (other.record.issuer ?? '')}${other.record.year}年年报`,
        ],
        key: `${passage.section} ${other.record.issuer} ${other.record.year}`,
        related: [{ file: other.record.file, range: passage.otherRange, message: phrase`相同的文字` }],
      };
    }
  },
};

function messageOf(entry: Entry, other: Entry, { section, copied, alike, length }: Passage) {
  const name = sectionSpec(editionOf(entry.record.edition), section).title;
  const year = String(other.record.year);
  const issuer = other.record.issuer ?? '';
  const isOwn = entry.record.issuer === other.record.issuer;
  if (copied < fewestCopied) {
    const [all, same] = [String(alike), String(copied)];
    return isOwn
      ? phrase`“${name}”有约${all}字的一段与${year}年年报大体相同：词句的次序、间隔一样，只改了部分字词，其中${same}字一字不差（数字、年份、机关名称不计）。`
      : phrase`“${name}”有约${all}字的一段与${issuer}${year}年年报大体相同：词句的次序、间隔一样，只改了部分字词，其中${same}字一字不差（数字、年份、机关名称不计）。`;
  }
  const share = String(Math.round((100 * copied) / length));
  return isOwn
    ? phrase`“${name}”有${String(copied)}字与${year}年年报相同，占本部分的${share}%（数字、年份、机关名称不计）。`
    : phrase`“${name}”有${String(copied)}字与${issuer}${year}年年报相同，占本部分的${share}%（数字、年份、机关名称不计）。`;
}
