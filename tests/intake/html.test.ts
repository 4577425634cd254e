/** Pages as documents: what a reader sees of them, and the same figures as in their text. */
import { describe, expect, test } from 'vitest';
import type { DocumentBlock } from '../../server/src/intake/document';
import { documentTree } from '../../server/src/intake/document-tree';
import { readHtml } from '../../server/src/intake/html/read-html';
import { worded } from '../../server/src/text/wording';
import { snapshotOfTree } from '../../server/src/workspace/snapshot';
import { pageOf } from '../converters/form-page';
import { forms, printedForm } from '../converters/forms';
import { isWhole, outcomeOf } from '../converters/read-output';

function blocksOf(html: string): readonly DocumentBlock[] {
  const intake = readHtml(html);
  expect(intake.ok).toBe(true);
  return intake.ok ? intake.document.blocks : [];
}

/** Paragraphs as they are, a grid's rows with bars between cells. */
function linesOf(html: string): readonly string[] {
  return blocksOf(html).flatMap((block) => {
    if (block.kind === 'grid') return block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'));
    return [block.kind === 'image' ? '[图]' : block.text];
  });
}

describe('forms as pages', () => {
  test.each(forms)('$name is read whole', (form) => {
    const outcome = outcomeOf(form, () => {
      const intake = readHtml(pageOf(printedForm(form)));
      if (!intake.ok) throw new Error(worded(intake.reason));
      return snapshotOfTree(documentTree(intake.document).tree, {});
    });
    expect(isWhole(outcome), JSON.stringify(outcome)).toBe(true);
  });
});

describe('text', () => {
  test('block elements part paragraphs, inline ones do not, white space is what a browser shows', () => {
    expect(linesOf('<p>一<b>二</b>\n  三</p><div>四<p>五</p>六</div>七<br>八<h2>九</h2>')).toEqual([
      '一二 三',
      '四',
      '五',
      '六',
      '七\n八',
      '九',
    ]);
    expect(linesOf('<pre>a  b\n c</pre>')).toEqual(['a  b\n c']);
    expect(linesOf('<p>&nbsp;&#12288;&#x4e00;&amp;lt;</p>')).toEqual(['\u00a0\u3000一&lt;']);
  });

  test('items of numbered lists have the numbers that a browser shows', () => {
    expect(linesOf('<ol start=3><li>甲<li>乙<li value=9>丙<li>丁</ol><ul><li>戊</ul>')).toEqual([
      '3. 甲',
      '4. 乙',
      '9. 丙',
      '10. 丁',
      '戊',
    ]);
    expect(linesOf('<ol style="list-style-type: none"><li>甲</ol>')).toEqual(['甲']);
  });

  test('nothing hidden, no script, no style, no comment', () => {
    expect(
      linesOf(
        '<head><title>t</title></head><script>1</script><style>2</style><!--3--><p hidden>4</p><p style="color:red;display : none">5</p><template>6</template><span style="mso-hide:all">7</span>8',
      ),
    ).toEqual(['8']);
  });

  test('a menu is left out and told; links within the report stay', () => {
    const menu = `<ul>${'<li><a href=x>栏目</a></li>'.repeat(380)}</ul>`;
    const intake = readHtml(`${menu}<p>见<a href=y>公告</a>。</p>`);
    expect(intake).toMatchObject({ ok: true, document: { omissions: [{ count: 1 }] } });
    expect(linesOf(`${menu}<p>见<a href=y>公告</a>。</p>`)).toEqual(['见公告。']);
  });

  test('a picture has its place, an ornament has none', () => {
    expect(linesOf('<p>甲<img src=a>乙<img src=b width=16 height=16>丙</p>')).toEqual(['甲', '[图]', '乙丙']);
  });
});

describe('tables', () => {
  test('spans are kept, columns counted past what is merged, hidden rows left out', () => {
    const [grid] = blocksOf(
      '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr style="display:none"><td>戊<tr><td><td>己<td></table>',
    );
    expect(grid?.kind === 'grid' ? grid.rows.map(({ cells }) => cells) : null).toEqual([
      [
        { text: '甲', colSpan: 1, rowSpan: 2, column: 1 },
        { text: '乙', colSpan: 2, rowSpan: 1, column: 2 },
      ],
      [
        { text: '丙', colSpan: 1, rowSpan: 1, column: 2 },
        { text: '丁', colSpan: 1, rowSpan: 1, column: 3 },
      ],
      [
        { text: '', colSpan: 1, rowSpan: 1, column: 1 },
        { text: '己', colSpan: 1, rowSpan: 1, column: 2 },
        { text: '', colSpan: 1, rowSpan: 1, column: 3 },
      ],
    ]);
  });

  test('paragraphs and breaks of a cell are its lines', () => {
    expect(linesOf('<table><tr><td><p>规范性</p><p>文件</p><td>1<br>2</table>')).toEqual(['规范性\n文件|1\n2']);
  });

  test('a table around tables, or with one column, is for the layout', () => {
    expect(
      linesOf('<table><tr><td>菜单<td><p>标题</p><table><tr><td>1<td>2</table></table><table><tr><td>一段</table>'),
    ).toEqual(['菜单', '标题', '1|2', '一段']);
  });
});

describe('whatever the page is', () => {
  test.each([
    ['deep elements', '<div>'.repeat(100_000)],
    ['deep tables', '<table><tr><td>'.repeat(50_000)],
    ['deep templates', '<template>'.repeat(50_000)],
    ['a tag without end', `<p ${'a=1 '.repeat(100_000)}`],
  ])('%s: refused with a reason', (_, html) => {
    const intake = readHtml(html);
    expect(intake.ok ? '' : worded(intake.reason)).toContain('网页的标签嵌套过深或属性过多');
  });

  test('a table of more columns than any has: refused', () => {
    const intake = readHtml(`<table><tr>${'<td colspan=1000>1'.repeat(3)}</table>`);
    expect(intake.ok ? '' : worded(intake.reason)).toContain('表格');
  });

  test.each([
    ['nothing', ''],
    ['half a tag', '<'],
    ['giant spans', `<table><tr><td colspan=400 rowspan=65534>1<td>2${'<tr><td>3'.repeat(2000)}</table>`],
    ['no table around a row', '<tr><td>1<td>2'],
    ['zeros as spans', '<table><tr><td colspan=0 rowspan=0>1<td>2</table>'],
  ])('%s: an answer', (_, html) => {
    expect(readHtml(html).ok).toBe(true);
  });
});
