/** Edits of a text made in the bytes that it was read from: all others stay as they are. */
import type { Edit } from '../text/span';
import { decode, type Encoding, joined } from './decode';

/**
 * The bytes after `edits`, which are in order and do not overlap; their places count in the text of `bytes`. `null` where the
 * bytes are no text, or cannot hold what is to be written.
 */
export function editedBytes(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array | null {
  const decoded = decode(bytes);
  if (!decoded.ok) return null;
  const { encoding } = decoded;
  const placeOf = places(bytes, encoding);
  const pieces: Uint8Array[] = [];
  let kept = 0;
  for (const { span, newText } of edits) {
    const start = placeOf(span.start);
    const written = encode(newText, encoding);
    if (written === null) return null;
    pieces.push(bytes.subarray(kept, start), written);
    kept = placeOf(span.end);
  }
  pieces.push(bytes.subarray(kept));
  return joined(pieces);
}

/** Where the characters of the text stand in the bytes; to be asked in ascending order. */
function places(bytes: Uint8Array, encoding: Encoding): (offset: number) => number {
  let byte = marks[encoding].every((mark, index) => bytes[index] === mark) ? marks[encoding].length : 0;
  let offset = 0;
  return (target) => {
    while (offset < target && byte < bytes.length) {
      const { length, units } = characterAt(bytes, byte, encoding);
      byte += length;
      offset += units;
    }
    return byte;
  };
}

const marks: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/** How many bytes a character takes, and how many UTF-16 units it is. The bytes are valid. */
function characterAt(
  bytes: Uint8Array,
  at: number,
  encoding: Encoding,
): { readonly length: number; readonly units: number } {
  const lead = bytes[at] as number;
  if (encoding === 'utf-8') {
    if (lead < 0x80) return { length: 1, units: 1 };
    if (lead < 0xe0) return { length: 2, units: 1 };
    return lead < 0xf0 ? { length: 3, units: 1 } : { length: 4, units: 2 };
  }
  if (encoding !== 'gb18030') return { length: 2, units: 1 };
  if (lead <= 0x80) return { length: 1, units: 1 };
  const second = bytes[at + 1] as number;
  if (second < 0x30 || second > 0x39) return { length: 2, units: 1 };
  return { length: 4, units: lead < 0x90 ? 1 : 2 };
}

/** `null` for what the encoding lacks: half a pair of surrogates. */
function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (/\p{Cs}/u.test(text)) return null;
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return encoding === 'gb18030' ? encodeGb18030(text) : encodeUtf16(text, encoding);
}

function encodeUtf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(bytes.buffer);
}

function encodeGb18030(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const own = code < 0x80 ? [code] : code > 0xffff ? beyondBasic(code) : codesOf().get(character);
    if (own === undefined) return null;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}

/** GB18030-2022, 8: the planes from 1 on are in the order of Unicode. */
function beyondBasic(code: number): readonly number[] {
  return fourBytes(code - 0x10000 + 189_000);
}

function fourBytes(linear: number): readonly number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

let known: ReadonlyMap<string, readonly number[]> | null = null;

/** The bytes of the characters of the basic plane, read backwards out of the platform's decoder; those of two bytes come first. */
function codesOf(): ReadonlyMap<string, readonly number[]> {
  known ??= readCodes();
  return known;
}

/** As many of four bytes are for the basic plane. */
const fourByteCodes = 39_420;

function readCodes(): ReadonlyMap<string, readonly number[]> {
  const codes: (readonly number[])[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  }
  for (let linear = 0; linear < fourByteCodes; linear++) codes.push(fourBytes(linear));
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly number[]>();
  for (const code of codes) {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && character !== '\ufffd' && !map.has(character)) map.set(character, code);
  }
  return map;
}
