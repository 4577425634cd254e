/** Entries of a zip archive, unpacked within limits: what it says of its sizes is checked, never believed. */
import { Inflate } from 'fflate';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { crc32 } from './crc';
import { intakeLimits } from './limits';

export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: Wording };

export type Zip =
  | {
      readonly ok: true;
      /** The entries' names with `/` between folders, in the archive's order. */
      readonly entries: readonly string[];
      /** Names are compared without regard to case, as Office does. */
      read(name: string): Unpacked;
    }
  | { readonly ok: false; readonly reason: Wording };

export const damaged = phrase`文件已损坏或没有传完，请重新取得文件，或用 Word、WPS 打开后另存`;
const encrypted = phrase`文件已加密，请去掉密码后再审核`;
const tooLarge = phrase`文件解压后过大，超出可审核的范围`;
const tooManyEntries = phrase`压缩包中的条目过多，超出可审核的范围`;

/** Never throws. */
export function openZip(bytes: Uint8Array): Zip {
  const directory = directoryOf(bytes);
  if (directory === undefined) return { ok: false, reason: damaged };
  if (directory.count > intakeLimits.entries) return { ok: false, reason: tooManyEntries };
  const entries = entriesOf(bytes, directory);
  if (entries === undefined) return { ok: false, reason: damaged };
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let left: number = intakeLimits.parts;
  return {
    ok: true,
    entries: entries.map(({ name }) => name),
    read(name) {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) return { ok: false, reason: phrase`文件已损坏：缺少 ${name}` };
      if (entry.size > Math.min(intakeLimits.part, left)) return { ok: false, reason: tooLarge };
      const unpacked = unpack(bytes, entry);
      if (unpacked.ok) left -= unpacked.bytes.length;
      return unpacked;
    },
  };
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly at: number;
}

interface Directory {
  readonly at: number;
  readonly count: number;
  /** Something may stand before the archive: all places count from here. */
  readonly base: number;
}

const endLength = 22;
const longestComment = 0xffff;

function directoryOf(bytes: Uint8Array): Directory | undefined {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let end = bytes.length - endLength; end >= first; end--) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    const count = view.getUint16(end + 10, true);
    const size = view.getUint32(end + 12, true);
    const at = view.getUint32(end + 16, true);
    if (count === 0xffff || at === 0xffffffff) return longDirectoryOf(view, end);
    const base = end - size - at;
    return base < 0 ? undefined : { at: base + at, count, base };
  }
  return undefined;
}

/** The directory of an archive whose numbers need 64 bits, as some programs write them even where they do not. */
function longDirectoryOf(view: DataView, end: number): Directory | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) return undefined;
  const at = Number(view.getBigUint64(record + 48, true));
  return { at, count: Number(view.getBigUint64(record + 32, true)), base: 0 };
}

function entriesOf(bytes: Uint8Array, { at, count, base }: Directory): readonly Entry[] | undefined {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let next = at;
  for (let i = 0; i < count; i++) {
    if (next + 46 > bytes.length || view.getUint32(next, true) !== 0x02014b50) return undefined;
    const nameAt = next + 46;
    const extraAt = nameAt + view.getUint16(next + 28, true);
    const commentAt = extraAt + view.getUint16(next + 30, true);
    if (commentAt > bytes.length) return undefined;
    const sizes = sizesOf(view, next, extraAt, commentAt);
    entries.push({
      name: nameOf(bytes.subarray(nameAt, extraAt)),
      flags: view.getUint16(next + 8, true),
      method: view.getUint16(next + 10, true),
      crc: view.getUint32(next + 16, true),
      packedSize: sizes.packedSize,
      size: sizes.size,
      at: base + sizes.at,
    });
    next = commentAt + view.getUint16(next + 32, true);
  }
  return entries;
}

type Sizes = Pick<Entry, 'size' | 'packedSize' | 'at'>;

/** Those that do not fit into 32 bits stand in an extra field, one after the other. */
function sizesOf(view: DataView, entry: number, extraAt: number, extraEnd: number): Sizes {
  const short = {
    size: view.getUint32(entry + 24, true),
    packedSize: view.getUint32(entry + 20, true),
    at: view.getUint32(entry + 42, true),
  };
  if (short.size !== 0xffffffff && short.packedSize !== 0xffffffff && short.at !== 0xffffffff) return short;
  for (let at = extraAt; at + 4 <= extraEnd; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 1 || end > extraEnd) {
      at = end;
      continue;
    }
    let next = at + 4;
    const long = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > end) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const size = long(short.size);
    const packedSize = long(short.packedSize);
    return { size, packedSize, at: long(short.at) };
  }
  return short;
}

const utf8 = new TextDecoder();

function nameOf(bytes: Uint8Array): string {
  return utf8.decode(bytes).replaceAll('\\', '/');
}

const localLength = 30;

function unpack(bytes: Uint8Array, entry: Entry): Unpacked {
  const { at, flags, method, packedSize, size, crc } = entry;
  if ((flags & 1) !== 0) return { ok: false, reason: encrypted };
  const view = viewOf(bytes);
  if (at + localLength > bytes.length || view.getUint32(at, true) !== 0x04034b50) return { ok: false, reason: damaged };
  const start = at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packedSize > bytes.length) return { ok: false, reason: damaged };
  if (method !== 0 && method !== 8)
    return { ok: false, reason: phrase`文件用了不支持的压缩方式，请用 Word、WPS 打开后另存` };
  const packed = bytes.subarray(start, start + packedSize);
  const unpacked = method === 0 ? packed : inflated(packed, size);
  if (unpacked === undefined || unpacked.length !== size || crc32(unpacked) !== crc)
    return { ok: false, reason: damaged };
  return { ok: true, bytes: unpacked };
}

/** So many packed bytes at a time: no more than a thousand times as many come out of them. */
const stepLength = 8192;

/** `undefined` where the data are none, or give more than `size`. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isEnded = false;
  const stream = new Inflate((piece, isFinal) => {
    pieces.push(piece);
    length += piece.length;
    isEnded = isFinal;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += stepLength) {
      stream.push(packed.subarray(at, at + stepLength), at + stepLength >= packed.length);
    }
  } catch {
    return undefined;
  }
  if (!isEnded || length !== size) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
