/** The same words in markup give the same finding at the same words, and a fix that leaves the markup alone. */
import { describe, expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { seenText } from '../../server/src/text/seen';
import { applyEdits } from '../../server/src/text/span';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { toldOf } from '../support/told';

const plainSentence = '（二）依申请公开情况。2023年未收到政府信息公开申请。';

/** A report whose table tells of three requests, and whose prose says `sentence`. */
function reportSaying(sentence: string, layout: 'markdown' | 'html'): string {
  const rows = ['received', 'granted', 'disposed'];
  const text = printReport(editions['2021'], {
    layout,
    issuer: '青山县白水镇人民政府',
    year: 2023,
    figures: ({ row, column }) => (rows.includes(row) && /^(?:natural-person|total)$/.test(column) ? '3' : '0'),
  });
  if (!text.includes(plainSentence)) throw new Error('the form says something else');
  return text.replace(plainSentence, sentence);
}

function findingsIn(text: string) {
  const [report, ...more] = snapshotOf(text, {}).reports;
  if (report?.status !== 'audited' || more.length > 0) throw new Error('not one report');
  const words = ({ start, end }: { start: number; end: number }) => seenText(report.report.view, start, end);
  return toldOf(report).map((finding) => ({
    rule: finding.rule,
    words: words(finding.span),
    fixed: finding.fixes().map((fix) => applyEdits(text, fix.edits)),
  }));
}

const bare = '（二）依申请公开情况。2023年收到政府信息公开申请17件。';
const told = [{ rule: 'prose/count-conflict', words: '17' }];

describe.each(['markdown', 'html'] as const)('%s', (layout) => {
  const first = findingsIn(reportSaying(bare, layout));
  const brief = (text: string) =>
    findingsIn(text)
      .filter(({ rule }) => rule.startsWith('prose/count'))
      .map(({ rule, words }) => ({ rule, words }));

  test('the plain words are told', () => {
    expect(
      first.map(({ rule, words }) => ({ rule, words })).filter(({ rule }) => rule === 'prose/count-conflict'),
    ).toEqual(told);
  });

  test.each([
    ['申请<b>17</b>件'],
    ['申请<b>1</b>7件'],
    ['申请**17**件'],
    ['申请17&nbsp;件'],
    ['申请&#49;7件'],
    ['申请&#x31;&#x37;件'],
    ['申请1\u200b7件'],
    ['申<i>请</i>17<!-- 件 -->件'],
    ['申请<span\n lang="EN-US">17</span>件'],
    ['申\\请17件'.replace('\\请', '请')],
    ['申请[17]{.underline}件'],
  ])('%s', (words) => {
    const text = reportSaying(bare.replace('申请17件', words), layout);
    expect(brief(text)).toEqual(told);
    for (const { rule, fixed } of findingsIn(text)) {
      if (rule !== 'prose/count-conflict') continue;
      expect(fixed.length).toBeGreaterThan(0);
      for (const result of fixed) {
        expect(brief(result)).toEqual([]);
        expect(tagsOf(result)).toEqual(tagsOf(text));
      }
    }
  });
});

/** The tags, comments and emphasis of a text in their order. */
function tagsOf(text: string): readonly string[] {
  return text.match(/<[^<>]*>|\*\*|\]\{[^}]*\}|\u200b/g) ?? [];
}
