/** Code frames: the mark stands under its place on any display, and nothing in a report reaches the terminal raw. */
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../server/src/output/code-frame';
import { plainPaint } from '../../server/src/output/paint';
import { frameOf, sourceOf } from '../../server/src/output/result-of';
import { cellWidth, displayWidth } from '../../server/src/text/width';

/** The frame of the place that ⟦ and ⟧ mark in `marked`. */
function frame(marked: string, width = 60): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const source = sourceOf(text);
  const { line } = source.position(start);
  return codeFrame(frameOf(source, { start, end }), line, { width, paint: plainPaint, tone: 'error' });
}

/** Columns where ambiguous characters are narrow. */
function narrowWidth(text: string): number {
  return [...text].reduce((columns, character) => {
    const width = cellWidth(character.codePointAt(0) as number);
    return columns + (width === 'ambiguous' ? 1 : width);
  }, 0);
}

describe('the mark begins at the column of its place, on either kind of display:', () => {
  test.each([
    ['ASCII', 'abc ⟦12⟧ def', '12'],
    ['Chinese', '一、本年新收政府信息公开申请数量 ⟦12⟧ 0', '12'],
    ['ambiguous characters', '“自然人”——列…… ⟦3⟧', '3'],
    ['tabs', '\t一、本年新收\t⟦3⟧\t0', '3'],
    ['control characters', '总\x1b[31m计\u200b ⟦7⟧', '7'],
    ['combining marks and emoji', 'e\u0301😀①\ufe0f ⟦7⟧', '7'],
    ['half-width and full-width figures', '１２３ ｱ ⟦９⟧', '９'],
    ['a long line', `${'政府信息公开“年报”'.repeat(40)}⟦件数⟧${'，其余从略'.repeat(40)}`, '件数'],
    ['a long line’s end', `${'政府信息公开“年报”'.repeat(40)}⟦完。⟧`, '完。'],
    ['a long line’s beginning', `⟦收到⟧${'政府信息公开“年报”'.repeat(400)}`, '收到'],
    ['a very long line with characters beyond the BMP', `${'𠮷'.repeat(3000)}⟦数⟧${'𠮷'.repeat(3000)}`, '数'],
  ])('%s', (_name, marked, place) => {
    const [line, mark] = frame(marked).slice(-2) as [string, string];
    const before = line.slice(0, line.lastIndexOf(place));
    const padding = mark.slice(0, mark.indexOf('^'));
    expect(displayWidth(padding)).toBe(displayWidth(before));
    expect(narrowWidth(padding)).toBe(narrowWidth(before));
    expect(mark.slice(mark.indexOf('^'))).toBe('^'.repeat(displayWidth(place)));
  });
});

test('a frame stays within its width and says where it was cut', () => {
  for (const text of [
    `总⟦计⟧${'数'.repeat(500)}`,
    `${'数'.repeat(500)}⟦总计⟧`,
    `${'数'.repeat(250)}⟦总计⟧${'数'.repeat(250)}`,
  ]) {
    for (const line of frame(text, 70)) expect(displayWidth(line)).toBeLessThanOrEqual(70);
  }
  expect(frame(`${'数'.repeat(250)}⟦总计⟧${'数'.repeat(250)}`, 40)).toEqual([
    ' 1 │ …数数数数数数总计数数数数数数数…',
    '   │ ·　　　　　　^^^^',
  ]);
});

test('what the frames look like', () => {
  const frames = [
    '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 ⟦12⟧ 0 0\n二、上年结转',
    '（七）总计\r\n\t⟦5⟧\r\n\t0\r\n',
    '第一行\n\n⟦全文共“三”段\n其中一段⟧完',
    '⟦⟧一、总体情况',
    '六、其他需要报告的事项⟦⟧',
    '总\x07计\u202e倒\x85⟦写⟧',
    `${'第行\n'.repeat(1234)}第⟦千⟧行`,
    '首尾\r⟦老式⟧换行\r',
  ].map((marked) => frame(marked).join('\n'));
  expect(frames.join('\n\n')).toMatchInlineSnapshot(`
    " 1 │ 三、收到和处理政府信息公开申请情况
     2 │ 一、本年新收政府信息公开申请数量 12 0 0
       │ 　　　　　　　　　　　　　　　　 ^^

     1 │ （七）总计
     2 │     5
       │     ^

     3 │ 全文共“三”段
       │ ^^^^^^^^^^^^ …至第 4 行

     1 │ 一、总体情况
       │ ^

     1 │ 六、其他需要报告的事项
       │ 　　　　　　　　　　　^

     1 │ 总␇计<U+202E>倒<U+0085>写
       │ 　 　        　        ^^

    1234 │ 第行
    1235 │ 第千行
         │ 　^^

     1 │ 首尾
     2 │ 老式换行
       │ ^^^^"
  `);
});
