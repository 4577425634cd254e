/** Whole numbers as a short string: seven bits a byte, the low ones first, and the bytes in base64. */

import { textOfCodes } from '../text/fold';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By the code of a character of the alphabet; 64 for any other. */
const valueOfCode = new Uint8Array(128).fill(64);
for (let value = 0; value < alphabet.length; value++) valueOfCode[alphabet.charCodeAt(value)] = value;

export interface Packer {
  /** A whole number from 0 to 2^32 - 1. */
  number(value: number): void;
  /** A whole number from -2^31 to 2^31 - 1; small ones are short. */
  signed(value: number): void;
  /** 32 bits as they are: four bytes. */
  word(value: number): void;
  packed(): string;
}

export function packer(): Packer {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  return {
    number,
    signed: (value) => number(value < 0 ? -2 * value - 1 : 2 * value),
    word: (value) => bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24),
    packed: () => base64(bytes),
  };
}

export interface Unpacker {
  /** Whether anything is left. */
  more(): boolean;
  number(): number;
  signed(): number;
  word(): number;
}

/** @throws RangeError where the string is none that was packed, or ends too early. */
export function unpacker(packed: string): Unpacker {
  const bytes = bytesOf(packed);
  let at = 0;
  const checked = (value: number): number => {
    if (at > bytes.length) throw new RangeError('packed numbers end too early');
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = bytes[at++] ?? 0;
      value += (next & 127) * factor;
      if (next < 128) return checked(value);
    }
  };
  return {
    more: () => at < bytes.length,
    number,
    signed: () => {
      const value = number();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    word: () => {
      at += 4;
      const [low = 0, second = 0, third = 0, high = 0] = [bytes[at - 4], bytes[at - 3], bytes[at - 2], bytes[at - 1]];
      return checked((low | (second << 8) | (third << 16) | (high << 24)) >>> 0);
    },
  };
}

function base64(bytes: readonly number[]): string {
  // Put together at once: a string that has grown by characters keeps a piece for each of them.
  const codes: number[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < characters; k++) codes.push(alphabet.charCodeAt((group >>> (18 - 6 * k)) & 63));
  }
  return textOfCodes(codes);
}

function bytesOf(packed: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((packed.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let group = 0;
  for (let i = 0; i < packed.length; i++) {
    const value = valueOfCode[packed.charCodeAt(i)] ?? 64;
    if (value === 64) throw new RangeError('no packed numbers');
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (group >>> bits) & 255;
  }
  return bytes;
}
