/** A department's report signed after 31 January, a government's after 31 March. */
import type { SignedDate } from '../../report/prose/prose';
import type { BoundPublisher } from '../../report/title/publisher';
import { boundPublisher } from '../../report/title/publisher';
import { article49 } from '../../standard/clauses';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const latePublication: Rule = {
  meta: {
    id: 'prose/late-publication',
    severity: 'information',
    title: '落款日期晚于公布期限',
    summary:
      '县级以上人民政府部门的报告落款在次年1月31日以后，或者县级以上人民政府的报告落款在次年3月31日以后；乡镇、街道等条例没有规定期限的不报。',
    why: '条例第四十九条规定部门在每年1月31日前公布上一年度报告，政府信息公开工作主管部门在每年3月31日前公布本级政府的报告。',
    clause: () => article49,
    whatToDo: '核实实际公布日期；落款日期写错的改正，确已逾期的以后按期公布。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '县级部门的报告落款在2月',
        changes: [
          ['清河县柳林镇人民政府2022年政府', '清河县民政局2022年政府'],
          ['清河县柳林镇人民政府认真', '清河县民政局认真'],
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。\n\n清河县民政局\n\n⟦prose/late-publication: 2023年2月6日⟧',
          ],
        ],
      },
      {
        shows: '县政府的报告落款在4月',
        changes: [
          ['清河县柳林镇人民政府2022年政府', '清河县人民政府2022年政府'],
          ['清河县柳林镇人民政府认真', '清河县人民政府认真'],
          ['被追究责任的情况。', '被追究责任的情况，社会评议和工作考核结果良好。'],
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。\n\n清河县人民政府\n\n⟦prose/late-publication: 2023年4月3日⟧',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '镇政府的报告不受第四十九条的日期约束',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。\n\n清河县柳林镇人民政府\n\n2023年2月6日']],
        focus: '2023年2月6日',
      },
    ],
  },
  *check(report) {
    const { date } = report.prose.signature;
    const publisher = boundPublisher(report);
    if (date === null || publisher === undefined || report.year === null) return;
    const due = dues[publisher];
    const signed = dayOf(date);
    const year = report.year + 1;
    if (signed <= dayOf({ year, ...due })) return;
    yield {
      span: date.span,
      message: phrase`落款日期是${date.year}年${date.month}月${date.day}日，晚于条例第四十九条规定的${due.whose}公布期限${year}年${due.month}月${due.day}日。`,
      key: 'late',
    };
  },
};

interface Due {
  readonly whose: Wording;
  readonly month: number;
  readonly day: number;
}

/** The last day of article 49. */
const dues: Readonly<Record<BoundPublisher, Due>> = {
  department: { whose: phrase`政府部门`, month: 1, day: 31 },
  government: { whose: phrase`县级以上人民政府`, month: 3, day: 31 },
};

function dayOf({ year, month, day }: Pick<SignedDate, 'year' | 'month' | 'day'>): number {
  return year * 10000 + month * 100 + day;
}
