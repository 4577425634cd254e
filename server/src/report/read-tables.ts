/** Finds the three standard tables among a report's blocks and reads each. */
import type { Edition, EditionId, TableId } from '../standard/edition';
import { signs2019, signs2021, tableSigns } from '../standard/signs';
import type { TableBlock } from '../syntax/tree';
import type { Layout } from '../text/layout';
import type { Atom } from './atoms';
import { atomsOf } from './atoms';
import { hasReviewHeader, readReviewRow } from './read-review';
import { readRows } from './read-table';
import type { TableReading } from './report';
import type { PlacedBlock, Stretch } from './stretch';

const tableIds: readonly TableId[] = ['disclosure', 'requests', 'review'];

/** How many of each table's words a block holds, and of the words that tell the editions apart. */
interface Signs {
  readonly tables: Readonly<Record<TableId, number>>;
  readonly form2019: number;
  readonly form2021: number;
}

function signsOf({ block }: PlacedBlock, atoms: readonly Atom[]): Signs {
  let signs = block.notes.signs as Signs | undefined;
  if (signs === undefined) {
    const folded = atoms.map((atom) => atom.folded).join('');
    const count = (words: readonly string[]): number => words.filter((word) => folded.includes(word)).length;
    signs = {
      tables: {
        disclosure: count(tableSigns.disclosure),
        requests: count(tableSigns.requests),
        review: count(tableSigns.review),
      },
      form2019: count(signs2019),
      form2021: count(signs2021),
    };
    block.notes.signs = signs;
  }
  return signs;
}

/** A report's table blocks, each read into atoms once. */
export interface TableBlocks {
  readonly stretch: Stretch;
  /** By the index of the block; undefined for what is no table. */
  readonly atoms: readonly (readonly Atom[] | undefined)[];
}

export function tableBlocksOf(stretch: Stretch): TableBlocks {
  const atoms = stretch.blocks.map(({ block, start }) =>
    block.kind === 'table' ? atomsOf(block, stretch.text, start) : undefined,
  );
  return { stretch, atoms };
}

/** The edition whose wording the report's tables use. */
export function formEditionOf({ stretch, atoms }: TableBlocks): EditionId | null {
  let difference = 0;
  stretch.blocks.forEach((placed, index) => {
    const own = atoms[index];
    if (own === undefined) return;
    const signs = signsOf(placed, own);
    difference += signs.form2021 - signs.form2019;
  });
  if (difference === 0) return null;
  return difference > 0 ? '2021' : '2019';
}

export function tablesOf(blocks: TableBlocks, edition: Edition): Record<TableId, TableReading> {
  const owners = ownersOf(blocks);
  const read = (table: TableId): TableReading => readTable(blocks, edition, table, owners);
  return { disclosure: read('disclosure'), requests: read('requests'), review: read('review') };
}

const signsElsewhere = 3;

/** The table that each table block belongs to: by its words; a block without any, to the section it stands in. */
function ownersOf({ stretch, atoms }: TableBlocks): (TableId | undefined)[] {
  let section: TableId | undefined;
  let next = 0;
  return stretch.blocks.map((placed, index) => {
    while (next < stretch.headings.length && (stretch.headings[next]?.block ?? 0) <= index) {
      section = stretch.headings[next]?.match.section.table;
      next++;
    }
    const own = atoms[index];
    if (own === undefined) return undefined;
    const { tables } = signsOf(placed, own);
    const best = tableIds.reduce((a, b) => (tables[b] > tables[a] ? b : a));
    if (tables[best] === 0) return section;
    if (section !== undefined && tables[section] > 0 && tables[section] * 2 >= tables[best]) return section;
    return tables[best] >= (section === best ? 1 : signsElsewhere) ? best : undefined;
  });
}

function readTable(
  blocks: TableBlocks,
  edition: Edition,
  table: TableId,
  owners: readonly (TableId | undefined)[],
): TableReading {
  const { stretch } = blocks;
  const own = stretch.blocks.map((_, i) => i).filter((i) => owners[i] === table);
  const first = own[0];
  const last = own[own.length - 1];
  if (first === undefined || last === undefined) return { state: 'missing', table };
  const atoms: Atom[] = [];
  for (let i = first; i <= last; i++) {
    const placed = stretch.blocks[i] as PlacedBlock;
    const pieces = blocks.atoms[i];
    if (owners[i] === table && pieces !== undefined) for (const atom of pieces) atoms.push(atom);
    else if (owners[i] === undefined && isFragment(stretch, placed, i)) {
      atoms.push(...atomsOf(placed.block, stretch.text, placed.start));
    }
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
