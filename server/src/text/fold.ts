/** Folding for comparison: white space, width and punctuation taken out, with a way back to the text. */

/** Folded characters and, for each, the offset in the text that it came from. */
export interface Folded {
  readonly text: string;
  /** `offsets[i]` is where the i-th folded character stands; one more entry holds the end. */
  readonly offsets: readonly number[];
}

/** What each UTF-16 code unit is folded to; 0 where folding drops it. */
export type FoldTable = Uint16Array;

const dropped = 0;

/** Folding that also takes each character of `spellings` for the other one, as two ways to write a word. */
export function foldTableOf(spellings: Readonly<Record<string, string>>): FoldTable {
  const table = new Uint16Array(0x10000);
  for (let code = 0x30; code <= 0x39; code++) table[code] = code;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = table[code + 32] = code + 32;
  for (let code = 0x3400; code <= 0x9fff; code++) table[code] = code;
  for (let code = 0xf900; code <= 0xfaff; code++) table[code] = code;
  for (let code = 0xd800; code <= 0xdfff; code++) table[code] = code;
  for (let digit = 0; digit < 10; digit++) table[0xff10 + digit] = 0x30 + digit;
  for (let letter = 0; letter < 26; letter++) table[0xff21 + letter] = table[0xff41 + letter] = 0x61 + letter;
  table[0x3007] = '零'.charCodeAt(0);
  for (const [one, other] of Object.entries(spellings)) table[one.charCodeAt(0)] = other.charCodeAt(0);
  return table;
}

const longestCall = 8192;

/** The text of UTF-16 code units, however many. */
export function textOfCodes(codes: readonly number[]): string {
  if (codes.length <= longestCall) return String.fromCharCode(...codes);
  let text = '';
  for (let i = 0; i < codes.length; i += longestCall) text += String.fromCharCode(...codes.slice(i, i + longestCall));
  return text;
}

/** `text` with every run of white space as one space, and none at its ends. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `text` without line breaks and runs of white space, cut to what a message can hold. */
export function squeezed(text: string, most = 40): string {
  const flat = onOneLine(text);
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}

/** How far from `start` on the text is its own folded form, as most labels are. */
export function keptFrom(table: FoldTable, text: string, start: number, end: number): number {
  let i = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === dropped || table[code] !== code) break;
  }
  return i;
}

/** Only what carries meaning: Chinese characters, letters in lower case, digits in half width. */
export function foldBy(table: FoldTable, text: string): string {
  const kept = keptFrom(table, text, 0, text.length);
  if (kept === text.length) return text;
  const codes: number[] = [];
  for (let i = 0; i < kept; i++) codes.push(text.charCodeAt(i));
  for (let i = kept; i < text.length; i++) {
    const folded = table[text.charCodeAt(i)] as number;
    if (folded !== dropped) codes.push(folded);
  }
  return textOfCodes(codes);
}

/** Like {@link foldBy}, over `[start, end)` of `text`, keeping the offsets. */
export function foldWithOffsetsBy(table: FoldTable, text: string, start: number, end: number): Folded {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let i = start; i < end; i++) {
    const folded = table[text.charCodeAt(i)] as number;
    if (folded === dropped) continue;
    codes.push(folded);
    offsets.push(i);
  }
  offsets.push(offsets.length === 0 ? end : (offsets[offsets.length - 1] as number) + 1);
  return { text: textOfCodes(codes), offsets };
}
