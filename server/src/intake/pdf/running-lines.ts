/** Lines that run along with the pages: heads, feet and page numbers. */
import { pageNumber } from '../../text/page-number';
import type { Page, PagePart } from './page';
import { wordsText } from './printed-text';

/** So many lines from the top and from the bottom of a page may run along. */
const outermost = 3;
/** Nothing of the text stands so near an edge, as a part of the page's height. */
const margin = 0.13;

/** The pages without them, and how many were left out. */
export function withoutRunningLines(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly count: number;
} {
  const counts = new Map<string, number>();
  const keys = pages.map((page) => candidatesOf(page));
  for (const page of keys) for (const key of new Set(page.values())) counts.set(key, (counts.get(key) ?? 0) + 1);
  let count = 0;
  const kept = pages.map((page, i): Page => {
    const parts = page.parts.filter((part) => {
      const key = keys[i]?.get(part);
      if (key === undefined) return true;
      const isRunning = pages.length > 1 && (counts.get(key) ?? 0) >= Math.max(2, (pages.length * 2) / 3);
      if (!isRunning && !isPageNumber(part, page.number)) return true;
      count++;
      return false;
    });
    return { ...page, parts };
  });
  return { pages: kept, count };
}

/** The lines that may be such, each with its text and place as they would be on other pages. */
function candidatesOf({ parts, height }: Page): Map<PagePart, string> {
  const found = new Map<PagePart, string>();
  const add = (ordered: readonly PagePart[], isNear: (part: PagePart) => boolean): void => {
    for (const part of ordered.filter(({ kind }) => kind !== 'picture').slice(0, outermost)) {
      if (part.kind !== 'line' || !isNear(part)) return;
      const text = wordsText(part.line.words)
        .replace(/[0-9０-９]{1,9}/g, '#')
        .replaceAll(' ', '');
      found.set(part, `${text} ${Math.round(part.line.base / 4)}`);
    }
  };
  add(parts, ({ box }) => box.bottom < margin * height);
  add([...parts].reverse(), ({ box }) => box.top > (1 - margin) * height);
  return found;
}

function isPageNumber(part: PagePart, number: number): boolean {
  if (part.kind !== 'line') return false;
  const text = wordsText(part.line.words).trim();
  return pageNumber.test(text) || text === String(number);
}
