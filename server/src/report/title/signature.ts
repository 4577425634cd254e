/** The signature at a report's end: the body's name and the date below it. */

import { halfWidthDigits } from '../../text/digits';
import { chineseNumeral } from '../../text/numerals';
import { seenOf, seenSpan } from '../../text/seen';
import type { Span } from '../../text/span';
import { before, withoutTail } from '../../text/tail';
import type { Signature, SignedDate } from '../prose/prose';
import type { Stretch } from '../stretch';
import { yearDigits, yearValue } from './title-words';

const date = new RegExp(
  `^(${yearDigits})年([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日$`,
);
const body =
  /^[\u4e00-\u9fff（）()]{3,30}(?:政府|办事处|局|委员会|管委会|办公室|办公厅|厅|中心|院|镇|乡|街道)(?:[（(](?:盖章|公章|章)[）)])?$/;
const linesLooked = 6;
const longestLine = 200;

/** Read from the last short lines; `null` where they tell nothing. */
export function signatureOf(stretch: Stretch): Signature {
  let issuer: Signature['issuer'] = null;
  let signed: SignedDate | null = null;
  let looked = 0;
  for (let i = stretch.blocks.length - 1; i >= 0 && looked < linesLooked; i--) {
    const placed = stretch.blocks[i];
    if (placed === undefined || placed.block.kind === 'blank') continue;
    looked++;
    if (placed.block.kind !== 'paragraph') continue;
    const { start, end } = placed.block.content;
    if (end - start > longestLine) continue;
    const line = signatureLine(stretch.view, placed.start + start, placed.start + end);
    if (line === undefined) continue;
    if (signed === null) signed = dateOf(line);
    if (issuer === null && body.test(line.text)) issuer = { text: before(line.text, /[（(]/), span: line.span };
  }
  return { issuer, date: signed };
}

/** Whether the lines of `text` are nothing but a signature: a date, with or without the body's name above it. */
export function isSignature(text: string): boolean {
  if (!dateEnd.test(text)) return false;
  const filled = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[\s\u3000*_]/g, ''))
    .filter((line) => line !== '');
  const [first = ''] = filled;
  const last = filled[filled.length - 1] ?? '';
  return filled.length <= 2 && date.test(last) && (filled.length === 1 || body.test(first));
}

/** What the last line of a signature ends with. */
const dateEnd = /日[\s\u3000*_]*$/;

interface SignatureLine {
  /** Without white space and markup. */
  readonly text: string;
  readonly span: Span;
}

function signatureLine(view: string, start: number, end: number): SignatureLine | undefined {
  const seen = seenOf(view, start, end);
  const first = seen.text.search(/[^\s\u3000*_]/);
  if (first < 0) return undefined;
  const core = withoutTail(seen.text.slice(first), /[\s\u3000*_]/);
  if (core.length > 60) return undefined;
  return { text: core.replace(/[\s\u3000*_]/g, ''), span: seenSpan(seen, first, first + core.length) };
}

function dateOf({ text, span }: SignatureLine): SignedDate | null {
  const match = date.exec(text);
  if (match === null) return null;
  const year = yearValue(match[1] ?? '');
  const month = dateNumber(match[2] ?? '');
  const day = dateNumber(match[3] ?? '');
  if (year === null || month === null || day === null) return null;
  return { year, month, day, span };
}

function dateNumber(digits: string): number | null {
  const half = halfWidthDigits(digits);
  return /^[0-9]+$/.test(half) ? Number(half) : chineseNumeral(half);
}
