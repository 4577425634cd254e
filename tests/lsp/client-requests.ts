/** What a client asks for by each capability of the server, and what its own capabilities allow in the answer. */
import { expect } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Range,
  SemanticTokens,
  ServerCapabilities,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

type TextDocumentCapabilities = NonNullable<ClientCapabilities['textDocument']>;

/** What a request is made of. */
export interface Place {
  readonly document: TextDocument;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  readonly server: ServerCapabilities;
}

interface ClientRequest {
  /** The client makes the request only if it says this of itself. */
  readonly declared: keyof TextDocumentCapabilities | 'workspaceSymbol';
  readonly method: string;
  readonly params: (place: Place) => object;
  /** Fails where the answer has what the client does not take. */
  readonly check: (answer: unknown, client: ClientCapabilities, place: Place) => void;
}

const of = ({ document }: Place): object => ({ textDocument: { uri: document.uri } });
const at = (place: Place): object => ({ ...of(place), position: place.range.start });
const over = (place: Place): object => ({ ...of(place), range: place.range });
const options = { tabSize: 4, insertSpaces: false };

/** Where the report names its year for the first time. */
const yearIn = ({ document }: Place): object => document.positionAt(document.getText().search(/20\d\d年/));

const request = (
  declared: ClientRequest['declared'],
  method: string,
  params: ClientRequest['params'],
  check: ClientRequest['check'] = () => undefined,
): ClientRequest => ({ declared, method, params, check });

/** By the server's capability. One that is missing here makes the test fail, so that it gets its line. */
export const requests: Readonly<Partial<Record<keyof ServerCapabilities, readonly ClientRequest[]>>> = {
  hoverProvider: [request('hover', 'textDocument/hover', at, checkHover)],
  completionProvider: [request('completion', 'textDocument/completion', at, checkCompletion)],
  signatureHelpProvider: [request('signatureHelp', 'textDocument/signatureHelp', at)],
  definitionProvider: [request('definition', 'textDocument/definition', at, checkLinks('definition'))],
  declarationProvider: [request('declaration', 'textDocument/declaration', at, checkLinks('declaration'))],
  typeDefinitionProvider: [request('typeDefinition', 'textDocument/typeDefinition', at, checkLinks('typeDefinition'))],
  implementationProvider: [request('implementation', 'textDocument/implementation', at, checkLinks('implementation'))],
  referencesProvider: [
    request('references', 'textDocument/references', (place) => ({
      ...at(place),
      context: { includeDeclaration: true },
    })),
  ],
  documentHighlightProvider: [request('documentHighlight', 'textDocument/documentHighlight', at)],
  documentSymbolProvider: [request('documentSymbol', 'textDocument/documentSymbol', of, checkSymbols)],
  workspaceSymbolProvider: [request('workspaceSymbol', 'workspace/symbol', () => ({ query: '申请' }))],
  codeActionProvider: [
    request('codeAction', 'textDocument/codeAction', codeActionParams(), checkActions),
    request('codeAction', 'textDocument/codeAction', codeActionParams(['source.fixAll']), checkActions),
    request('codeAction', 'textDocument/codeAction', codeActionParams(['refactor', 'source']), checkActions),
  ],
  codeLensProvider: [request('codeLens', 'textDocument/codeLens', of)],
  documentLinkProvider: [request('documentLink', 'textDocument/documentLink', of)],
  documentFormattingProvider: [
    request('formatting', 'textDocument/formatting', (place) => ({ ...of(place), options })),
  ],
  documentRangeFormattingProvider: [
    request('rangeFormatting', 'textDocument/rangeFormatting', (place) => ({ ...over(place), options })),
  ],
  documentOnTypeFormattingProvider: [
    request('onTypeFormatting', 'textDocument/onTypeFormatting', (place) => ({ ...at(place), ch: '\n', options })),
  ],
  renameProvider: [
    request(
      'rename',
      'textDocument/rename',
      (place) => ({ ...of(place), position: yearIn(place), newName: '2024' }),
      (answer, client) => checkEdit(answer as WorkspaceEdit | null, client),
    ),
  ],
  linkedEditingRangeProvider: [request('linkedEditingRange', 'textDocument/linkedEditingRange', at)],
  foldingRangeProvider: [request('foldingRange', 'textDocument/foldingRange', of, checkFolds)],
  selectionRangeProvider: [
    request('selectionRange', 'textDocument/selectionRange', (place) => ({
      ...of(place),
      positions: [place.range.start],
    })),
  ],
  semanticTokensProvider: [
    request('semanticTokens', 'textDocument/semanticTokens/full', of, checkTokens),
    request('semanticTokens', 'textDocument/semanticTokens/range', over, checkTokens),
  ],
  inlayHintProvider: [request('inlayHint', 'textDocument/inlayHint', over, checkHints)],
  inlineValueProvider: [],
  callHierarchyProvider: [request('callHierarchy', 'textDocument/prepareCallHierarchy', at)],
  colorProvider: [request('colorProvider', 'textDocument/documentColor', of)],
};

function codeActionParams(only?: readonly string[]): ClientRequest['params'] {
  return (place) => ({
    ...over(place),
    context: { diagnostics: place.diagnostics.filter(({ range }) => range === place.range), ...(only && { only }) },
  });
}

function checkHover(answer: unknown, client: ClientCapabilities): void {
  const hover = answer as Hover | null;
  if (hover === null || typeof hover.contents !== 'object' || !('kind' in hover.contents)) return;
  expect(client.textDocument?.hover?.contentFormat ?? []).toContain(hover.contents.kind);
}

function checkCompletion(answer: unknown, client: ClientCapabilities): void {
  const list = answer as CompletionItem[] | CompletionList | null;
  const items = Array.isArray(list) ? list : (list?.items ?? []);
  const takes = client.textDocument?.completion;
  if (list !== null && !Array.isArray(list) && list.itemDefaults !== undefined) {
    const known: readonly string[] = takes?.completionList?.itemDefaults ?? [];
    expect(Object.keys(list.itemDefaults).filter((key) => !known.includes(key))).toEqual([]);
  }
  for (const item of items) {
    if (!takes?.completionItem?.snippetSupport) expect(item.insertTextFormat ?? 1).toBe(1);
    if (!takes?.completionItem?.labelDetailsSupport) expect(item.labelDetails).toBeUndefined();
    if (!takes?.completionItem?.insertReplaceSupport && item.textEdit) expect(item.textEdit).toHaveProperty('range');
    if (typeof item.documentation === 'object') {
      expect(takes?.completionItem?.documentationFormat ?? []).toContain(item.documentation.kind);
    }
    if (item.kind !== undefined && takes?.completionItemKind?.valueSet === undefined) {
      expect(item.kind).toBeLessThanOrEqual(18);
    }
  }
}

function checkLinks(kind: 'definition' | 'declaration' | 'typeDefinition' | 'implementation'): ClientRequest['check'] {
  return (answer, client) => {
    const targets = answer === null ? [] : Array.isArray(answer) ? answer : [answer];
    if (!client.textDocument?.[kind]?.linkSupport) {
      for (const target of targets) expect(target).not.toHaveProperty('targetUri');
    }
  };
}

function checkSymbols(answer: unknown, client: ClientCapabilities): void {
  const symbols = (answer ?? []) as readonly (DocumentSymbol | SymbolInformation)[];
  const takes = client.textDocument?.documentSymbol;
  expect(symbols.length).toBeGreaterThan(0);
  for (const symbol of symbols) {
    expect(symbol).toHaveProperty(takes?.hierarchicalDocumentSymbolSupport ? 'selectionRange' : 'location');
    if (takes?.symbolKind?.valueSet) expect(takes.symbolKind.valueSet).toContain(symbol.kind);
  }
}

function checkActions(answer: unknown, client: ClientCapabilities): void {
  const takes = client.textDocument?.codeAction;
  for (const action of (answer ?? []) as readonly CodeAction[]) {
    if (!takes?.codeActionLiteralSupport) expect(action.command).toBeTypeOf('string');
    if (!takes?.isPreferredSupport) expect(action.isPreferred).toBeUndefined();
    if (!takes?.disabledSupport) expect(action.disabled).toBeUndefined();
    if (!takes?.dataSupport) expect(action.data).toBeUndefined();
    if (!takes?.resolveSupport) expect(action.edit ?? action.command).toBeDefined();
    for (const diagnostic of action.diagnostics ?? []) checkDiagnostic(diagnostic, client);
    checkEdit(action.edit, client);
  }
}

function checkEdit(edit: WorkspaceEdit | null | undefined, client: ClientCapabilities): void {
  const takes = client.workspace?.workspaceEdit;
  if (!takes?.documentChanges) expect(edit?.documentChanges).toBeUndefined();
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) expect(takes?.resourceOperations ?? []).toContain(change.kind);
    else if (!takes?.snippetEditSupport) for (const each of change.edits) expect(each).toHaveProperty('newText');
  }
}

export function checkDiagnostic(diagnostic: Diagnostic, client: ClientCapabilities): void {
  const takes = { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic };
  if (!takes.relatedInformation) expect(diagnostic.relatedInformation).toBeUndefined();
  if (!takes.codeDescriptionSupport) expect(diagnostic.codeDescription).toBeUndefined();
  if (!takes.dataSupport) expect(diagnostic.data).toBeUndefined();
  for (const tag of diagnostic.tags ?? []) expect(takes.tagSupport?.valueSet ?? []).toContain(tag);
  expect(diagnostic.message).toBeTypeOf('string');
}

function checkFolds(answer: unknown, client: ClientCapabilities): void {
  const folds = (answer ?? []) as readonly FoldingRange[];
  const takes = client.textDocument?.foldingRange;
  expect(folds.length).toBeGreaterThan(0);
  if (takes?.rangeLimit !== undefined) expect(folds.length).toBeLessThanOrEqual(takes.rangeLimit);
  for (const fold of folds) {
    if (takes?.lineFoldingOnly) expect(fold.endLine).toBeGreaterThan(fold.startLine);
    if (!takes?.foldingRange?.collapsedText) expect(fold.collapsedText).toBeUndefined();
    if (takes?.foldingRangeKind && fold.kind) expect(takes.foldingRangeKind.valueSet).toContain(fold.kind);
  }
}

function checkTokens(answer: unknown, client: ClientCapabilities, { document, server }: Place): void {
  const { data } = (answer ?? { data: [] }) as SemanticTokens;
  const takes = client.textDocument?.semanticTokens;
  const legend = server.semanticTokensProvider?.legend;
  expect(data.length % 5).toBe(0);
  let [line, character, end] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = lines === 0 ? character + characters : characters;
    if (lines > 0) end = 0;
    line += lines;
    expect(legend?.tokenTypes[type]).toBeDefined();
    if (!takes?.overlappingTokenSupport) expect(character).toBeGreaterThanOrEqual(end);
    end = character + length;
    const start = document.offsetAt({ line, character });
    if (!takes?.multilineTokenSupport) expect(document.getText().slice(start, start + length)).not.toMatch(/[\r\n]/);
  }
}

function checkHints(answer: unknown, client: ClientCapabilities): void {
  for (const hint of (answer ?? []) as readonly InlayHint[]) {
    expect(client.textDocument?.inlayHint).toBeDefined();
    expect(hint.label.length).toBeGreaterThan(0);
  }
}
