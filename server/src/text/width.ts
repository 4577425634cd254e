/** How many columns a text takes on a character-cell display, by Unicode's East Asian Width. */

/** Columns of one character. `ambiguous`: one on most displays, two on those set up for Chinese. */
export type CellWidth = 0 | 1 | 2 | 'ambiguous';

/** The columns that a character of ambiguous width takes. */
export type Ambiguous = 1 | 2;

/** The columns that `text` takes. Line ends and tabs count as one. */
export function displayWidth(text: string, ambiguous: Ambiguous = 2): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) as number, ambiguous);
  return width;
}

/** The columns of a code point; combining marks and format characters take none. */
export function columnsOf(codePoint: number, ambiguous: Ambiguous): number {
  const cells = cellWidth(codePoint);
  return cells === 'ambiguous' ? ambiguous : cells;
}

/** The columns of a code point; combining marks and format characters take none. */
export function cellWidth(codePoint: number): CellWidth {
  if (codePoint < 0xa1) return 1;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 2;
  if (zeroWidth.test(String.fromCodePoint(codePoint))) return 0;
  if (isInRanges(wide, codePoint)) return 2;
  return isInRanges(ambiguous, codePoint) ? 'ambiguous' : 1;
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Start and end of each range in turn, ascending, both included. */
type Ranges = readonly number[];

function rangesOf(compact: string): Ranges {
  return compact.split(' ').flatMap((range) => {
    const [start, end = start] = range.split('-');
    return [Number.parseInt(start as string, 16), Number.parseInt(end as string, 16)];
  });
}

function isInRanges(ranges: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] as number)) high = middle - 1;
    else if (codePoint > (ranges[2 * middle + 1] as number)) low = middle + 1;
    else return true;
  }
  return false;
}

// Unicode 17, EastAsianWidth.txt: W and F, then A. Ranges are joined over unassigned code points.
const wideRanges =
  '1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2630-2637 2648-2653 267f 268a-268f ' +
  '2693 26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c ' +
  '274e 2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-303e 3041-3247 3250-a4c6 a960-a97c ' +
  'ac00-d7a3 f900-faff fe10-fe19 fe30-fe6b ff01-ff60 ffe0-ffe6 16fe0-1b2fb 1d300-1d376 1f004 1f0cf 1f18e ' +
  '1f191-1f19a 1f1ae 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4 ' +
  '1f3f8-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 1f5a4 1f5fb-1f64f ' +
  '1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6df 1f6eb-1f6ec 1f6f4-1f6fc 1f7da-1f7f0 1f90c-1f93a 1f93c-1f945 ' +
  '1f947-1f9ff 1fa70-1fafa 20000-3fffd';

const ambiguousRanges =
  'a1 a4 a7-a8 aa ad-ae b0-b4 b6-ba bc-bf c6 d0 d7-d8 de-e1 e6 e8-ea ec-ed f0 f2-f3 f7-fa fc fe 101 111 113 11b ' +
  '126-127 12b 131-133 138 13f-142 144 148-14b 14d 152-153 166-167 16b 1ce 1d0 1d2 1d4 1d6 1d8 1da 1dc 251 261 ' +
  '2c4 2c7 2c9-2cb 2cd 2d0 2d8-2db 2dd 2df 300-36f 391-3a9 3b1-3c1 3c3-3c9 401 410-44f 451 2010 2013-2016 ' +
  '2018-2019 201c-201d 2020-2022 2024-2027 2030 2032-2033 2035 203b 203e 2074 207f 2081-2084 20ac 2103 2105 ' +
  '2109 2113 2116 2121-2122 2126 212b 2153-2154 215b-215e 2160-216b 2170-2179 2189 2190-2199 21b8-21b9 21d2 ' +
  '21d4 21e7 2200 2202-2203 2207-2208 220b 220f 2211 2215 221a 221d-2220 2223 2225 2227-222c 222e 2234-2237 ' +
  '223c-223d 2248 224c 2252 2260-2261 2264-2267 226a-226b 226e-226f 2282-2283 2286-2287 2295 2299 22a5 22bf ' +
  '2312 2460-24e9 24eb-254b 2550-2573 2580-258f 2592-2595 25a0-25a1 25a3-25a9 25b2-25b3 25b6-25b7 25bc-25bd ' +
  '25c0-25c1 25c6-25c8 25cb 25ce-25d1 25e2-25e5 25ef 2605-2606 2609 260e-260f 261c 261e 2640 2642 2660-2661 ' +
  '2663-2665 2667-266a 266c-266d 266f 269e-269f 26bf 26c6-26cd 26cf-26d3 26d5-26e1 26e3 26e8-26e9 26eb-26f1 ' +
  '26f4 26f6-26f9 26fb-26fc 26fe-26ff 273d 2776-277f 2b56-2b59 3248-324f e000-f8ff fe00-fe0f fffd 1f100-1f10a ' +
  '1f110-1f12d 1f130-1f169 1f170-1f18d 1f18f-1f190 1f19b-1f1ac e0100-10fffd';

const wide = rangesOf(wideRanges);
const ambiguous = rangesOf(ambiguousRanges);
