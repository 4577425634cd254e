/** What the programs start from: the samples of the corpora, forms in every layout, and reports with every odd thing in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import type { Random } from '../support/reports/random';

const folders = ['clean', 'flawed'].map((name) => join('tests', 'corpus', name));

/** The project's own reports, with and without flaws. */
export function sampleTexts(): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.json'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

/** The form of each edition in each layout, left blank and filled with 0. */
export function formTexts(): readonly string[] {
  return Object.values(editions).flatMap((edition) =>
    layouts.flatMap((layout) =>
      ['', '0'].map((figure) =>
        printReport(edition, {
          layout,
          issuer: '清河县柳林镇人民政府',
          year: edition.id === '2019' ? 2020 : 2023,
          figures: () => figure,
        }),
      ),
    ),
  );
}

/** Figures as nobody ought to write them. */
export const oddFigures = [
  '1,2',
  '12,34',
  '１２３，４５',
  '1,234',
  '1，234',
  '+0.5',
  '-0.5',
  '0.50',
  '2.0',
  '２．０',
  '007',
  '＋３',
  '－3',
  '5件',
  '3万件',
  '1.5万',
  '12345678901234567',
  '1e3',
  '１２',
  '无',
  '/',
  '约3',
  '1 234',
  '3、',
  '１,２３４',
  '0,123',
  '--3',
  '5000元',
  '999999999999万元',
  '',
];

/** Pieces that change what stands around them. */
export const fragments = [
  '<b>',
  '</b>',
  '<table>',
  '</table>',
  '<table',
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<td colspan="3" rowspan="2">',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<p>',
  '</p>',
  '<br>',
  '<',
  '>',
  '**',
  '_',
  '`',
  '```\n',
  '~~~\n',
  '[',
  '](',
  '![](a.png)',
  '{#a}',
  '\\',
  '&nbsp;',
  '&#x31;',
  '&',
  ';',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u3000',
  '\u200d',
  '\u200b',
  '\ufeff',
  '|',
  '｜',
  '|\n',
  ' | | |\n',
  '| --- | --- |\n',
  '---\n',
  '===\n',
  '+---+---+\n',
  '└──┘',
  ',',
  '，',
  '。',
  '、',
  '（',
  '）',
  '“',
  '”',
  '1',
  '０',
  '7件',
  '12,34',
  '2024年',
  '无',
  '未收到政府信息公开申请。',
  '字',
  '😀',
  '\ud800',
  '\udc00',
  '一、总体情况\n',
  '三、收到和处理政府信息公开申请情况\n',
  '（一）予以公开',
  '第二十条第（一）项',
  '总计',
  '# ',
  '> ',
  '- ',
  '1. ',
];

/** Puts fragments into the text, takes pieces out, copies pieces and moves them; a handful of times. */
export function mutated(text: string, random: Random, most = 6): string {
  let result = text;
  for (let i = random.int(1, most); i > 0; i--) {
    const at = random.int(0, result.length);
    const length = random.chance(0.5) ? random.int(0, 12) : random.int(0, 400);
    const piece = result.slice(at, at + length);
    const kind = random.int(0, 5);
    if (kind <= 2) result = result.slice(0, at) + random.pick(fragments) + result.slice(at);
    else if (kind === 3) result = result.slice(0, at) + result.slice(at + length);
    else if (kind === 4) result = result.slice(0, at) + piece + result.slice(at);
    else {
      const digits = [...result.matchAll(/[0-9]+/g)];
      const digit = digits.length > 0 ? random.pick(digits) : undefined;
      if (digit)
        result = result.slice(0, digit.index) + random.pick(oddFigures) + result.slice(digit.index + digit[0].length);
    }
  }
  return result;
}

/** The smallest text of which `fails` is still true, found by taking out ever smaller pieces. */
export function shrunk(text: string, fails: (text: string) => boolean, patience = 400): string {
  let best = text;
  let left = patience;
  for (let size = best.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.length && left > 0; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      left--;
      if (fails(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
