/** Edits in the bytes of every encoding: they read as the edited text, and all other bytes stay. */
import { assert, constantFrom, nat, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../server/src/files/decode';
import { editedBytes } from '../../server/src/files/edited-bytes';
import { applyEdits } from '../../server/src/text/span';
import { encodeGb18030 } from './gb18030';

const sample = '一、总体情况\r\n二、主动公开\t１２件\r三、其他\n';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 little-endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 big-endian': (text) => utf16be(`\ufeff${text}`),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  GB18030: encodeGb18030,
  'GB18030 with a mark': (text) => Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), encodeGb18030(text)]),
};

describe.each(Object.entries(encodings))('%s', (_, encode) => {
  test('any edits', () => {
    const places = tuple(nat(sample.length), nat(4), constantFrom('', '四', '12', '\r\n'));
    assert(
      property(places, ([at, length, newText]) => {
        const edits = [{ span: { start: at, end: Math.min(at + length, sample.length) }, newText }];
        expect(editedBytes(encode(sample), edits)).toEqual(Uint8Array.from(encode(applyEdits(sample, edits))));
      }),
    );
  });
});

test('characters beyond the basic plane, and of four bytes, keep their length', () => {
  const text = '甲𠀀乙€丙ﷺ丁é';
  const utf8 = Buffer.from(text);
  const edits = [{ span: { start: 7, end: 8 }, newText: '𠀁戊' }];
  expect(Buffer.from(editedBytes(utf8, edits) ?? [])).toEqual(Buffer.from('甲𠀀乙€丙ﷺ𠀁戊é'));
});

test('GB18030 of any text reads as that text again', () => {
  const start = encodeGb18030('政府信息公开工作年度报告');
  assert(
    property(string({ unit: 'grapheme' }), (written) => {
      const bytes = editedBytes(start, [{ span: { start: 4, end: 4 }, newText: written.replace(/\p{C}/gu, '') }]);
      const decoded = decode(bytes ?? new Uint8Array());
      expect(decoded).toMatchObject({ ok: true, text: `政府信息${written.replace(/\p{C}/gu, '')}公开工作年度报告` });
    }),
  );
});

test('bytes that another encoder would write otherwise stay as they are', () => {
  // Both are the sign of the euro.
  const odd = Uint8Array.from([0x80, ...encodeGb18030('政府信息公开工作'), 0xa2, 0xe3]);
  const text = decode(odd);
  expect(text.ok).toBe(true);
  const bytes = editedBytes(odd, [{ span: { start: 1, end: 3 }, newText: '' }]);
  expect(bytes).toEqual(Uint8Array.from([0x80, ...encodeGb18030('信息公开工作'), 0xa2, 0xe3]));
});

test('half a character is written nowhere', () => {
  expect(editedBytes(Buffer.from('甲'), [{ span: { start: 0, end: 0 }, newText: '\ud800' }])).toBeNull();
});
