/** Sections out of the statutory order. */
import { longestRise } from '../../fixes/order';
import type { Report, Section } from '../../report/report';
import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { listed, phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { ordinalWord, printedHeading, sectionName } from '../wording';

export const misplacedSection: Rule = {
  meta: {
    id: 'structure/misplaced-section',
    severity: 'warning',
    title: '部分顺序不对',
    summary: '六个部分没有按格式规定的先后顺序排列。',
    why: '统一格式规定了六个部分的顺序，顺序不对会使读者和汇总人员找错内容。',
    clause: formatClause,
    whatToDo: '把这一部分连同内容移到规定的位置。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '第六部分排在第五部分之前',
        changes: [
          ['## 六、其他需要报告的事项\n\n2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。\n', ''],
          [
            '## 五、',
            '## ⟦structure/misplaced-section: 六、其他需要报告的事项⟧\n\n2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。\n\n## 五、',
          ],
        ],
      },
    ],
    good: [{ shows: '按格式顺序排列', focus: '五、存在的主要问题及改进情况' }],
  },
  *check(report) {
    const ordinalOf = ({ id }: Section): number => sectionSpec(report.edition, id).ordinal;
    if (rises(report.sections.map(ordinalOf))) return;
    const first = report.sections.filter((section, i) => firstOf(report, section) === i);
    const ordinals = first.map(ordinalOf);
    if (rises(ordinals)) return;
    const kept = longestRise(ordinals);
    for (const [i, section] of first.entries()) if (!kept.has(i)) yield sectionProblem(report, section, first);
  },
};

function rises(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] as number));
}

function firstOf(report: Report, section: Section): number {
  return report.sections.findIndex((other) => other.id === section.id);
}

function sectionProblem(report: Report, section: Section, all: readonly Section[]): Problem {
  const spec = sectionSpec(report.edition, section.id);
  const ordinalOf = (other: Section): number => sectionSpec(report.edition, other.id).ordinal;
  const crossed = all.filter((other) =>
    other.span.start < section.span.start ? ordinalOf(other) > spec.ordinal : ordinalOf(other) < spec.ordinal,
  );
  const others = listed(crossed.map((other) => phrase`第${ordinalWord(ordinalOf(other))}部分`));
  const after = crossed.some((other) => other.span.start > section.span.start);
  return {
    span: section.heading.span,
    message: after
      ? phrase`${sectionName(spec)}应排在${others}之后，六个部分的顺序以年度报告格式为准。`
      : phrase`${sectionName(spec)}应排在${others}之前，六个部分的顺序以年度报告格式为准。`,
    about: { names: [spec.title] },
    key: section.id,
    related: crossed.map((other) => ({ span: other.heading.span, message: printedHeading(report.view, other) })),
  };
}
