/** Standard tables that came as plain lines: a form that is not filled in, or figures that stick to their labels. */
import type { TableId, TableSpec } from '../../standard/edition';
import { tableSigns } from '../../standard/signs';
import type { PlacedBlock, Stretch } from '../stretch';
import type { Atom } from './atoms';
import { labelIndexOf } from './labels';

/** The lines of a section that are a table's: blocks `[first, end)`. */
interface FreeLines {
  readonly first: number;
  readonly end: number;
}

const shareOfRows = 0.4;
const headSigns = 5;

/** Where the labels of `table` stand one a line under its section's heading; `undefined` where they do not. */
export function freeLinesOf(
  stretch: Stretch,
  table: TableSpec,
  atomsAt: (block: number) => readonly Atom[],
): FreeLines | undefined {
  for (const [i, heading] of stretch.headings.entries()) {
    if (heading.match.section.table !== table.id) continue;
    const end = stretch.headings[i + 1]?.block ?? stretch.blocks.length;
    const lines = { first: heading.block + 1, end: lastFreeLine(stretch, heading.block + 1, end) };
    if (lines.first < lines.end && holdTable(table, lines, atomsAt)) return lines;
  }
  return undefined;
}

/** Up to the first block that is neither a short line nor empty. */
function lastFreeLine({ blocks, view: text }: Stretch, first: number, end: number): number {
  let last = first;
  for (let i = first; i < end; i++) {
    const { block, start } = blocks[i] as PlacedBlock;
    if (block.kind === 'blank') continue;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') break;
    if (/[。；！？]/.test(text.slice(start + block.content.start, start + block.content.end))) break;
    last = i + 1;
  }
  return last;
}

function holdTable(table: TableSpec, { first, end }: FreeLines, atomsAt: (block: number) => readonly Atom[]): boolean {
  const index = labelIndexOf(table);
  const rows = new Set<string>();
  let folded = '';
  for (let i = first; i < end; i++) {
    for (const atom of atomsAt(i)) {
      folded += atom.folded;
      const row = index.exact.get(atom.folded) ?? index.exact.get(atom.folded.replace(/[0-9]+/g, ''));
      if (row !== undefined) rows.add(row.id);
    }
  }
  if (table.id !== 'review') return rows.size >= shareOfRows * table.rows.length;
  return tableSigns[table.id satisfies TableId].filter((sign) => folded.includes(sign)).length >= headSigns;
}
