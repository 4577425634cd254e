/** Reports as official papers: title, headings, text, the standard tables with their merged cells, signature. */
import type { CarriedBlock, CarriedReport } from '../features/conversion/carried-report';
import type { Paper, PaperBlock } from '../output/paper';
import type { Grid } from '../text/grid';
import { displayWidth } from '../text/width';

/** Each report begins on a page of its own. */
export function reportPaper(reports: readonly CarriedReport[]): Paper {
  const title = reports.map((report) => report.title).find((name) => name !== '') ?? '';
  const blocks = reports.flatMap((report, index): readonly PaperBlock[] => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...report.blocks.map(paperBlock),
  ]);
  return { title, blocks };
}

function paperBlock(block: CarriedBlock): PaperBlock {
  switch (block.kind) {
    case 'title':
      return block;
    case 'heading':
      return { kind: 'heading', level: block.level === 1 ? 1 : 2, text: block.text };
    case 'paragraph':
      return {
        kind: 'paragraph',
        text: block.text,
        ...(block.lead !== '' && { lead: block.lead }),
        ...(block.look === 'signed' && { look: 'signed' }),
      };
    case 'table':
      return { kind: 'grid', grid: block.grid, widths: columnWidths(block.grid, block.width) };
  }
}

/** In characters of a line: what a column needs so that a label takes few lines, and a figure one. */
const narrowest = 4;
const widest = 16;

function columnWidths(grid: Grid, width: number): readonly number[] {
  const widths = new Array<number>(width).fill(narrowest);
  placed(grid, width, (column, { text, colSpan }) => {
    if (colSpan > 1) return;
    // A label of some length is set in several lines.
    const wanted = displayWidth(text) <= 8 ? displayWidth(text) : Math.max(8, Math.ceil(displayWidth(text) / 3));
    widths[column] = Math.min(widest, Math.max(widths[column] ?? 0, wanted));
  });
  return widths;
}

/** Tells each cell of `grid` with the column that it begins in. */
function placed(grid: Grid, width: number, tell: (column: number, cell: Grid[number][number]) => void): void {
  const covered = new Array<number>(width).fill(0);
  for (const cells of grid) {
    let next = 0;
    for (let column = 0; column < width; column++) {
      if ((covered[column] as number) > 0) {
        covered[column] = (covered[column] as number) - 1;
        continue;
      }
      const cell = cells[next++];
      if (cell === undefined) continue;
      tell(column, cell);
      for (let i = 0; i < cell.colSpan && column + i < width; i++) covered[column + i] = cell.rowSpan - 1;
      column += cell.colSpan - 1;
    }
  }
}
