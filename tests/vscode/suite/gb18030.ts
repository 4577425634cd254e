/** Text to bytes in GB18030, which no platform encodes by itself. */

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** @throws for a character that takes four bytes. */
export function gb18030(text: string): Uint8Array {
  known ??= new Map(twoByteCharacters());
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : known.get(character);
    if (pair === undefined) throw new Error(`${character} takes more than two bytes`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

function* twoByteCharacters(): Iterable<[string, readonly number[]]> {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = [lead, trail];
      const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.from(pair));
      if ([...character].length === 1) yield [character, pair];
    }
  }
}
