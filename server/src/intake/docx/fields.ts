/** Fields: what stands in the text is their result, not their instruction. */
import type { Field } from './reading';

export function isShown(fields: readonly Field[]): boolean {
  return fields.every(({ part }) => part === 'result');
}

export function isContents({ instruction, part }: Field): boolean {
  return part === 'result' && /^\s*TOC\b/i.test(instruction);
}

export function isPageReference({ instruction }: Field): boolean {
  return /^\s*PAGEREF\b/i.test(instruction);
}

/** What a field without a result shows: of `EQ \o\ac(○,1)`, by which Word encircles a character or puts pinyin above it, the character. */
export function drawnText(instruction: string): string | undefined {
  const eq = /^\s*EQ\b/i.exec(instruction);
  if (eq === null) return /^\s*SYMBOL\b/i.test(instruction) ? '' : undefined;
  const end = instruction.lastIndexOf(')');
  const start = instruction.lastIndexOf(',', end);
  return start < 0 || end < start ? '' : instruction.slice(start + 1, end).trim();
}
