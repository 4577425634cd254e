/** Kinds of characters, by their code. */

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What parts words in the source of marked-up text, line ends included. */
export function isWhite(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13 && code !== 11) || code === 0xa0 || code === 0x3000;
}

/** What `\s` and `String.trim` take for white space, line ends included. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return (
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** A common Chinese character. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The characters of `text` that `other` does not have, or not as often. */
export function surplusOf(text: string, other: string): readonly string[] {
  const left = new Map<string, number>();
  for (const character of other) left.set(character, (left.get(character) ?? 0) + 1);
  return [...text].filter((character) => {
    const count = left.get(character) ?? 0;
    left.set(character, count - 1);
    return count <= 0;
  });
}

/** Whether the character at `at` is one of `characters`; past either end of the text there is none. */
export function isAmong(characters: string, text: string, at: number): boolean {
  return at >= 0 && at < text.length && characters.includes(text.charAt(at));
}
