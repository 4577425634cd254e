/** Requests for semantic tokens: whole, as changes since the last answer, and of a range. */
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { SemanticToken } from '../../features/colours/semantic-tokens';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../features/colours/semantic-tokens';
import type { AuditedDocument } from '../documents';
import { answering, guarding } from '../guard';
import type { Service, Session } from '../session';
import { byReport } from './by-report';

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

/** The last whole answer, which changes are told against. */
interface ToldTokens {
  readonly resultId: string;
  readonly data: Uint32Array;
}

function serve({ connection, params, documents, onRefresh }: Session): void {
  const answer = answering(connection);
  const tokens = connection.languages.semanticTokens;
  const runsOf = byReport(
    (audited) => tokenRunOf(audited, semanticTokens(audited.snapshot, { start: 0, end: audited.snapshot.text.length })),
    (run, lines) => ({ ...run, first: run.first + lines, last: run.last + lines }),
  );
  const last = new Map<string, ToldTokens>();
  let results = 0;
  documents.open.onDidClose(({ document }) => last.delete(document.uri));
  const tell = (audited: AuditedDocument): ToldTokens => {
    results += 1;
    const told = { resultId: String(results), data: joinedRuns(runsOf(audited)) };
    last.set(audited.document.uri, told);
    return told;
  };

  tokens.on(
    answer('textDocument/semanticTokens/full', none, async ({ textDocument: { uri } }) => {
      const audited = await documents.audited(uri);
      return audited === null ? none : wholeAnswer(tell(audited));
    }),
  );
  tokens.onDelta(
    answer<{ textDocument: { uri: string }; previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      none,
      async ({ textDocument: { uri }, previousResultId }) => {
        const audited = await documents.audited(uri);
        if (audited === null) return none;
        const previous = last.get(uri);
        const told = tell(audited);
        if (previous?.resultId !== previousResultId) return wholeAnswer(told);
        return { resultId: told.resultId, edits: changesBetween(previous.data, told.data) };
      },
    ),
  );
  tokens.onRange(
    answer('textDocument/semanticTokens/range', none, async ({ textDocument: { uri }, range }) => {
      const audited = await documents.audited(uri);
      if (audited === null) return none;
      const { document, snapshot } = audited;
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return { data: [...joinedRuns(tokenRunOf(audited, semanticTokens(snapshot, span)))] };
    }),
  );
  if (params.capabilities?.workspace?.semanticTokens?.refreshSupport !== true) return;
  onRefresh(() => guarding(connection)('workspace/semanticTokens/refresh', async () => tokens.refresh()));
}

function wholeAnswer({ resultId, data }: ToldTokens): SemanticTokens {
  return { resultId, data: [...data] };
}

/** Tokens one after another as the protocol counts them, except that the first one's place is told by `first`. */
interface TokenRun {
  /** The lines of the first and the last token, and the character at which the last one starts. */
  readonly first: number;
  readonly last: number;
  readonly character: number;
  readonly data: Uint32Array;
}

const tokenLength = 5;

/** No run for no token. */
function tokenRunOf({ document }: AuditedDocument, tokens: readonly SemanticToken[]): readonly TokenRun[] {
  const data = new Uint32Array(tokens.length * tokenLength);
  let first: number | undefined;
  let last = 0;
  let character = 0;
  tokens.forEach((token, index) => {
    const at = document.positionAt(token.span.start);
    const isBegun = first !== undefined;
    const isSameLine = isBegun && at.line === last;
    const length = token.span.end - token.span.start;
    first ??= at.line;
    data.set(
      [
        isBegun ? at.line - last : 0,
        isSameLine ? at.character - character : at.character,
        length,
        tokenTypes.indexOf(token.type),
        bitsOf(token),
      ],
      index * tokenLength,
    );
    last = at.line;
    character = at.character;
  });
  return first === undefined ? [] : [{ first, last, character, data }];
}

/** All runs as one answer: each run's first token is told from the last one of the run before. */
function joinedRuns(runs: readonly TokenRun[]): Uint32Array {
  const data = new Uint32Array(runs.reduce((sum, run) => sum + run.data.length, 0));
  let at = 0;
  let line = 0;
  let character = 0;
  for (const run of runs) {
    data.set(run.data, at);
    data[at] = run.first - line;
    if (run.first === line) data[at + 1] = (run.data[1] as number) - character;
    ({ last: line, character } = run);
    at += run.data.length;
  }
  return data;
}

/** At most one change: what lies between the numbers that stay at the beginning and those that stay at the end. */
function changesBetween(before: Uint32Array, now: Uint32Array): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  if (start === before.length && start === now.length) return [];
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept++;
  const data = [...now.subarray(start, now.length - kept)];
  return [{ start, deleteCount: before.length - kept - start, ...(data.length === 0 ? {} : { data }) }];
}

function bitsOf({ modifiers }: SemanticToken): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
