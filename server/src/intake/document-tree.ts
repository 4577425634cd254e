/** A document's text and tree, and where in the file each of its characters stands. */
import type { Part, PlacedPart } from '../syntax/parse-parts';
import { parseParts } from '../syntax/parse-parts';
import type { Tree } from '../syntax/tree';
import { lastAtMost } from '../text/ascending';
import type { GridCell } from '../text/grid';
import type { Span } from '../text/span';
import type { DocumentBlock, DocumentGrid, DocumentPlace, OfficeDocument } from './document';
import { visibleText } from './visible-text';

export interface DocumentTree {
  readonly tree: Tree;
  readonly places: DocumentPlaces;
}

/** The places of a document's text, in its order: `places[i]` is that of the text from `starts[i]` on. */
export interface DocumentPlaces {
  readonly starts: readonly number[];
  readonly places: readonly DocumentPlace[];
}

/**
 * Paragraphs are lines with an empty one behind them, printed lines follow each other, rows of grids are lines. The tree has
 * the grids as tables; everything else is parsed as text without markup.
 */
export function documentTree({ blocks }: OfficeDocument): DocumentTree {
  const groups = groupsOf(blocks);
  const { tree, parts } = parseParts(groups.map(({ part }) => part));
  const starts: number[] = [];
  const places: DocumentPlace[] = [];
  const add = (start: number, place: DocumentPlace): void => {
    starts.push(start);
    places.push(place);
  };
  let [tables, paragraphs] = [0, 0];
  groups.forEach((group, index) => {
    const placed = parts[index] as PlacedPart;
    if (group.kind === 'grid') {
      tables++;
      addCells(group.grid, tables, placed, add);
    } else if (group.kind === 'image') {
      add(placed.start, pageOf(group.image));
    } else {
      for (const { at, block } of group.lines) {
        if (block.text.trim() !== '') paragraphs++;
        add(placed.start + at, placeOfText(block, Math.max(1, paragraphs)));
      }
    }
  });
  return { tree, places: { starts, places } };
}

function placeOfText(block: TextBlock, paragraph: number): DocumentPlace {
  if (block.kind === 'paragraph' && block.at !== undefined) return { ...pageOf(block), ...block.at };
  return block.kind === 'line' ? pageOf(block) : { ...pageOf(block), paragraph };
}

/** Where a span of the text stands: its beginning, and no closer than what both its ends share where it spans cells. */
export function placeOfSpan(known: DocumentPlaces, { start, end }: Span): DocumentPlace {
  const first = placeAt(known, start);
  const last = placeAt(known, Math.max(start, end - 1));
  if (first === last || first.table === undefined || first.table !== last.table) return first;
  const { row, column, ...table } = first;
  return {
    ...table,
    ...(row !== undefined && row === last.row && { row }),
    ...(column !== undefined && column === last.column && { column }),
  };
}

const nowhere: DocumentPlace = {};

function placeAt({ starts, places }: DocumentPlaces, offset: number): DocumentPlace {
  return places[lastAtMost(starts, offset)] ?? nowhere;
}

/** Blocks that make one part of the tree. */
type Group =
  | { readonly kind: 'grid'; readonly part: Part; readonly grid: DocumentGrid }
  | { readonly kind: 'image'; readonly part: Part; readonly image: DocumentBlock }
  | { readonly kind: 'lines'; readonly part: Part; readonly lines: readonly PlacedLine[] };

type TextBlock = Extract<DocumentBlock, { readonly text: string }>;

interface PlacedLine {
  /** Counts from the part's start. */
  readonly at: number;
  readonly block: TextBlock;
}

function groupsOf(blocks: readonly DocumentBlock[]): readonly Group[] {
  const groups: Group[] = [];
  let open: TextBlock[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push(linesOf(open, groups.length > 0));
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'line') {
      open.push(block);
      continue;
    }
    close();
    if (block.kind === 'image') groups.push({ kind: 'image', part: { kind: 'image' }, image: block });
    else groups.push({ kind: 'grid', grid: block, part: { kind: 'grid', rows: block.rows.map(visibleCells) } });
  }
  close();
  return groups;
}

function visibleCells({ cells }: DocumentGrid['rows'][number]): readonly GridCell[] {
  return cells.map(({ text, colSpan, rowSpan }) => ({ text: visibleText(text), colSpan, rowSpan }));
}

/** `isBelow`: something stands above, from which an empty line parts them. */
function linesOf(blocks: readonly TextBlock[], isBelow: boolean): Group {
  const lines: PlacedLine[] = [];
  const texts: string[] = isBelow ? ['\n'] : [];
  let at = isBelow ? 1 : 0;
  for (const block of blocks) {
    const text = `${visibleText(block.text)}${block.kind === 'line' ? '\n' : '\n\n'}`;
    lines.push({ at, block });
    texts.push(text);
    at += text.length;
  }
  return { kind: 'lines', lines, part: { kind: 'text', text: texts.join('') } };
}

function addCells(
  { rows, ...block }: DocumentGrid,
  table: number,
  { rows: spans }: PlacedPart,
  add: (start: number, place: DocumentPlace) => void,
): void {
  rows.forEach(({ page, cells }, index) => {
    cells.forEach(({ column, at = { row: index + 1, column } }, nth) => {
      const span = spans[index]?.[nth];
      if (span === undefined) return;
      add(span.start, { ...pageOf(page === undefined ? block : { ...block, page }), table, ...at });
    });
  });
}

function pageOf({ page, sheet }: { readonly page?: number; readonly sheet?: string }): DocumentPlace {
  return { ...(page !== undefined && { page }), ...(sheet !== undefined && { sheet }) };
}
