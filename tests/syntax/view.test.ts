import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import { shownBetween } from '../../server/src/syntax/tree';
import { viewBetween, viewOf } from '../../server/src/syntax/view';
import { seenOf, seenSpan, seenText } from '../../server/src/text/seen';

/** What is seen of a text, line by line as the blocks have it; empty lines left out. */
function seenLines(text: string): readonly string[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return [];
    const start = tree.starts[i] as number;
    return [seenText(shownBetween(tree, start, start + block.length), block.content.start, block.content.end)];
  });
}

describe('what is seen of marked-up text', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'tags within words and figures',
      '全年收到申请<b>7</b>件，20<span lang=EN-US>23</span>年',
      ['全年收到申请7件，2023年'],
    ],
    ['a tag that runs over a line end', '<p\n class="a">甲</p>', ['甲']],
    ['a heading with its id on the next line', '<h1\nid="总体情况">一、总体情况</h1>', ['一、总体情况']],
    ['a page on one line', '<h2>一、总体情况</h2><p>甲。</p><p>乙。</p>', ['一、总体情况', '甲。', '乙。']],
    [
      'a hard-wrapped paragraph of a page',
      '<p>示例县\n  示例镇人民政府</p>\n<p>乙</p>',
      ['示例县示例镇人民政府', '乙'],
    ],
    ['line breaks', '<p>甲<br/>乙<br>\n丙</p>', ['甲', '乙', '丙']],
    [
      'head, style and script',
      '<head><title>题</title>\n<style>p{a:b}</style></head><body>甲<script>var 乙="</p>";</script></body>',
      ['甲'],
    ],
    ['a head that is not closed', '<head><meta charset="utf-8">\n<body>甲</body>', ['甲']],
    ['comments', '甲<!-- 乙\n丙 -->丁', ['甲丁']],
    [
      'conditional comments of Word',
      '甲<!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom></xml><![endif]-->丁<![if !supportLists]>一、<![endif]>',
      ['甲丁一、'],
    ],
    ['elements with a namespace', '<p>甲<o:p></o:p></p>', ['甲']],
    [
      'a picture with its bytes',
      `甲<img alt="a" src="data:image/png;base64,${'A'.repeat(9000)}">乙`,
      ['甲\ufffc\ufffc乙'],
    ],
    ['character references', '收到&#55;件&nbsp;&#x4e91;岭&ldquo;甲&rdquo;', ['收到7件\u00a0云岭“甲”']],
    ['what only looks like a reference', '甲&乙；a&b;', ['甲&乙；a&b;']],
    ['what only looks like a tag', '甲<乙>丙，a<b 且 c>d，<示例>，a < b', ['甲<乙>丙，a<b 且 c>d，<示例>，a < b']],
    ['emphasis', '**7**件，*甲乙*，__丙丁戊__，***己***', ['7件，甲乙，丙丁戊，己']],
    ['emphasis over a line end', '**示例县\n示例镇**', ['示例县', '示例镇']],
    ['what is no emphasis', '2*3*4，____年，__年__月，甲*，a_b_c', ['2*3*4，____年，__年__月，甲*，a_b_c']],
    ['escapes', '2023\\.1\\.1，\\_\\_年\\*', ['2023.1.1，__年*']],
    ['anchors and attributes', '# []{#_Toc1 .anchor}一、总体情况 {#一总体情况 .unnumbered}', ['一、总体情况']],
    ['attributes over a line end', '[甲]{.underline\nid="b"}乙', ['甲乙']],
    ['anchors of HTML', '# <a id="a"></a>一、总体情况', ['一、总体情况']],
    ['a setext heading', '一、总体情况\n============\n\n甲\n---\n\n乙', ['一、总体情况', '甲', '乙']],
    ['quotations', '> 甲\n>\n> > 乙', ['甲', '乙']],
    ['front matter', '---\nauthor: 乙\ntitle: "甲"\nlang: zh\n---\n丙', ['甲', '丙']],
    ['headings of AsciiDoc and MediaWiki', '== 一、总体情况\n\n=== 甲 ===\n乙 = 丙', ['一、总体情况', '甲', '乙 = 丙']],
    [
      'a title and a drawer of Org',
      '#+title: 甲\n* 一、总体情况\n:PROPERTIES:\n:CUSTOM_ID: a\n:END:\n乙',
      ['甲', '一、总体情况', '乙'],
    ],
    [
      'a drawer of Org with white space behind it and two properties, and one that does not close',
      '甲\r\n:PROPERTIES: \t\r\n:ID: a b\r\n:CUSTOM_ID: c\r\n:END:\r\n乙\r\n:PROPERTIES:\r\n丙',
      ['甲', '乙', ':PROPERTIES:', '丙'],
    ],
    ['headings of Textile', 'h2. 一、总体情况\n\nh3(#乙). 甲\n', ['一、总体情况', '甲']],
    ['characters nobody sees', '收\u200b到1\u00ad2件\u202c', ['收到12件']],
    ['compatibility forms', '\u2f00、总体情\u2f0e\u2028甲', ['一、总体情冫', '甲']],
    ['radicals for whole characters', '\u4eba\u2ea0政府\u2ec5', ['人民政府见']],
  ];
  test.each(cases)('%s', (_, text, lines) => {
    expect(seenLines(text)).toEqual(lines);
  });

  test.each([
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd'],
    ...['caption', 'div', 'figcaption', 'center'],
  ])('<%s> is a line of its own', (name) => {
    expect(seenLines(`甲<${name}>乙</${name}>丙`)).toEqual(['甲', '乙', '丙']);
    expect(seenLines(`甲<${name.toUpperCase()} class="a">乙</${name.toUpperCase()}>丙`)).toEqual(['甲', '乙', '丙']);
  });

  test.each(['span', 'b', 'a', 'font', 'u', 'sup'])('<%s> stands within a line', (name) => {
    expect(seenLines(`甲<${name}>乙</${name}>丙`)).toEqual(['甲乙丙']);
  });

  test.each(['head', 'style', 'script', 'title', 'xml', 'svg', 'template', 'textarea', 'select', 'math'])(
    'nothing is seen of <%s>',
    (name) => {
      expect(seenLines(`甲<${name} a="1">乙<b>丁</b></${name}>丙`).join('')).toBe('甲丙');
    },
  );

  test('plain text is its own view', () => {
    const text = '一、总体情况\n2023年，[bookmark: _GoBack]收到申请7件 > 首页 = 1-2。\n';
    expect(viewOf(text).pieces).toBeUndefined();
  });
});

test('a view is as long as its text, and places lead back', () => {
  const pieces = [
    '<p>',
    '</p>',
    '<b',
    '>',
    '甲乙',
    '7',
    '&nbsp;',
    '&#48;',
    '**',
    '_',
    '\\',
    '{#a}',
    '[]{#b}',
    '<!--',
    '-->',
    '\n',
    '\u200b',
    '<br>',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const view = viewBetween(text, viewOf(text).pieces, 0, text.length);
      expect(view).toHaveLength(text.length);
      const seen = seenOf(view);
      for (let i = 0; i < seen.text.length; i++) {
        const { start, end } = seenSpan(seen, i, i + 1);
        expect(end - start).toBe(1);
        expect(seenText(view, start, end)).toBe(seen.text.charAt(i));
      }
    }),
    { numRuns: 500 },
  );
});

test('after many edits at places far from each other it is that of the text read anew', () => {
  const paragraphs = Array.from({ length: 60 }, (_, i) => `**甲**${i}<b>乙</b>${'丙'.repeat(40)}`);
  let tree = parse(paragraphs.join('\n\n'));
  for (let i = 0; i < paragraphs.length; i++) {
    const at = tree.text.indexOf(`**甲**${(i * 7) % 60}<`);
    tree = parse(`${tree.text.slice(0, at)}<i>丁</i>${tree.text.slice(at)}`, tree);
    const shown = shownBetween(tree, 0, tree.text.length);
    expect(shown).toBe(shownBetween(parse(tree.text), 0, tree.text.length));
  }
});

test('the samples without markup are their own views', () => {
  const folder = join(__dirname, '../corpus/clean');
  const plain = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(plain.length).toBeGreaterThan(3);
  for (const name of plain) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(viewOf(text).pieces).toBeUndefined();
  }
});
