/** The lossless tree: blocks that follow one another without a gap, with offsets relative to their own start. */
import type { Layout } from '../text/layout';
import type { Span } from '../text/span';
import type { BlockNotes } from './block-memory';
import type { View } from './view';
import { viewBetween } from './view';

/**
 * A cell's content, without surrounding white space; an empty span is an empty cell. Where lines are wrapped within
 * drawn borders, the span is the first line's part, and `rest` has the parts on the lines below it.
 */
export interface TableCell extends Span {
  readonly rest?: readonly Span[];
  /** Of a table that did not come as text: over how many columns and rows it reaches. Absent: one each, or not known. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

interface TableRow extends Span {
  readonly cells: readonly TableCell[];
}

interface BlockBase {
  /** What later stages remember of it. */
  readonly notes: BlockNotes;
  /** Number of characters, line ends included. */
  readonly length: number;
  /** How far past its start the parser had to look to tell the block; a change beyond leaves the block as it is. */
  readonly reach: number;
}

/** Empty lines. */
interface BlankBlock extends BlockBase {
  readonly kind: 'blank';
}

/** A line like `二、主动公开政府信息情况`: an ordinal and a short title. */
export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  /** Ordinal and title, without markup and white space around them. */
  readonly content: Span;
  readonly ordinal: (Span & { readonly value: number }) | null;
  readonly title: Span;
  /** What its ordinal looks like: `一、`, `（一）`, `1.`; `marked` is a Markdown heading without one. */
  readonly level: 'chinese' | 'bracketed' | 'arabic' | 'marked';
}

/** Running text: one line, or several that a hard wrap has parted. */
interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: Span;
}

/** A line that stands for a picture: `[image: …]`, `![…](…)`, `<img …>`. */
interface ImageBlock extends BlockBase {
  readonly kind: 'image';
  readonly content: Span;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly layout: Layout;
  /** Whether a row of the text is a row of the table; false where only the order of cells is known. */
  readonly rowsKnown: boolean;
  readonly rows: readonly TableRow[];
}

export type Block = BlankBlock | HeadingBlock | ParagraphBlock | ImageBlock | TableBlock;

export interface Tree {
  readonly text: string;
  /** The clean view of the text (`text/seen.ts`), of the same length; read by {@link shownBetween}. */
  readonly view: View;
  readonly blocks: readonly Block[];
  /** `starts[i]` is the offset of `blocks[i]`. */
  readonly starts: readonly number[];
}

/** What the clean view shows of `[start, end)` of the tree's text: the very same characters where there is no markup. */
export function shownBetween({ text, view }: Tree, start: number, end: number): string {
  return viewBetween(text, view.pieces, start, end);
}

/** A piece of the text: what it holds, or what parts two such pieces (`trivia`). */
interface Leaf extends Span {
  readonly role: 'ordinal' | 'title' | 'text' | 'cell' | 'image' | 'trivia';
}

/** The leaves of the whole tree in order; their texts concatenate to the tree's text. */
export function leavesOf(tree: Tree): Leaf[] {
  const leaves: Leaf[] = [];
  tree.blocks.forEach((block, index) => {
    const start = tree.starts[index] as number;
    let position = 0;
    for (const leaf of contentLeaves(block)) {
      if (leaf.end <= position || leaf.start < position) continue;
      if (leaf.start > position) leaves.push({ role: 'trivia', start: start + position, end: start + leaf.start });
      leaves.push({ role: leaf.role, start: start + leaf.start, end: start + leaf.end });
      position = leaf.end;
    }
    if (position < block.length) leaves.push({ role: 'trivia', start: start + position, end: start + block.length });
  });
  return leaves;
}

function contentLeaves(block: Block): Leaf[] {
  switch (block.kind) {
    case 'blank':
      return [];
    case 'heading':
      return [
        ...(block.ordinal ? [{ role: 'ordinal' as const, start: block.ordinal.start, end: block.ordinal.end }] : []),
        { role: 'title', ...block.title },
      ];
    case 'paragraph':
      return [{ role: 'text', ...block.content }];
    case 'image':
      return [{ role: 'image', ...block.content }];
    case 'table':
      return block.rows.flatMap((row) => row.cells.map(({ start, end }) => ({ role: 'cell' as const, start, end })));
  }
}
