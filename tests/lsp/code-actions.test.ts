/** Quick fixes fetched and applied over the protocol. */
import { afterEach, expect, test } from 'vitest';
import { brokenTotal, carriedThrough, renamed, reportOf } from './reports';
import { first, pulling, shown, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

test('a fix is applied and its finding is gone, with nothing else changed', async () => {
  client = await startInMemory();
  const clean = reportOf({ eol: '\r\n' });
  client.open(uri, renamed(clean));
  const diagnostic = first(await client.diagnostics(uri));
  expect(diagnostic.code).toBe('structure/nonstandard-section-title');
  const actions = await client.actions(uri, diagnostic);
  expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [diagnostic] });
  client.apply(first(actions));
  expect(client.text(uri)).toBe(clean);
  expect(await client.diagnostics(uri)).toEqual([]);
});

test('of several fixes that fit equally none is preferred, and each makes the relation hold', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const diagnostic = first(await client.diagnostics(uri));
  const actions = await client.actions(uri, diagnostic, ['quickfix']);
  expect(actions.length).toBeGreaterThan(1);
  expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([]);
  for (const [index, action] of actions.entries()) {
    const other = `file:///copy-${index}.txt`;
    client.open(other, client.text(uri));
    const moved = JSON.parse(JSON.stringify(action).replaceAll(uri, other));
    client.apply(moved);
    expect((await client.diagnostics(other)).filter(({ code }) => code === 'relation/case-total')).toEqual([]);
  }
});

test('where one figure explains several broken relations, its fix is preferred and takes the finding away', async () => {
  client = await startInMemory();
  const clean = reportOf({ figures: carriedThrough });
  client.open(uri, reportOf({ figures: { ...carriedThrough, 'requests/refused-secret/research': '4' } }));
  const diagnostics = await client.diagnostics(uri);
  expect(diagnostics.map(({ code }) => code)).toEqual(['relation/inconsistent-figure']);
  const actions = await client.actions(uri, first(diagnostics), ['quickfix']);
  expect(actions).toMatchObject([{ isPreferred: true }]);
  client.apply(first(actions));
  expect(client.text(uri)).toBe(clean);
});

test('edits carry the document’s version where the client can check it, and none where it cannot', async () => {
  client = await startInMemory();
  client.open(uri, renamed(reportOf()));
  const diagnostic = first(await client.diagnostics(uri));
  const versioned = first(await client.actions(uri, diagnostic));
  expect(versioned.edit).toEqual({
    documentChanges: [{ textDocument: { uri, version: 1 }, edits: expect.any(Array) }],
  });
  client.end();

  client = await startInMemory({ capabilities: { ...pulling, workspace: {} } });
  client.open(uri, renamed(reportOf()));
  const plain = first(await client.actions(uri, diagnostic));
  expect(plain.edit).toEqual({ changes: { [uri]: expect.any(Array) } });
});

test('only what the client asks for is offered', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const diagnostic = first(await client.diagnostics(uri));
  expect(await client.actions(uri, diagnostic, ['refactor.extract'])).toEqual([]);
  const elsewhere = { ...diagnostic, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  expect(await client.actions(uri, elsewhere)).toEqual([]);
});

test('fix-all makes the safe fixes of every report and leaves figures alone', async () => {
  client = await startInMemory();
  const wrong = (report: string): string => report.replace('五、存在的主要问题', '四、存在的主要问题');
  const clean = `${reportOf()}\n${reportOf({ ...brokenTotal, issuer: '云岭县白石镇人民政府' })}`;
  client.open(uri, `${wrong(reportOf())}\n${wrong(reportOf({ ...brokenTotal, issuer: '云岭县白石镇人民政府' }))}`);
  const diagnostics = await client.diagnostics(uri);
  expect(diagnostics.filter(({ code }) => code === 'structure/section-numbering')).toHaveLength(2);
  const actions = await client.actions(uri, first(diagnostics), ['source.fixAll']);
  expect(actions).toHaveLength(1);
  const action = first(actions);
  expect(action).toMatchObject({ kind: 'source.fixAll.disclosureAudit' });
  client.apply(action);
  expect(client.text(uri)).toBe(clean);
  expect(shown(clean, await client.diagnostics(uri))).toEqual(['relation/case-total ⟦3⟧']);
});

test('there is no fix-all where nothing can be fixed safely', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  const diagnostic = first(await client.diagnostics(uri));
  const actions = await client.actions(uri, diagnostic, ['source']);
  expect(actions).toEqual([]);
});
