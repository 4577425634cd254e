/** A diagnostic’s link, `explain` and the page on disk are the same page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explain } from '../../server/src/cli/explain-command';
import { toDiagnostic } from '../../server/src/lsp/services/diagnostics';
import { explainRule } from '../../server/src/rules/explain';
import { everyRule } from '../../server/src/rules/registry';
import { findingAt, reportOver } from '../features/fake-snapshot';
import { brokenTotal, reportOf } from './reports';
import { first, startInMemory } from './test-client';

const project = join(import.meta.dirname, '../..');
const pages = `${pathToFileURL(project).href}/server/docs/rules/`;

const text = '甲乙丙\n';
const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
const report = reportOver(text, {});

describe.each(everyRule.map(({ meta }) => [meta.id, meta] as const))('%s', (rule, meta) => {
  const place = { start: 0, end: text.length, status: 'skipped', report, reason: '' } as const;
  const { codeDescription } = toDiagnostic({ document, pages, translations: undefined }, place, {
    ...findingAt(text, '乙'),
    rule,
  });
  const linked = () => readFileSync(fileURLToPath(codeDescription?.href ?? ''), 'utf8');

  test('the link leads to what explain prints', () => {
    expect(linked()).toBe(explain({ kind: 'explain', rule }));
    expect(linked()).toBe(explainRule(rule));
  });

  test('which says what, why, on which ground and what to do', () => {
    expect(linked()).toContain(`# ${meta.title}\n`);
    for (const part of [meta.summary, meta.why, meta.whatToDo]) expect(linked()).toContain(part);
    for (const heading of ['## 报告什么', '## 为什么', '## 依据', '## 怎么改']) expect(linked()).toContain(heading);
    if (!rule.startsWith('internal/')) expect(linked()).toContain('## 有问题的写法');
  });
});

test('the server’s own diagnostics lead there', async () => {
  const client = await startInMemory({ initializationOptions: { extensionUri: pathToFileURL(project).href } });
  try {
    client.open('file:///a.txt', reportOf(brokenTotal));
    const { code, codeDescription } = first(await client.diagnostics('file:///a.txt'));
    expect(readFileSync(fileURLToPath(codeDescription?.href ?? ''), 'utf8')).toBe(explainRule(String(code)));
  } finally {
    client.end();
  }
});
