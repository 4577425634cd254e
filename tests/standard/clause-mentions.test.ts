/** Where a text names the clauses that annual reports rest on. */
import { expect, test } from 'vitest';
import { clauseMentions } from '../../server/src/standard/clause-mentions';

/** Each mention as `words→clause`. */
function mentions(text: string): readonly string[] {
  return clauseMentions(text).map(({ span, clause }) => `${text.slice(span.start, span.end)}→${clause}`);
}

test.each([
  ['按照条例第二十条、第二十一条的规定', ['第二十条→article-20', '第二十一条→regulation']],
  ['《政府信息公开条例》第五十条', ['政府信息公开条例→regulation', '第五十条→article-50']],
  ['依据条例第三十六条第一、二项和第三十七条', ['第三十六条第一、二项→article-36', '第三十七条→article-37']],
  [
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）第49条',
    ['中华人民共和国政府信息公开条例→regulation', '国务院令第711号→regulation', '第49条→article-49'],
  ],
  ['第二十条第（一）项', ['第二十条第（一）项→article-20']],
  ['第二十条第(八)项', ['第二十条第(八)项→article-20']],
  [
    '《立法法》第九十一条、第九十三条',
    ['立法法→legislation', '第九十一条→legislation-91', '第九十三条→legislation-93'],
  ],
  [
    '按国办公开办函〔2021〕30号、国办公开办函[2019]60号',
    ['国办公开办函〔2021〕30号→format-2021', '国办公开办函[2019]60号→format-2019'],
  ],
  [
    '《中华人民共和国政府信息公开工作年度报告格式（试行）》',
    ['中华人民共和国政府信息公开工作年度报告格式（试行）→format-2019'],
  ],
  [
    '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    ['政府信息公开信息处理费管理办法→fee-rules', '国办函〔2020〕109号→fee-rules'],
  ],
  ['依照条例第五\n十条', ['第五\n十条→article-50']],
])('%s', (text, expected) => {
  expect(mentions(text)).toEqual(expected);
});

test.each([
  '《优化营商环境条例》第十条',
  '《云岭省政府信息公开条例》第二十条',
  '云岭省政府信息公开条例第二十条',
  '按照旧条例第三十一条',
  '落实档案管理条例第五条',
  '国办发〔2021〕30号',
  '国务院令第492号',
  '全年发布信息二十条',
  '条例第九十九条',
  '',
])('“%s” names none of them', (text) => {
  expect(mentions(text)).toEqual([]);
});

test('the articles of the regulation of 2007 are others', () => {
  expect(mentions('《中华人民共和国政府信息公开条例》（国务院令第492号）第三十一条')).toEqual([
    '中华人民共和国政府信息公开条例→regulation',
  ]);
});
