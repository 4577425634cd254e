/** The tree of what is known to be text or grid already: the same blocks that a text would give, with nothing guessed about tables. */
import { append } from '../text/append';
import type { Grid } from '../text/grid';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import { blankNotes } from './block-memory';
import { parsePlain, plainView } from './parse';
import type { Block, TableBlock, TableCell, Tree } from './tree';

/** Characters that nobody sees are none of a part. */
export type Part =
  /** Whole lines, without markup. */
  | { readonly kind: 'text'; readonly text: string }
  /** Rows of cells, each once; line breaks may stand in a cell. */
  | { readonly kind: 'grid'; readonly rows: Grid }
  | { readonly kind: 'image' };

export interface PartsTree {
  readonly tree: Tree;
  /** Where each part stands in the tree's text. */
  readonly parts: readonly PlacedPart[];
}

export interface PlacedPart extends Span {
  /** Where the cells of a grid stand, row by row. */
  readonly rows: readonly (readonly Span[])[];
}

/**
 * Linear. The text has the rows of a grid as lines, their cells parted by tabs. A grid counts as a table whose cells are known,
 * like one of HTML.
 */
export function parseParts(given: readonly Part[]): PartsTree {
  const blocks: Block[] = [];
  const starts: number[] = [];
  const texts: string[] = [];
  let position = 0;
  const parts = given.map((part): PlacedPart => {
    const start = position;
    const made = madeOf(part);
    append(blocks, made.blocks);
    for (const at of made.starts) starts.push(start + at);
    texts.push(made.text);
    position += made.text.length;
    return { start, end: position, rows: made.rows.map(({ cells }) => cells.map((cell) => shiftSpan(cell, start))) };
  });
  return { tree: { text: texts.join(''), view: plainView, blocks, starts }, parts };
}

/** The text of a part with its blocks; offsets count from the part's start. */
interface Made {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  readonly rows: TableBlock['rows'];
}

function madeOf(part: Part): Made {
  switch (part.kind) {
    case 'text':
      return { ...parsePlain(part.text), rows: [] };
    case 'grid':
      return madeOfGrid(part.rows);
    case 'image':
      return { text: imageLine, blocks: [imageBlock()], starts: [0], rows: [] };
  }
}

/** What the text says for a picture. */
const imageLine = '【图片】\n';

function imageBlock(): Block {
  const length = imageLine.length;
  return { kind: 'image', length, reach: length, content: { start: 0, end: length - 1 }, notes: blankNotes() };
}

function madeOfGrid(grid: Grid): Made {
  let position = 0;
  const rows = grid.map((cells) => {
    const start = position;
    const spans = cells.map(({ text, colSpan, rowSpan }): TableCell => {
      const at = position;
      position += text.length + 1;
      const content = contentOf(text, at);
      return colSpan === 1 && rowSpan === 1 ? content : { ...content, colSpan, rowSpan };
    });
    // A row whose cells are all spanned from above is a line all the same.
    if (cells.length === 0) position++;
    return { start, end: position - 1, cells: spans };
  });
  const text = grid.map((cells) => `${cells.map(({ text: own }) => own).join('\t')}\n`).join('');
  const { length } = text;
  const block = { kind: 'table', layout: 'html', rowsKnown: true, rows, length, reach: length } as const;
  return {
    text,
    blocks: length === 0 ? [] : [{ ...block, notes: blankNotes() }],
    starts: length === 0 ? [] : [0],
    rows,
  };
}

/** A cell without white space at both ends. */
function contentOf(cell: string, at: number): Span {
  const trimmed = cell.trim();
  const start = at + (trimmed === '' ? 0 : cell.indexOf(trimmed));
  return { start, end: start + trimmed.length };
}
