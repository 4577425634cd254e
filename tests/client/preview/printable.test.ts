/** The printed page holds the whole report as it is published, and nothing that a document could make it do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { escapeHtml, printableHtml, printableName } from '../../../client/src/preview/printable';
import { preview } from '../../../server/src/features/preview/preview';
import type { PreviewBlock, PreviewRow, SentPart, TextRun } from '../../../server/src/lsp/wire/preview-protocol';
import { fold } from '../../../server/src/standard/label-folding';
import type { Span } from '../../../server/src/text/span';
import type { Wording } from '../../../server/src/text/wording';
import { worded } from '../../../server/src/text/wording';
import { snapshotOf } from '../../../server/src/workspace/snapshot';
import { printed } from '../../support/printed';

const samples = resolve(__dirname, '../../corpus');
const nowhere = [0, 0, 0, 0] as const;

/** The parts as the client is sent them; where they stand matters to nobody who prints. */
function partsOf(text: string): readonly SentPart[] {
  return preview(snapshotOf(text, {})).map(({ part }) => ({
    ...part,
    blocks: part.blocks.map(sentBlock),
    findings: part.findings.map((finding) => ({
      ...finding,
      title: worded(finding.title, undefined),
      message: worded(finding.message, undefined),
      basis: null,
      at: nowhere,
    })),
    skipped: null,
  }));
}

function sentBlock(block: PreviewBlock<Span, Wording>): SentPart['blocks'][number] {
  const name = 'name' in block ? { name: worded(block.name, undefined) } : {};
  return { ...block, ...name } as unknown as SentPart['blocks'][number];
}

function partWith(...blocks: SentPart['blocks']): SentPart {
  return { title: '', blocks, findings: [], coverage: null, skipped: null };
}

function run(text: string, weight: 'normal' | 'strong' = 'normal'): TextRun<typeof nowhere> {
  return { text, at: nowhere, marks: [], weight };
}

function paragraph(text: string): SentPart['blocks'][number] {
  return { kind: 'paragraph', runs: [run(text)], at: nowhere, marks: [] };
}

function grid(...rows: readonly PreviewRow<typeof nowhere>[]): SentPart['blocks'][number] {
  return { kind: 'grid', rows, at: nowhere, marks: [] };
}

function cell(text: string, state: 'label' | 'missing' = 'label', colSpan = 1, rowSpan = 1) {
  return { text, colSpan, rowSpan, state, at: null, marks: [] };
}

function bodyOf(html: string): string {
  return /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
}

/** What a browser shows of the body. */
function shown(html: string): string {
  return bodyOf(html)
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('words of the document are words on the page', () => {
  const hostile = `<script>alert("1")</script> & <img src='x' onerror='y'> &lt; </td></table>`;

  test('every character with a meaning in HTML is escaped', () => {
    expect(escapeHtml(`<a href="b" c='d'>&amp;`)).toBe('&lt;a href=&quot;b&quot; c=&#39;d&#39;&gt;&amp;amp;');
  });

  const places: Readonly<Record<string, SentPart['blocks'][number]>> = {
    'a title': { kind: 'title', runs: [run(hostile)], at: nowhere, marks: [] },
    'a heading': { kind: 'heading', level: 2, runs: [run(hostile, 'strong')], at: nowhere, marks: [] },
    'a paragraph': paragraph(hostile),
    'an image’s line': { kind: 'image', runs: [run(hostile)], at: nowhere, marks: [] },
    'a cell': grid({ kind: 'form', cells: [cell(hostile)] }),
  };
  test.each(Object.entries(places))('in %s', (_, block) => {
    const html = printableHtml([partWith(block)], '年报');
    expect(bodyOf(html)).not.toMatch(/<(?:script|img)|<\/td>\s*<\/table>[\s\S]*<\/table>/);
    expect(shown(html)).toContain(hostile);
  });

  test('in the title of the page', () => {
    const html = printableHtml([], `</title>${hostile}`);
    expect(html).not.toMatch(/<script|<\/title>[\s\S]*<\/title>/);
  });

  test('in a document that holds a script', () => {
    const html = printableHtml(partsOf(`某县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${hostile}\n`), '年报');
    expect(html).not.toMatch(/<script|<img/);
  });
});

describe('the page', () => {
  test('is A4 and may load nothing', () => {
    const html = printableHtml([partWith(paragraph('正文'))], '年报');
    expect(html).toMatch(/@page \{ size: A4;/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<link|<script|\bsrc=|url\(/);
  });

  test('begins a sheet with each report', () => {
    const html = printableHtml([partWith(paragraph('甲')), partWith(paragraph('乙'))], '汇编');
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(html).toContain('section + section { break-before: page; }');
  });

  test('merges the cells that the form merges', () => {
    const row = { kind: 'form', cells: [cell('三、本年度办理结果', 'label', 1, 22), cell('甲', 'label', 2)] } as const;
    const html = printableHtml([partWith(grid(row))], '年报');
    expect(html).toContain('<td colspan="1" rowspan="22">三、本年度办理结果</td><td colspan="2" rowspan="1">甲</td>');
  });

  test('does not print a row as if the document had it', () => {
    const html = printableHtml([partWith(grid({ kind: 'form', cells: [cell('其他', 'missing')] }))], '年报');
    expect(shown(html).trim()).toBe('');
  });

  test('keeps table four with its heading', () => {
    const [part] = partsOf(printed());
    const html = printableHtml([part as SentPart], '年报');
    expect(html).toMatch(
      /<div class="together">\s*<h2>四、[^<]*<\/h2>\s*<table class="review">[\s\S]*?<\/table>\s*<\/div>/,
    );
    expect(html.match(/class="together"/g)).toHaveLength(1);
    expect(html).toContain('.together { break-inside: avoid; }');
  });

  test('is named after the title of its only report, as every file system takes it', () => {
    const titled = (title: string): SentPart => ({ ...partWith(), title });
    expect(printableName([titled('云岭县清溪镇人民政府 2023年政府信息公开工作年度报告')], '/a/稿.txt')).toBe(
      '云岭县清溪镇人民政府2023年政府信息公开工作年度报告',
    );
    expect(printableName([titled('../甲:乙/丙*?"<>|.')], '/a/稿.txt')).toBe('甲乙丙');
    expect(printableName([titled('甲'.repeat(200))], '')).toHaveLength(80);
    expect(printableName([titled('甲'), titled('乙')], '/a/汇编.2023.txt')).toBe('汇编.2023');
    expect(printableName([titled('')], '')).toBe('report');
  });

  test('has no place for a table that is missing', () => {
    const html = printableHtml([partWith({ kind: 'absent', name: '表', at: nowhere, marks: [] })], '年报');
    expect(shown(html).trim()).toBe('');
  });
});

const flawed = readdirSync(join(samples, 'flawed')).filter((name) => !name.endsWith('.json'));

describe.each(flawed)('%s', (name) => {
  const text = readFileSync(join(samples, 'flawed', name), 'utf8').replace(/^\ufeff/, '');
  const parts = partsOf(text);
  const html = printableHtml(parts, '年报');

  test('prints every figure of every table', () => {
    const printed = [...bodyOf(html).matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, content]) => content).sort();
    const stated = snapshotOf(text, {}).reports.flatMap(({ report }) =>
      Object.values(report?.tables ?? {}).flatMap((table) => (table.state === 'found' ? table.rows : [])),
    );
    const figures = stated.flatMap(({ cells, state }) => (state === 'read' ? cells : [])).map(({ raw }) => raw.trim());
    const left = [...printed];
    const lost = figures.filter((figure) => {
      const at = left.indexOf(figure);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    expect(figures.length).toBeGreaterThan(10);
    expect(lost).toEqual([]);
  });

  test('prints no word of a finding', () => {
    const messages = parts.flatMap(({ findings }) => findings.map(({ message }) => fold(message)));
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(fold(shown(html))).not.toContain(message);
    expect(html).not.toContain('marked');
  });
});
