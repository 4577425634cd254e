/** Reports as official papers: title, headings, text, the standard tables with their merged cells, signature. */
import type { CarriedBlock, CarriedReport } from '../features/conversion/carried-report';
import type { Paper, PaperBlock } from '../output/paper';
import type { Grid } from '../text/grid';
import { slotsOf } from '../text/grid';
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
  for (const slots of slotsOf(grid, width)) {
    slots.forEach((slot, column) => {
      if (slot.kind !== 'cell' || slot.cell.colSpan > 1) return;
      const own = displayWidth(slot.cell.text);
      // A label of some length is set in several lines.
      const wanted = own <= 8 ? own : Math.max(8, Math.ceil(own / 3));
      widths[column] = Math.min(widest, Math.max(widths[column] ?? 0, wanted));
    });
  }
  return widths;
}
