/** The pages as one document: tables that go on over pages put together, text line by line. */
import type { DocumentBlock } from '../document';
import { type OpenTable, openTable, tableBlock, withNextPage, wordsWithin } from './across-pages';
import type { Page, PagePart } from './page';
import { joint, wordsText } from './printed-text';
import { isRestOfTitle, lineTexts, type Measure, measureOf, usualSize } from './text-lines';
import type { WordLine } from './words';

/** `pages` without what runs along with them. */
export function blocksOf(pages: readonly Page[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let table: OpenTable | undefined;
  const close = (): void => {
    if (table !== undefined) blocks.push(tableBlock(table));
    table = undefined;
  };
  const size = usualSize(pages.flatMap(linesOn));
  for (const page of pages) {
    const measure = measureOf(linesOn(page), size);
    let last: WordLine | undefined;
    let beside: ReadonlySet<string> = new Set();
    for (const [i, part] of page.parts.entries()) {
      if (part.kind === 'table') {
        const joined = table !== undefined && i === 0 ? withNextPage(table, part.filled, page.number) : undefined;
        if (joined === undefined) close();
        else beside = new Set(wordsWithin(part.filled.beside, joined.xs).map(({ left, base }) => `${left} ${base}`));
        table = joined ?? openTable(part.filled, page.number);
        last = undefined;
        continue;
      }
      // What stands beside a table that goes on is in its cells.
      if (part.kind === 'line' && part.line.words.every((word) => beside.has(`${word.left} ${word.base}`))) continue;
      close();
      if (part.kind === 'line' && last !== undefined && isRestOfTitle(part.line, last, measure)) {
        joinToLast(blocks, part.line);
        last = part.line;
        continue;
      }
      for (const block of blocksOfPart(part, last, measure, page.number)) blocks.push(block);
      last = part.kind === 'line' ? part.line : undefined;
    }
  }
  close();
  return blocks;
}

function linesOn({ parts }: Page): WordLine[] {
  return parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []));
}

function joinToLast(blocks: DocumentBlock[], line: WordLine): void {
  const block = blocks.at(-1);
  if (block?.kind !== 'line') return;
  const text = wordsText(line.words);
  blocks[blocks.length - 1] = { ...block, text: block.text + joint(block.text, text) + text };
}

function blocksOfPart(part: PagePart, last: WordLine | undefined, measure: Measure, page: number): DocumentBlock[] {
  if (part.kind !== 'line') return [{ kind: 'image', page }];
  return lineTexts(part.line, last, measure).map((text) => ({ kind: 'line', text, page }));
}
