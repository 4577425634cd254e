/** HTML tables as web pages and word processors write them. */
import { describe, expect, test } from 'vitest';
import type { TableId } from '../../server/src/standard/edition';
import { misread, reportIn, rowsRead } from './reading';

/** A whole report whose tags `change` has changed: every figure is still read. */
function check(change: (html: string) => string): void {
  const html = reportIn('html');
  const changed = change(html);
  expect(changed).not.toBe(html);
  expect(misread(changed)).toEqual([]);
}

/** The rows of a table written by hand. */
function checkRows(table: TableId, html: string, expected: readonly string[]): void {
  expect(rowsRead(table, html)).toEqual(['html', ...expected]);
}

const paragraphs = (html: string): string =>
  html
    .replace(/^(.*年度报告)$/m, '<h1>$1</h1>')
    .replace(/^([一二三四五六]、(?:.*情况|.*事项))$/gm, '<h2>$1</h2>')
    .replace(/^([^<\n].*)$/gm, '<p>$1</p>');

describe('a whole report', () => {
  test.each<[string, (html: string) => string]>([
    ['with each table on one line', (html) => html.replace(/>\n(?=<)/g, '>')],
    [
      'as a minified page',
      (html) =>
        `<!DOCTYPE html><html><head><title>年报</title></head><body>${paragraphs(html).replaceAll('\n', '')}</body></html>`,
    ],
    [
      'as a page with a style sheet',
      (html) => `<html><head><style>\ntd { border: 1px }\n</style></head>\n<body>\n${paragraphs(html)}</body></html>\n`,
    ],
    ['with upper-case tags', (html) => html.replace(/<\/?(?:table|tr|td)/g, (tag) => tag.toUpperCase())],
    [
      'with attributes',
      (html) => html.replace(/<td/g, '<td class="et2" style="width:10%; border:1px solid" x:num nowrap'),
    ],
    ['with tags over several lines', (html) => html.replace(/<td/g, '<td\n  valign="top"\n ')],
    ['with header cells', (html) => html.replace(/<td([^>]*)>([^<\d]+)<\/td>/g, '<th$1>$2</th>')],
    [
      'with head and body',
      (html) =>
        html
          .replace(/<table>/g, '<table><colgroup><col><col></colgroup><thead></thead><tbody>')
          .replace(/<\/table>/g, '</tbody></table>'),
    ],
    ['with tags left open', (html) => html.replace(/<\/t[dr]>/g, '')],
    [
      'with paragraphs in the cells',
      (html) =>
        html.replace(/<td([^>]*)>([^<]*)<\/td>/g, '<td$1>\n<p align="center"><span lang="EN-US">$2</span></p>\n</td>'),
    ],
    ['with bold figures', (html) => html.replace(/>(\d+)</g, '><strong><font color="red">$1</font></strong><')],
    [
      'with line breaks in the labels',
      (html) => html.replace(/本年新收/g, '本年<br/>新收').replace(/不予公开/g, '不予<br>公开'),
    ],
    ['with labels in pieces', (html) => html.replace(/政府信息/g, '<span>政府</span><span>信息</span>')],
    ['with comments', (html) => html.replace(/<td>/g, '<td><!-- 数 -->')],
    ['with cells in comments', (html) => html.replace(/<td>(\d+)<\/td>/g, '<!-- <td>9</td> --><td>$1</td>')],
    ['with “>” in attributes', (html) => html.replace(/<td/g, '<td title="甲 > 乙" data-x=\'a>b\'')],
    ['with a stray quotation mark in a tag', (html) => html.replace(/<td/g, '<td width="10')],
    ['with tables left open', (html) => html.replace(/<\/table>/g, '')],
    ['with the first table left open', (html) => html.replace('</table>', '')],
    ['with tables and rows left open', (html) => html.replace(/<\/t(?:able|r)>/g, '')],
    ['with spaces as entities', (html) => html.replace(/>(\d+)</g, '>&nbsp;$1&#160;<')],
    [
      'with punctuation as entities',
      (html) =>
        html.replace(/“/g, '&ldquo;').replace(/”/g, '&rdquo;').replace(/（/g, '&#65288;').replace(/）/g, '&#65289;'),
    ],
    [
      'within other elements',
      (html) => html.replace(/<table>/g, '<p>表格如下：</p>\n<div><table>').replace(/<\/table>/g, '</table></div>'),
    ],
  ])('%s', (_, change) => check(change));
});

describe('single cells', () => {
  test('an empty one is a blank, whatever tags stand in it', () => {
    const cells = ['', '&nbsp;', '<p><br/></p>'].map((content) => `<td>${content}</td>`).join('');
    const more = ['<p>&nbsp;</p>', '0', ' '].map((content) => `<td>${content}</td>`).join('');
    checkRows('disclosure', `<table><tr><td>规章</td>${cells}</tr><tr><td>行政规范性文件</td>${more}</tr></table>`, [
      'administrative-rules: _ _ _',
      'normative-documents: _ 0 _',
    ]);
  });

  test('words, dashes and units stand as they are', () => {
    checkRows(
      'disclosure',
      '<table><tr><td>规章</td><td>无</td><td><p>——</p></td><td>3件</td></tr><tr><td>行政许可</td><td>１２</td></tr></table>',
      ['administrative-rules: <无> —— 3件', 'licences: １２'],
    );
  });

  test('a table cut in two by a page number', () => {
    checkRows(
      'disclosure',
      '<table><tr><td>规章</td><td>11</td><td>12</td><td>13</td></tr></table>\n<p>- 3 -</p>\n<table><tr><td>行政许可</td><td>21</td></tr></table>',
      ['administrative-rules: 11 12 13', 'licences: 21'],
    );
  });
});
