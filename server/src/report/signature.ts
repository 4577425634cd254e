/** The signature at a report's end: the body's name and the date below it. */
import type { Stretch } from './stretch';

export interface Signature {
  readonly issuer: string | null;
  readonly year: number | null;
}

const date = /^([0-9]{4})年[0-9]{1,2}月[0-9]{1,2}日$/;
const body = /^[\u4e00-\u9fff（）()]{3,30}(?:政府|办事处|局|委员会|管委会|办公室|办公厅|厅|中心|院|镇|乡|街道)$/;
const linesLooked = 6;

/** Read from the last short lines; `null` where they tell nothing. */
export function signatureOf(stretch: Stretch): Signature {
  let issuer: string | null = null;
  let year: number | null = null;
  let looked = 0;
  for (let i = stretch.blocks.length - 1; i >= 0 && looked < linesLooked; i--) {
    const placed = stretch.blocks[i];
    if (placed === undefined || placed.block.kind === 'blank') continue;
    looked++;
    if (placed.block.kind !== 'paragraph') continue;
    const { start, end } = placed.block.content;
    if (end - start > 60) continue;
    const line = stretch.text.slice(placed.start + start, placed.start + end).replace(/[\s\u3000]/g, '');
    const dated = date.exec(line);
    if (dated && year === null) year = Number(dated[1]);
    else if (body.test(line) && issuer === null) issuer = line;
  }
  return { issuer, year };
}
