/** A sentence that never ends is read as several, none of its characters lost and no figure cut. */
import { expect, test } from 'vitest';
import { sentencesOf } from '../../server/src/syntax/sentences';

function squeezed(text: string): string[] {
  return sentencesOf(text, { start: 0, end: text.length }).map((sentence) => sentence.squeezed);
}

test('a sentence of ordinary length ends where it says so', () => {
  const text = `${'收到申请1件，'.repeat(250)}办结`;
  expect(squeezed(`${text}。其他`)).toEqual([text, '其他']);
});

test.each(['收到申请12,345件，', '收到申请12345件', '12,345', '一百二十三件', '公开', 'a1'])(
  '%j over and over',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const parts = squeezed(text);
    expect(parts.join('')).toBe(text);
    for (const [i, part] of parts.slice(1).entries()) {
      const seam = `${parts[i]?.slice(-1)}${part.charAt(0)}`;
      expect(seam).not.toMatch(/[0-9,][0-9,]|[一二三百十]{2}/);
    }
  },
);
