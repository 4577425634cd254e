/** Files that are no text: shown with their findings, imported, pasted, exported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readers } from '../../server/src/intake/readers';
import { takeIn } from '../../server/src/intake/take-in';
import { fromBase64 } from '../../server/src/lsp/wire/files-protocol';
import type { PreviewAnswer } from '../../server/src/lsp/wire/preview-protocol';
import { previewMethod } from '../../server/src/lsp/wire/preview-protocol';
import type { ResultFixes, Results } from '../../server/src/lsp/wire/results-protocol';
import { resultFixesMethod, resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import type {
  ExportReportAnswer,
  ImportAnswer,
  PasteAnswer,
  ShowFileAnswer,
} from '../../server/src/lsp/wire/shown-protocol';
import {
  exportReportMethod,
  hideFileMethod,
  importFileMethod,
  pasteMethod,
  showFileMethod,
} from '../../server/src/lsp/wire/shown-protocol';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { memoryFiles } from '../support/memory-files';
import { printed } from '../support/printed';
import { writtenReport } from '../support/written-reports';
import type { TestClient } from './test-client';
import { startInMemory } from './test-client';

const folder = 'file:///county/';
const word = `${folder}年报.docx`;
const page = `${folder}年报.html`;
const damaged = `${folder}坏.docx`;

/** The total of a row is short by one. */
const wrong = printed({
  figures: { 'requests/received/natural-person': '2', 'requests/received/total': '1' },
});

let client: TestClient;

beforeAll(async () => {
  const bytes = await writtenReport(wrong, 'docx');
  const files = memoryFiles({
    [word]: bytes,
    [page]: await writtenReport(wrong, 'html'),
    [damaged]: bytes.subarray(0, 500),
  });
  client = await startInMemory({ files });
});
afterAll(() => client.end());

function lastPush(uri: string) {
  return client.published.findLast((push) => push.uri === uri)?.diagnostics;
}

function show(uri: string): Promise<ShowFileAnswer> {
  return client.connection.sendRequest(showFileMethod, { uri });
}

describe('a Word file that is shown', () => {
  test('says what it is; nothing is left out of ours', async () => {
    expect(await show(word)).toEqual({ state: 'shown', kind: 'docx', omitted: [] });
  });

  test('has its findings pushed, with their places in words', async () => {
    await show(word);
    await expect.poll(() => lastPush(word)?.length).toBeGreaterThan(0);
    const [sum] = (lastPush(word) ?? []).filter(({ code }) => String(code).startsWith('relation/'));
    expect(sum?.message).toMatch(/^表2第\d+行第\d+列：/);
    expect(sum?.relatedInformation?.every(({ message }) => /^表2第\d+行/.test(message))).toBe(true);
  });

  test('is previewed as the form, and no figure can be written into it', async () => {
    await show(word);
    const answer: PreviewAnswer = await client.connection.sendRequest(previewMethod, { uri: word, known: [] });
    const blocks = answer.parts[0]?.part?.blocks ?? [];
    const forms = blocks.filter((block) => block.kind === 'form');
    expect(forms.map(({ table }) => table)).toEqual(['disclosure', 'requests', 'review']);
    const cells = forms.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter(({ figure }) => figure !== undefined)).toEqual([]);
    expect(cells.some(({ text, marks }) => text === '1' && marks.length > 0)).toBe(true);
  });

  test('has results as any report, and no fix', async () => {
    await show(word);
    const results: Results = await client.connection.sendRequest(resultsMethod, { uri: word });
    const findings = results.reports.flatMap(({ groups }) => groups.flatMap((group) => group.findings));
    const [sum] = findings.filter(({ rule }) => rule.startsWith('relation/'));
    const fixes: ResultFixes = await client.connection.sendRequest(resultFixesMethod, {
      uri: word,
      fingerprint: sum?.fingerprint,
      start: sum?.range.start,
    });
    expect(fixes.titles).toEqual([]);
  });

  test('is forgotten when it is shown no more', async () => {
    await show(word);
    await client.connection.sendNotification(hideFileMethod, { uri: word });
    expect(await client.connection.sendRequest(previewMethod, { uri: word, known: [] })).toBeNull();
    await expect.poll(() => lastPush(word)).toEqual([]);
  });
});

describe('a file that is shown while it is read', () => {
  const slow = `${folder}慢.docx`;
  const files = memoryFiles({});
  let release: ((content: Uint8Array) => void)[] = [];
  let slowClient: TestClient;
  beforeAll(async () => {
    const read = (uri: string): Promise<Uint8Array | null> =>
      uri === slow ? new Promise((resolve) => release.push(resolve)) : files.read(uri, 1);
    slowClient = await startInMemory({ files: { ...files, read } });
  });
  afterAll(() => slowClient.end());

  const preview = (): Promise<PreviewAnswer | null> =>
    slowClient.connection.sendRequest(previewMethod, { uri: slow, known: [] });
  const reading = async (count: number): Promise<void> => {
    await expect.poll(() => release.length).toBe(count);
  };

  test('stays hidden where it was closed meanwhile', async () => {
    release = [];
    const shown = slowClient.connection.sendRequest(showFileMethod, { uri: slow });
    await reading(1);
    await slowClient.connection.sendNotification(hideFileMethod, { uri: slow });
    await preview();
    release[0]?.(await writtenReport(wrong, 'docx'));
    await shown;
    expect(await preview()).toBeNull();
  });

  test('is what was read last, whichever reading took longer', async () => {
    release = [];
    const first = slowClient.connection.sendRequest(showFileMethod, { uri: slow });
    await reading(1);
    const second = slowClient.connection.sendRequest(showFileMethod, { uri: slow });
    await reading(2);
    release[1]?.(await writtenReport(wrong.replaceAll('清溪镇', '新溪镇'), 'docx'));
    await second;
    release[0]?.(await writtenReport(wrong, 'docx'));
    await first;
    expect((await preview())?.parts[0]?.part?.title).toContain('新溪镇');
  });
});

test('a page that is opened as text besides has no problems pushed, until it is closed', async () => {
  await show(page);
  await expect.poll(() => lastPush(page)?.length).toBeGreaterThan(0);
  client.open(page, wrong);
  await expect.poll(() => lastPush(page)).toEqual([]);
  client.close(page);
  await expect.poll(() => lastPush(page)?.length).toBeGreaterThan(0);
  await client.connection.sendNotification(hideFileMethod, { uri: page });
});

test('what cannot be read is refused with the reason', async () => {
  expect(await show(damaged)).toMatchObject({ state: 'refused', reason: expect.stringContaining('损坏') });
  expect(await show(`${folder}没有.docx`)).toMatchObject({ state: 'refused', reason: '找不到该文件或文件夹' });
});

describe('imported', () => {
  test.each(['markdown', 'tsv', 'html'] as const)('in the layout %s the report reads as before', async (layout) => {
    for (const uri of [word, page]) {
      const answer: ImportAnswer = await client.connection.sendRequest(importFileMethod, { uri, layout });
      if (!('text' in answer)) throw new Error(answer.refusal);
      expect(answer.changed).toEqual([]);
      const [report] = snapshotOf(answer.text, {}).reports;
      const [own] = snapshotOf(wrong, {}).reports;
      const rulesOf = (part: typeof report) =>
        part?.status === 'audited' ? part.findings.map(({ rule }) => rule) : [];
      expect(rulesOf(report)).toEqual(rulesOf(own));
    }
  });

  test('what cannot be read is refused; a layout that there is none of is an error', async () => {
    expect(await client.connection.sendRequest(importFileMethod, { uri: damaged, layout: 'tsv' })).toHaveProperty(
      'refusal',
    );
    await expect(client.connection.sendRequest(importFileMethod, { uri: word, layout: 'x' })).rejects.toThrow('layout');
  });
});

describe('pasted', () => {
  const paste = (html: string, scope: 'any' | 'reports'): Promise<PasteAnswer> =>
    client.connection.sendRequest(pasteMethod, { uri: 'untitled:1', html, language: 'markdown', eol: '\n', scope });

  test('a table keeps its rows and columns, in the layout of the language', async () => {
    expect(await paste('<p>见下表</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>', 'any')).toEqual({
      text: '见下表\n\n| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |\n',
    });
  });

  test('text without a table is the editor’s to paste; so is any table where a report is asked for', async () => {
    expect(await paste('<p>一段</p>', 'any')).toBeNull();
    expect(await paste('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>', 'reports')).toBeNull();
  });

  test('a whole report is put in where one is asked for', async () => {
    const html = new TextDecoder().decode(await writtenReport(wrong, 'html'));
    const answer = await paste(html, 'reports');
    expect(answer?.text).toMatch(/\| 一、本年新收政府信息公开申请数量 \|(?: {2}\|){0,3} 2 \|/);
  });
});

describe('exported', () => {
  test('an open report as Word reads as before', async () => {
    client.open('file:///own.md', wrong, 'markdown');
    const answer: ExportReportAnswer = await client.connection.sendRequest(exportReportMethod, {
      uri: 'file:///own.md',
      to: 'docx',
    });
    if (!('bytes' in answer)) throw new Error(answer.refusal);
    expect(answer).toMatchObject({ name: '云岭县清溪镇人民政府2023年政府信息公开工作年度报告', changed: [] });
    const taken = await takeIn(fromBase64(answer.bytes), undefined, readers);
    expect(taken.kind === 'document' && taken.read.tree.text).toContain('一、本年新收政府信息公开申请数量\t2\t0');
  });

  test('what is not open is refused', async () => {
    expect(await client.connection.sendRequest(exportReportMethod, { uri: 'file:///no', to: 'docx' })).toHaveProperty(
      'refusal',
    );
  });
});
