/** What the programs have found, made small: it stays mended. */
import { describe, expect, test } from 'vitest';
import { preview } from '../../server/src/features/preview/preview';
import { safeEdits } from '../../server/src/features/problems/quick-fixes';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { firstWrong } from './edits';

describe('edits after which the tree was another than that of the text', () => {
  test.each([
    ['an element without text, begun within a table', '<table></tr>e</style>', [[7, 7, '<style> | | |\n**']]],
    [
      'a paragraph that ends where it did not',
      '<td >。\n\n# （五）监督保障\n\n将政务公开*\n\n|<td',
      [[24, 24, '**</td>']],
    ],
    ['an element without text that is none any more', '<table b><style></table>[</style>', [[15, 16, '字']]],
    ['an element without text that ends earlier', '<table><style></tr>></style>', [[14, 14, '</style>']]],
    ['emphasis over a tag', '_┘<tr>l_|\n<tab）项</td></tr>\n', [[27, 27, '<style>&']]],
    ['emphasis over the beginning of a table', '**）<table>**\n\n## 二、主\n| 第二十条第（一', [[30, 30, '2024年']]],
    [
      'the end of a comment that had none',
      '<table >\n\\<!--</table>公开申请情况</h2>\n<tabl',
      [[39, 39, '</tr>，-->']],
    ],
    [
      'the end of a comment within an element without text',
      '<table ><style><!--</table></style>\n0\n\n0\n\n0\n\n0\n\n00\n\n0\n\n',
      [[55, 55, '</b><td>-->']],
    ],
  ] as const)('%s', (_, text, edits) => {
    const made = edits.map(([start, end, newText]) => ({ span: { start, end }, newText }));
    expect(firstWrong(text, made, 1)).toBe(-1);
  });
});

test('more paragraphs than a call takes arguments', () => {
  const heading = '青山县白水镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n';
  const snapshot = snapshotOf(heading + '甲\n\n'.repeat(130_000), {});
  expect(preview(snapshot)[0]?.part.blocks.length).toBeGreaterThan(130_000);
  expect(safeEdits(snapshot)).toEqual([]);
});
