/** Settings over the protocol: where they come from, what they change, and what happens to invalid ones. */
import { afterEach, expect, test } from 'vitest';
import { brokenTotal, reportOf } from './reports';
import { pulling, pushed, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

const severities = async (): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity]);

test('a rule gets the severity that the client’s configuration gives it', async () => {
  client = await startInMemory({ settings: () => ({ rules: { 'relation/case-total': 'hint' } }) });
  client.open(uri, reportOf(brokenTotal));
  expect(await severities()).toEqual([['relation/case-total', 4]]);
});

test('a rule can be switched off', async () => {
  client = await startInMemory({ settings: () => ({ rules: { 'relation/case-total': 'off' } }) });
  client.open(uri, reportOf(brokenTotal));
  expect(await severities()).toEqual([]);
});

test('each folder may have settings of its own', async () => {
  client = await startInMemory({ settings: (scope) => ({ enable: scope?.includes('/drafts/') !== true }) });
  client.open('file:///drafts/report.txt', reportOf(brokenTotal));
  client.open(uri, reportOf(brokenTotal));
  expect(await client.diagnostics('file:///drafts/report.txt')).toEqual([]);
  expect(await client.diagnostics(uri)).toHaveLength(1);
});

test('a client that cannot be asked gives its settings at the start', async () => {
  client = await startInMemory({
    initializationOptions: { disclosureAudit: { rules: { 'relation/case-total': 'warning' } } },
  });
  client.open(uri, reportOf(brokenTotal));
  expect(await severities()).toEqual([['relation/case-total', 2]]);
});

test('changed settings are asked for again and the client is told to pull again', async () => {
  let rules: Record<string, string> = {};
  client = await startInMemory({ settings: () => ({ enable: true, edition: 'auto', rules }) });
  client.open(uri, reportOf(brokenTotal));
  expect(await severities()).toEqual([['relation/case-total', 1]]);
  rules = { 'relation/case-total': 'information' };
  client.change(null);
  expect(await severities()).toEqual([['relation/case-total', 3]]);
  expect(client.refreshes()).toBe(1);
});

test('settings sent with the change are used by a client that cannot be asked, and pushed diagnostics follow', async () => {
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, reportOf(brokenTotal));
  await client.pushOf(uri);
  client.change({ disclosureAudit: { enable: false } });
  await expect.poll(() => client.published.at(-1)?.diagnostics).toEqual([]);
});

test('an invalid setting is named with its value, once, and the others are used', async () => {
  client = await startInMemory({
    settings: () => ({
      enable: 'yes',
      edition: '2020',
      rules: {
        'relation/case-total': 'warning',
        'table/empty-cell': 'fatal',
        'table/no-such': 'off',
        'table/empty-cel': 'off',
      },
    }),
  });
  client.open(uri, reportOf(brokenTotal));
  client.open('file:///other.txt', reportOf());
  expect(await severities()).toEqual([['relation/case-total', 2]]);
  await client.diagnostics('file:///other.txt');
  expect(client.log).toEqual([
    expect.stringContaining('disclosureAudit.enable 的值 "yes"'),
    expect.stringContaining('disclosureAudit.edition 的值 "2020"'),
    expect.stringContaining('disclosureAudit.rules["table/empty-cell"] 的值 "fatal"'),
    expect.stringContaining('"table/no-such": "off" 无效：没有这条规则'),
    expect.stringContaining('"table/empty-cel": "off" 无效：没有这条规则（是否指 "table/empty-cell"？）'),
  ]);
});

test('the edition can be fixed', async () => {
  client = await startInMemory({ settings: () => ({ edition: '2019' }) });
  client.open(uri, reportOf());
  const codes = (await client.diagnostics(uri)).map(({ code }) => code);
  expect(codes).toContain('table/outdated-edition');
});

test('a client that does not answer does not keep its diagnostics from it', async () => {
  const capabilities = { ...pulling, workspace: { configuration: true } };
  client = await startInMemory({ capabilities });
  client.connection.onRequest('workspace/configuration', () => new Promise(() => undefined));
  client.open(uri, reportOf(brokenTotal));
  expect(await severities()).toEqual([['relation/case-total', 1]]);
});
