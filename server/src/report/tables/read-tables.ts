/** Finds the three standard tables among a report's blocks and reads each. */
import type { Edition, EditionId, TableId, TableSpec } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { newestFirst } from '../../standard/editions';
import type { FormScores } from '../../standard/form-signs';
import { formOf, formScores } from '../../standard/form-signs';
import { tableSigns } from '../../standard/signs';
import { perBlock } from '../../syntax/block-memory';
import type { Block } from '../../syntax/tree';
import type { Layout } from '../../text/layout';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { coverSpans } from '../../text/span';
import type { RowReading, TableReading, TableReadings } from '../report';
import type { PlacedBlock, Stretch } from '../stretch';
import type { Atom } from './atoms';
import { atomsOf } from './atoms';
import { withEmptyLines } from './empty-lines';
import { freeLinesOf } from './free-lines';
import { labelIndexOf } from './labels';
import type { ReviewRows } from './read-review';
import { hasReviewHeader, readReviewRow } from './read-review';
import { readRows } from './read-table';
import { shiftTable } from './shift-table';
import { unfilledForm } from './unfilled-form';

/** How many of each table's words a block holds, and what it says of the form's edition; nothing outside table two. */
interface Signs {
  readonly tables: Readonly<Record<TableId, number>>;
  readonly form: FormScores | undefined;
}

/** A report's table blocks; each is cut into atoms when first asked for. */
interface TableBlocks {
  readonly stretch: Stretch;
  /** By the index of the block. */
  readonly atoms: (readonly Atom[] | undefined)[];
}

export function tableBlocksOf(stretch: Stretch): TableBlocks {
  return { stretch, atoms: new Array<readonly Atom[] | undefined>(stretch.blocks.length) };
}

function atomsAt({ stretch, atoms }: TableBlocks, index: number): readonly Atom[] {
  let own = atoms[index];
  if (own === undefined) {
    const { block, start } = stretch.blocks[index] as PlacedBlock;
    own = atomsOf(block, stretch.view, start);
    atoms[index] = own;
  }
  return own;
}

function signsOf(blocks: TableBlocks, index: number): Signs {
  const { block } = blocks.stretch.blocks[index] as PlacedBlock;
  const known = countedSigns.of(block);
  if (known !== undefined) return known;
  let folded = '';
  for (const atom of atomsAt(blocks, index)) folded += atom.folded;
  return countedSigns.keep(block, countSigns(folded));
}

const countedSigns = perBlock<Signs>();

/** Nearly every table tells at both its ends what it is; only a doubtful one is searched through. */
const tellingEnd = 120;
const certain = 4;

function countSigns(folded: string): Signs {
  const ends = folded.length > 2 * tellingEnd ? folded.slice(0, tellingEnd) + folded.slice(-tellingEnd) : folded;
  const atEnds = signsWithin(ends);
  const found = tableIds.filter((table) => atEnds.tables[table] > 0);
  const isCertain = found.length === 1 && atEnds.tables[found[0] as TableId] >= certain;
  return isCertain || ends === folded ? atEnds : signsWithin(folded);
}

function signsWithin(folded: string): Signs {
  const count = (words: readonly string[]): number => words.filter((word) => folded.includes(word)).length;
  const tables = {
    disclosure: count(tableSigns.disclosure),
    requests: count(tableSigns.requests),
    review: count(tableSigns.review),
  };
  return { tables, form: tables.disclosure > 0 ? formScores(folded) : undefined };
}

function isTable({ stretch }: TableBlocks, index: number): boolean {
  return (stretch.blocks[index] as PlacedBlock).block.kind === 'table';
}

/** The edition whose wording the report's tables use. */
export function formEditionOf(blocks: TableBlocks): EditionId | null {
  let scores: FormScores | undefined;
  for (let index = 0; index < blocks.stretch.blocks.length; index++) {
    if (!isTable(blocks, index)) continue;
    const { form } = signsOf(blocks, index);
    if (form !== undefined) scores = scores?.map((score, i) => score + (form[i] ?? 0)) ?? form;
  }
  scores ??= scoresOfFreeLines(blocks);
  return scores === undefined ? null : formOf(scores);
}

/** What a second table says whose labels came as plain lines, without any figure. */
function scoresOfFreeLines(blocks: TableBlocks): FormScores | undefined {
  const { stretch } = blocks;
  if (!stretch.headings.some(({ match }) => match.section.table === 'disclosure')) return undefined;
  for (const { tables } of newestFirst) {
    const lines = freeLinesOf(stretch, tables.disclosure, (index) => atomsAt(blocks, index));
    if (lines === undefined) continue;
    let folded = '';
    for (let i = lines.first; i < lines.end; i++) for (const atom of atomsAt(blocks, i)) folded += atom.folded;
    return formScores(folded);
  }
  return undefined;
}

export function tablesOf(blocks: TableBlocks, edition: Edition): TableReadings {
  const parts = withFreeLines(blocks, edition, partsOf(blocks));
  const read = (table: TableId): TableReading => {
    const reading = rememberedTable(blocks, edition, table, parts);
    return unfilledForm(blocks.stretch, edition.tables[table], reading) ?? reading;
  };
  return { disclosure: read('disclosure'), requests: read('requests'), review: read('review') };
}

const signsElsewhere = 3;

/** A stretch of a block's atoms that belongs to one table; nearly always the whole block. */
interface Part {
  readonly table: TableId;
  readonly from: number;
  readonly to: number;
}

/** By the index of the block; empty for what is no table. */
type Parts = readonly (readonly Part[])[];

const noParts: readonly Part[] = [];
const whole: Readonly<Record<TableId, readonly Part[]>> = {
  disclosure: [{ table: 'disclosure', from: 0, to: Number.POSITIVE_INFINITY }],
  requests: [{ table: 'requests', from: 0, to: Number.POSITIVE_INFINITY }],
  review: [{ table: 'review', from: 0, to: Number.POSITIVE_INFINITY }],
};

/** The tables that each block belongs to: by its words; a block without any, to the section it stands in. */
function partsOf(blocks: TableBlocks): Parts {
  const { headings } = blocks.stretch;
  let section: TableId | undefined;
  let next = 0;
  return blocks.stretch.blocks.map((_, index) => {
    while (next < headings.length && (headings[next]?.block ?? 0) <= index) {
      section = headings[next]?.match.section.table;
      next++;
    }
    if (!isTable(blocks, index)) return noParts;
    const { tables } = signsOf(blocks, index);
    const several = tableIds.filter((table) => tables[table] >= signsElsewhere);
    if (several.length > 1) return dividedBlock(blocks, index, several);
    const owner = ownerOf(tables, section);
    return owner === undefined ? noParts : whole[owner];
  });
}

/** A table of which no block is found may have come as plain lines. */
function withFreeLines(blocks: TableBlocks, edition: Edition, parts: Parts): Parts {
  let changed: (readonly Part[])[] | undefined;
  for (const table of tableIds) {
    if (parts.some((own) => own.some((part) => part.table === table))) continue;
    const lines = freeLinesOf(blocks.stretch, edition.tables[table], (index) => atomsAt(blocks, index));
    if (lines === undefined) continue;
    changed ??= [...parts];
    for (let i = lines.first; i < lines.end; i++) {
      if (blocks.stretch.blocks[i]?.block.kind !== 'blank') changed[i] = whole[table];
    }
  }
  return changed ?? parts;
}

function ownerOf(signs: Readonly<Record<TableId, number>>, section: TableId | undefined): TableId | undefined {
  const best = tableIds.reduce((a, b) => (signs[b] > signs[a] ? b : a));
  if (signs[best] === 0) return section;
  if (section !== undefined && signs[section] > 0 && signs[section] * 2 >= signs[best]) return section;
  return signs[best] >= (section === best ? 1 : signsElsewhere) ? best : undefined;
}

/** Two tables without a heading between them run into one block: each begins with its first word. */
function dividedBlock(blocks: TableBlocks, index: number, tables: readonly TableId[]): readonly Part[] {
  const atoms = atomsAt(blocks, index);
  const begins = tables
    .map((table) => ({
      table,
      from: atoms.findIndex((atom) => tableSigns[table].some((word) => atom.folded.includes(word))),
    }))
    .filter((part) => part.from >= 0)
    .sort((a, b) => a.from - b.from);
  return begins.map(({ table, from }, i) => ({
    table,
    from: i === 0 ? 0 : from,
    to: begins[i + 1]?.from ?? atoms.length,
  }));
}

/** What was read from the blocks of a table; taken over while the same blocks follow one another. */
interface RememberedTable {
  readonly edition: Edition;
  readonly blocks: readonly Block[];
  readonly parts: Parts;
  readonly start: number;
  readonly reading: TableReading;
}

const remembered = perBlock<RememberedTable>();

function rememberedTable(blocks: TableBlocks, edition: Edition, table: TableId, parts: Parts): TableReading {
  const holds = (own: readonly Part[]): boolean => own.some((part) => part.table === table);
  const firstOwn = parts.findIndex(holds);
  if (firstOwn < 0) return { state: 'missing', table };
  const first =
    firstOwn -
    Math.max(
      fragmentsBeside(blocks, parts, firstOwn, -1, edition.tables[table]),
      figuresBeside(blocks, parts, firstOwn, -1, edition.tables[table]),
    );
  const lastOwn = parts.findLastIndex(holds);
  const behind =
    lastOwn +
    1 +
    Math.max(
      fragmentsBeside(blocks, parts, lastOwn, 1, edition.tables[table]),
      figuresBeside(blocks, parts, lastOwn, 1, edition.tables[table]),
    );
  // Empty lines behind it may be its last cells.
  const end = blocks.stretch.blocks[behind]?.block.kind === 'blank' ? behind + 1 : behind;
  const range = blocks.stretch.blocks.slice(first, end);
  const own = parts.slice(first, end);
  const { block, start } = range[0] as PlacedBlock;
  const known = remembered.of(block);
  const isKnown =
    known !== undefined &&
    known.edition === edition &&
    known.reading.table === table &&
    known.blocks.length === range.length &&
    known.blocks.every((one, i) => one === range[i]?.block && known.parts[i] === own[i]);
  if (isKnown && known.start === start) return known.reading;
  const reading = isKnown
    ? shiftTable(known.reading, start - known.start)
    : readTable(blocks, edition, table, first, own);
  const kept: RememberedTable = { edition, blocks: range.map((placed) => placed.block), parts: own, start, reading };
  remembered.keep(block, kept);
  return reading;
}

const mostFragments = 12;

/**
 * How many blocks beside a table without borders may hold a part of its first or last label: short lines up to the
 * section's heading. Whole labels of the form's rows do not count. Tables with borders keep their labels within them.
 */
function fragmentsBeside(blocks: TableBlocks, parts: Parts, own: number, step: 1 | -1, table: TableSpec): number {
  const { block } = blocks.stretch.blocks[own] as PlacedBlock;
  if (block.kind !== 'table' || block.rowsKnown) return 0;
  if (block.layout !== 'spaced' && block.layout !== 'stacked') return 0;
  const { exact } = labelIndexOf(table);
  let reached = 0;
  let fragments = 0;
  for (let i = 1; fragments <= mostFragments; i++) {
    const placed = blocks.stretch.blocks[own + i * step];
    if (placed === undefined || parts[own + i * step] !== noParts) break;
    if (placed.block.kind === 'blank') continue;
    if (!isFragment(blocks.stretch, placed, own + i * step)) break;
    const [first] = atomsAt(blocks, own + i * step);
    if (step < 0 || (first?.kind !== 'figure' && !exact.has(first?.folded ?? ''))) fragments++;
    reached = i;
  }
  return reached;
}

/**
 * How many blocks beside a table, up to the section's heading, hold figures alone, a row's label with its figures, or a
 * long label alone: whatever parted them from it, they are its own.
 */
function figuresBeside(blocks: TableBlocks, parts: Parts, own: number, step: 1 | -1, table: TableSpec): number {
  const { exact } = labelIndexOf(table);
  const { headings } = blocks.stretch;
  let reached = 0;
  for (let i = 1; ; i++) {
    const index = own + i * step;
    const placed = blocks.stretch.blocks[index];
    if (placed === undefined || parts[index] !== noParts) return reached;
    if (placed.block.kind === 'blank') continue;
    if (headings.some((heading) => heading.block === index)) return reached;
    if (placed.block.kind !== 'table' && placed.block.length > longestFigures) return reached;
    const atoms = atomsAt(blocks, index);
    const isLabel = (atom: Atom): boolean => atom.kind === 'label' && exact.has(atom.folded);
    const [only] = atoms;
    const isBare = atoms.length === 1 && only !== undefined && only.folded.length >= longLabel && isLabel(only);
    const isOwn = only?.kind === 'figure' || atoms.some(isLabel);
    if (isBare || (isOwn && atoms.some((atom) => atom.kind === 'figure'))) reached = i;
  }
}

const longestFigures = 200;
const longLabel = 8;

/** Reads the table out of the blocks from index `first` on, one for each of `parts`. */
function readTable(blocks: TableBlocks, edition: Edition, table: TableId, first: number, parts: Parts): TableReading {
  const { stretch } = blocks;
  const atoms: Atom[] = [];
  const own: number[] = [];
  /** First and last of each piece that is the table's own; a stray line beside it is no part of its place. */
  const ownAtoms: Atom[] = [];
  parts.forEach((list, i) => {
    const index = first + i;
    const part = list.find((candidate) => candidate.table === table);
    if (part !== undefined) own.push(index);
    const isFree =
      list === noParts && (isTable(blocks, index) || isFragment(stretch, stretch.blocks[index] as PlacedBlock, index));
    if (part === undefined && !isFree) return;
    const pieces = atomsAt(blocks, index);
    const to = Math.min(part?.to ?? pieces.length, pieces.length);
    for (let at = part?.from ?? 0; at < to; at++) atoms.push(pieces[at] as Atom);
    if (part !== undefined && to > part.from) ownAtoms.push(pieces[part.from] as Atom, pieces[to - 1] as Atom);
  });
  const main = (stretch.blocks[mainBlock(stretch, own)] as PlacedBlock).block;
  const reading = readAtoms(stretch, edition, table, atoms, main.kind === 'table' ? main.layout : 'stacked');
  if (reading.state === 'missing' || ownAtoms.length === 0) return reading;
  return { ...reading, span: tableSpan(ownAtoms, reading.rows) };
}

/** The longest block gives the table its layout. */
function mainBlock(stretch: Stretch, blocks: readonly number[]): number {
  return blocks.reduce((a, b) =>
    (stretch.blocks[b]?.block.length ?? 0) > (stretch.blocks[a]?.block.length ?? 0) ? b : a,
  );
}

/** A label or a part of one that stands between two pieces of a table. */
function isFragment(stretch: Stretch, placed: PlacedBlock, index: number): boolean {
  const { block, start } = placed;
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
  if (stretch.headings.some((heading) => heading.block === index)) return false;
  const text = seenText(stretch.view, start + block.content.start, start + block.content.end);
  return text.length <= 60 && !/[。；]/.test(text);
}

const fewestRows = 2;

function readAtoms(
  stretch: Stretch,
  edition: Edition,
  table: TableId,
  atoms: readonly Atom[],
  layout: Layout,
): TableReading {
  const spec = edition.tables[table];
  const first = atoms[0];
  if (first === undefined) return { state: 'missing', table };
  if (table === 'review') {
    const { rows, unread } = reviewRow(stretch.view, spec, atoms);
    if (!hasReviewHeader(atoms) && rows[0]?.state !== 'read') return { state: 'missing', table };
    return { state: 'found', table, layout, span: spanOf(atoms), rows, unknownRows: [], unread };
  }
  const { rows, unknownRows, unread } = readRows(stretch.view, spec, atoms, layout);
  if (rows.length < fewestRows) return { state: 'missing', table };
  return { state: 'found', table, layout, span: spanOf(atoms), rows, unknownRows, unread };
}

/** Once more where the row is in doubt, with a cell for each empty line. */
function reviewRow(text: string, spec: TableSpec, atoms: readonly Atom[]): ReviewRows {
  const first = readReviewRow(text, spec, atoms);
  const cells = first.rows[0]?.state === 'ambiguous' ? withEmptyLines(text, atoms) : undefined;
  const second = cells && readReviewRow(text, spec, cells);
  return second?.rows[0]?.state === 'read' && second.unread.length === 0 ? second : first;
}

/** From the table's own first to its last atom, with the labels that begin before or go on behind. */
function tableSpan(atoms: readonly Atom[], rows: readonly RowReading[]): Span {
  return rows.reduce((span, row) => coverSpans(span, row.span), spanOf(atoms));
}

function spanOf(atoms: readonly Atom[]): Span {
  const first = atoms[0] as Atom;
  const last = atoms[atoms.length - 1] as Atom;
  return { start: Math.min(first.start, first.line.start), end: Math.max(last.end, last.line.end) };
}

/** The layout of most of the tables; of the first in case of a draw. */
export function layoutOf(tables: TableReadings): Layout | null {
  const found = tableIds.flatMap((id) => {
    const reading = tables[id];
    return reading.state === 'found' ? [reading.layout] : [];
  });
  const times = (layout: Layout): number => found.filter((other) => other === layout).length;
  return found.reduce<Layout | null>(
    (best, layout) => (best === null || times(layout) > times(best) ? layout : best),
    null,
  );
}
