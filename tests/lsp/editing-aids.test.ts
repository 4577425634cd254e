/** Hints, lenses, colours, selections and reports by name, over the protocol. */
import { afterEach, expect, test } from 'vitest';
import type {
  CodeLens,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { memoryFiles } from '../support/memory-files';
import { brokenTotal, minutes, reportOf } from './reports';
import { first, pulling, type Start, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

async function opened(text: string, start: Start = {}, languageId = 'plaintext'): Promise<void> {
  client = await startInMemory(start);
  client.open(uri, text, languageId);
}

const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const textDocument = { uri };

const hints = (): Promise<InlayHint[] | null> =>
  client.connection.sendRequest('textDocument/inlayHint', { textDocument, range: everywhere });
const lenses = (): Promise<CodeLens[] | null> =>
  client.connection.sendRequest('textDocument/codeLens', { textDocument });

test('hints can be switched off by kind', async () => {
  const report = reportOf({ ...brokenTotal, layout: 'stacked' });
  let inlayHints: object = { columns: true, totals: true };
  await opened(report, { settings: () => ({ inlayHints }) }, 'disclosure-report');
  const labels = (await hints())?.map(({ label }) => label) ?? [];
  expect(labels).toContain('各项合计 2，差 1');
  expect(labels).toHaveLength(201);
  inlayHints = { columns: false };
  client.change(null);
  expect((await hints())?.map(({ label }) => label)).toEqual(['各项合计 2，差 1']);
  inlayHints = { columns: false, totals: false };
  client.change(null);
  expect(await hints()).toEqual([]);
});

test('outside the language of reports only totals have hints, not every figure', async () => {
  await opened(reportOf({ ...brokenTotal, layout: 'stacked' }));
  expect((await hints())?.map(({ label }) => label)).toEqual(['各项合计 2，差 1']);
});

test('a switch that is neither on nor off is named, and the default holds', async () => {
  await opened(reportOf(brokenTotal), { settings: () => ({ codeLens: { enable: 'no' }, inlayHints: 3 }) });
  expect(await lenses()).toHaveLength(4);
  expect(client.log).toEqual([
    expect.stringContaining('disclosureAudit.inlayHints 的值 3'),
    expect.stringContaining('disclosureAudit.codeLens.enable 的值 "no"'),
  ]);
});

test('the client is told to ask again when settings change', async () => {
  const asked: string[] = [];
  const workspace = {
    ...pulling.workspace,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  };
  await opened(reportOf(), { capabilities: { ...pulling, workspace }, settings: () => ({}) });
  for (const name of ['inlayHint', 'codeLens', 'semanticTokens']) {
    client.connection.onRequest(`workspace/${name}/refresh`, () => {
      asked.push(name);
      return null;
    });
  }
  client.change(null);
  await expect.poll(() => [...asked].sort()).toEqual(['codeLens', 'inlayHint', 'semanticTokens']);
});

test('lenses run the client’s command only where it has it', async () => {
  await opened(reportOf(brokenTotal));
  expect((await lenses())?.map(({ command }) => command?.command)).toEqual(['', '', '', '']);
  client.end();
  await opened(reportOf(brokenTotal), { initializationOptions: { commands: ['disclosureAudit.showRelations'] } });
  const own = (await lenses()) ?? [];
  expect(own.map(({ command }) => command?.command)).toEqual([
    'disclosureAudit.showRelations',
    '',
    '',
    'disclosureAudit.showRelations',
  ]);
  const [document, , places] = own[3]?.command?.arguments ?? [];
  expect([document, places.length]).toEqual([uri, 1]);
});

test('lenses can be switched off, and a text that is no report has none', async () => {
  await opened(reportOf(), { settings: () => ({ codeLens: { enable: false } }) });
  expect(await lenses()).toBeNull();
  client.edit(uri, reportOf(), minutes);
  expect(await hints()).toBeNull();
});

test('the server puts a missing table in', async () => {
  const capabilities = { ...pulling, workspace: { ...pulling.workspace, applyEdit: true } };
  const whole = reportOf();
  const start = whole.indexOf('\n行政复议\t') + 1;
  const end = whole.indexOf('\n五、存在');
  await opened(whole.slice(0, start) + whole.slice(end), { capabilities });
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    client.apply({ title: '', edit });
    return { applied: true };
  });
  expect(client.server.capabilities.executeCommandProvider?.commands).toEqual(['disclosureAudit.server.insertTable']);
  const lens = (await lenses())?.find(({ command }) => command?.title === '插入标准表格（数字全部填0）');
  await client.connection.sendRequest('workspace/executeCommand', {
    command: lens?.command?.command,
    arguments: lens?.command?.arguments,
  });
  expect(client.text(uri)).toBe(whole);
  for (const given of [[], [uri], [uri, 'x', 'review'], ['file:///no.txt', 0, 'review'], [uri, 99999, 'review']]) {
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'disclosureAudit.server.insertTable',
      arguments: given,
    });
  }
  expect(client.text(uri)).toBe(whole);
});

test('a client that takes no edits gets no lens that would make one', async () => {
  const whole = reportOf();
  await opened(whole.slice(0, whole.indexOf('\n行政复议\t') + 1));
  expect(client.server.capabilities.executeCommandProvider).toBeUndefined();
  expect((await lenses())?.filter(({ command }) => command?.title.includes('插入'))).toEqual([]);
});

test('tokens of the whole, of a range, and what has changed since', async () => {
  await opened(reportOf(brokenTotal));
  const full = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  });
  const range = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: everywhere,
  });
  expect(range.data).toEqual(full.data);
  expect(full.data.length % 5).toBe(0);
  client.edit(uri, '五、存在', '\n五、存在');
  const delta = await client.connection.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: full.resultId,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: added = [] } of [...delta.edits].reverse())
    data.splice(start, deleteCount, ...added);
  const fresh = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  });
  expect(data).toEqual(fresh.data);
  expect(data).not.toEqual(full.data);
});

test('a selection grows to the whole document', async () => {
  await opened(reportOf());
  const [range] = await client.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 0, character: 1 }],
  });
  let outer = range;
  while (outer?.parent) outer = outer.parent;
  expect(range?.range.end.line).toBe(0);
  expect(outer?.range.start).toEqual({ line: 0, character: 0 });
  expect(outer?.range.end.line).toBe(reportOf().split('\n').length - 1);
});

const found = async (query: string): Promise<readonly string[]> =>
  (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query }))
    .map(({ name, containerName }) => `${name}（${containerName}）`)
    .sort();

test('reports are found by body and year, open or in the folders', async () => {
  const texts: Record<string, string> = {
    'file:///reports/甲/白水镇.txt': reportOf({ issuer: '青山县白水镇人民政府' }),
    'file:///reports/甲/纪要.txt': minutes,
    'file:///reports/甲/白水镇.pdf': reportOf(),
    'file:///reports/node_modules/年报.txt': reportOf(),
    'file:///reports/.git/年报.txt': reportOf(),
    'file:///reports/report.txt': reportOf({ issuer: '青山县旧名镇人民政府' }),
  };
  const files = memoryFiles(texts);
  await opened(reportOf(), { files, workspaceFolders: ['file:///reports'] });
  const both = ['云岭县清溪镇人民政府 2023年（report.txt）', '青山县白水镇人民政府 2023年（白水镇.txt）'];
  expect(await found('')).toEqual(both);
  expect(await found('白水')).toEqual([both[1]]);
  expect(await found('清溪 2023')).toEqual([both[0]]);
  expect(await found('2022')).toEqual([]);
  const name = encodeURI('file:///reports/甲/白水镇.txt');
  expect(files.reads.filter((file) => file === name)).toHaveLength(1);
  texts['file:///reports/甲/白水镇.txt'] = reportOf({ issuer: '青山县黑水镇所属街道办事处' });
  expect(await found('白水')).toEqual([]);
});

test('a server without files knows the open documents', async () => {
  await opened(reportOf());
  client.open('file:///minutes.txt', minutes);
  expect(await found('')).toEqual(['云岭县清溪镇人民政府 2023年（report.txt）']);
  expect(first(await found('云岭'))).toContain('清溪镇');
});
