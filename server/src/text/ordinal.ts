/** The ordinal before a label: `（三）`, `二、`, `4.`. */
export const leadingOrdinal = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[0-9]+[.、．])/;

export function withoutOrdinal(label: string): string {
  return label.replace(leadingOrdinal, '');
}
