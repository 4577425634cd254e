/** The part of a document that holds one report, with offsets counted from the report's start. */
import type { Block, Tree } from '../syntax/tree';
import { shownBetween } from '../syntax/tree';
import type { Eol } from '../text/lines';
import { eolOf } from '../text/lines';
import { ownCopy } from '../text/own-copy';
import type { HeadingMark, OutlineReport } from './outline';

export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/** A section's heading; all offsets count from the report's start. */
export interface PlacedHeading extends HeadingMark {
  /** Index into `blocks`. */
  readonly block: number;
}

export interface Stretch {
  /** Place in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The clean view of `text`: where words are looked for (`text/seen.ts`). */
  readonly view: string;
  readonly eol: Eol;
  readonly blocks: readonly PlacedBlock[];
  readonly headings: readonly PlacedHeading[];
}

export function stretchOf(tree: Tree, part: OutlineReport): Stretch {
  const start = tree.starts[part.firstBlock] as number;
  const end = tree.starts[part.lastBlock] ?? tree.text.length;
  const isWhole = start === 0 && end === tree.text.length;
  const text = isWhole ? tree.text : ownCopy(tree.text.slice(start, end));
  const view = tree.view.pieces === undefined ? text : ownCopy(shownBetween(tree, start, end));
  const blocks: PlacedBlock[] = [];
  for (let i = part.firstBlock; i < part.lastBlock; i++) {
    blocks.push({ block: tree.blocks[i] as Block, start: (tree.starts[i] as number) - start });
  }
  const headings = part.headings.map((heading) => {
    const index = heading.block - part.firstBlock;
    const offset = (blocks[index] as PlacedBlock).start;
    const move = (span: { start: number; end: number }) => ({ start: span.start + offset, end: span.end + offset });
    return {
      match: heading.match,
      span: move(heading.span),
      ordinal: heading.ordinal && { ...move(heading.ordinal), value: heading.ordinal.value },
      title: move(heading.title),
      isMinor: heading.isMinor,
      end: heading.end + offset,
      block: index,
    };
  });
  return { start, end, text, view, eol: eolOf(text), blocks, headings };
}
