/** Formatting, conversion of tables and rename over the protocol. */

import { afterEach, expect, test } from 'vitest';
import type { CodeAction, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reportOf } from './reports';
import { first, pulling, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

const modern = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    codeAction: { disabledSupport: true },
    rangeFormatting: { rangesSupport: true },
  },
};

function positionOf(text: string, words: string): Position {
  return TextDocument.create(uri, 'plaintext', 1, text).positionAt(text.indexOf(words));
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 1, text), [...edits]);
}

const options = { tabSize: 4, insertSpaces: true };

test('a client is told what the server can do, as far as it understands it', async () => {
  client = await startInMemory({ capabilities: modern });
  expect(client.server.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: expect.arrayContaining(['refactor.rewrite.disclosureAudit']) },
  });
  client.end();
  client = await startInMemory();
  expect(client.server.capabilities).toMatchObject({ documentRangeFormattingProvider: true, renameProvider: true });
});

test('a document, a range and several ranges are formatted', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf({ layout: 'markdown', eol: '\r\n' });
  client.open(uri, text);
  const textDocument = { uri };
  const whole = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options });
  const result = applied(text, whole);
  expect(result).not.toBe(text);
  expect(result.replace(/[\s-]/g, '')).toBe(text.replace(/[\s-]/g, ''));
  const { line } = positionOf(text, '二、上年结转');
  const range: Range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const wanted = whole.filter((edit) => edit.range.start.line === line);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await client.connection.sendRequest('textDocument/rangeFormatting', { textDocument, range, options })).toEqual(
    wanted,
  );
  expect(
    await client.connection.sendRequest('textDocument/rangesFormatting', { textDocument, ranges: [range], options }),
  ).toEqual(wanted);
});

async function refactorings(text: string, words: string): Promise<readonly CodeAction[]> {
  const start = positionOf(text, words);
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['refactor'] },
  });
}

test('a table is converted', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf({ layout: 'tsv' });
  client.open(uri, text);
  const actions = await refactorings(text, '二、上年结转');
  expect(actions.map(({ title }) => title)).toEqual([
    '把此表转换为 Markdown 表格',
    '把此表转换为 HTML 表格（真正的合并单元格）',
    '把本报告全部表格转换为 Markdown 表格',
    '把本报告全部表格转换为 HTML 表格（真正的合并单元格）',
  ]);
  client.apply(actions[2] as CodeAction);
  expect(client.text(uri)).toBe(reportOf({ layout: 'markdown' }).replace(/^#+ /gm, ''));
});

test('conversions are tried when the user asks, not at every move of the cursor', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf({ layout: 'tsv' });
  client.open(uri, text);
  const start = positionOf(text, '二、上年结转');
  const offered = async (triggerKind: 1 | 2): Promise<number> => {
    const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [], triggerKind } };
    return (await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)).length;
  };
  expect(await offered(1)).toBe(4);
  expect(await offered(2)).toBe(0);
});

test('a conversion with a loss is shown with its reason, or not at all', async () => {
  const text = reportOf({ layout: 'tsv' }).replace('1.属于国家秘密', '1.属于外星秘密');
  client = await startInMemory({ capabilities: modern });
  client.open(uri, text);
  expect(first(await refactorings(text, '二、上年结转'))).toMatchObject({
    disabled: { reason: '不能转换：“1.属于外星秘密”行是标准表没有的' },
  });
  client.end();
  client = await startInMemory();
  client.open(uri, text);
  expect(await refactorings(text, '二、上年结转')).toEqual([]);
});

test('the year is renamed, with the document’s version', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf();
  client.open(uri, text);
  const position = positionOf(text, '2023年政府');
  const params = { textDocument: { uri }, position };
  expect(await client.connection.sendRequest('textDocument/prepareRename', params)).toEqual({
    range: { start: position, end: { line: position.line, character: position.character + 4 } },
    placeholder: '2023',
  });
  const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
    ...params,
    newName: '2024',
  });
  expect(edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  client.apply({ title: '', edit });
  expect(client.text(uri)).toBe(text.replaceAll('2023', '2024'));
});

test('renaming elsewhere, or to what is no year, is refused with a message', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf();
  client.open(uri, text);
  const elsewhere = { textDocument: { uri }, position: positionOf(text, '二、上年结转') };
  await expect(client.connection.sendRequest('textDocument/prepareRename', elsewhere)).rejects.toThrow(
    '这里不能重命名',
  );
  const year = { textDocument: { uri }, position: positionOf(text, '2023年政府'), newName: '明年' };
  await expect(client.connection.sendRequest('textDocument/rename', year)).rejects.toThrow('年份应是四位数字');
});

test('a name broken over lines is shown at the cursor’s line', async () => {
  client = await startInMemory({ capabilities: modern });
  const text = reportOf({ eol: '\r\n' }).replace('，云岭县清溪镇人民政府认真', '，云岭县清溪镇\r\n人民政府认真');
  client.open(uri, text);
  const position = positionOf(text, '清溪镇\r\n');
  expect(
    await client.connection.sendRequest('textDocument/prepareRename', { textDocument: { uri }, position }),
  ).toEqual({
    range: {
      start: { line: position.line, character: position.character - 3 },
      end: { line: position.line, character: position.character + 3 },
    },
    placeholder: '云岭县清溪镇人民政府',
  });
});
