/** Words that can be said in another language. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Wording } from '../../server/src/text/wording';
import { listed, phrase, worded } from '../../server/src/text/wording';

const english = {
  '“{0}”行缺少{1}个数字': 'The row “{0}” lacks {1} figures',
  '{0}的第{1}项': 'Item {1} of {0}',
  '{0}，应核对': '{0}; check it',
  '、': ', ',
};

test('a phrase says in Chinese what its literal would have said', () => {
  expect(worded(phrase`“${'规章'}”行缺少${2}个数字`)).toBe('“规章”行缺少2个数字');
});

test('in another language the parts take the places that its template gives them', () => {
  const item = phrase`${'表格'}的第${3}项`;
  expect(worded(item, english)).toBe('Item 3 of 表格');
  expect(worded(phrase`${item}，应核对`, english)).toBe('Item 3 of 表格; check it');
});

test('a list is parted by the language’s own separator', () => {
  const items = listed(['甲', phrase`${'乙'}的第${1}项`]);
  expect(worded(items)).toBe('甲、乙的第1项');
  expect(worded(items, english)).toBe('甲, Item 1 of 乙');
  expect(worded(listed([], '；'))).toBe('');
});

test('what has no translation stays Chinese, with its parts translated', () => {
  expect(worded(phrase`见${phrase`${'表'}的第${2}项`}`, english)).toBe('见Item 2 of 表');
});

test('words of the report are never taken for places or templates', () => {
  expect(worded(phrase`“${'{1}'}”行缺少${'{0} $& 、'}个数字`, english)).toBe('The row “{1}” lacks {0} $& 、 figures');
  expect(worded('、', english)).toBe('、');
});

test('any parts: the Chinese words are those of a plain template literal', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      const wording: Wording = phrase`前${text}中${phrase`“${number}”`}后${text}`;
      expect(worded(wording)).toBe(`前${text}中“${number}”后${text}`);
    }),
  );
});
