/** The pieces of a part's text that the preview is made of. */
import type { Block, Tree } from '../../syntax/tree';
import { firstFrom } from '../../text/ascending';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import type { SnapshotReport } from '../../workspace/snapshot';
import type { ViewedText } from './preview-runs';
import { paragraphsIn } from './preview-runs';

/** A paragraph, heading, image or cell of the text; `row` tells cells of one row of one block. */
export interface Unit {
  readonly kind: 'heading' | 'paragraph' | 'image' | 'cell';
  readonly level: 1 | 2 | 3;
  readonly span: Span;
  readonly block: number;
  readonly row: number;
  /** Over how many columns and rows a cell reaches. */
  readonly colSpan: number;
  readonly rowSpan: number;
}

const levels = { chinese: 1, marked: 2, bracketed: 2, arabic: 3 } as const;

/** `viewed`: the part's own text. */
export function unitsOf(tree: Tree, place: SnapshotReport, viewed: ViewedText): readonly Unit[] {
  const units: Unit[] = [];
  for (let index = firstFrom(tree.starts, place.start); index < tree.blocks.length; index++) {
    const start = tree.starts[index] as number;
    if (start >= place.end) break;
    addUnits(units, viewed, tree.blocks[index] as Block, index, start - place.start);
  }
  return units;
}

/** Cells of one table block together; everything else by itself. */
export function grouped(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    const isSame = unit.kind === 'cell' && last?.[0]?.kind === 'cell' && last[0].block === unit.block;
    if (isSame) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** `start`: where the block begins in the part. */
function addUnits(units: Unit[], viewed: ViewedText, block: Block, index: number, start: number): void {
  if (block.kind === 'table') {
    block.rows.forEach((row, number) => {
      for (const cell of row.cells) {
        const { colSpan = 1, rowSpan = 1 } = cell;
        const own = block.rowsKnown ? number : -1;
        units.push({ kind: 'cell', level: 1, span: shiftSpan(cell, start), block: index, row: own, colSpan, rowSpan });
      }
    });
    return;
  }
  const content = block.kind === 'blank' ? { start: 0, end: block.length } : block.content;
  const level = block.kind === 'heading' ? levels[block.level] : 1;
  const kind = block.kind === 'blank' ? 'paragraph' : block.kind;
  const whole = shiftSpan(content, start);
  const pieces = kind === 'image' ? [whole] : paragraphsIn(viewed, whole);
  for (const span of pieces) units.push({ kind, level, span, block: index, row: -1, colSpan: 1, rowSpan: 1 });
}
