/** Says that there is no server, once in a message and for each open report in the Problems panel, with a way to start it again. */
import type { Disposable, ExtensionContext, TextDocument } from 'vscode';
import { CodeAction, CodeActionKind, commands, Diagnostic, DiagnosticSeverity, languages, Range } from 'vscode';
import type { AuditServer } from './audit-server';
import { candidateLanguages } from './recognition';
import { reportDiagnostics } from './status';
import { tellOfServer } from './tell';
import { restartCommand, restartWord, serverWords, type Trouble, troubleOf, troubleWords } from './trouble';

/** The name that `when` clauses in the manifest use. */
const key = 'disclosureAudit.isServerDown';

/** The findings' own is another: a notice is none of them. */
const source = '年报审核服务';

/** Gives a function that is told whenever the server's state or the open reports may have changed. */
export function createTroubleNotices(
  context: ExtensionContext,
  server: AuditServer,
): (reports: () => readonly TextDocument[]) => void {
  const notices = languages.createDiagnosticCollection('disclosureAudit.server');
  let known: Trouble | undefined;
  let actions: Disposable | undefined;
  context.subscriptions.push(notices, { dispose: () => actions?.dispose() });
  const enter = (trouble: Trouble | undefined): void => {
    known = trouble;
    void commands.executeCommand('setContext', key, trouble !== undefined);
    notices.clear();
    actions?.dispose();
    actions = trouble === undefined ? undefined : offerRestart();
    if (trouble !== undefined) void tellOfServer(server, serverWords(trouble));
  };
  return (reports) => {
    const trouble = troubleOf(server.state());
    if (trouble !== known) enter(trouble);
    if (trouble === undefined) return;
    const open = reports();
    notices.forEach((uri) => {
      if (!open.some((report) => report.uri.toString() === uri.toString())) notices.delete(uri);
    });
    // What is set is told of again, and this is called again: only what is new is set.
    for (const report of open) {
      if (!notices.has(report.uri)) notices.set(report.uri, [noticeOf(report, trouble)]);
    }
  };
}

function noticeOf(report: TextDocument, trouble: Trouble): Diagnostic {
  const shown = reportDiagnostics(report.uri).length > 0 ? 'old results' : 'no results';
  const notice = new Diagnostic(new Range(0, 0, 0, 0), troubleWords(trouble, shown), DiagnosticSeverity.Error);
  notice.source = source;
  return notice;
}

/** Over a notice alone. */
function offerRestart(): Disposable {
  return languages.registerCodeActionsProvider(
    [...candidateLanguages],
    {
      provideCodeActions: (_document, _range, { diagnostics }) => {
        const [notice] = diagnostics.filter((diagnostic) => diagnostic.source === source);
        if (notice === undefined) return [];
        const action = new CodeAction(restartWord(), CodeActionKind.QuickFix);
        action.command = { command: restartCommand, title: restartWord() };
        action.diagnostics = [notice];
        action.isPreferred = true;
        return [action];
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
