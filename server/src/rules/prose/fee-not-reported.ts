/** Nothing is said about the information-processing fee. */
import type { Fix } from '../../findings/finding';
import { bodyPlace, insertLines } from '../../fixes/templates';
import { mentionsFee, reportsNothing } from '../../report/prose/other-matters';
import type { Report, Section } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

const firstYear = 2021;

export const feeNotReported: Rule = {
  meta: {
    id: 'prose/fee-not-reported',
    severity: 'information',
    title: '未说明信息处理费',
    summary: '第六部分没有说明信息处理费的收取情况；全文别处说明了的不报，2021年以前的报告不报。',
    why: '《政府信息公开信息处理费管理办法》自2021年起施行，收取情况在年度报告的第六部分说明，没有收取的也写明。',
    clause: formatClause,
    whatToDo: '写明发出收费通知的件数和总金额以及实际收取的总金额；没有收取的写明没有收取。',
    fixes: ['插入待核对的“未收取信息处理费”一句。'],
  },
  examples: {
    bad: [
      {
        shows: '第六部分只写“无”：只作提示',
        changes: [['2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。', '⟦prose/fee-not-reported: 无。⟧']],
        fixed: [
          [
            '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
            '2022年未收取政府信息公开信息处理费。\n\n无。',
          ],
        ],
      },
      {
        shows: '第六部分写了别的，没有写信息处理费',
        changes: [
          [
            '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
            '⟦prose/fee-not-reported: 人大代表建议答复件全部公开。⟧',
          ],
        ],
        fixed: [
          [
            '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
            '2022年未收取政府信息公开信息处理费。\n\n人大代表建议答复件全部公开。',
          ],
        ],
      },
    ],
    good: [{ shows: '没有收取的也写明', focus: '未收取政府信息公开信息处理费' }],
  },
  *check(report) {
    if (report.year === null || report.year < firstYear) return;
    const sections = report.sections.filter((section) => section.id === 'other');
    const section = sections[sections.length - 1];
    const [first] = section?.prose ?? [];
    if (section === undefined || section.body === null || first === undefined) return;
    if (mentionsFee(report)) return;
    yield {
      span: first,
      ...(reportsNothing(report, first) ? { severity: 'hint' } : {}),
      message: phrase`第六部分没有说明信息处理费的收取情况，没有收取的也应写明“未收取信息处理费”。`,
      about: { names: ['未收取信息处理费'] },
      key: 'fee',
      fixes: () => [insertSentence(report, section, report.year ?? firstYear)],
    };
  },
};

function insertSentence(report: Report, section: Section, year: number): Fix {
  const sentence = `${year}年未收取政府信息公开信息处理费。${report.eol}`;
  return {
    title: phrase`插入“未收取政府信息公开信息处理费”一句（待核对）`,
    applicability: 'suggested',
    edits: [insertLines(report, bodyPlace(report, section), sentence)],
  };
}
