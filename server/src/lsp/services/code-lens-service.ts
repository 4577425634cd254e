/** Requests for code lenses, and the command that puts a standard table in. */
import type { Command, InitializeParams, CodeLens as ProtocolLens } from 'vscode-languageserver';
import type { CodeLens } from '../../features/hints/code-lenses';
import { codeLenses, tableFills, tableInsertion } from '../../features/hints/code-lenses';
import { tableIds } from '../../standard/edition';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { answering, guarding } from '../guard';
import type { Service, Session } from '../session';
import { showRelationsCommand } from '../wire/protocol';
import { byReport } from './by-report';
import { hasCommand } from './client-commands';
import { editFormOf, workspaceEdit } from './edit-form';
import { toRange, toTextEdits } from './to-protocol';

/** Of the server: `[uri, line, table, fill]`; puts the standard table into the report that has the line. */
const insertTableCommand = 'disclosureAudit.server.insertTable';

export const codeLensService: Service = {
  capabilities: (params) => ({
    codeLensProvider: {},
    ...(appliesEdits(params) ? { executeCommandProvider: { commands: [insertTableCommand] } } : {}),
  }),
  serve,
};

/** What a lens may do in a client. */
interface Abilities {
  readonly shows: boolean;
  readonly inserts: boolean;
}

function appliesEdits({ capabilities }: InitializeParams): boolean {
  return capabilities?.workspace?.applyEdit === true;
}

function serve(session: Session): void {
  const { connection, params, documents, onRefresh } = session;
  const abilities: Abilities = { shows: hasCommand(params, showRelationsCommand), inserts: appliesEdits(params) };
  const lensesOf = byReport((audited) =>
    codeLenses(audited.snapshot).flatMap((lens) => toProtocolLens(audited, lens, abilities) ?? []),
  );
  connection.onCodeLens(
    answering(connection)('textDocument/codeLens', null, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null || !audited.settings.codeLens.enable) return null;
      return lensesOf(audited);
    }),
  );
  if (abilities.inserts) {
    connection.onExecuteCommand(
      answering(connection)('workspace/executeCommand', null, async (request) => {
        if (request.command === insertTableCommand) await insertTableAt(session, request.arguments ?? []);
        return null;
      }),
    );
  }
  if (params.capabilities?.workspace?.codeLens?.refreshSupport !== true) return;
  onRefresh(() =>
    guarding(connection)('workspace/codeLens/refresh', () => connection.sendRequest('workspace/codeLens/refresh')),
  );
}

/** `undefined` for a lens that is nothing but a command which the client cannot run. */
function toProtocolLens(audited: AuditedDocument, lens: CodeLens, abilities: Abilities): ProtocolLens | undefined {
  const { document, translations } = audited;
  const start = document.positionAt(lens.at);
  const title = worded(lens.title, translations);
  const command = lensCommand(audited, lens, abilities);
  if (command === undefined) return undefined;
  return { range: { start, end: start }, command: { title, ...command } };
}

function lensCommand(
  { document }: AuditedDocument,
  { action, at }: CodeLens,
  { shows, inserts }: Abilities,
): Omit<Command, 'title'> | undefined {
  const position = document.positionAt(at);
  if (action.kind === 'insert-table') {
    if (!inserts) return undefined;
    return { command: insertTableCommand, arguments: [document.uri, position.line, action.table, action.fill] };
  }
  if (action.kind === 'none' || !shows) return { command: '' };
  const ranges = action.places.map((span) => toRange(document, span));
  return { command: showRelationsCommand, arguments: [document.uri, position, ranges] };
}

async function insertTableAt({ connection, params, documents }: Session, given: readonly unknown[]): Promise<void> {
  const [uri, line, wantedTable, wantedFill] = given;
  const table = tableIds.find((id) => id === wantedTable);
  const fill = tableFills.find((kind) => kind === (wantedFill ?? 'blank'));
  if (typeof uri !== 'string' || typeof line !== 'number' || table === undefined || fill === undefined) return;
  const audited = await documents.audited(uri);
  if (audited === null) return;
  const { document, snapshot, translations } = audited;
  const edits = tableInsertion(snapshot, document.offsetAt({ line, character: 0 }), table, fill);
  if (edits === undefined) return;
  const label = worded(phrase`插入标准表格`, translations);
  const edit = workspaceEdit(document, toTextEdits(document, edits), editFormOf(params.capabilities));
  await connection.workspace.applyEdit({ label, edit });
}
