/** What findings and the outline say where there is little room: short, what is wrong first, and no markup of the report in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../server/src/features/structure/document-symbols';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import type { Finding } from '../../server/src/findings/finding';
import { linesOf } from '../../server/src/findings/finding';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { faults } from '../faults/faults';
import { judged } from '../faults/measure';
import { layoutOf } from '../support/reports/render';

/** Tags, character references, emphasis, escapes, links. */
const markup = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);|\*\*|\\[|*_[\]]|\]\(/i;

function expectShort(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const message = worded(finding.message);
    const lines = linesOf(finding).map((line) => worded(line));
    for (const words of [message, ...lines, ...finding.related.map((place) => worded(place.message))]) {
      expect(words, finding.rule).not.toMatch(markup);
      expect(words, finding.rule).not.toMatch(/[\r\n\t]/);
      expect(words, finding.rule).not.toBe('');
    }
    if (finding.lines === undefined) continue;
    expect(lines[0]?.length, `${finding.rule}: ${lines[0]}`).toBeLessThanOrEqual(message.length);
  }
}

function expectPlain(nodes: readonly OutlineNode[]): void {
  for (const { name, detail, children } of nodes) {
    expect(worded(name)).not.toMatch(markup);
    expect(worded(detail)).not.toMatch(markup);
    expectPlain(children);
  }
}

function findingsIn(text: string): readonly Finding[] {
  return snapshotOf(text, {}).reports.flatMap((part) => (part.status === 'audited' ? part.findings : []));
}

const flawed = join(import.meta.dirname, '../corpus/flawed');
const reportIn = (name: string): string => readFileSync(join(flawed, name), 'utf8');

test.each(readdirSync(flawed).filter((name) => !name.endsWith('.json')))('%s', (name) => {
  expectShort(findingsIn(reportIn(name)));
  expectPlain(documentSymbols(snapshotOf(reportIn(name), {})));
});

test('a heading with markup in it has none in the outline, nor in what is said of it', () => {
  for (const [heading, printed] of [
    ['## **一、总体&nbsp;情况**', '一、总体情况'],
    ['## 一、[总体情况]{.underline}', '一、总体情况'],
    ['## 一、总体\\_情况', '一、总体_情况'],
  ] as const) {
    const text = reportIn('12-markdown-南苑街道2024年.md').replace(/^## 一、.*$/m, heading);
    const snapshot = snapshotOf(text, {});
    const names = documentSymbols(snapshot).flatMap(({ children }) => children.map(({ name }) => worded(name)));
    expect(names.map((name) => name.replace(/\s/g, ''))).toContain(printed);
    expectPlain(documentSymbols(snapshot));
    expectShort(findingsIn(text));
  }
});

test.each(rules.map((rule) => [rule.meta.id, rule] as const))('the examples of %s', (_, { examples }) => {
  for (const example of examples.bad) {
    const { text } = parseMarks(exampleText(example));
    expectShort(
      snapshotOf(text, exampleOptions(example)).reports.flatMap((part) =>
        part.status === 'audited' ? part.findings : [],
      ),
    );
  }
});

test.each(faults.map((fault) => [fault.name, fault] as const))('%s, in several layouts', (_, fault) => {
  for (let seed = 0; seed < 6; seed++) expectShort(judged(fault, seed, layoutOf(seed))?.findings ?? []);
});

describe('the first line', () => {
  const leadIn = (name: string): string | undefined => {
    const [first] = findingsIn(reportIn(name)).map((finding) => linesOf(finding).map((line) => worded(line)));
    return first?.join('\n');
  };

  test('of a wrong figure has cell, figure and right figure; then come the relations', () => {
    expect(leadIn('1-tab-cell-红岩镇2023年.txt')).toBe(
      [
        '予以公开 · 商业企业：填8，应为3',
        '“商业企业”列（一）至（六）各项合计8、（七）总计3，应相等',
        '“（一）予以公开”行各类申请人合计12、总计7，应相等',
      ].join('\n'),
    );
  });

  test('of prose against the table has what each says', () => {
    expect(leadIn('13-bar-line-鹤鸣镇2022年.txt')).toBe(
      '本年新收 · 总计：正文说没有，表中是2\n正文写“鹤鸣镇未收到政府信息公开申请”',
    );
  });
});
