/** Looks for reports among the open documents, starts the language server when there is one, and sets up what the editor shows. */
import type { ExtensionContext, TextDocument } from 'vscode';
import { commands, languages, window, workspace } from 'vscode';
import { revokeCommand, waiveCommand } from '../../server/src/lsp/wire/protocol';
import { registerAuditReport } from './audit-report';
import { type AuditServer, createAuditServer } from './audit-server';
import { registerComputeTotals } from './compute-totals';
import { registerConvertTables } from './convert-tables';
import { registerFigureKeys } from './figure-keys';
import { registerFixAll } from './fix-all';
import { registerFolder } from './folder/register';
import { registerInsertTable } from './insert-table';
import type { StartClient } from './language-client';
import { createLanguageNotice } from './language-notice';
import { offeringEncoding } from './misread';
import { registerNewReport } from './new-report';
import { registerPages } from './pages';
import { registerPolicyFixes, tellingOfPolicies } from './policy-fixes';
import { registerPreview } from './preview/register';
import { isCandidateDocument, isReport } from './recognition';
import { registerRelationsCommand } from './relations-command';
import { createReportContext } from './report-context';
import { createResultsView } from './results-view';
import { registerPaste } from './shown/paste';
import type { ShownFiles } from './shown/register';
import { registerShownFiles } from './shown/register';
import { createStatus } from './status';
import { createTroubleNotices } from './trouble-notices';
import { claimingUntitled } from './untitled';
import { revoke, waive } from './waive';

let running: AuditServer | undefined;

/** `startClient` is how the server is started where the extension runs. */
export function activate(context: ExtensionContext, startClient: StartClient): void {
  const status = createStatus();
  const server = createAuditServer(context, startClient, wanted, () => showStatus());
  running = server;

  const results = createResultsView(context, server);
  const tellContext = createReportContext();
  const tellLanguage = createLanguageNotice(context);
  const noticeTrouble = createTroubleNotices(context, server);
  const followFigure = registerFigureKeys(context, server, wanted);
  let shown: TextDocument | undefined;
  let files: ShownFiles | undefined;
  const showStatus = (): void => {
    const document = window.activeTextEditor?.document;
    const report = document !== undefined && wanted(document) ? document : undefined;
    status.show(report, server.state());
    tellContext(report !== undefined);
    if (report !== undefined) tellLanguage();
    // A preview or another view has taken the place of the text, which is still what the results are of.
    if (document !== undefined || shown?.isClosed === true) shown = report;
    results.show(files?.active() ?? shown?.uri);
    followFigure();
    noticeTrouble(() => workspace.textDocuments.filter(wanted));
  };
  const claimUntitled = claimingUntitled();
  const offerEncoding = offeringEncoding();
  const tellOfPolicy = tellingOfPolicies(server);
  const look = (documents: readonly TextDocument[]): void => {
    documents.filter((document) => document.isUntitled && isEnabled(document)).forEach(claimUntitled);
    if (server.state() === 'idle' && documents.some(wanted)) server.start();
    showStatus();
  };

  context.subscriptions.push(
    status,
    commands.registerCommand('disclosureAudit.restart', () => server.restart()),
    commands.registerCommand('disclosureAudit.showLog', () => server.showLog()),
    commands.registerCommand(waiveCommand, waive),
    commands.registerCommand(revokeCommand, revoke),
    workspace.onDidOpenTextDocument((document) => {
      look([document]);
      void tellOfPolicy(document);
      if (isCandidateDocument(document) && isEnabled(document)) offerEncoding(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) look([document]);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('disclosureAudit.enable')) look(workspace.textDocuments);
      if (event.affectsConfiguration('disclosureAudit.language')) showStatus();
    }),
    window.onDidChangeActiveTextEditor(showStatus),
    workspace.onDidCloseTextDocument(showStatus),
    languages.onDidChangeDiagnostics(showStatus),
  );
  registerPages(context);
  registerPolicyFixes(context);
  registerRelationsCommand(context);
  registerNewReport(context, server);
  registerInsertTable(context, server);
  registerComputeTotals(context, server);
  registerConvertTables(context);
  registerAuditReport(context, server);
  registerFixAll(context, server);
  registerPreview(context, server);
  registerFolder(context, server);
  files = registerShownFiles(context, server, showStatus);
  registerPaste(context, server);
  look(workspace.textDocuments);
  for (const document of workspace.textDocuments) void tellOfPolicy(document);
  workspace.textDocuments
    .filter((document) => isCandidateDocument(document) && isEnabled(document))
    .forEach(offerEncoding);
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** Whether the document is a report that the user wants audited. */
function wanted(document: TextDocument): boolean {
  return isReport(document) && isEnabled(document);
}

function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration('disclosureAudit', document).get('enable', true);
}
