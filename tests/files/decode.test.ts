/** Bytes to text: every encoding that reports come in, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decoded, decode } from '../../server/src/files/decode';
import { nodeFiles } from '../../server/src/files/node-files';
import { worded } from '../../server/src/text/wording';
import { encodeGb18030 } from './gb18030';

const sample = '示例县示例镇人民政府\r\n2023年政府信息公开工作年度报告\n一、总体情况\n全年收到申请12件，“均已答复”……\n';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const prefixed = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);

/** Node's faster UTF-8 and every platform's give the same. */
function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  expect(decode(bytes, nodeFiles.utf8)).toEqual(result);
  return result;
}

describe('a text comes out the same from', () => {
  test.each([
    ['UTF-8', utf8(sample), 'utf-8'],
    ['UTF-8 with a byte order mark', prefixed([0xef, 0xbb, 0xbf], utf8(sample)), 'utf-8'],
    ['UTF-16LE with a byte order mark', prefixed([0xff, 0xfe], utf16le(sample)), 'utf-16le'],
    ['UTF-16BE with a byte order mark', prefixed([0xfe, 0xff], utf16be(sample)), 'utf-16be'],
    ['UTF-16LE without one', utf16le(sample), 'utf-16le'],
    ['UTF-16BE without one', utf16be(sample), 'utf-16be'],
    ['GB18030', encodeGb18030(sample), 'gb18030'],
    ['GB18030 with a byte order mark', prefixed([0x84, 0x31, 0x95, 0x33], encodeGb18030(sample)), 'gb18030'],
  ])('%s', (_name, bytes, encoding) => {
    expect(decoded(bytes)).toEqual({ ok: true, text: sample, encoding });
  });
});

describe('also a text:', () => {
  test.each([
    ['nothing', new Uint8Array(), ''],
    ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), ''],
    ['a UTF-16 byte order mark alone', Uint8Array.of(0xff, 0xfe), ''],
    ['ASCII', utf8('report 2023\n'), 'report 2023\n'],
    ['UTF-16LE that is ASCII only', utf16le('report 2023\n'), 'report 2023\n'],
    [
      'full-width spaces and 一 (low byte zero) in UTF-16LE',
      utf16le('\u3000\u3000一、一、一、\n'),
      '\u3000\u3000一、一、一、\n',
    ],
    ['characters beyond the BMP', utf8('𠮷野家'), '𠮷野家'],
    ['four-byte GB18030', Uint8Array.of(0xd2, 0xbb, 0x95, 0x32, 0x82, 0x36), '一𠀀'],
    ['a U+FEFF that is no mark', utf8('一\ufeff二'), '一\ufeff二'],
  ])('%s', (_name, bytes, text) => {
    expect(decoded(bytes)).toMatchObject({ ok: true, text });
  });
});

describe('refused with the reason:', () => {
  const cutInCharacter = utf8(`${sample}完`).subarray(0, -1);
  const brokenAt = utf8(sample.slice(0, 20)).length;
  const broken = Uint8Array.from([...utf8(sample.slice(0, 20)), 0xff, ...utf8(sample.slice(20))]);
  test.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), 'PDF'],
    ['a docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'docx'],
    ['a doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'doc'],
    ['UTF-32', prefixed([0xff, 0xfe, 0, 0], Uint8Array.of(0x41, 0, 0, 0)), 'UTF-32'],
    ['zero bytes in UTF-8', utf8('一\0二'), '不是文本文件'],
    ['zero bytes after a byte order mark', prefixed([0xef, 0xbb, 0xbf], utf8('一\0')), '不是文本文件'],
    ['an odd number of bytes with zeros', Uint8Array.of(0x41, 0, 0x42), '不是文本文件'],
    ['machine code', Uint8Array.from({ length: 512 }, (_, i) => (i * 37) % 256), '不是文本文件'],
    ['an unpaired surrogate', prefixed([0xff, 0xfe], Uint8Array.of(0x00, 0xd8, 0x41, 0)), 'UTF-16'],
    ['UTF-8 cut off in a character', cutInCharacter, `第 ${utf8(sample).length + 1} 字节`],
    ['UTF-8 with one wrong byte', broken, `第 ${brokenAt + 1} 字节`],
    ['bytes that are no encoding', Uint8Array.of(0xd2, 0xbb, 0xff, 0xff), 'GB18030'],
    ['GB18030 cut off in a character', encodeGb18030(sample.trim()).subarray(0, -3), 'GB18030'],
  ])('%s', (_name, bytes, reason) => {
    const result = decoded(bytes);
    expect(result.ok ? result.text : worded(result.reason)).toContain(reason);
    expect(result.ok).toBe(false);
  });
});

describe('whatever text is written comes back:', () => {
  /** Any text that has no byte order mark of its own, and nothing that no text has. */
  const texts = fc.string({ unit: 'grapheme-composite' }).filter((text) => !/^\ufeff|[\0-\x08\x0e-\x1f]/.test(text));
  const chinese = fc.string({ unit: fc.constantFrom(...'政府信息公开年度报告，。“”（）０１23 \n|〇喆镕龘') });
  const back = (encode: (text: string) => Uint8Array, among = texts) =>
    fc.assert(
      fc.property(among, (text) => {
        expect(decoded(encode(sample + text))).toMatchObject({ ok: true, text: sample + text });
      }),
    );

  test('UTF-8', () => back(utf8));
  test('UTF-8 with a byte order mark', () => back((text) => prefixed([0xef, 0xbb, 0xbf], utf8(text))));
  test('UTF-16LE', () => back((text) => prefixed([0xff, 0xfe], utf16le(text))));
  test('UTF-16BE', () => back((text) => prefixed([0xfe, 0xff], utf16be(text))));
  test('UTF-16 without a byte order mark', () => back(utf16le, chinese));
  test('GB18030', () => back(encodeGb18030, chinese));

  test('and any bytes give a text without U+FFFD, or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = decoded(bytes);
        const told = result.ok ? result.text : worded(result.reason);
        expect(told.includes('\ufffd') && !Buffer.from(bytes).includes('\ufffd')).toBe(false);
        expect(result.ok || told !== '').toBe(true);
      }),
    );
  });
});
