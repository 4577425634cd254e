/** One document that takes too long costs the others its share of time and no more, and says so itself. */
import { afterEach, expect, test, vi } from 'vitest';
import type * as Pace from '../../server/src/audit/pace';
import type * as Registry from '../../server/src/rules/registry';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { brokenTotal, reportOf } from './reports';
import { first, pulling, pushed, startInMemory, type TestClient } from './test-client';

const slow = vi.hoisted(() => ({ times: 0, clock: 0 }));

/** A clock that only snails move. */
vi.mock('../../server/src/audit/pace', async (original) => {
  const own = await original<typeof Pace>();
  return { ...own, paceOf: (milliseconds: number) => own.paceOf(milliseconds, () => slow.clock) };
});
/** Every rule takes three seconds over a report with a snail in it. */
vi.mock('../../server/src/rules/registry', async (original) => {
  const own = await original<typeof Registry>();
  const rules = own.rules.map((rule): (typeof own.rules)[number] => ({
    ...rule,
    check: (report, context) => {
      if (report.text.includes('🐌')) {
        slow.times += 1;
        slow.clock += 3000;
      }
      return rule.check(report, context);
    },
  }));
  return { ...own, rules };
});

const uri = 'file:///reports/slow.txt';
const other = 'file:///reports/other.txt';
const failing = 'internal/reading-failed';
const budget = { milliseconds: 10_000, characters: 100_000 };
const sluggish = reportOf(brokenTotal).replace('依法做好', '依法做好🐌');
let client: TestClient | undefined;

afterEach(() => client?.end());

test('a document that takes too long is one diagnostic, and the others are answered', async () => {
  client = await startInMemory({ capabilities: pulling, budget });
  client.open(uri, sluggish);
  client.open(other, reportOf(brokenTotal));
  const before = slow.times;
  const [told, others] = await Promise.all([client.diagnostics(uri), client.diagnostics(other)]);
  expect(slow.times - before).toBe(4);
  expect(told.map(({ code, severity }) => [code, severity])).toEqual([[failing, 1]]);
  expect(first(told).message).toContain('审核在10秒内没有完成，已停止');
  expect(others.map(({ code }) => code)).toEqual(['relation/case-total']);
  expect(client.log).toEqual([]);
});

test('it is pushed, and told in English', async () => {
  client = await startInMemory({ capabilities: pushed, budget, locale: 'en', settings: () => ({ language: 'en' }) });
  client.open(uri, sluggish);
  const { diagnostics } = await client.pushOf(uri);
  expect(diagnostics.map(({ code }) => code)).toEqual([failing]);
  expect(diagnostics[0]?.message).toContain('not done within 10 seconds');
});

test('it is not tried again while it is edited; half as long, or opened anew, it is', async () => {
  client = await startInMemory({ capabilities: pulling, budget });
  client.open(uri, sluggish);
  await client.diagnostics(uri);
  const tried = slow.times;
  client.edit(uri, '依法做好🐌', '依法依规做好🐌');
  expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual([failing]);
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'formatting', 'semanticTokens/full']) {
    await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, options: {} });
  }
  expect(slow.times).toBe(tried);
  client.edit(uri, client.text(uri).slice(200), '');
  await client.diagnostics(uri);
  client.close(uri);
  client.open(uri, sluggish.replace('🐌', ''));
  expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(['relation/case-total']);
  client.close(uri);
  client.open(uri, sluggish);
  await client.diagnostics(uri);
  expect(slow.times).toBeGreaterThan(tried);
});

test('a text of more characters than may be is not read at all', async () => {
  client = await startInMemory({ capabilities: pulling, budget });
  client.open(uri, reportOf(brokenTotal) + '另。'.repeat(50_000));
  const told = await client.diagnostics(uri);
  expect(told.map(({ code }) => code)).toEqual([failing]);
  expect(first(told).message).toContain('超过100000个的上限');
});

test('without a pace there is all the time in the world', () => {
  const { reports } = snapshotOf(sluggish, {});
  expect(reports).toMatchObject([{ status: 'audited', findings: [{ rule: 'relation/case-total' }] }]);
});
