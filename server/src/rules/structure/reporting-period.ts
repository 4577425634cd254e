/** The stated reporting period is malformed, or not 1 January to 31 December of the report's year. */
import type { About } from '../../findings/finding';
import { replaceFix } from '../../fixes/fixes';
import type { StatedPeriod } from '../../report/prose/stated-period';
import { statedPeriods } from '../../report/prose/stated-period';
import { commonYear } from '../../report/prose/work-years';
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const reportingPeriod: Rule = {
  meta: {
    id: 'structure/reporting-period',
    severity: 'warning',
    title: '统计期限不对',
    summary: '写明的统计期限不完整、有错字，或者不是报告年度的1月1日至12月31日。',
    why: '年度报告的数据按自然年度统计；统计期限写错，数据的口径就不清楚，也常常是照抄上一年报告留下的。',
    clause: formatClause,
    whatToDo: '改为报告年度的1月1日至12月31日。',
    fixes: ['改为报告年度的1月1日至12月31日。'],
  },
  examples: {
    bad: [
      {
        shows: '年和月写串了',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自⟦structure/reporting-period: 20221月1日起至2022年12月31日止⟧。2022年，',
          ],
        ],
        fixed: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。2022年，',
          ],
        ],
      },
      {
        shows: '统计期限不满一年',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告的统计期限为⟦structure/reporting-period: 2022年1月1日至2022年11月30日⟧。2022年，',
          ],
        ],
        fixed: [
          ['一、总体情况\n\n2022年，', '一、总体情况\n\n本报告的统计期限为2022年1月1日至2022年12月31日。2022年，'],
        ],
      },
      {
        shows: '漏字',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告的⟦structure/reporting-period: 统计限⟧为2022年1月1日至12月31日。2022年，',
          ],
        ],
        fixed: [['一、总体情况\n\n2022年，', '一、总体情况\n\n本报告的统计期限为2022年1月1日至12月31日。2022年，']],
      },
      {
        shows: '数据截止日期不是年末',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n数据截止日期：⟦structure/reporting-period: 2022年11月30日⟧。2022年，',
          ],
        ],
        fixed: [['一、总体情况\n\n2022年，', '一、总体情况\n\n数据截止日期：2022年12月31日。2022年，']],
      },
    ],
    good: [
      {
        shows: '报告年度的1月1日至12月31日',
        changes: [
          [
            '一、总体情况\n\n2022年，',
            '一、总体情况\n\n本报告所列数据的统计期限自2022年1月1日起至12月31日止。2022年，',
          ],
        ],
        focus: '统计期限',
      },
    ],
  },
  *check(report) {
    for (const period of statedPeriods(report.seen)) {
      const wanted = wantedPeriod(report, period);
      if (wanted === undefined) continue;
      yield {
        span: period.span,
        message: wanted.message,
        about: { names: wanted.names },
        key: squeezed(period.text, 60),
        fixes: () =>
          wanted.text === undefined
            ? []
            : [replaceFix(phrase`改为“${wanted.text}”`, 'suggested', period.span, wanted.text)],
      };
    }
  },
};

interface PeriodWanted extends Required<Pick<About, 'names'>> {
  readonly message: Wording;
  readonly text: string | undefined;
}

/** What should stand there, and why; `undefined` where the period is right. */
function wantedPeriod(report: Report, { kind, text, fullYear }: StatedPeriod): PeriodWanted | undefined {
  const { year } = report;
  const full = '统计期限';
  if (kind === 'misspelt')
    return { message: phrase`“统计限”漏了字，应写作“统计期限”。`, names: ['统计限', full], text: full };
  const printed = squeezed(text);
  const names = [printed];
  const isTold = fullYear === null || kind === 'deadline' || report.title?.year != null;
  const worked = isTold ? undefined : commonYear(report.prose.workYears);
  if (worked !== undefined && fullYear !== worked) {
    const message = phrase`统计期限写作“${printed}”，而正文写的都是${worked}年的情况，应为${worked}年1月1日至12月31日。`;
    return { message, names, text: wholeYear(worked, text) };
  }
  if (fullYear !== null && (year === null || fullYear === year)) return undefined;
  if (year === null)
    return { message: phrase`统计期限写作“${printed}”，不是完整的1月1日至12月31日。`, names, text: undefined };
  if (kind === 'deadline') {
    const wanted = `${year}年12月31日`;
    return { message: phrase`数据截止日期写作“${printed}”，而报告年度的数据截至${wanted}。`, names, text: wanted };
  }
  const message =
    fullYear !== null
      ? phrase`统计期限写作“${printed}”，与报告年度${year}年不一致，应为${year}年1月1日至12月31日。`
      : phrase`统计期限写作“${printed}”，不是报告年度完整的1月1日至12月31日，应为${year}年1月1日至12月31日。`;
  return { message, names, text: wholeYear(year, text) };
}

/** In the form in which `text` has its period. */
function wholeYear(year: number, text: string): string {
  return `${year}年1月1日${/日起/.test(text) ? '起' : ''}至${year}年12月31日${/止$/.test(text) ? '止' : ''}`;
}
