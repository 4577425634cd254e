/** Writing into cells of the preview, over the protocol. */
import { afterEach, expect, test } from 'vitest';
import type { WriteCellsAnswer, WriteCellsParams } from '../../server/src/lsp/wire/preview-protocol';
import { writeCellsMethod } from '../../server/src/lsp/wire/preview-protocol';
import { minutes, reportOf } from './reports';
import { type Start, startInMemory, type TestClient } from './test-client';

const uri = 'file:///清溪镇2023年.txt';
const cell = { part: 0, table: 'requests', row: 'received', column: 'natural-person', was: '0', text: '7' } as const;

let client: TestClient;
afterEach(() => client.end());

async function opened(text: string, start: Start = {}): Promise<void> {
  client = await startInMemory(start);
  client.open(uri, text);
}

function write(params: Partial<WriteCellsParams> = {}): Promise<WriteCellsAnswer> {
  return client.connection.sendRequest(writeCellsMethod, {
    uri,
    version: 1,
    cells: [cell],
    source: 'typed',
    ...params,
  });
}

test('the edits of the cell, and none where all stands there already', async () => {
  await opened(reportOf({ figures: { 'requests/received/natural-person': '66' } }));
  const answer = await write({ cells: [{ ...cell, was: '66' }] });
  expect(answer).toMatchObject({ edits: [{ newText: '7' }] });
  expect(await write({ cells: [{ ...cell, was: '66', text: '66' }] })).toEqual({ edits: [] });
});

test('refused for a text that has changed, that is no report, or where the cell is another', async () => {
  await opened(reportOf());
  expect(await write({ version: 2 })).toEqual({ refusal: '文本刚改过，没有写入，请再填一次。' });
  expect(await write({ cells: [{ ...cell, was: '3' }] })).toEqual({
    refusal: '本年新收 · 自然人没有写入“7”：文本改过了，这一格已是“0”。',
  });
  client.open('file:///minutes.txt', minutes);
  expect(await write({ uri: 'file:///minutes.txt' })).toEqual({ refusal: '这个文档不是年度报告，没有写入。' });
});

test('the reason is told in English, too', async () => {
  await opened(reportOf(), { settings: () => ({ language: 'en' }) });
  expect(await write({ cells: [{ ...cell, text: '1|2' }] })).toEqual({
    refusal:
      '“1|2” was not written (本年新收 · 自然人): a cell takes one line of text without “|”, “<”, “&”, tabs and line breaks.',
  });
});

test('params of another form are an error', async () => {
  await opened(reportOf());
  const wrong: readonly object[] = [{ cells: [] }, { cells: [{ ...cell, table: 'four' }] }, { source: 'said' }];
  for (const params of wrong) await expect(write(params as Partial<WriteCellsParams>)).rejects.toThrow();
});
