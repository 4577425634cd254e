/** A fault of the reader is seen where the user looks: one diagnostic, never an empty list; other reports keep theirs. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Stretch } from '../../server/src/report/stretch';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { brokenTotal, reportOf } from './reports';
import { pulling, pushed, startInMemory, type TestClient } from './test-client';

/** A reader that fails on a report with a skull in it, and a parser that fails on a text with two. */
vi.mock('../../server/src/report/prose/read-facts', async (original) => {
  const own = await original<typeof import('../../server/src/report/prose/read-facts')>();
  const proseOf: typeof own.proseOf = (stretch: Stretch, ...rest) => {
    if (stretch.text.includes('☠')) throw new Error('no facts');
    return own.proseOf(stretch, ...rest);
  };
  return { ...own, proseOf };
});
vi.mock('../../server/src/report/outline', async (original) => {
  const own = await original<typeof import('../../server/src/report/outline')>();
  const outlineOf: typeof own.outlineOf = (tree, ...rest) => {
    if (tree.text.includes('☠☠')) throw new Error('no outline');
    return own.outlineOf(tree, ...rest);
  };
  return { ...own, outlineOf };
});
/** An editor's feature may fail, too: the conversion of findings to the protocol's diagnostics. */
vi.mock('../../server/src/lsp/services/to-protocol', async (original) => {
  const own = await original<typeof import('../../server/src/lsp/services/to-protocol')>();
  const toRange: typeof own.toRange = (document, span) => {
    if (document.getText().includes('☢') && span.start > 0) throw new Error('no range');
    return own.toRange(document, span);
  };
  return { ...own, toRange };
});

const uri = 'file:///reports/清溪镇2023年政府信息公开工作年度报告.txt';
const failing = 'internal/reading-failed';
const sound = reportOf(brokenTotal);
const broken = sound.replaceAll('2023年', '2022年').replace('一、总体情况', '一、总体情况☠');
let client: TestClient | undefined;

afterEach(() => client?.end());

test('a report that cannot be read costs itself alone', () => {
  const { reports } = snapshotOf(`${broken}\n${sound}`, {});
  const alone = snapshotOf(sound, {}).reports[0];
  if (alone?.status !== 'audited') throw new Error('not audited');
  expect(reports).toHaveLength(2);
  const [first, second] = reports;
  if (first?.status !== 'audited' || second?.status !== 'audited') throw new Error('not audited');
  expect(first.findings.map(({ rule, severity }) => [rule, severity])).toEqual([[failing, 'error']]);
  expect(first.coverage).toMatchObject({ holds: 0, broken: 0 });
  expect(first.coverage.notAssessable).toBeGreaterThan(0);
  expect(second.findings.map(({ fingerprint }) => fingerprint)).toEqual(
    alone.findings.map(({ fingerprint }) => fingerprint),
  );
});

test.each([
  ['a report', broken, 'no facts'],
  ['a text', broken.replace('☠', '☠☠'), 'no outline'],
  ['its diagnostics', sound.replace('一、总体情况', '一、总体情况☢'), 'no range'],
])('%s that fails is one diagnostic, pulled and pushed', async (_, text, reason) => {
  client = await startInMemory({ capabilities: pulling });
  client.open(uri, text);
  const pulled = await client.diagnostics(uri);
  expect(pulled.map(({ code, severity }) => [code, severity])).toEqual([[failing, 1]]);
  expect(pulled[0]?.message).toContain(reason);
  client.end();
  client = await startInMemory({ capabilities: pushed });
  client.open(uri, text);
  const { diagnostics } = await client.pushOf(uri);
  expect(diagnostics.map(({ code }) => code)).toEqual([failing]);
});
