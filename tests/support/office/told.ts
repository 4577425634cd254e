/** What has been read of an office file, short enough to compare. */
import type { Intake, OfficeDocument } from '../../../server/src/intake/document';
import { worded } from '../../../server/src/text/wording';
import type { ReportBlock } from './random-report';

/** @throws Error with the reason where the file was refused. */
export function documentOf(intake: Intake): OfficeDocument {
  if (!intake.ok) throw new Error(worded(intake.reason));
  return intake.document;
}

/** Blocks without places; of grids the texts and spans. */
export function blocksOf({ blocks }: OfficeDocument): readonly (ReportBlock | { readonly kind: 'image' })[] {
  return blocks.map((block) => {
    if (block.kind === 'image') return { kind: 'image' };
    if (block.kind !== 'grid') return { kind: 'paragraph', text: block.text };
    return {
      kind: 'grid',
      grid: block.rows.map(({ cells }) => cells.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan }))),
    };
  });
}

/** A line a block; cells parted by `|`, with `→3` and `↓2` for their spans where these are more than one. */
export function told(intake: Intake): readonly string[] {
  if (!intake.ok) return [`refused: ${worded(intake.reason)}`];
  return intake.document.blocks.flatMap((block) => {
    if (block.kind === 'image') return ['[image]'];
    if (block.kind !== 'grid') return [block.text.replaceAll('\n', '⏎').replaceAll('\t', '⇥')];
    return block.rows.map(({ cells }) => `| ${cells.map(toldCell).join(' | ')} |`);
  });
}

function toldCell({ text, colSpan, rowSpan }: { text: string; colSpan: number; rowSpan: number }): string {
  const spans = (colSpan > 1 ? `→${colSpan}` : '') + (rowSpan > 1 ? `↓${rowSpan}` : '');
  return text.replaceAll('\n', '⏎').replaceAll('\t', '⇥') + spans;
}

/** What was left out, and how often. */
export function omitted(intake: Intake): readonly string[] {
  return documentOf(intake).omissions.map(({ what, count }) => `${worded(what)} ${count}`);
}
