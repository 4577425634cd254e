/** Tables of wikis and of AsciiDoc, read whole or left to the other layouts. */
import { describe, expect, test } from 'vitest';
import { rowsRead } from './reading';

const wiki = `{| class="wikitable"
|-
| colspan="4"| 第二十条第（一）项
|-
! 信息内容 !! 本年制发件数
| 本年废止件数 || 现行有效件数
|-
| 规章
| style="text-align: center;"| 0
| 0
|
|-
| 行政规范性文件 || 3 || 1 || 12
|-
| 行政许可
| colspan="3"| 45
|}
`;

const ascii = `[cols=",,,",]
|===
4+|第二十条第（一）项
|信息内容 |本年制发件数 |本年废止件数 |现行有效件数
|规章 |0 |0 |
.2+^|行政规范性文件 |3 |1
|12
|行政许可 3+|45
|===
`;

describe('cells between fences', () => {
  test('a wiki’s, a cell a line or several', () => {
    expect(rowsRead('disclosure', wiki)).toEqual([
      'bar-row',
      'administrative-rules: 0 0 _',
      'normative-documents: 3 1 12',
      'licences: 45',
    ]);
  });

  test('AsciiDoc’s, whatever their lines', () => {
    expect(rowsRead('disclosure', ascii)).toEqual([
      'bar-line',
      'administrative-rules: 0 0 _',
      'normative-documents: 3 1 12',
      'licences: 45',
    ]);
  });

  test.each([
    ['a wiki’s', wiki.replace('|}\n', '')],
    ['AsciiDoc’s', ascii.replace(/\|===\n$/, '')],
  ])('%s without its end loses no figure silently', (_, text) => {
    const read = rowsRead('disclosure', text);
    expect(read.join()).not.toContain('_ _ _');
  });
});
