/** PDF files that go wrong in one way each: read as far as they can be, with what is missing said, or refused with the reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentBlock, Intake } from '../../../server/src/intake/document';
import { readPdf } from '../../../server/src/intake/pdf/read-pdf';
import { worded } from '../../../server/src/text/wording';
import * as edge from '../../support/pdf/edge-files';

/** Lines as they are, rows with bars between cells, pictures; or the reason. */
function shown(intake: Intake): readonly string[] | string {
  if (!intake.ok) return worded(intake.reason);
  return intake.document.blocks.flatMap((block: DocumentBlock) => {
    if (block.kind === 'grid') return block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'));
    return [block.kind === 'image' ? '[图]' : block.text];
  });
}

function omissionsOf(intake: Intake): readonly string[] {
  return intake.ok ? intake.document.omissions.map(({ what, count }) => `${worded(what)}×${count}`) : [];
}

const sentence = 'The annual report of the county on government information disclosure.';

describe('fonts', () => {
  test.each(['GBK-EUC-H', 'UniGB-UCS2-H', 'UniGB-UTF16-H'] as const)(
    'of the predefined map %s are read',
    async (map) => {
      const intake = await readPdf(edge.predefinedMap(map));
      expect(shown(intake)).toEqual(['现行有效件数|123', '现行有效件数|123']);
      expect(omissionsOf(intake)).toEqual([]);
    },
  );

  test('of a map that is not at hand, or that do not say what their letters are, are never read as something else', async () => {
    expect(shown(await readPdf(edge.unknownMap()))).toBe(
      'PDF 的字体用了不支持的编码 UniKS-UCS2-H，读不出文字；请用原始的 Word 或文本文件',
    );
    expect(shown(await readPdf(edge.withoutMeaning()))).toBe(
      'PDF 的字体没有说明文字的编码，18 个字中有 18 个认不出；请用原始的 Word 或文本文件',
    );
  });
});

describe('scanned pages', () => {
  test('alone are refused with what there is', async () => {
    expect(shown(await readPdf(edge.scanned(3)))).toBe(
      'PDF 是扫描件：3 页、3 幅图片，只有 0 个字符，读不出文字；请用原始的 Word 或文本文件',
    );
  });

  test('among others are named', async () => {
    const intake = await readPdf(edge.partlyScanned());
    expect(shown(intake)).toEqual([`1: ${sentence}`, sentence, '[图]', `3: ${sentence}`, sentence]);
    expect(omissionsOf(intake)).toEqual(['只有图片、没有文字的页：2×1']);
  });

  test('with recognised text are read, and it is said', async () => {
    const intake = await readPdf(edge.recognised());
    expect(shown(intake)).toEqual(['[图]', `1: ${sentence}`, sentence]);
    expect(omissionsOf(intake)).toEqual(['来自识别层的字，可能与图片上的不同×122']);
  });
});

test('what is drawn unseen is left out, and counted', async () => {
  const intake = await readPdf(edge.partlyHidden());
  expect(shown(intake)).toEqual([`1: ${sentence}`, sentence]);
  expect(omissionsOf(intake)).toEqual(['看不见的字×11']);
});

describe('places', () => {
  test.each(['page', 'drawing'] as const)('a table on its side is read upright: turned by the %s', async (how) => {
    expect(shown(await readPdf(edge.turned(how)))).toEqual(['Label|123', 'Label|123']);
  });

  test('a row drawn in one go comes apart; a figure that runs over the edge of its cell stays whole', async () => {
    expect(shown(await readPdf(edge.rowInOneGo()))).toEqual(['Label|123', '|', '1234567|']);
  });
});

describe('passwords', () => {
  const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.pdf`));

  test('to open the file: it is refused', async () => {
    expect(shown(await readPdf(fixture('user-password')))).toBe(
      'PDF 加了打开密码，读不出内容；请用无密码的文件或原始的 Word 文件',
    );
  });

  test.each(['owner-password', 'owner-password-rc4'])('only to change it: it is read (%s)', async (name) => {
    expect(shown(await readPdf(fixture(name)))).toEqual([`1: ${sentence}`, sentence]);
  });
});

const damaged = 'PDF 已损坏或不完整，读不出内容；请重新导出或下载';
const large = 'PDF 展开后过大，不读取；请用原始的 Word 文件';

describe('damaged and hostile files', () => {
  test.each([
    ['of nothing', () => new Uint8Array(0), damaged],
    ['of a head alone', () => new TextEncoder().encode('%PDF-1.7\n'), damaged],
    ['cut off', () => edge.truncated(0.5), damaged],
    ['with pages in a circle', edge.cyclicPages, damaged],
    ['that unpacks to a hundred times its size', () => edge.streamBomb(2 ** 27), large],
    ['that is packed twice', () => edge.doubleBomb(2 ** 27), large],
    ['of drawings within drawings', edge.nestedDrawings, large],
    ['of too many pages', () => edge.manyPages(5001), 'PDF 有 5001 页，超过 5000 页，不读取'],
  ])('%s is refused', async (_name, make, reason) => {
    expect(shown(await readPdf(make()))).toBe(reason);
  });

  test('a wrong table of places is made anew', async () => {
    expect(shown(await readPdf(edge.wrongPlaces()))).toEqual(
      [1, 2, 3].flatMap((page) => [`${page}: ${sentence}`, sentence]),
    );
  });

  test('five thousand pages are read', async () => {
    expect(shown(await readPdf(edge.manyPages(5000)))).toHaveLength(10_000);
  });

  test('files asked for at once are read one after the other', async () => {
    const [bomb, good] = await Promise.all([readPdf(edge.streamBomb(2 ** 27)), readPdf(edge.manyPages(1))]);
    expect(shown(bomb)).toBe(large);
    expect(shown(good)).toEqual([`1: ${sentence}`, sentence]);
  });

  test('a part of a larger buffer is taken for itself', async () => {
    const file = edge.manyPages(1);
    const larger = new Uint8Array(file.length + 100);
    larger.set(file, 50);
    expect(shown(await readPdf(larger.subarray(50, 50 + file.length)))).toEqual([`1: ${sentence}`, sentence]);
  });
});
