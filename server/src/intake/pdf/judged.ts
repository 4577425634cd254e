/** Whether what was read of a file is the whole of it: what is missing is said, and a file of which too little is left is refused. */
import { phrase, type Wording } from '../../text/wording';
import type { Omission } from '../document';
import { type PageMarks, unreadable } from './marks';
import type { OpenPdf } from './open';
import { readable } from './printed-text';

/** What the pages hold, counted as they are read. */
export interface Tally {
  add(page: number, marks: PageMarks | undefined): void;
  /** The marks without what nobody sees. */
  taken(marks: PageMarks): PageMarks;
  letters(): number;
  readonly counts: Counts;
}

interface Counts {
  pages: number;
  letters: number;
  unknown: number;
  pictures: number;
  hidden: number;
  slanted: number;
  /** Letters of pages that a program has recognised. */
  recognised: number;
  /** Pages with a picture and without text. */
  readonly scanned: number[];
  readonly failed: number[];
}

export function tally(pages: number): Tally {
  const counts: Counts = {
    pages,
    letters: 0,
    unknown: 0,
    pictures: 0,
    hidden: 0,
    slanted: 0,
    recognised: 0,
    scanned: [],
    failed: [],
  };
  return {
    counts,
    letters: () => counts.letters,
    add(page, marks) {
      if (marks === undefined) counts.failed.push(page);
      else addPage(counts, page, marks);
    },
    taken(marks) {
      return isScan(marks) ? marks : { ...marks, letters: marks.letters.filter(({ run }) => !run.isInvisible) };
    },
  };
}

function addPage(counts: Counts, page: number, marks: PageMarks): void {
  const isOverPicture = isScan(marks);
  let own = 0;
  for (const { text, run } of marks.letters) {
    if (text.trim() === '') continue;
    if (run.isInvisible && !isOverPicture) {
      counts.hidden++;
      continue;
    }
    own++;
    if (run.isInvisible) counts.recognised++;
    if (readable(text).includes(unreadable)) counts.unknown++;
  }
  counts.letters += own;
  counts.pictures += marks.pictures.length;
  counts.hidden += marks.hidden;
  counts.slanted += marks.slanted;
  if (own < fewest && isOverPicture) counts.scanned.push(page);
}

/** A page with fewer letters is read as none. */
const fewest = 20;

/** Whether pictures take the better part of the page. */
function isScan({ pictures, width, height }: PageMarks): boolean {
  let area = 0;
  for (const { left, top, right, bottom } of pictures) {
    area +=
      Math.max(0, Math.min(right, width) - Math.max(left, 0)) *
      Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
  }
  return area > 0.4 * width * height;
}

/** Why the file is not read, where too little of it can be. */
export function refusalOf({ counts }: Tally, pdf: OpenPdf): Wording | undefined {
  const { pages, letters, pictures, unknown, scanned, failed } = counts;
  const missing = pdf.missingMaps();
  if (unknown > 0.1 * letters && unknown > 5) {
    return phrase`PDF 的字体没有说明文字的编码，${letters} 个字中有 ${unknown} 个认不出；请用原始的 Word 或文本文件`;
  }
  if (letters >= fewest * Math.max(1, pages - scanned.length - failed.length) * 0.25 && letters > 0) return undefined;
  if (pictures > 0) {
    return phrase`PDF 是扫描件：${pages} 页、${pictures} 幅图片，只有 ${letters} 个字符，读不出文字；请用原始的 Word 或文本文件`;
  }
  if (missing.length > 0) {
    return phrase`PDF 的字体用了不支持的编码 ${missing.join('、')}，读不出文字；请用原始的 Word 或文本文件`;
  }
  if (letters === 0 && failed.length > 0) return phrase`PDF 已损坏或不完整，读不出内容；请重新导出或下载`;
  return letters === 0 ? phrase`PDF 中没有文字；请用原始的 Word 或文本文件` : undefined;
}

export function omissionsOf({ counts }: Tally, pdf: OpenPdf): Omission[] {
  const { unknown, hidden, slanted, recognised, scanned, failed } = counts;
  const missing = pdf.missingMaps();
  const all: Omission[] = [
    { what: phrase`只有图片、没有文字的页：${numbers(scanned)}`, count: scanned.length },
    { what: phrase`损坏而读不出的页：${numbers(failed)}`, count: failed.length },
    { what: phrase`损坏而略过的部分`, count: pdf.passedOver() },
    { what: phrase`字体没有说明是什么的字`, count: unknown },
    { what: phrase`用了不支持的编码的字体：${missing.join('、')}`, count: missing.length },
    { what: phrase`看不见的字`, count: hidden },
    { what: phrase`斜排的字，如水印`, count: slanted },
    { what: phrase`来自识别层的字，可能与图片上的不同`, count: recognised },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The first of them, and that there are more. */
function numbers(pages: readonly number[]): string {
  const first = pages.slice(0, 20).join('、');
  return pages.length > 20 ? `${first}……` : first;
}
