/** A sub-heading that a local supplement demands in section six, and that is not there. */
import type { Fix } from '../../findings/finding';
import { endPlace, insertLines } from '../../fixes/templates';
import { missingSubheadings, numberedSubheadings } from '../../report/prose/subheadings';
import type { Report, Section } from '../../report/report';
import { otherMattersClause } from '../../standard/clauses';
import { sectionSpec } from '../../standard/editions';
import { fold } from '../../standard/label-folding';
import { chineseOrdinal } from '../../text/numerals';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { sectionName } from '../wording';

const required = ['政务公开培训情况'];

export const missingSupplement: Rule = {
  meta: {
    id: 'structure/missing-supplement',
    severity: 'warning',
    title: '缺少补充要求的小标题',
    summary: '本地要求文件要求第六部分必须有的小标题，报告里没有；没有本地要求文件时不检查。',
    why: '上级主管部门可以在统一格式之外要求报告其他事项，这些事项写在第六部分，各占一个小标题。',
    clause: () => otherMattersClause,
    whatToDo: '在第六部分补上这个小标题和相应的内容；没有发生的，也写明没有。',
    fixes: ['在第六部分末尾插入小标题，内容待填。'],
  },
  examples: {
    bad: [
      {
        shows: '本地要求文件要求“政务公开培训情况”，第六部分没有写',
        requiredHeadings: required,
        changes: [['六、其他需要报告的事项', '六、⟦structure/missing-supplement: 其他需要报告的事项⟧']],
        fixed: [['没有其他需要报告的事项。\n', '没有其他需要报告的事项。\n\n（一）政务公开培训情况\n']],
      },
    ],
    good: [
      {
        shows: '要求的小标题已写在第六部分，带序号、后面接着正文都可以',
        requiredHeadings: required,
        changes: [
          [
            '没有其他需要报告的事项。\n',
            '没有其他需要报告的事项。\n\n（一）政务公开培训情况。全年组织培训，相关工作人员均已参加。\n',
          ],
        ],
        focus: '（一）政务公开培训情况',
      },
    ],
  },
  *check(report, { requiredHeadings }) {
    const headings = requiredHeadings.filter((heading) => fold(heading) !== '');
    const own = headings.length === 0 ? [] : report.sections.filter((section) => section.id === 'other');
    const [first] = own;
    if (first === undefined) return;
    const spec = sectionSpec(report.edition, 'other');
    for (const heading of missingSubheadings(report, own, headings)) {
      yield {
        span: first.heading.title.span,
        message: phrase`${sectionName(spec)}缺少补充要求规定的小标题“${heading}”。`,
        about: { names: [spec.title, heading] },
        key: fold(heading),
        fixes: () => [insertFix(report, first, heading)],
      };
    }
  },
};

const mostNumbered = 10;

function insertFix(report: Report, section: Section, heading: string): Fix {
  const isLast = section.span.end === report.text.length;
  const present = numberedSubheadings(report, section);
  const numeral = present < mostNumbered ? chineseOrdinal(present + 1) : '';
  const line = `${numeral === '' ? '' : `（${numeral}）`}${heading}${report.eol}`;
  return {
    title: phrase`在第六部分末尾插入小标题“${heading}”`,
    applicability: 'suggested',
    edits: [insertLines(report, isLast ? endPlace(report) : section.span.end, line)],
  };
}
