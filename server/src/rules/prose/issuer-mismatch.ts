/** Title, preface, overview and signature name different bodies. */
import type { Report } from '../../report/report';
import { placeholdersIn } from '../../report/residue/placeholders';
import { mayBeOneBody } from '../../report/title/same-body';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { listed, phrase, worded } from '../../text/wording';
import type { NamedBody } from '../named-bodies';
import { isTitleAlone, otherBodies, placesOfBodies } from '../named-bodies';
import type { Cause, Rule } from '../rule';

export const issuerMismatch: Rule = {
  meta: {
    id: 'prose/issuer-mismatch',
    severity: 'warning',
    title: '机关名称前后不一',
    summary: '落款、前言或者总体情况开头写的机关与标题写的不是同一个机关；简称与全称、政府与其办公室视为相同。',
    why: '机关名称不一致，多半是套用了其他单位的报告，读者无从知道是谁的报告。',
    clause: null,
    whatToDo: '核实是哪个机关的报告，把写错的改为本机关的名称；套用的内容一并核实。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '落款是另一个镇',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。\n\n⟦prose/issuer-mismatch: 清河县石桥镇人民政府⟧\n\n2023年1月12日',
          ],
        ],
      },
      {
        shows: '总体情况的开头是另一个镇',
        changes: [['清河县柳林镇人民政府认真', '⟦prose/issuer-mismatch: 石桥镇⟧认真']],
      },
    ],
    good: [
      {
        shows: '落款用简称',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。\n\n柳林镇人民政府\n\n2023年1月12日']],
        focus: '柳林镇人民政府\n',
      },
    ],
  },
  *check(report) {
    const titled = report.title?.issuer;
    if (titled == null) return;
    const others = otherBodies(report);
    for (const [first, ...more] of byBody(others)) {
      if (first === undefined) continue;
      const { where, text, span } = first;
      const places = listed([where, ...more.map((other) => other.where)]);
      yield {
        span,
        message: phrase`${places}写的机关是“${text}”，而标题写的是“${titled.text}”，不是同一个机关。`,
        about: { names: [text, titled.text] },
        key: `${worded(where)}:${text}`,
        related: [{ span: titled.span, message: phrase`标题：${titled.text}` }, ...placesOfBodies(more)],
        toldBy: causesOf(report, [titled.span, span]),
      };
    }
  },
};

/** Names that are written the same, or in full and in short, are of one body. */
function byBody(named: readonly NamedBody[]): readonly (readonly NamedBody[])[] {
  const groups: NamedBody[][] = [];
  for (const body of named) {
    const own = groups.find(([first]) => first !== undefined && mayBeOneBody(first.text, body.text));
    if (own === undefined) groups.push([body]);
    else own.push(body);
  }
  return groups;
}

/** A name that nobody has filled in is no other body's; a title that differs from all else may be wrong in its form, too. */
function causesOf(report: Report, names: readonly Span[]): readonly Cause[] {
  const unfilled = unfilledIn(report, names);
  if (unfilled.length > 0) return unfilled;
  return isTitleAlone(report) ? [{ rule: 'structure/report-title', key: 'title' }] : [];
}

function unfilledIn(report: Report, names: readonly Span[]): readonly Cause[] {
  const inNames = placeholdersIn(report).filter((span) =>
    names.some(({ start, end }) => start < span.end && span.start < end),
  );
  return inNames.map(({ start, end }) => ({
    rule: 'structure/unfilled-placeholder',
    key: squeezed(seenText(report.view, start, end), 20),
  }));
}
