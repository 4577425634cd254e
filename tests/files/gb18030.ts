/** Text to GB18030 bytes for tests, by the two-byte area read backwards out of Node's own decoder. */

/** @throws RangeError for a character outside ASCII and the two-byte area. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const pair = code < 0x80 ? [code] : pairs().get(character);
    if (pair === undefined) throw new RangeError(`no two-byte code for ${character}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

let known: Map<string, readonly [number, number]> | null = null;

function pairs(): Map<string, readonly [number, number]> {
  known ??= readPairs();
  return known;
}

function readPairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !map.has(character)) map.set(character, [lead, trail]);
    }
  }
  return map;
}
