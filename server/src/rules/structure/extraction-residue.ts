/** What an extraction leaves behind: bookmarks, images away from the tables, page numbers inside a table. */

import { removal } from '../../fixes/removal';
import { conversionMarks } from '../../report/residue/conversion-marks';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const extractionResidue: Rule = {
  meta: {
    id: 'structure/extraction-residue',
    severity: 'information',
    title: '转换残留',
    summary: '从Word、PDF转成文本时留下的书签、图片标记，或者夹在表格中间的页码。',
    why: '这些文字不属于报告，发布时会原样显示，夹在表格里还可能被当作数据。',
    clause: formatClause,
    whatToDo: '删去；图片里如有文字，改用文字写出。',
    fixes: ['删去残留的标记；独占一行的连同该行删去。'],
  },
  examples: {
    bad: [
      {
        shows: '段首的书签',
        changes: [['（二）依申请公开情况', '⟦structure/extraction-residue: [bookmark: _GoBack]⟧（二）依申请公开情况']],
        fixed: [],
      },
      {
        shows: '正文里的图片标记',
        changes: [
          [
            '没有其他需要报告的事项。\n',
            '没有其他需要报告的事项。\n\n⟦structure/extraction-residue: [image: 图片 1]⟧\n',
          ],
        ],
        fixed: [['没有其他需要报告的事项。\n', '没有其他需要报告的事项。\n\n']],
      },
      {
        shows: '夹在表格中间的页码',
        layout: 'spaced',
        changes: [['2.重复申请', '⟦structure/extraction-residue: - 4 -⟧\n2.重复申请']],
        fixed: [],
      },
    ],
    good: [
      {
        shows: '表格以外的页码不作残留',
        changes: [['没有其他需要报告的事项。\n', '没有其他需要报告的事项。\n\n- 4 -\n']],
        focus: '- 4 -',
      },
    ],
  },
  *check(report) {
    for (const span of conversionMarks(report)) {
      const printed = squeezed(seenText(report.view, span.start, span.end), 30);
      yield {
        span,
        message: phrase`“${printed}”是转换文件时留下的标记，不是报告的内容，应删去。`,
        about: { names: [printed] },
        key: printed,
        fixes: () => [{ title: phrase`删去“${printed}”`, applicability: 'safe', edits: [removal(report.text, span)] }],
      };
    }
  },
};
