/** What of a file is left out, counted while it is read. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Omission } from './document';

const wordings = {
  hidden: phrase`隐藏的文字`,
  deleted: phrase`修订中已删除的内容`,
  contents: phrase`目录中的行`,
  comment: phrase`批注`,
  chart: phrase`图表`,
  diagram: phrase`智能图形（SmartArt）`,
  object: phrase`嵌入的对象（如 Excel 表格），请改为文字或表格`,
  equation: phrase`公式的排版（只取文字）`,
  computed: phrase`由域代码画出的文字，请改为普通文字`,
  inserted: phrase`嵌入的其他文件，请把内容粘贴进来`,
  covered: phrase`被合并的单元格里看不到的文字`,
  'hidden-row': phrase`隐藏的表格行`,
  'hidden-column': phrase`隐藏的列`,
  'hidden-sheet': phrase`隐藏的工作表`,
  'chart-sheet': phrase`只有图表的工作表`,
  uncalculated: phrase`没有计算结果的公式，请用 Excel 或 WPS 打开后保存`,
  'sheet-comment': phrase`单元格批注`,
} satisfies Readonly<Record<string, Wording>>;

export type OmissionKind = keyof typeof wordings;

export interface OmissionCounter {
  add(kind: OmissionKind, count?: number): void;
  all(): readonly Omission[];
}

export function omissionCounter(): OmissionCounter {
  const counts = new Map<OmissionKind, number>();
  return {
    add(kind, count = 1) {
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    },
    all: () => [...counts].map(([kind, count]) => ({ what: wordings[kind], count })),
  };
}
