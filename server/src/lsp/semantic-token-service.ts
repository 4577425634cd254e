/** Requests for semantic tokens: whole, as changes since the last answer, and of a range. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticToken } from '../features/semantic-tokens';
import { semanticTokens, tokenModifiers, tokenTypes } from '../features/semantic-tokens';
import type { Span } from '../text/span';
import type { AuditedDocument } from './documents';
import { answering, guarding } from './guard';
import type { Service, Session } from './session';

export const semanticTokenService: Service = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  serve,
};

const none: SemanticTokens = { data: [] };

function serve({ connection, params, documents, onRefresh }: Session): void {
  const answer = answering(connection);
  const tokens = connection.languages.semanticTokens;
  /** The last full answer of each document, which changes are told against. */
  const builders = new Map<string, SemanticTokensBuilder>();
  documents.open.onDidClose(({ document }) => builders.delete(document.uri));

  tokens.on(
    answer('textDocument/semanticTokens/full', none, async ({ textDocument: { uri } }) => {
      const audited = await documents.audited(uri);
      if (audited === null) return none;
      const builder = new SemanticTokensBuilder();
      builders.set(uri, builder);
      return push(builder, audited, wholeOf(audited)).build();
    }),
  );
  tokens.onDelta(
    answer<{ textDocument: { uri: string }; previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      none,
      async ({ textDocument: { uri }, previousResultId }) => {
        const audited = await documents.audited(uri);
        if (audited === null) return none;
        const builder = builders.get(uri) ?? new SemanticTokensBuilder();
        builders.set(uri, builder);
        builder.previousResult(previousResultId);
        return push(builder, audited, wholeOf(audited)).buildEdits();
      },
    ),
  );
  tokens.onRange(
    answer('textDocument/semanticTokens/range', none, async ({ textDocument: { uri }, range }) => {
      const audited = await documents.audited(uri);
      if (audited === null) return none;
      const { document } = audited;
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return { data: push(new SemanticTokensBuilder(), audited, span).build().data };
    }),
  );
  if (params.capabilities?.workspace?.semanticTokens?.refreshSupport !== true) return;
  onRefresh(() => guarding(connection)('workspace/semanticTokens/refresh', async () => tokens.refresh()));
}

function wholeOf({ snapshot }: AuditedDocument): Span {
  return { start: 0, end: snapshot.text.length };
}

function push(
  builder: SemanticTokensBuilder,
  { document, snapshot }: AuditedDocument,
  range: Span,
): SemanticTokensBuilder {
  for (const token of semanticTokens(snapshot, range)) {
    const { line, character } = document.positionAt(token.span.start);
    const length = token.span.end - token.span.start;
    builder.push(line, character, length, tokenTypes.indexOf(token.type), bitsOf(token));
  }
  return builder;
}

function bitsOf({ modifiers }: SemanticToken): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
