/** The request for results, as the view in the editor makes it. */
import { afterEach, expect, test } from 'vitest';
import type { Refusal } from '../../server/src/lsp/wire/recognition-protocol';
import { insistMethod, refusalMethod } from '../../server/src/lsp/wire/recognition-protocol';
import type { ResultFixes, Results } from '../../server/src/lsp/wire/results-protocol';
import { resultFixesMethod, resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import { brokenTotal, minutes, renamed, reportOf } from './reports';
import { startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

function results(): Promise<Results> {
  return client.connection.sendRequest(resultsMethod, { uri });
}

test('one sentence says what was found and how far the relations were judged', async () => {
  client = await startInMemory();
  client.open(uri, reportOf(brokenTotal));
  expect((await results()).summary).toBe(
    '云岭县清溪镇人民政府2023年：1处错误；勾稽关系42条，成立41条，不成立1条，无法判断0条。',
  );
});

test('blank cells are told as not judged, though nothing is broken', async () => {
  client = await startInMemory();
  client.open(
    uri,
    reportOf({ figures: { 'review/cases/reconsideration.upheld': '', 'review/cases/reconsideration.total': '3' } }),
  );
  const { reports, summary } = await results();
  expect(summary).toContain('无法判断1条');
  expect(reports[0]?.coverage?.broken).toEqual([]);
  expect(reports[0]?.coverage?.unjudged).toMatchObject([
    { why: expect.stringMatching(/^无法判断：/), equations: [{ label: expect.stringContaining('总计') }] },
  ]);
});

test('a finding is where its diagnostic is, and has the titles of its own quick fixes', async () => {
  client = await startInMemory();
  client.open(uri, renamed(reportOf()));
  const [diagnostic] = await client.diagnostics(uri);
  const { reports } = await results();
  const finding = reports[0]?.groups[0]?.findings[0];
  expect(finding).toMatchObject({ lead: diagnostic?.message, range: diagnostic?.range, severity: 'warning' });
  const fixes: ResultFixes = await client.connection.sendRequest(resultFixesMethod, {
    uri,
    fingerprint: finding?.fingerprint,
    start: finding?.range.start,
  });
  const actions = diagnostic ? await client.actions(uri, diagnostic, ['quickfix']) : [];
  expect(fixes.titles.length).toBeGreaterThan(0);
  expect(actions.map(({ title }) => title)).toEqual(expect.arrayContaining([...fixes.titles]));
});

test('a text that is no report, or is not open, has no results', async () => {
  client = await startInMemory();
  expect(await results()).toEqual({ summary: '', reports: [], policy: null });
  client.open(uri, minutes);
  expect(await results()).toEqual({ summary: '', reports: [], policy: null });
});

test('a text that is no report tells why, and is audited all the same where the user insists', async () => {
  client = await startInMemory();
  client.open(uri, minutes);
  const refusal = (): Promise<Refusal> => client.connection.sendRequest(refusalMethod, { uri });
  expect((await refusal()).reason).toContain('没有找到报告标题');
  await client.connection.sendRequest(insistMethod, { uri });
  expect((await results()).summary).toMatch(/[1-9][0-9]*处错误/);
  expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('structure/missing-section');
  expect(await refusal()).toEqual({ reason: null });
  client.close(uri);
  client.open(uri, minutes);
  expect(await results()).toEqual({ summary: '', reports: [], policy: null });
});

test('why a document that was not opened is none is told from its text', async () => {
  client = await startInMemory();
  const refusal = (text?: string): Promise<Refusal> => client.connection.sendRequest(refusalMethod, { uri, text });
  expect((await refusal(minutes)).reason).toContain('没有找到报告标题');
  expect(await refusal()).toEqual({ reason: null });
});
