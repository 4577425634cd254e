/** Figures of tables over the protocol: which one stands at a place, and totals computed from their parts. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FigureAnswer, TotalsAnswer } from '../../server/src/lsp/wire/figures-protocol';
import { computeCommand, figureMethod, totalsMethod } from '../../server/src/lsp/wire/figures-protocol';
import { minutes, reportOf } from './reports';
import { first, pulling, type Start, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
/** The total of a row and two of table four are not what their parts come to. */
const figures = {
  'requests/received/natural-person': '77',
  'requests/received/enterprise': '1',
  'review/cases/reconsideration.upheld': '66',
};
const right = { ...figures, 'requests/received/total': '78', 'review/cases/reconsideration.total': '66' };

let client: TestClient;
afterEach(() => client.end());

async function opened(text: string, start: Start = {}): Promise<void> {
  client = await startInMemory(start);
  client.open(uri, text);
}

/** Where `words` begin. */
function placeOf(words: string): Position {
  const text = client.text(uri);
  return TextDocument.create(uri, 'plaintext', 0, text).positionAt(text.indexOf(words));
}

function figureAt(position: Position): Promise<FigureAnswer | null> {
  return client.connection.sendRequest(figureMethod, { uri, position });
}

function totals(position: Position, scope: 'table' | 'row'): Promise<TotalsAnswer> {
  return client.connection.sendRequest(totalsMethod, { uri, position, scope });
}

async function actionsAt(position: Position, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return found.filter(({ kind }) => kind === 'refactor.rewrite.disclosureAudit.compute');
}

describe('a figure', () => {
  test('is told with its name and its neighbours', async () => {
    await opened(reportOf({ figures }));
    const place = await figureAt(placeOf('77'));
    expect(place).toMatchObject({
      name: '本年新收 · 自然人',
      detail: '“自然人”列一、本年新收政府信息公开申请数量',
      range: { start: placeOf('77') },
      next: { start: placeOf('1\t0\t0\t0') },
    });
    expect(await figureAt(place?.previous?.end as Position)).toMatchObject({ next: place?.range });
  });

  test('is none outside of tables, and in a text that is no report', async () => {
    await opened(reportOf());
    expect(await figureAt({ line: 0, character: 0 })).toBeNull();
    client.open('file:///minutes.txt', minutes);
    expect(
      await client.connection.sendRequest(figureMethod, { uri: 'file:///minutes.txt', position: placeOf('云') }),
    ).toBeNull();
  });
});

describe('computed totals', () => {
  test('are answered old beside new, with the edits for the version', async () => {
    await opened(reportOf({ figures }));
    expect(await totals(placeOf('77'), 'row')).toMatchObject({
      title: '按各项计算“一、本年新收政府信息公开申请数量”行的合计，改1处',
      version: 1,
      changes: [
        { name: '“总计”列一、本年新收政府信息公开申请数量', old: '0', value: '78', edits: [{ newText: '78' }] },
      ],
      unknown: null,
    });
    expect(await totals(placeOf('66'), 'table')).toMatchObject({
      changes: [{ name: '行政复议“总计”', old: '0', value: '66' }],
    });
  });

  test('that cannot be told are named with the reason, and nothing is asked for where none would change', async () => {
    await opened(reportOf({ figures: { ...right, 'requests/granted/natural-person': '' } }));
    const reason = '有的合计还不能算：“自然人”列（一）予以公开没有填数字。';
    expect(await totals(placeOf('77'), 'table')).toEqual({
      reason: `第三部分“收到和处理政府信息公开申请情况”表没有可以改的合计。${reason}`,
    });
    expect(await totals(placeOf('66'), 'table')).toEqual({
      reason: '第四部分“政府信息公开行政复议、行政诉讼情况”表的合计都与各项相符，不用改。',
    });
    expect(await totals({ line: 0, character: 0 }, 'table')).toEqual({
      reason: '光标所在的地方没有带合计的标准表格。',
    });
    expect(await totals(placeOf('66'), 'row')).toEqual({ reason: '光标所在的行没有总计。' });
  });

  test('of a text that is no report there are none', async () => {
    await opened(minutes);
    expect(await totals({ line: 0, character: 0 }, 'table')).toEqual({
      reason: '这个文档不是年度报告，没有可以计算的合计。',
    });
  });

  test('are told in English, too', async () => {
    await opened(reportOf({ figures }), { settings: () => ({ language: 'en' }) });
    expect(await totals(placeOf('66'), 'table')).toMatchObject({ title: expect.stringMatching(/^Compute the totals/) });
    expect((await actionsAt(placeOf('66'))).map(({ title }) => title)).toEqual([
      'Compute the totals of this table from their parts (0 → 66)',
    ]);
  });
});

describe('actions', () => {
  test('are edits in an editor without our command, for the table and for the row', async () => {
    await opened(reportOf({ figures }));
    const [table, row] = await actionsAt(placeOf('77'));
    expect([table?.title, row?.title]).toEqual(['按各项计算本表合计（0 → 78）', '计算本行总计（0 → 78）']);
    client.apply(first([table as CodeAction]));
    client.apply(first(await actionsAt(placeOf('66'))));
    expect(client.text(uri)).toBe(reportOf({ figures: right }));
    expect(await actionsAt(placeOf('77'))).toEqual([]);
    expect(await actionsAt(placeOf('66'))).toEqual([]);
  });

  test('ask before they write where the editor can', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    const capabilities: ClientCapabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceEdit } };
    await opened(reportOf({ figures }), { capabilities });
    const { edit } = first(await actionsAt(placeOf('66')));
    expect(edit?.changeAnnotations).toEqual({
      figures: { label: '按各项计算本表合计', description: '行政复议“总计”：0 → 66', needsConfirmation: true },
    });
    expect(edit?.documentChanges).toMatchObject([{ edits: [{ newText: '66', annotationId: 'figures' }] }]);
  });

  test('are left to our command where the editor has it', async () => {
    await opened(reportOf({ figures }), { initializationOptions: { commands: [computeCommand] } });
    const position = placeOf('66');
    expect(await actionsAt(position)).toEqual([
      {
        title: '按各项计算本表合计（0 → 66）',
        kind: 'refactor.rewrite.disclosureAudit.compute',
        command: {
          title: '按各项计算本表合计（0 → 66）',
          command: computeCommand,
          arguments: [{ uri, position, scope: 'table' }],
        },
      },
    ]);
  });

  test('are offered among refactorings and nowhere else', async () => {
    await opened(reportOf({ figures }));
    expect(await actionsAt(placeOf('66'), ['refactor'])).toHaveLength(1);
    expect(await actionsAt(placeOf('66'), ['quickfix'])).toEqual([]);
    expect(await actionsAt({ line: 0, character: 0 })).toEqual([]);
  });
});
