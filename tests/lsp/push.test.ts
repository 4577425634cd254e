/** Sessions with a client that cannot pull: diagnostics are pushed to it. */
import { afterEach, expect, test } from 'vitest';
import { brokenTotal, minutes, reportOf } from './reports';
import { pushed, shown, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

test('no pull is offered to a client that did not ask for it', async () => {
  client = await startInMemory({ capabilities: pushed });
  expect(client.server.capabilities.diagnosticProvider).toBeUndefined();
});

test('diagnostics are pushed with the version they belong to, when a report is opened and when it is edited', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  const opened = await client.pushOf(uri);
  expect(opened.version).toBe(1);
  expect(shown(client.text(uri), opened.diagnostics)).toEqual(['relation/case-total ⟦3⟧']);

  client.edit(uri, '2\t0\t0\t0\t3', '3\t0\t0\t0\t3');
  expect(await client.pushOf(uri)).toEqual({ uri, version: 2, diagnostics: [] });
});

test('closing a report takes its diagnostics back', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  client.close(uri);
  await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
  expect(client.published.at(-1)).toEqual({ uri, diagnostics: [] });
});

test('nothing at all is pushed for other texts', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open('file:///minutes.txt', minutes);
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  expect(client.published.map((params) => params.uri)).toEqual([uri]);
});

test('a report that is turned into another text loses its diagnostics', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  client.edit(uri, client.text(uri), minutes);
  expect((await client.pushOf(uri)).diagnostics).toEqual([]);
});

test('a burst of edits that has already arrived is audited once', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  for (let round = 0; round < 40; round++) {
    client.edit(uri, '2023年未收到', '2023年 未收到');
    client.edit(uri, '2023年 未收到', '2023年未收到');
  }
  const last = await client.pushOf(uri);
  expect(last.version).toBe(81);
  expect(client.published.length).toBeLessThan(10);
});
