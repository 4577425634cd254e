/** Editors as they introduced themselves (see initialize/): each gets what it has said that it takes, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeParams,
  MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDiagnostic, type Place, requests } from './client-requests';
import { startInMemory, type TestClient } from './test-client';

const folder = join(import.meta.dirname, 'initialize');
const flawed = join(import.meta.dirname, '../corpus/flawed');
const samples = readdirSync(flawed).filter((name) => /\.(?:txt|md|html)$/.test(name));
const uri = 'file:///work/report.txt';

/** Capabilities that no request of a client belongs to. */
const others = ['positionEncoding', 'textDocumentSync', 'diagnosticProvider', 'executeCommandProvider', 'workspace'];

let client: TestClient;
afterEach(() => client.end());

describe.each(readdirSync(folder).map((name) => [name.replace('.json', ''), name]))('%s', (_, name) => {
  const recorded = JSON.parse(readFileSync(join(folder, name), 'utf8')) as InitializeParams;
  const { capabilities } = recorded;
  const isPulling = capabilities.textDocument?.diagnostic !== undefined;
  let surprises: string[];

  async function start(): Promise<void> {
    surprises = [];
    client = await startInMemory({ recorded }, (connection) => {
      const all = connection as unknown as Pick<MessageConnection, 'onRequest'>;
      all.onRequest((method) => {
        surprises.push(method);
        return { text: null, entries: [] };
      });
    });
  }

  async function diagnosticsOf(text: string): Promise<readonly Diagnostic[]> {
    client.open(uri, text);
    return isPulling ? client.diagnostics(uri) : (await client.pushOf(uri)).diagnostics;
  }

  test('is told of its way to diagnostics, and of no other', async () => {
    await start();
    expect(client.server.capabilities.diagnosticProvider !== undefined).toBe(isPulling);
    const diagnostics = await diagnosticsOf(textOf(samples[0]));
    expect(diagnostics.length).toBeGreaterThan(0);
    if (isPulling) expect(client.published.filter((push) => push.uri === uri)).toEqual([]);
  });

  test.each(samples)('%s: answers keep to what the client takes', async (sample) => {
    await start();
    const text = textOf(sample);
    const document = TextDocument.create(uri, 'plaintext', 1, text);
    const diagnostics = await diagnosticsOf(text);
    for (const diagnostic of diagnostics) checkDiagnostic(diagnostic, capabilities);
    const server = client.server.capabilities;
    const asked = askable(server, capabilities);
    const whole = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
    for (const range of [whole, ...diagnostics.map((diagnostic) => diagnostic.range)]) {
      const place: Place = { document, range, diagnostics, server };
      for (const request of asked) {
        const answer = await client.connection.sendRequest(request.method, request.params(place));
        request.check(answer, capabilities, place);
      }
    }
    expect(client.log).toEqual([]);
  });

  test('is asked for nothing that it does not answer', async () => {
    await start();
    await diagnosticsOf(textOf(samples[0]));
    client.change({ disclosureAudit: { rules: {} } });
    client.edit(uri, '政府信息公开工作年度报告', '政府信息公开工作 年度报告');
    expect(await (isPulling ? client.pull(uri) : client.pushOf(uri))).toBeDefined();
    const allowed = recorded.initializationOptions?.files === true ? ['disclosureAudit/readFile'] : [];
    expect(surprises.filter((method) => !allowed.includes(method))).toEqual([]);
    if (capabilities.workspace?.configuration !== true) expect(client.configurations()).toBe(0);
    if (capabilities.workspace?.diagnostics?.refreshSupport !== true) expect(client.refreshes()).toBe(0);
    for (const method of client.registered) expect(canRegister(method, capabilities), method).toBe(true);
  });

  test('every capability of the server is one that this test knows', async () => {
    await start();
    const offered = Object.entries(client.server.capabilities).filter(([, value]) => value);
    const unknown = offered.filter(([key]) => !(key in requests) && !others.includes(key)).map(([key]) => key);
    expect(unknown).toEqual([]);
  });
});

function textOf(sample: string | undefined): string {
  return readFileSync(join(flawed, sample ?? ''), 'utf8').replace(/^\uFEFF/, '');
}

/** The requests that the server offers and the client makes. */
function askable(server: TestClient['server']['capabilities'], client: ClientCapabilities) {
  const offered = Object.entries(requests).filter(([key]) => server[key as keyof typeof server]);
  return offered
    .flatMap(([, made]) => made)
    .filter(({ declared, method }) => {
      if (declared === 'workspaceSymbol') return client.workspace?.symbol !== undefined;
      if (client.textDocument?.[declared] === undefined) return false;
      if (method.endsWith('semanticTokens/range')) {
        const provider = server.semanticTokensProvider as { readonly range?: unknown } | undefined;
        return provider?.range !== undefined && client.textDocument.semanticTokens?.requests.range !== undefined;
      }
      return true;
    });
}

function canRegister(method: string, { workspace, textDocument }: ClientCapabilities): boolean {
  const [area, name] = method.split('/') as [string, string];
  const declared = (area === 'workspace' ? workspace : textDocument) as Record<string, unknown> | undefined;
  return (declared?.[name] as { readonly dynamicRegistration?: boolean } | undefined)?.dynamicRegistration === true;
}
