/** The server as its users run it: bundled, in a process of its own, over standard input and output. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, inject, test } from 'vitest';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { brokenTotal, renamed, reportOf } from './reports';
import { connect, first, pushed, type Start, shown, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
const { installation, server: program } = inject('bundles');
let server: ChildProcessWithoutNullStreams;
let client: TestClient;

afterEach(() => {
  client?.end();
  server?.kill();
});

async function startProcess(start: Start = {}): Promise<void> {
  server = spawn(process.execPath, [program, '--stdio']);
  client = await connect(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
    start,
    () => undefined,
  );
}

test('a whole session: open, see, fix, see it gone, shut down', async () => {
  await startProcess();
  const clean = reportOf();
  client.open(uri, renamed(clean));
  const diagnostics = await client.diagnostics(uri);
  expect(shown(client.text(uri), diagnostics)).toEqual(['structure/nonstandard-section-title ⟦其他事项⟧']);
  const diagnostic = first(diagnostics);
  expect(diagnostic.codeDescription?.href).toBe(
    `${pathToFileURL(installation).href}/server/docs/rules/structure-nonstandard-section-title.md`,
  );
  const action = first(await client.actions(uri, diagnostic));
  client.apply(action);
  expect(client.text(uri)).toBe(clean);
  expect(await client.diagnostics(uri)).toEqual([]);

  const ended = once(server, 'exit');
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect(await ended).toEqual([0, null]);
});

test('settings of a client’s own are read in the bundle too', async () => {
  await startProcess({ settings: () => ({ rules: { 'relation/case-total': 'hint' } }) });
  client.open(uri, reportOf(brokenTotal));
  expect(await client.diagnostics(uri)).toMatchObject([{ code: 'relation/case-total', severity: 4 }]);
});

test('the rules’ pages are found in the installation that the client names', async () => {
  await startProcess({ initializationOptions: { extensionUri: 'vscode-vfs://somewhere/extension/' } });
  client.open(uri, reportOf(brokenTotal));
  expect((await client.diagnostics(uri))[0]?.codeDescription?.href).toBe(
    'vscode-vfs://somewhere/extension/server/docs/rules/relation-case-total.md',
  );
});

test('a message that is no JSON does not end the server', async () => {
  await startProcess({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  const body = '{"jsonrpc": "2.0", "method": ';
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  client.edit(uri, '2\t0\t0\t0\t3', '3\t0\t0\t0\t3');
  expect((await client.pushOf(uri)).diagnostics).toEqual([]);
});

test('without a transport the program says how it is used', () => {
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('--stdio');
});
