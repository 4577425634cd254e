import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';
import type { Tree } from '../../server/src/syntax/tree';
import { leavesOf, shownBetween } from '../../server/src/syntax/tree';
import { layouts } from '../../server/src/text/layout';

const samples = ['clean', 'flawed', 'other'].flatMap((folder) => {
  const path = join(__dirname, '../corpus', folder);
  return readdirSync(path)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => readFileSync(join(path, name), 'utf8'));
});
const forms = layouts.map((layout) =>
  printReport(editions['2021'], { layout, issuer: '青山县白水镇人民政府', year: 2023 }),
);

function checkLossless(text: string): Tree {
  const tree = parse(text);
  expect(
    leavesOf(tree)
      .map((leaf) => text.slice(leaf.start, leaf.end))
      .join(''),
  ).toBe(text);
  let position = 0;
  tree.blocks.forEach((block, i) => {
    expect(tree.starts[i]).toBe(position);
    expect(block.length).toBeGreaterThan(0);
    position += block.length;
  });
  expect(position).toBe(text.length);
  return tree;
}

/** Pieces that layouts are made of, put together at random. */
const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '一、',
        '二、主动公开政府信息情况',
        '四、结转下年度继续办理',
        '（一）予以公开',
        '1.属于国家秘密',
        '0',
        '12',
        ' ',
        '　',
        '\t',
        '|',
        '||',
        ' | ',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '| --- |',
        '<table>',
        '</table>',
        '<tr>',
        '<td colspan="3">',
        '</td>',
        '<p>',
        '</p>',
        '[image: a]',
        '- 4 -',
        '。',
        '，',
        '未收到',
        '2023年',
        '\ufeff',
        '#',
        '**',
        '规章',
        '行政许可',
        '<h1\nid="a">',
        '</h1>',
        '<br>',
        '<b>',
        '</b>',
        '<div>',
        '</div>',
        '<td>',
        '<img src="a.png">',
        '<',
        '>',
        '"',
        '&nbsp;',
        '&#48;',
        '<!--',
        '-->',
        '<style>',
        '</style>',
        '<head>',
        '*',
        '_',
        '\\',
        '{#a .b}',
        '[]{#b}',
        '[字]{.c}',
        '\n> ',
        '\n====\n',
        '\n---\n',
        '---\n',
        'title: 字\n',
        '\u200b',
        '\u2f70',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('the tree is total and lossless', () => {
  test('over every sample and every printed form', () => {
    for (const text of [...samples, ...forms]) checkLossless(text);
  });

  test('with every kind of line end', () => {
    for (const text of [...samples, ...forms]) {
      const unix = text.replace(/\r\n?/g, '\n');
      const kinds = checkLossless(unix).blocks.map((block) => block.kind);
      for (const eol of ['\r\n', '\r']) {
        expect(checkLossless(unix.replace(/\n/g, eol)).blocks.map((block) => block.kind)).toEqual(kinds);
      }
    }
  });

  test('over random text', () => {
    fc.assert(
      fc.property(fragments, (text) => void checkLossless(text)),
      { numRuns: 600 },
    );
  });

  test('over every tenth cut of the samples', () => {
    for (const text of samples.slice(0, 8))
      for (let end = 0; end < text.length; end += 97) checkLossless(text.slice(0, end));
  });
});

test('each leaf tells what it holds', () => {
  const text = '一、总体情况\n\n今年情况良好。\n\n[image: 图]\n\n| 规章 | 0 |\n| --- | --- |\n';
  const told = leavesOf(parse(text)).map(({ role, start, end }) => [role, text.slice(start, end)]);
  expect(told.filter(([role]) => role !== 'trivia')).toEqual([
    ['ordinal', '一、'],
    ['title', '总体情况'],
    ['text', '今年情况良好。'],
    ['image', '[image: 图]'],
    ['cell', '规章'],
    ['cell', '0'],
  ]);
});

/** The pieces of a view are where edits happened to be; what they show is the same. */
function inOnePiece(tree: Tree): unknown {
  return { ...tree, view: { ...tree.view, pieces: shownBetween(tree, 0, tree.text.length) } };
}

describe('parsing after an edit gives what parsing anew gives', () => {
  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat(40),
    inserted: fc.oneof(fragments, fc.constantFrom('1', '\n', '', '。')),
  });

  function checkIncremental(text: string, edits: readonly { at: number; removed: number; inserted: string }[]): void {
    let tree = parse(text);
    let current = text;
    for (const { at, removed, inserted } of edits) {
      const start = at % (current.length + 1);
      current = current.slice(0, start) + inserted + current.slice(start + removed);
      tree = parse(current, tree);
      expect(inOnePiece(tree)).toEqual(inOnePiece(parse(current)));
    }
  }

  test('over random text', () => {
    fc.assert(
      fc.property(fragments, fc.array(edit, { maxLength: 4 }), (text, edits) => checkIncremental(text, edits)),
      { numRuns: 400 },
    );
  });

  test('over the samples', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples, ...forms), fc.array(edit, { maxLength: 3 }), (text, edits) =>
        checkIncremental(text, edits),
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    '<style>\n\n甲\n\n</style>',
    '<script>\n\n甲\n\n</script>',
    '<head>\n\n甲\n\n</head>',
    '<!--\n\n甲\n\n-->',
  ])('typing %j at the end, sign by sign, and all of the rest at once', (typed) => {
    const before = '一、总体情况\n\n今年情况良好。\n\n';
    const signs = [...typed].map((inserted, i) => ({ at: before.length + i, removed: 0, inserted }));
    checkIncremental(before, signs);
    for (let i = 1; i < typed.length; i++) {
      const text = before + typed.slice(0, i);
      checkIncremental(text, [{ at: text.length, removed: 0, inserted: typed.slice(i) }]);
    }
  });

  test('blocks away from the edit are the same objects', () => {
    const text = forms[0] as string;
    const before = parse(text);
    const after = parse(text.replace('及时主动公开', '及时、主动公开'), before);
    const kept = after.blocks.filter((block) => before.blocks.includes(block));
    expect(kept.length).toBeGreaterThan(after.blocks.length - 4);
  });
});
