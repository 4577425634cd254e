/** What an extraction leaves behind: bookmarks, images away from the tables, page numbers inside a table. */

import type { Report } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { lineEnd } from '../../text/lines';
import { occurrences } from '../../text/matches';
import { pageNumber } from '../../text/page-number';
import { seenLineAround, seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { isInTable, removal } from '../text-places';
import { squeezed } from '../wording';

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
    for (const span of [...markersIn(report), ...pageNumbersIn(report)]) {
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

const marker = /\[(?:(bookmark)\b|(?:image|img|图片|图像)\s*[:：\]])/iy;
const longestMarker = 300;

function markersIn(report: Report): readonly Span[] {
  const { view: text } = report;
  const found: Span[] = [];
  for (const at of occurrences(text, '[')) {
    marker.lastIndex = at;
    const match = marker.exec(text);
    if (match === null) continue;
    const end = text.indexOf(']', at) + 1;
    const span = { start: at, end };
    if (end === 0 || end - at > longestMarker || /[\r\n]/.test(textOf(text, span))) continue;
    if (match[1] === undefined && isTablesPlace(report, at)) continue;
    found.push(span);
  }
  return found;
}

/** Whether the place lies in a section that consists of a table, or in a table. */
function isTablesPlace(report: Report, offset: number): boolean {
  const section = report.sections.find(({ span }) => offset >= span.start && offset < span.end);
  const spec = report.edition.sections.find((candidate) => candidate.id === section?.id);
  return spec?.table !== undefined || isInTable(report, offset);
}

const lineBegin = /[\r\n][ \t\u3000]*(?=[-—–－第])/g;

/** Lines within a table that are page numbers. */
function pageNumbersIn({ text, tables }: Report): readonly Span[] {
  const found: Span[] = [];
  for (const table of [tables.disclosure, tables.requests, tables.review]) {
    if (table.state === 'missing' || table.layout === 'html') continue;
    const { start, end } = table.span;
    for (const match of text.slice(start, lineEnd(text, end)).matchAll(lineBegin)) {
      if (start + match.index >= end) break;
      const at = start + match.index + match[0].length;
      const line = seenLineAround(text, at);
      const own = text.slice(at, line.end);
      if (own.length <= 20 && pageNumber.test(own.replace(/[ \t\u3000]+$/, '')))
        found.push({ start: at, end: at + own.trimEnd().length });
    }
  }
  return found;
}
