/** The form's own instructions left in: 该部分以表格形式报告, 具体网址. */
import { partListsOf } from '../../report/prose/part-lists';
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { templateResidue as patterns } from '../../standard/residue';
import type { Seen } from '../../text/seen';
import { seenOf, seenSpan, seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { filledStart } from '../../text/white-space';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { outsideTables, removal } from '../text-places';
import { squeezed } from '../wording';

export const templateResidue: Rule = {
  meta: {
    id: 'structure/template-residue',
    severity: 'warning',
    title: '模板说明没有删去',
    summary: '格式或者模板自带的填写说明留在了报告里，例如“该部分以表格形式报告”“（具体网址）”。',
    why: '填写说明是写给编制人员看的，留在发布的报告里说明没有校对。',
    clause: formatClause,
    whatToDo: '删去说明；“（具体网址）”一类的，换成实际的内容。',
    fixes: ['删去这句说明；独占一行的连同该行删去。'],
  },
  examples: {
    bad: [
      {
        shows: '表格的填写说明',
        changes: [
          [
            '三、收到和处理政府信息公开申请情况\n',
            '三、收到和处理政府信息公开申请情况\n\n⟦structure/template-residue: （该部分以表格形式报告）⟧\n',
          ],
        ],
        fixed: [],
      },
      {
        shows: '没有换成实际网址',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本报告可在县政府网站⟦structure/template-residue: （具体网址）⟧下载。',
          ],
        ],
        fixed: [['没有其他需要报告的事项。', '没有其他需要报告的事项。本报告可在县政府网站下载。']],
      },
    ],
    good: [{ shows: '标题下面直接是表格', focus: '三、收到和处理政府信息公开申请情况' }],
  },
  *check(report) {
    for (const span of residueIn(report)) {
      const printed = squeezed(seenText(report.view, span.start, span.end));
      yield {
        span,
        message: phrase`“${printed}”是格式或者模板的填写说明，不是报告的内容，应删去或者换成实际的内容。`,
        about: { names: [printed] },
        key: printed,
        fixes: () => [
          { title: phrase`删去“${printed}”`, applicability: 'suggested', edits: [removal(report.text, span)] },
        ],
      };
    }
  },
};

function residueIn(report: Report): readonly Span[] {
  const outside = outsideTables(report);
  const tables = looseTables(report);
  const found: Span[] = [];
  for (const { word, pattern } of patterns) {
    for (const table of tables) if (table.text.includes(word)) found.push(...withinTable(table, pattern));
    if (!outside.text.includes(word)) continue;
    for (const match of outside.text.matchAll(pattern)) {
      const start = match.index + filledStart(match[0]);
      const span = outside.spanOf(start, start + match[0].trim().length);
      // What a section holds may be told where the preface lists them.
      const taken = [...found, ...partListsOf(report).map((list) => list.span)];
      if (!taken.some((other) => span.start < other.end && other.start < span.end)) found.push(span);
    }
  }
  return found;
}

/** Tables without borders: a line of instructions above one reads as a cell. */
function looseTables({ view, tables }: Report): readonly Seen[] {
  return Object.values(tables).flatMap((table) => {
    if (table.state === 'missing' || (table.layout !== 'stacked' && table.layout !== 'spaced')) return [];
    return [seenOf(view, table.span.start, table.span.end)];
  });
}

function withinTable(seen: Seen, pattern: RegExp): readonly Span[] {
  return [...seen.text.matchAll(pattern)].map((match) => {
    const start = match.index + filledStart(match[0]);
    return seenSpan(seen, start, start + match[0].trim().length);
  });
}
