/** Finds the three standard tables among a report's blocks and reads each. */
import type { Edition, EditionId, TableId } from '../standard/edition';
import { signs2019, signs2021, tableSigns } from '../standard/signs';
import type { Block, TableBlock } from '../syntax/tree';
import type { Layout } from '../text/layout';
import type { Atom } from './atoms';
import { atomsOf } from './atoms';
import { hasReviewHeader, readReviewRow } from './read-review';
import { readRows } from './read-table';
import type { TableReading } from './report';
import { shiftTable } from './shift-table';
import type { PlacedBlock, Stretch } from './stretch';

const tableIds: readonly TableId[] = ['disclosure', 'requests', 'review'];

/** How many of each table's words a block holds, and of the words that tell the editions apart. */
interface Signs {
  readonly tables: Readonly<Record<TableId, number>>;
  readonly form2019: number;
  readonly form2021: number;
}

/** A report's table blocks; each is cut into atoms when first asked for. */
export interface TableBlocks {
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
    own = atomsOf(block, stretch.text, start);
    atoms[index] = own;
  }
  return own;
}

function signsOf(blocks: TableBlocks, index: number): Signs {
  const { notes } = (blocks.stretch.blocks[index] as PlacedBlock).block;
  if (notes.signs === undefined) {
    let folded = '';
    for (const atom of atomsAt(blocks, index)) folded += atom.folded;
    const count = (words: readonly string[]): number => words.filter((word) => folded.includes(word)).length;
    notes.signs = {
      tables: {
        disclosure: count(tableSigns.disclosure),
        requests: count(tableSigns.requests),
        review: count(tableSigns.review),
      },
      form2019: count(signs2019),
      form2021: count(signs2021),
    } satisfies Signs;
  }
  return notes.signs as Signs;
}

function isTable({ stretch }: TableBlocks, index: number): boolean {
  return (stretch.blocks[index] as PlacedBlock).block.kind === 'table';
}

/** The edition whose wording the report's tables use. */
export function formEditionOf(blocks: TableBlocks): EditionId | null {
  let difference = 0;
  for (let index = 0; index < blocks.stretch.blocks.length; index++) {
    if (!isTable(blocks, index)) continue;
    const signs = signsOf(blocks, index);
    difference += signs.form2021 - signs.form2019;
  }
  if (difference === 0) return null;
  return difference > 0 ? '2021' : '2019';
}

export function tablesOf(blocks: TableBlocks, edition: Edition): Record<TableId, TableReading> {
  const owners = ownersOf(blocks);
  const read = (table: TableId): TableReading => rememberedTable(blocks, edition, table, owners);
  return { disclosure: read('disclosure'), requests: read('requests'), review: read('review') };
}

const signsElsewhere = 3;

/** By the index of the block. */
type Owners = readonly (TableId | undefined)[];

/** The table that each table block belongs to: by its words; a block without any, to the section it stands in. */
function ownersOf(blocks: TableBlocks): Owners {
  const { headings } = blocks.stretch;
  let section: TableId | undefined;
  let next = 0;
  return blocks.stretch.blocks.map((_, index) => {
    while (next < headings.length && (headings[next]?.block ?? 0) <= index) {
      section = headings[next]?.match.section.table;
      next++;
    }
    if (!isTable(blocks, index)) return undefined;
    const { tables } = signsOf(blocks, index);
    const best = tableIds.reduce((a, b) => (tables[b] > tables[a] ? b : a));
    if (tables[best] === 0) return section;
    if (section !== undefined && tables[section] > 0 && tables[section] * 2 >= tables[best]) return section;
    return tables[best] >= (section === best ? 1 : signsElsewhere) ? best : undefined;
  });
}

/** What was read from the blocks of a table; taken over while the same blocks follow one another. */
interface Remembered {
  readonly edition: Edition;
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly reading: TableReading;
}

function rememberedTable(blocks: TableBlocks, edition: Edition, table: TableId, owners: Owners): TableReading {
  const first = owners.indexOf(table);
  if (first < 0) return { state: 'missing', table };
  const { stretch } = blocks;
  const range = stretch.blocks.slice(first, owners.lastIndexOf(table) + 1);
  const { block, start } = range[0] as PlacedBlock;
  const known = block.notes.table as Remembered | undefined;
  const isKnown =
    known !== undefined &&
    known.edition === edition &&
    known.reading.table === table &&
    known.blocks.length === range.length &&
    known.blocks.every((own, i) => own === range[i]?.block);
  const reading = isKnown ? shiftTable(known.reading, start - known.start) : readTable(blocks, edition, table, owners);
  if (!isKnown || known.start !== start) {
    block.notes.table = { edition, blocks: range.map((placed) => placed.block), start, reading } satisfies Remembered;
  }
  return reading;
}

function readTable(blocks: TableBlocks, edition: Edition, table: TableId, owners: Owners): TableReading {
  const { stretch } = blocks;
  const own = stretch.blocks.map((_, i) => i).filter((i) => owners[i] === table);
  const first = own[0] as number;
  const last = own[own.length - 1] as number;
  const atoms: Atom[] = [];
  for (let i = first; i <= last; i++) {
    const belongs =
      owners[i] === table || (owners[i] === undefined && isFragment(stretch, stretch.blocks[i] as PlacedBlock, i));
    if (belongs) for (const atom of atomsAt(blocks, i)) atoms.push(atom);
  }
  const main = (stretch.blocks[mainBlock(stretch, own)] as PlacedBlock).block as TableBlock;
  return readAtoms(stretch, edition, table, atoms, main.layout);
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
  const text = stretch.text.slice(start + block.content.start, start + block.content.end);
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
    const rows = readReviewRow(stretch.text, spec, atoms);
    if (!hasReviewHeader(atoms) && rows[0]?.state !== 'read') return { state: 'missing', table };
    return { state: 'found', table, layout, span: spanOf(atoms), rows, unknownRows: [] };
  }
  const { rows, unknownRows } = readRows(stretch.text, spec, atoms);
  if (rows.length < fewestRows) return { state: 'missing', table };
  return { state: 'found', table, layout, span: spanOf(atoms), rows, unknownRows };
}

function spanOf(atoms: readonly Atom[]): { start: number; end: number } {
  const first = atoms[0] as Atom;
  const last = atoms[atoms.length - 1] as Atom;
  return { start: Math.min(first.start, first.line.start), end: Math.max(last.end, last.line.end) };
}

/** The layout of most of the tables; of the first in case of a draw. */
export function layoutOf(tables: Readonly<Record<TableId, TableReading>>): Layout | null {
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
