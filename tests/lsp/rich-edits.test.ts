/** What clients get that can resolve actions later, confirm changes, and fill in blanks one after the other. */
import { afterEach, describe, expect, test } from 'vitest';
import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  CodeAction,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { layouts } from '../../server/src/text/layout';
import { brokenTotal, carriedThrough, renamed, reportOf } from './reports';
import { first, pulling, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
let client: TestClient;

afterEach(() => client.end());

const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {}, snippetEditSupport: true };
const able = {
  ...pulling,
  workspace: { ...pulling.workspace, workspaceEdit },
  textDocument: {
    ...pulling.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
} satisfies ClientCapabilities;
const withoutAnnotations: ClientCapabilities = { ...able, workspace: { workspaceEdit: { documentChanges: true } } };

function resolve(action: CodeAction): Promise<CodeAction> {
  return client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
}

function editsOf(edit: WorkspaceEdit | undefined): readonly (AnnotatedTextEdit | SnippetTextEdit)[] {
  return ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) => edits as AnnotatedTextEdit[]);
}

test('an action comes without its edit and is completed when it is chosen, to the same edit as ever', async () => {
  client = await startInMemory();
  client.open(uri, renamed(reportOf()));
  const diagnostic = first(await client.diagnostics(uri));
  const { edit } = first(await client.actions(uri, diagnostic));
  client.end();

  client = await startInMemory({ capabilities: able });
  expect(client.server.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
  client.open(uri, renamed(reportOf()));
  const action = first(await client.actions(uri, diagnostic));
  expect(action.edit).toBeUndefined();
  expect((await resolve(action)).edit).toEqual(edit);
});

test('a client that cannot resolve is not told that the server can', async () => {
  client = await startInMemory();
  expect(client.server.capabilities.codeActionProvider).not.toHaveProperty('resolveProvider');
});

test('an action for an older text, or with data of somebody else, is given back as it is', async () => {
  client = await startInMemory({ capabilities: able });
  client.open(uri, renamed(reportOf()));
  const action = first(await client.actions(uri, first(await client.diagnostics(uri))));
  client.edit(uri, '六、其他事项', '六、其他');
  expect(await resolve(action)).toEqual(action);
  expect(await resolve({ title: '别的', data: 7 })).toEqual({ title: '别的', data: 7 });
});

test('a fix of a figure says so, one of a heading does not', async () => {
  client = await startInMemory({ capabilities: able });
  client.open(uri, reportOf(brokenTotal));
  const { edit } = await resolve(first(await client.actions(uri, first(await client.diagnostics(uri)), ['quickfix'])));
  expect(edit?.changeAnnotations).toEqual({
    figures: { label: '改动数字', description: '请与登记台账核对', needsConfirmation: false },
  });
  expect(editsOf(edit).map((one) => 'annotationId' in one && one.annotationId)).toEqual(['figures']);

  client.open('file:///heading.txt', renamed(reportOf()));
  const heading = first(await client.diagnostics('file:///heading.txt'));
  const other = await resolve(first(await client.actions('file:///heading.txt', heading)));
  expect(other.edit).not.toHaveProperty('changeAnnotations');
});

describe('the fixes of a rule in the whole file', () => {
  const ruleWide = (actions: readonly CodeAction[]): readonly CodeAction[] =>
    actions.filter(({ title }) => title.startsWith('修正全文件的这类问题'));
  const spelled = reportOf({ figures: { 'requests/refused-secret/research': '０' } }).replace('规章\t0', '规章\t００');

  test('are one action where the rule has several findings', async () => {
    client = await startInMemory({ capabilities: withoutAnnotations });
    const two = `${spelled}\n${renamed(spelled)}`;
    client.open(uri, two);
    const found = await client.diagnostics(uri);
    const [format] = found.filter(({ code }) => code === 'table/number-format');
    const [action] = ruleWide(await client.actions(uri, format as (typeof found)[number]));
    expect(action?.title).toMatch(/^修正全文件的这类问题：.+（4处）$/);
    client.apply(await resolve(action as CodeAction));
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(['structure/nonstandard-section-title']);
    expect(client.text(uri)).toBe(`${reportOf()}\n${renamed(reportOf())}`);
  });

  test('are not offered for a single finding, which has its own', async () => {
    client = await startInMemory({ capabilities: able });
    client.open(uri, renamed(reportOf()));
    expect(ruleWide(await client.actions(uri, first(await client.diagnostics(uri))))).toEqual([]);
  });

  test('ask before each change of a figure, and are not offered where the client cannot ask', async () => {
    const wrong = reportOf({ figures: { ...carriedThrough, 'requests/refused-secret/research': '4' } });
    const two = `${wrong}\n${wrong}`;
    client = await startInMemory({ capabilities: able });
    client.open(uri, two);
    const diagnostic = first(await client.diagnostics(uri));
    expect(diagnostic.code).toBe('relation/inconsistent-figure');
    const { edit } = await resolve(first(ruleWide(await client.actions(uri, diagnostic))));
    expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
    client.end();

    client = await startInMemory({ capabilities: withoutAnnotations });
    client.open(uri, two);
    expect(ruleWide(await client.actions(uri, diagnostic))).toEqual([]);
  });
});

describe.each(layouts)('a blank table put into a report in %s', (layout) => {
  const missing = (): string => {
    const whole = reportOf({ layout, eol: '\r\n' });
    const from = whole.indexOf('四、政府信息公开行政复议');
    const body = whole.indexOf('\r\n', from) + 2;
    return whole.slice(0, body) + whole.slice(whole.indexOf('五、存在的主要问题') - (layout === 'markdown' ? 3 : 0));
  };

  test('has a tab stop for each figure, unless its lines begin with white space, which editors would change', async () => {
    client = await startInMemory({ capabilities: able });
    client.open(uri, missing());
    const found = await client.diagnostics(uri);
    const table = found.find(({ code }) => code === 'table/missing-table' || code === 'structure/empty-section');
    const actions = await client.actions(uri, table as (typeof found)[number], ['quickfix']);
    const blank = actions.find(({ title }) => title.includes('留空'));
    const { edit } = await resolve(blank as CodeAction);
    const [only] = editsOf(edit);
    if (['tab-cell', 'tsv', 'bar-row'].includes(layout)) {
      expect((only as AnnotatedTextEdit).newText).toMatch(/^[\t ]/m);
    } else {
      const { snippet } = only as SnippetTextEdit;
      expect(snippet.value.match(/\$\{\d+/g)).toEqual(Array.from({ length: 15 }, (_, i) => `\${${i + 1}`));
    }
  });
});
