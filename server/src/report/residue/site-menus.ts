/** Lines of a site's frame that a report was copied with: its path, its menu, 打印本页. */
import { menuWords } from '../../standard/residue';
import { anyOf } from '../../text/any-of';
import { isWhiteSpace } from '../../text/characters';
import { occurrences } from '../../text/matches';
import { isUnseen, seenLineAround, seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Report } from '../report';

const longestMenu = 80;
const holdsMenuWord = anyOf(menuWords);

/** Such lines stand before the first section or in the last, seldom between; those that follow one another are one place. */
export function siteMenus({ view, sections }: Report): readonly Span[] {
  if (!holdsMenuWord(view)) return [];
  const lines = new Map<number, Span>();
  const first = sections[0]?.span.start ?? 0;
  const last = sections.at(-1)?.span.start ?? 0;
  for (const region of [
    { start: 0, end: first },
    { start: Math.max(first, last), end: view.length },
  ]) {
    const part = view.slice(region.start, region.end);
    for (const word of menuWords) {
      for (const at of occurrences(part, word)) {
        const line = filledLine(view, region.start + at);
        if (isMenu(printedLine(view, line), word)) lines.set(line.start, line);
      }
    }
  }
  for (const line of menusWithin(view, first, Math.max(first, last))) lines.set(line.start, line);
  const ordered = [...lines.values()].sort((a, b) => a.start - b.start);
  const places: Span[] = [];
  for (let i = 0; i < ordered.length; ) {
    const { start } = ordered[i] as Span;
    let { end } = ordered[i] as Span;
    for (i++; i < ordered.length && printedLine(view, { start: end, end: ordered[i]?.start ?? end }).trim() === ''; i++)
      end = (ordered[i] as Span).end;
    places.push({ start, end });
  }
  return places;
}

function printedLine(view: string, { start, end }: Span): string {
  return seenText(view, start, end);
}

/** Between the sections only a line that holds two such words, and little else, is taken for a menu. */
function menusWithin(view: string, start: number, end: number): readonly Span[] {
  const part = view.slice(start, end);
  const found = new Map<number, { line: Span; words: number }>();
  for (const word of menuWords) {
    for (const at of occurrences(part, word)) {
      const line = filledLine(view, start + at);
      const known = found.get(line.start);
      if (known !== undefined) known.words++;
      else found.set(line.start, { line, words: 1 });
    }
  }
  return [...found.values()].flatMap(({ line, words }) => {
    const printed = printedLine(view, line);
    const isPath = /^首页\s*[>＞»]/.test(printed);
    return (words > 1 || isPath) && printed.length <= longestMenu && !/[。；，]/.test(printed) ? [line] : [];
  });
}

/** The line of the view without white space and markup at its ends. */
function filledLine(view: string, at: number): Span {
  let { start, end } = seenLineAround(view, at);
  const isEmpty = (index: number): boolean => isUnseen(view.charCodeAt(index)) || isWhiteSpace(view.charCodeAt(index));
  while (start < end && isEmpty(start)) start++;
  while (end > start && isEmpty(end - 1)) end--;
  return { start, end };
}

function isMenu(line: string, word: string): boolean {
  if (line.length > longestMenu || /[。；，,]/.test(line)) return false;
  const bare = line.replace(/^[\s【[（(·>|*#-]+/, '');
  return bare.startsWith(word) || /版权所有|ICP备|公网安备|网站标识码/.test(line) || /[>|｜»】]/.test(line);
}
