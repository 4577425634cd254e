/** Diagnostics are converted once for a report that does not change. */

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from '../../server/src/lsp/documents';
import { diagnosticConverter, pullAnswers } from '../../server/src/lsp/services/diagnostics';
import { defaultSettings } from '../../server/src/lsp/settings/settings';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { findingAt, reportOver, snapshotWith } from '../features/fake-snapshot';

const uri = 'file:///compilation.txt';
const first = reportOver('第一份报告\n', {});
const second = reportOver('第二份报告\n一、总体情况\n', {});
const findings = [findingAt(second.text, '总体情况')];
const convert = diagnosticConverter('file:///rules/');

function converted(snapshot: Snapshot, name = uri): ReturnType<typeof convert> {
  return convert({
    document: TextDocument.create(name, 'plaintext', 1, snapshot.text),
    snapshot,
    translations: undefined,
    settings: defaultSettings,
  });
}

test('an unchanged report at its old place gives the very same object', () => {
  const once = converted(snapshotWith({ report: first }, { report: second, findings }));
  const again = converted(snapshotWith({ report: first }, { report: second, findings }));
  expect(again[1]).toBe(once[1]);
});

test('a report pushed down by a line keeps its diagnostics, with every place moved', () => {
  const before = converted(snapshotWith({ report: first }, { report: second, findings }));
  const longer = reportOver('第一份\n报告\n', {});
  const after = converted(snapshotWith({ report: longer }, { report: second, findings }));
  const fresh = diagnosticConverter('file:///rules/')({
    document: TextDocument.create(uri, 'plaintext', 1, longer.text + second.text),
    snapshot: snapshotWith({ report: longer }, { report: second, findings }),
    translations: undefined,
    settings: defaultSettings,
  });
  expect(after[1]).toEqual(fresh[1]);
  expect(after[1]?.items[0]?.range.start.line).toBe((before[1]?.items[0]?.range.start.line ?? 0) + 1);
});

test('a report that does not begin a line is converted anew', () => {
  const opening = [findingAt(second.text, '第二份')];
  converted(snapshotWith({ report: reportOver('编者按：', {}) }, { report: second, findings: opening }));
  const [, after] = converted(
    snapshotWith({ report: reportOver('编者按语：', {}) }, { report: second, findings: opening }),
  );
  expect(after?.items[0]?.range.start).toEqual({ line: 0, character: '编者按语：'.length });
});

test('the same report in another document points into that document', () => {
  converted(snapshotWith({ report: second, findings }));
  const [copy] = converted(snapshotWith({ report: second, findings }), 'file:///copy.txt');
  expect(copy?.items[0]?.relatedInformation?.[0]?.location.uri).toBe('file:///copy.txt');
});

test('the same diagnostics over other words are sent again, for the editor has lost the underline', async () => {
  const versions = ['总体情况', '总体情况', '总的情况'].map((words) => {
    const report = reportOver(`第二份报告\n一、${words}\n`, {});
    const finding = { ...findingAt(report.text, words), message: '标题有误', related: [] };
    const snapshot = snapshotWith({ report, findings: [finding] });
    return { document: TextDocument.create(uri, 'plaintext', 1, report.text), snapshot };
  });
  let version = 0;
  const documents = {
    open: { onDidClose: () => undefined, get: () => versions[version]?.document },
    audited: async () => versions[version] ?? null,
  } as unknown as Documents;
  const pull = pullAnswers(documents, diagnosticConverter('file:///rules/'));
  const first = await pull(uri, undefined);
  version = 1;
  expect(await pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  version = 2;
  expect(await pull(uri, first.resultId)).toMatchObject({ kind: 'full' });
});
