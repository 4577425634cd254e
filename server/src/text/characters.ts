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
