/** Sessions with a client that pulls diagnostics, as VS Code does. */
import { afterEach, expect, test } from 'vitest';
import { brokenTotal, minutes, renamed, reportOf } from './reports';
import { first, shown, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/清溪镇2023年政府信息公开工作年度报告.txt';
let client: TestClient;

afterEach(() => client.end());

test('the server says what it can do', async () => {
  client = await startInMemory();
  expect(client.server).toEqual({
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.disclosureAudit'] },
      documentSymbolProvider: { label: '年报审核' },
      foldingRangeProvider: true,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: { resolveProvider: false },
      diagnosticProvider: {
        identifier: 'disclosure-audit',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    },
    serverInfo: { name: 'disclosure-audit', version: '1.2.3' },
  });
});

test('a report without a defect has no diagnostics, and nothing is pushed to a client that pulls', async () => {
  client = await startInMemory();
  client.open(uri, reportOf());
  expect(await client.diagnostics(uri)).toEqual([]);
  expect(client.published).toEqual([]);
});

test('a broken total is underlined, with every figure of the equation as a related place', async () => {
  client = await startInMemory();
  const text = reportOf(brokenTotal);
  client.open(uri, text);
  const diagnostics = await client.diagnostics(uri);
  expect(shown(text, diagnostics)).toEqual(['relation/case-total ⟦3⟧']);
  const diagnostic = first(diagnostics);
  expect(diagnostic).toMatchObject({
    severity: 1,
    source: '年报审核',
    codeDescription: { href: 'file:///extension/server/docs/rules/relation-case-total.md' },
    data: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
  expect(diagnostic.message).toContain('2');
  expect(diagnostic.message).toContain('3');
  const related = diagnostic.relatedInformation ?? [];
  expect(new Set(related.map(({ location }) => location.uri))).toEqual(new Set([uri]));
  const words = shown(
    text,
    related.map(({ location, message }) => ({ range: location.range, message, code: '' })),
  );
  expect(words).toContain(' ⟦2⟧');
  expect(words.length).toBeGreaterThanOrEqual(4);
});

test('diagnostics follow the typing: a digit makes one appear and another makes it go', async () => {
  client = await startInMemory();
  client.open(uri, reportOf({ figures: { 'disclosure/permits/decisions': '7' } }));
  expect(await client.diagnostics(uri)).toEqual([]);
  client.edit(uri, '四、结转下年度继续办理\t\t\t0\t0', '四、结转下年度继续办理\t\t\t5\t0');
  const codes = (await client.diagnostics(uri)).map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.every((code) => String(code).startsWith('relation/'))).toBe(true);
  client.edit(uri, '四、结转下年度继续办理\t\t\t5\t0', '四、结转下年度继续办理\t\t\t0\t0');
  expect(await client.diagnostics(uri)).toEqual([]);
});

test('a pull is answered “unchanged” as long as an edit moves nothing that is underlined', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const first = await client.pull(uri);
  expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
  expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  client.edit(uri, '依法做好政府信息公开工作。', '依法依规做好政府信息公开工作。');
  expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  client.edit(uri, '依法依规做好政府信息公开工作。', '依法依规做好政府信息公开工作。\n');
  const moved = await client.pull(uri, first.resultId);
  expect(moved).toMatchObject({ kind: 'full' });
  expect(moved.resultId).not.toBe(first.resultId);
  expect(await client.pull(uri, first.resultId)).toMatchObject({ kind: 'full' });
});

test('a closed document has no diagnostics, and its result is not remembered when it is opened again', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const { resultId } = await client.pull(uri);
  client.close(uri);
  expect(await client.diagnostics(uri)).toEqual([]);
  client.open(uri, reportOf(brokenTotal));
  expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full', items: [{ code: 'relation/case-total' }] });
});

test('other texts are left alone, whatever they are about', async () => {
  client = await startInMemory();
  client.open('file:///minutes.txt', minutes);
  expect(await client.diagnostics('file:///minutes.txt')).toEqual([]);
  const textDocument = { uri: 'file:///minutes.txt' };
  expect(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument })).toBeNull();
  expect(await client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toBeNull();
});

test('a text becomes a report while it is typed, untitled or not', async () => {
  client = await startInMemory();
  client.open('untitled:Untitled-1', '云岭县清溪镇人民政府\n', 'plaintext');
  expect(await client.diagnostics('untitled:Untitled-1')).toEqual([]);
  client.edit('untitled:Untitled-1', '云岭县清溪镇人民政府\n', '云岭县清溪镇人民政府2023年政府信息公开工作年度报告\n');
  const codes = (await client.diagnostics('untitled:Untitled-1')).map(({ code }) => code);
  expect(codes).toContain('structure/missing-section');
});

test('Markdown documents are audited by the same measure', async () => {
  client = await startInMemory();
  const text = reportOf({ ...brokenTotal, layout: 'markdown' });
  client.open('file:///report.md', text, 'markdown');
  expect(shown(text, await client.diagnostics('file:///report.md'))).toEqual(['relation/case-total ⟦3⟧']);
});

test('several reports in one document are judged each on its own, at their own lines', async () => {
  client = await startInMemory();
  const first = renamed(reportOf());
  const second = reportOf({ ...brokenTotal, issuer: '云岭县白石镇人民政府' });
  client.open(uri, `${first}\n${second}`);
  const expected = ['structure/nonstandard-section-title ⟦其他事项⟧', 'relation/case-total ⟦3⟧'];
  expect(shown(client.text(uri), await client.diagnostics(uri))).toEqual(expected);

  client.edit(uri, '六、其他事项', '六、其他事项\n');
  expect(shown(client.text(uri), await client.diagnostics(uri))).toEqual(expected);
});

test('the outline goes from the report over sections and tables to rows', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const [report, ...others] = await client.connection.sendRequest<
    { name: string; detail: string; children: { name: string; children: { children: { name: string }[] }[] }[] }[]
  >('textDocument/documentSymbol', { textDocument: { uri } });
  expect(others).toEqual([]);
  expect(report?.name).toBe('云岭县清溪镇人民政府2023年政府信息公开工作年度报告');
  expect(report?.detail).toBe('1 处问题');
  expect(report?.children.map(({ name }) => name)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
  expect(report?.children[2]?.children[0]?.children).toHaveLength(25);
});

test('a client that knows no tree gets the outline as a list', async () => {
  client = await startInMemory({ capabilities: { textDocument: { diagnostic: {}, documentSymbol: {} } } });
  client.open(uri, reportOf());
  const symbols = await client.connection.sendRequest<{ name: string; containerName?: string; location: unknown }[]>(
    'textDocument/documentSymbol',
    { textDocument: { uri } },
  );
  expect(symbols.find(({ name }) => name === '一、总体情况')).toMatchObject({
    containerName: '云岭县清溪镇人民政府2023年政府信息公开工作年度报告',
    location: { uri },
  });
});

test('sections and tables fold, and the client’s limit is kept', async () => {
  client = await startInMemory({
    capabilities: { textDocument: { diagnostic: {}, foldingRange: { rangeLimit: 6 } } },
  });
  client.open(uri, reportOf());
  const lines = client.text(uri).split('\n');
  const ranges = await client.connection.sendRequest<{ startLine: number; endLine: number }[]>(
    'textDocument/foldingRange',
    { textDocument: { uri } },
  );
  expect(ranges.map(({ startLine }) => lines[startLine])).toEqual(
    lines.filter((line) => /^[一二三四五六]、/.test(line) && !line.includes('\t')),
  );
  expect(ranges.every(({ endLine }) => lines[endLine]?.trim() !== '')).toBe(true);
});
