/** Last year's year is left in a sentence about this year's work. */
import { replaceFix } from '../../fixes/fixes';
import { statedPeriods } from '../../report/prose/stated-period';
import { commonYear } from '../../report/prose/work-years';
import type { Report } from '../../report/report';
import { fold } from '../../standard/label-folding';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const staleYear: Rule = {
  meta: {
    id: 'prose/stale-year',
    severity: 'warning',
    title: '遗留上一年年份',
    summary:
      '讲本年工作的句子写的是上一年的年份；文件名称、下一年打算、与上年比较、预算决算、起止日期、网址和文号里的年份不报。',
    why: '多半是照抄上一年的报告没有改年份，读者会以为写的是上一年的情况。',
    clause: null,
    whatToDo: '核实这句话说的是哪一年，是本年的改正年份，确实是上一年的写明是上年情况。',
    fixes: ['改为报告的年份。'],
  },
  examples: {
    bad: [
      {
        shows: '“依申请公开”一句还是上一年的年份',
        changes: [['2022年未收到政府信息公开申请', '⟦prose/stale-year: 2021⟧年未收到政府信息公开申请']],
        fixed: [],
      },
      {
        shows: '第六部分还是上一年的年份',
        changes: [['2022年未收取政府信息公开', '⟦prose/stale-year: 2021⟧年度本机关未收取政府信息公开']],
        fixed: [['2022年未收取政府信息公开', '2022年度本机关未收取政府信息公开']],
      },
    ],
    good: [
      {
        shows: '文件名称和比较里的上一年',
        changes: [
          [
            '及时主动公开应当公开的政府信息。',
            '落实《2021年政务公开工作要点》，公开2021年度财政决算，公开信息比2021年增加8条。',
          ],
        ],
        focus: '比2021年增加8条',
      },
    ],
  },
  *check(report) {
    const year = report.title?.year?.value ?? yearOfPeriod(report);
    if (year === undefined) return;
    for (const worked of report.prose.workYears) {
      if (worked.year !== year - 1) continue;
      const sentence = squeezed(seenText(report.view, worked.span.start, worked.clause.end), 30);
      yield {
        span: worked.span,
        message: phrase`正文写“${sentence}”，而本报告是${year}年度的，年份像是上一年报告遗留下来的。`,
        about: { names: [sentence] },
        key: fold(seenText(report.view, worked.clause.start, worked.clause.end)),
        fixes: () => [replaceFix(phrase`改为${year}`, 'suggested', worked.span, String(year))],
      };
    }
  },
};

/** Where no title tells it: the year that the stated period covers; if all sentences name another, the period is the stale one. */
function yearOfPeriod({ seen, prose }: Report): number | undefined {
  if (commonYear(prose.workYears) !== undefined) return undefined;
  for (const { fullYear } of statedPeriods(seen)) if (fullYear !== null) return fullYear;
  return undefined;
}
