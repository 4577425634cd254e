/** A section whose ordinal is wrong, repeated or not there. */

import type { Fix } from '../../findings/finding';
import { replaceFix } from '../../fixes/fixes';
import { longestRise } from '../../fixes/order';
import type { Report, Section } from '../../report/report';
import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { chineseOrdinal } from '../../text/numerals';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { phrase } from '../../text/wording';
import type { Cause, Rule } from '../rule';
import { ordinalWord } from '../wording';

export const sectionNumbering: Rule = {
  meta: {
    id: 'structure/section-numbering',
    severity: 'warning',
    title: '部分序号不对',
    summary: '部分标题前的“一、二、三……”写错、重复、漏写，或者写成“1、”。',
    why: '六个部分的序号由统一格式规定，第几部分就用第几个序号。',
    clause: formatClause,
    whatToDo: '改成格式规定的序号。',
    fixes: ['改成格式规定的序号，只动序号，不动其他文字。'],
  },
  examples: {
    bad: [
      {
        shows: '第六部分仍写作“五”',
        changes: [['六、其他需要报告的事项', '⟦structure/section-numbering: 五、⟧其他需要报告的事项']],
        fixed: [],
      },
      {
        shows: '用了阿拉伯数字',
        changes: [['一、总体情况', '⟦structure/section-numbering: 1、⟧总体情况']],
        fixed: [],
      },
      {
        shows: '漏写序号',
        changes: [['五、存在的主要问题及改进情况', '⟦structure/section-numbering: 存在的主要问题及改进情况⟧']],
        fixed: [],
      },
    ],
    good: [{ shows: '序号与部分一致', focus: '六、其他需要报告的事项' }],
  },
  *check(report) {
    for (const [i, section] of report.sections.entries()) {
      const spec = sectionSpec(report.edition, section.id);
      const { ordinal, title } = section.heading;
      const isRight = ordinal?.value === spec.ordinal && !isArabic(report, ordinal.span);
      if (isRight || isRepeat(report, i)) continue;
      const numeral = chineseOrdinal(spec.ordinal);
      const word = ordinalWord(spec.ordinal);
      const printed = ordinal && printedOrdinal(report, ordinal.span);
      yield {
        span: ordinal?.span ?? title.span,
        message:
          printed === null
            ? phrase`“${spec.title}”没有写序号，年度报告格式规定它是第${word}部分，序号应为“${numeral}”。`
            : phrase`“${spec.title}”的序号写作“${printed}”，年度报告格式规定它是第${word}部分，序号应为“${numeral}”。`,
        about: { names: [spec.title, ...(printed === null ? [] : [printed]), numeral] },
        key: section.id,
        toldBy: ordinal?.value === i + 1 ? shiftedBy(report, i) : [],
        fixes: () => [renumber(report, section, spec.ordinal)],
      };
    }
  },
};

/** Why a section that is counted on from the one before stands at another place than its own: what is missing, repeated or misplaced. */
function shiftedBy({ edition, sections }: Report, index: number): readonly Cause[] {
  const ordinals = sections.map(({ id }) => sectionSpec(edition, id).ordinal);
  const own = ordinals[index] as number;
  const first = sections.filter((section, i) => sections.findIndex(({ id }) => id === section.id) === i);
  const firstOrdinals = first.map(({ id }) => sectionSpec(edition, id).ordinal);
  const kept = longestRise(firstOrdinals);
  const place = firstOrdinals.indexOf(own);
  const missing = edition.sections.filter(({ ordinal }) => ordinal < own && !ordinals.includes(ordinal));
  const repeated = sections
    .slice(0, index)
    .filter((section) => sections.findIndex(({ id }) => id === section.id) < sections.indexOf(section));
  const misplaced = first.filter((_, i) => {
    const isCrossed = i < place !== (firstOrdinals[i] as number) < own;
    return i === place ? !kept.has(i) : isCrossed && !kept.has(i);
  });
  return [
    ...missing.map(({ id }) => ({ rule: 'structure/missing-section', key: id })),
    ...repeated.map(({ id }) => ({ rule: 'structure/duplicate-section', key: id })),
    ...misplaced.map(({ id }) => ({ rule: 'structure/misplaced-section', key: id })),
  ];
}

/** `1、` for `一、`; a list that a converter has numbered has `1.`, which says nothing. */
function isArabic(report: Report, span: Span): boolean {
  return /^[0-9０-９]+\s*、/.test(seenText(report.view, span.start, span.end));
}

function isRepeat(report: Report, index: number): boolean {
  return report.sections.findIndex((section) => section.id === report.sections[index]?.id) !== index;
}

/** The numeral alone, without the punctuation after it. */
function printedOrdinal(report: Report, span: Span): string {
  return withoutTail(seenText(report.view, span.start, span.end), /[、.．，,\s]/);
}

/** Keeps whatever punctuation the ordinal's span holds, and the numerals of a list that a converter has numbered. */
function renumber(report: Report, section: Section, ordinal: number): Fix {
  const { ordinal: printed, title } = section.heading;
  const numeral = chineseOrdinal(ordinal);
  const action = phrase`序号改为“${numeral}”`;
  if (printed === null) {
    return replaceFix(action, 'safe', { start: title.span.start, end: title.span.start }, `${numeral}、`);
  }
  const raw = seenText(report.view, printed.span.start, printed.span.end);
  const isList = /^[0-9０-９]+\s*[.．]/.test(raw);
  const renumbered = raw.replace(/[0-9０-９]+|[一二三四五六七八九十]+/, isList ? String(ordinal) : numeral);
  return replaceFix(action, 'safe', printed.span, renumbered);
}
