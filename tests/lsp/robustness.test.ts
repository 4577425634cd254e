/** What a client may get wrong without harm to the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { type Random, randomOf } from '../support/reports/random';
import { brokenTotal, reportOf } from './reports';
import { startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

const requests = ['codeAction', 'documentSymbol', 'foldingRange', 'diagnostic'].map((name) => `textDocument/${name}`);

test.each(requests)('%s with parameters of no sense is refused', async (method) => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const answer = client.connection.sendRequest(method, { textDocument: null });
  await expect(answer).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  expect(await client.diagnostics(uri)).toHaveLength(1);
});

test.each(requests)('%s for a document that is not open is answered with nothing', async (method) => {
  client = await startInMemory();
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } };
  const answer = await client.connection.sendRequest(method, {
    textDocument: { uri: 'file:///nowhere.txt' },
    range,
    context: { diagnostics: [] },
  });
  expect(answer === null || JSON.stringify(answer).includes('[]')).toBe(true);
  expect(client.log).toEqual([]);
});

test('an unknown request is refused and the session goes on', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  await expect(client.connection.sendRequest('textDocument/paint', {})).rejects.toThrow();
  expect(await client.diagnostics(uri)).toHaveLength(1);
});

test('edits of a document that is not open, without a version, or beyond its end do no harm', async () => {
  client = await startInMemory();
  const send = (textDocument: unknown, contentChanges: unknown): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  await send({ uri: 'file:///nowhere.txt', version: 2 }, [{ text: '' }]);
  client.open(uri, reportOf(brokenTotal));
  await send({ uri }, [{ text: '' }]);
  await send({ uri, version: 2 }, [{ range: 7, text: 3 }]);
  const end = { line: 1e6, character: 1e6 };
  await send({ uri, version: 3 }, [{ range: { start: end, end }, text: '\n' }]);
  expect(await client.diagnostics(uri)).toHaveLength(1);
});

test('a cancelled request is answered as cancelled', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const source = new CancellationTokenSource();
  const answers = [
    client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } }),
    client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token),
  ];
  source.cancel();
  const [folding, diagnostic] = await Promise.allSettled(answers);
  expect(folding?.status).toBe('fulfilled');
  expect(diagnostic).toMatchObject({ status: 'rejected', reason: { code: LSPErrorCodes.RequestCancelled } });
});

test('a request that is cancelled while the client is being asked for its settings is answered as cancelled', async () => {
  const source = new CancellationTokenSource();
  client = await startInMemory({
    settings: () => {
      source.cancel();
      return null;
    },
  });
  client.open(uri, reportOf(brokenTotal));
  const answer = client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, source.token);
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('whatever a client states of itself in a form that it has not, it is served', async () => {
  const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'initialize/vscode.json'), 'utf8'));
  const random = randomOf(11, 'capabilities');
  for (let i = 0; i < 60; i++) {
    const odd = structuredClone(recorded);
    for (let changes = 0; changes < 8; changes++) spoil(odd, random);
    client?.end();
    client = await startInMemory({ recorded: odd, capabilities: odd.capabilities ?? {} }, (connection) => {
      connection.onRequest('disclosureAudit/readFile', () => ({ text: null }));
    });
    client.open(uri, reportOf(brokenTotal));
    const pulls = client.server.capabilities.diagnosticProvider !== undefined;
    const found = pulls ? await client.diagnostics(uri) : (await client.pushOf(uri)).diagnostics;
    expect(found, JSON.stringify(odd)).toHaveLength(1);
    for (const method of ['hover', 'completion', 'codeAction', 'foldingRange', 'documentSymbol', 'inlayHint']) {
      const position = { line: 3, character: 0 };
      const range = { start: position, end: { line: 90, character: 0 } };
      await client.connection.sendRequest(`textDocument/${method}`, {
        textDocument: { uri },
        position,
        range,
        context: { diagnostics: [] },
      });
    }
    // A setting that is none is told.
    expect(
      client.log.filter((line) => !line.startsWith('设置')),
      JSON.stringify(odd),
    ).toEqual([]);
  }
}, 60_000);

const oddities = [null, 7, -1, 'x', [], [null], {}, true, false];

/** Puts something else in the place of one value, at any depth. */
function spoil(root: object, { pick, chance }: Random): void {
  let node = root as Record<string, unknown>;
  for (;;) {
    const key = pick(Object.keys(node));
    const child = node[key];
    const isDeeper = typeof child === 'object' && child !== null && Object.keys(child).length > 0 && chance(0.85);
    // Which processes live is the test's own affair.
    if (!isDeeper) {
      if (key !== 'processId') node[key] = structuredClone(pick(oddities));
      return;
    }
    node = child as Record<string, unknown>;
  }
}
