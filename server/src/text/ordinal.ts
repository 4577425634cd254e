/** The ordinal before a label or a heading: `（三）`, `二、`, `4.`. */
export const leadingOrdinal = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[0-9]+[.、．])/;

export function withoutOrdinal(label: string): string {
  return label.replace(leadingOrdinal, '');
}

/** What Chinese ordinals are written with; each character's place is its value less one. */
export const ordinalSigns = '一二三四五六七八九十';

const longestOrdinal = 3;

/** The value of the Chinese ordinal that stands at `start`, and where it ends; 0 where none does. */
export function chineseOrdinalAt(
  text: string,
  start: number,
  end: number,
): { readonly value: number; readonly end: number } {
  let i = start;
  let value = 0;
  while (i < end && i - start < longestOrdinal) {
    const digit = ordinalSigns.indexOf(text.charAt(i)) + 1;
    if (digit === 0) break;
    value = digit === 10 ? Math.max(value, 1) * 10 : value + digit;
    i++;
  }
  return { value, end: i };
}
