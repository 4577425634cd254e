/** Hover, definitions, references, highlights and links over the protocol, as each client can show them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clauses } from '../../server/src/standard/clause-pages';
import { minutes, reportOf } from './reports';
import type { TestClient } from './test-client';
import { first, pulling, startInMemory } from './test-client';

const uri = 'file:///a.txt';
const project = pathToFileURL(join(import.meta.dirname, '../..')).href;
const clients: TestClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});

async function started(textDocument: ClientCapabilities['textDocument'], text: string): Promise<TestClient> {
  const capabilities = { ...pulling, textDocument: { ...pulling.textDocument, ...textDocument } };
  const client = await startInMemory({ capabilities, initializationOptions: { extensionUri: project } });
  clients.push(client);
  client.open(uri, text);
  return client;
}

/** Asks `method` at the first of `words`. */
function ask<R>(client: TestClient, method: string, words: string, more: object = {}): Promise<R> {
  const text = client.text(uri);
  const document = TextDocument.create(uri, 'plaintext', 1, text);
  const position = document.positionAt(text.indexOf(words));
  return client.connection.sendRequest<R>(method, { textDocument: { uri }, position, ...more });
}

function wordsAt(client: TestClient, { range }: { readonly range: Location['range'] }): string {
  return TextDocument.create(uri, 'plaintext', 1, client.text(uri)).getText(range);
}

const received = '未收到政府信息公开申请';

test('a hover is Markdown where the client shows it, with links to the pages', async () => {
  const client = await started({ hover: { contentFormat: ['markdown', 'plaintext'] } }, reportOf());
  const hover = await ask<Hover>(client, 'textDocument/hover', '一、本年新收');
  const { kind, value } = hover.contents as MarkupContent;
  expect(kind).toBe('markdown');
  expect(value).toContain('**一、本年新收政府信息公开申请数量**');
  const link = /\[条例第三十一条\]\(<([^>]*)>\)/.exec(value)?.[1] ?? '';
  const [page = '', line = ''] = link.split('#L');
  expect(readFileSync(fileURLToPath(page), 'utf8').split('\n')[Number(line) - 1]).toBe('## 条例第三十一条');
  expect(hover.range && wordsAt(client, { range: hover.range })).toBe('一、本年新收政府信息公开申请数量');
});

test('a hover is plain text where the client says nothing', async () => {
  const client = await started({}, reportOf());
  const { contents } = await ask<Hover>(client, 'textDocument/hover', received);
  expect(contents).toEqual({ kind: 'plaintext', value: expect.stringContaining('✓ 正文与表格一致') });
  expect((contents as MarkupContent).value).not.toMatch(/\*\*|]\(/);
});

test('words of the document are no Markdown', async () => {
  const text = reportOf().replace(received, '[收到](x)*政府*信息公开申请3件').replace('政府*信息', '政府信息');
  const client = await started({ hover: { contentFormat: ['markdown'] } }, text);
  const { contents } = await ask<Hover>(client, 'textDocument/hover', '3件');
  expect((contents as MarkupContent).value).toContain('\\[收到\\](x)\\*政府信息公开申请3件');
});

test('a definition is a link from the words to the row where the client follows links, else a place', async () => {
  const linking = await started({ definition: { linkSupport: true } }, reportOf());
  const link = first(await ask<LocationLink[]>(linking, 'textDocument/definition', received));
  expect(link.originSelectionRange && wordsAt(linking, { range: link.originSelectionRange })).toBe(received);
  expect(wordsAt(linking, { range: link.targetRange })).toMatch(/^一、本年新收/);
  expect(wordsAt(linking, { range: link.targetSelectionRange })).toBe('0');

  const plain = await started({}, reportOf());
  const place = first(await ask<Location[]>(plain, 'textDocument/definition', received));
  expect(place).toEqual({ uri, range: link.targetSelectionRange });
});

test('references and highlights', async () => {
  const client = await started({}, reportOf());
  const context = { includeDeclaration: true };
  const places = await ask<Location[]>(client, 'textDocument/references', received, { context });
  expect(places.map((place) => wordsAt(client, place))).toEqual([received, '0']);
  const highlights = await ask<DocumentHighlight[]>(client, 'textDocument/documentHighlight', received);
  expect(highlights.map((highlight) => [highlight.kind, wordsAt(client, highlight)])).toEqual([
    [1, received],
    [2, '0'],
  ]);
});

test('links lead to the line of the clause on the page', async () => {
  const client = await started({ documentLink: { tooltipSupport: true } }, reportOf());
  const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
    textDocument: { uri },
  });
  expect(links.map((link) => wordsAt(client, link))).toContain('第二十条');
  // Each clause once, and none in the tables, whose form names its clauses.
  expect(new Set(links.map(({ target }) => target)).size).toBe(links.length);
  expect(links.filter((link) => wordsAt(client, link).includes('项'))).toEqual([]);
  for (const { target = '', tooltip } of links) {
    const [page = '', line = ''] = target.split('#L');
    const heading = readFileSync(fileURLToPath(page), 'utf8').split('\n')[Number(line) - 1];
    const clause = clauses.find(({ name }) => heading === `## ${name}`);
    expect(tooltip).toBe(`查看${clause?.name}的要求`);
  }
});

test('a text that is no report has nothing of the kind', async () => {
  const client = await started({}, minutes);
  expect(await ask(client, 'textDocument/hover', '政务公开')).toBeNull();
  expect(await ask(client, 'textDocument/definition', '政务公开')).toBeNull();
  expect(await ask(client, 'textDocument/documentHighlight', '政务公开')).toBeNull();
});
