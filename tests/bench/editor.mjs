// What VS Code asks a server after each edit, with all features on and both of our views open.
import { readFileSync } from 'node:fs';

const recorded = JSON.parse(readFileSync(new URL('../lsp/initialize/vscode.json', import.meta.url), 'utf8'));

/** As recorded from the real one, with the commands that our own client adds. */
export const editor = {
  capabilities: recorded.capabilities,
  initializationOptions: { commands: ['disclosureAudit.waive', 'disclosureAudit.showRelations'] },
};

/** Lines above and below the cursor that a window shows. */
const shownAround = 30;

/**
 * The requests after an edit, in the order in which they are sent. Those that tell what the client already has are made from
 * the answers before; `hear` is given each answer.
 */
export function askingEditor(uri) {
  let resultId;
  let tokensId;
  let known = [];
  let diagnostics = [];
  const textDocument = { uri };
  const keep = {
    'textDocument/diagnostic': (answer) => {
      resultId = answer?.resultId;
      if (answer?.items !== undefined) diagnostics = answer.items;
    },
    'textDocument/semanticTokens/full/delta': (answer) => {
      tokensId = answer?.resultId;
    },
    'disclosureAudit/preview': (answer) => {
      known = answer?.parts.map(({ key }) => key) ?? [];
    },
  };
  return {
    requestsAt: (cursor) => {
      const here = { start: cursor, end: cursor };
      const shown = {
        start: { line: Math.max(0, cursor.line - shownAround), character: 0 },
        end: { line: cursor.line + shownAround, character: 0 },
      };
      const touching = diagnostics.filter(
        ({ range: { start, end } }) => start.line <= cursor.line && cursor.line <= end.line,
      );
      const asked = {
        'textDocument/diagnostic': { textDocument, ...(resultId === undefined ? {} : { previousResultId: resultId }) },
        'textDocument/semanticTokens/full/delta': { textDocument, previousResultId: tokensId ?? '' },
        'textDocument/semanticTokens/range': { textDocument, range: shown },
        'textDocument/inlayHint': { textDocument, range: shown },
        'textDocument/codeLens': { textDocument },
        'textDocument/documentSymbol': { textDocument },
        'textDocument/foldingRange': { textDocument },
        'textDocument/documentLink': { textDocument },
        'textDocument/documentHighlight': { textDocument, position: cursor },
        'textDocument/codeAction': { textDocument, range: here, context: { diagnostics: touching, triggerKind: 2 } },
        'textDocument/selectionRange': { textDocument, positions: [cursor] },
        'disclosureAudit/results': { uri },
        'disclosureAudit/preview': { uri, known },
      };
      return Object.entries(asked).map(([method, params]) => ({ method, params }));
    },
    hear: (method, answer) => keep[method]?.(answer),
  };
}
