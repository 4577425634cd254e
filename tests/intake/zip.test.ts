/** Archives are read within limits, and never believed. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { intakeLimits } from '../../server/src/intake/limits';
import { openZip } from '../../server/src/intake/zip';
import { worded } from '../../server/src/text/wording';
import { packed } from '../support/office/parts';

const text = '清溪镇公开信息。'.repeat(50);
const file = packed({ 'word/document.xml': text, 'a.bin': 'ab' });
const damaged = '文件已损坏或没有传完，请重新取得文件，或用 Word、WPS 打开后另存';

/** The text of an entry, or the reason why it cannot be had. */
function read(bytes: Uint8Array, name = 'word/document.xml'): string {
  const zip = openZip(bytes);
  if (!zip.ok) return worded(zip.reason);
  const unpacked = zip.read(name);
  return unpacked.ok ? new TextDecoder().decode(unpacked.bytes) : worded(unpacked.reason);
}

/** `bytes` with other ones where an entry's central header, the first, has its `field`. */
function withHeader(bytes: Uint8Array, field: number, value: number, width: 2 | 4): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  let at = 0;
  while (view.getUint32(at, true) !== 0x02014b50) at++;
  if (width === 2) view.setUint16(at + field, value, true);
  else view.setUint32(at + field, value, true);
  return changed;
}

test('entries by name, whatever their case', () => {
  const zip = openZip(file);
  expect(zip.ok && zip.entries).toEqual(['word/document.xml', 'a.bin']);
  expect(read(file, 'WORD/Document.xml')).toBe(text);
});

test('an entry that is stored as it is', () => {
  expect(read(zipSync({ 'word/document.xml': [strToU8(text), { level: 0 }] }))).toBe(text);
});

test('names with backslashes', () => {
  expect(read(packed({ 'word\\document.xml': text }))).toBe(text);
});

test('something before the archive and a comment behind it', () => {
  const lead = strToU8('MZ…');
  const tail = strToU8('comment');
  const whole = new Uint8Array([...lead, ...file, ...tail]);
  new DataView(whole.buffer).setUint16(lead.length + file.length - 2, tail.length, true);
  expect(read(whole)).toBe(text);
});

test('an entry that is not there', () => {
  expect(read(file, 'x.xml')).toBe('文件已损坏：缺少 x.xml');
});

test.each([0, 3, 30, file.length >> 1, file.length - 1])('a file cut off after %s bytes', (length) => {
  expect(read(file.slice(0, length))).toBe(damaged);
});

test('another size than the one that is told', () => {
  expect(read(withHeader(file, 24, 40, 4))).toBe(damaged);
  expect(read(withHeader(file, 24, 100_000, 4))).toBe(damaged);
  expect(read(withHeader(file, 20, 5, 4))).toBe(damaged);
});

test('other bytes than those that were packed', () => {
  expect(read(withHeader(file, 16, 0x1234, 4))).toBe(damaged);
});

test('an encrypted entry, and one that is packed in another way', () => {
  expect(read(withHeader(file, 8, 1, 2))).toBe('文件已加密，请去掉密码后再审核');
  expect(read(withHeader(file, 10, 12, 2))).toBe('文件用了不支持的压缩方式，请用 Word、WPS 打开后另存');
});

test('a bomb is refused by what it says, and stopped where it says less', () => {
  const bomb = zipSync({ 'word/document.xml': [new Uint8Array(intakeLimits.part + 1), { level: 9 }] });
  expect(read(bomb)).toBe('文件解压后过大，超出可审核的范围');
  expect(read(withHeader(bomb, 24, 1000, 4))).toBe(damaged);
});

test('parts that are too large together', () => {
  const part = new Uint8Array(intakeLimits.part);
  const zip = openZip(zipSync({ a: [part, { level: 1 }], b: [part, { level: 1 }], c: strToU8('x') }));
  const answers = ['a', 'b', 'c'].map((name) => zip.ok && zip.read(name).ok);
  expect(answers).toEqual([true, true, false]);
});

test('more entries than any report has', () => {
  const entries = Object.fromEntries(
    Array.from({ length: intakeLimits.entries + 1 }, (_, i) => [String(i), new Uint8Array()]),
  );
  expect(read(zipSync(entries, { level: 0 }))).toBe('压缩包中的条目过多，超出可审核的范围');
});
