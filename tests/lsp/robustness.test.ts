/** What a client may get wrong without harm to the server. */
import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { brokenTotal, reportOf } from './reports';
import { startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

const requests = ['codeAction', 'documentSymbol', 'foldingRange', 'diagnostic'].map((name) => `textDocument/${name}`);

test.each(requests)('%s with parameters of no sense is answered with nothing, and logged', async (method) => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const answer = await client.connection.sendRequest(method, { textDocument: null });
  expect(answer === null || JSON.stringify(answer).includes('[]')).toBe(true);
  expect(client.log.join('\n')).toContain(method);
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
