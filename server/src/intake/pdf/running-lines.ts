/** Lines that run along with the pages: heads, feet and page numbers. */
import { pageNumber } from '../../text/page-number';
import type { Page, PagePart } from './page';
import { wordsText } from './printed-text';

/** So many lines from the top and from the bottom of a page may run along. */
const outermost = 3;
/** The parts of a page's height in which a line may run along, and in which a page number may stand. */
const margin = 0.085;
const numberMargin = 0.13;
/** In a longer line figures are no page number, and have to be the same. */
const longest = 60;

/** The pages without them, and how many were left out. Pages of which nothing else would be left keep theirs. */
export function withoutRunningLines(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly count: number;
} {
  const keys = pages.map(keysOf);
  const counts = new Map<string, number>();
  for (const page of keys) for (const key of new Set(page.values())) counts.set(key, (counts.get(key) ?? 0) + 1);
  let count = 0;
  const kept = pages.map((page, i): Page => {
    const isRunning = (part: PagePart): boolean => {
      const key = keys[i]?.get(part);
      return key !== undefined && pages.length > 1 && (counts.get(key) ?? 0) >= Math.max(2, (pages.length * 2) / 3);
    };
    const parts = page.parts.filter((part) => !isRunning(part) && !isPageNumber(part, page));
    if (!parts.some(({ kind }) => kind !== 'picture')) return page;
    count += page.parts.length - parts.length;
    return { ...page, parts };
  });
  return { pages: kept, count };
}

/** The lines that may be such, each with its text and place as they would be on other pages. */
function keysOf({ parts, height }: Page): Map<PagePart, string> {
  const found = new Map<PagePart, string>();
  const add = (ordered: readonly PagePart[], isNear: (part: PagePart) => boolean): void => {
    for (const part of ordered.filter(({ kind }) => kind !== 'picture').slice(0, outermost)) {
      if (part.kind !== 'line' || !isNear(part)) return;
      const text = wordsText(part.line.words).replaceAll(' ', '');
      const common = text.length > longest ? text : text.replace(/[0-9０-９]{1,9}/g, '#');
      found.set(part, `${common} ${Math.round(part.line.base / 4)}`);
    }
  };
  add(parts, ({ box }) => box.bottom < margin * height);
  add([...parts].reverse(), ({ box }) => box.top > (1 - margin) * height);
  return found;
}

function isPageNumber(part: PagePart, { number, height }: Page): boolean {
  if (part.kind !== 'line') return false;
  const { top, bottom } = part.box;
  if (bottom > numberMargin * height && top < (1 - numberMargin) * height) return false;
  const text = wordsText(part.line.words).trim();
  return pageNumber.test(text) || text === String(number);
}
