/** Fields: what stands in the text is their result, not their instruction. */
import type { Field } from './reading';

/** Word has no more within one another, and no longer ones. */
const deepest = 20;
const longestInstruction = 2000;

export function beginField(fields: Field[]): void {
  if (fields.length >= deepest) fields.shift();
  fields.push({ instruction: '', part: 'instruction', isContents: false });
}

export function instruct(field: Field, text: string): void {
  if (field.part === 'instruction' && field.instruction.length < longestInstruction) field.instruction += text;
}

export function beginResult(field: Field): void {
  field.part = 'result';
  field.isContents = /^\s*TOC\b/i.test(field.instruction);
}

export function isShown(fields: readonly Field[]): boolean {
  return fields.every(({ part }) => part === 'result');
}

export function isPageReference({ instruction }: Field): boolean {
  return /^\s*PAGEREF\b/i.test(instruction);
}

/** What a field without a result shows: of `EQ \o\ac(○,1)`, by which Word encircles a character or puts pinyin above it, the character. */
export function drawnText(instruction: string): string | undefined {
  if (!/^\s*EQ\b/i.test(instruction)) return /^\s*SYMBOL\b/i.test(instruction) ? '' : undefined;
  const end = instruction.lastIndexOf(')');
  const start = instruction.lastIndexOf(',', end);
  return start < 0 || end < start ? '' : instruction.slice(start + 1, end).trim();
}
