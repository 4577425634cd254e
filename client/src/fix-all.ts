/** The command that makes every safe fix at once, and says what it did and what is left to a person. */
import type { ExtensionContext, TextDocument } from 'vscode';
import { type CodeAction, commands, Range, window, workspace } from 'vscode';
import type { Results, ResultsFinding } from '../../server/src/lsp/wire/results-protocol';
import { resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import type { AuditServer } from './audit-server';
import { isReport } from './recognition';
import { resultsViewId } from './results-view';
import { say } from './say';
import { tellingFailure } from './tell';

const fixAllKind = 'source.fixAll.disclosureAudit';

export function registerFixAll(context: ExtensionContext, server: AuditServer): void {
  context.subscriptions.push(commands.registerCommand('disclosureAudit.fixAll', () => fixAll(server)));
}

async function fixAll(server: AuditServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isReport(document)) {
    void window.showInformationMessage(say('Open an annual report first.'));
    return;
  }
  const before = await findingsOf(server, document);
  if (before === undefined) return;
  const edit = await fixesOf(document);
  if (edit === undefined) return tell(0, before.length);
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(say('Nothing was changed: the document is read-only, or has changed meanwhile.'));
    return;
  }
  const after = await findingsOf(server, document);
  if (after === undefined) return;
  const left = new Set(after.map(({ fingerprint }) => fingerprint));
  await tell(before.filter(({ fingerprint }) => !left.has(fingerprint)).length, after.length);
}

async function findingsOf(server: AuditServer, { uri }: TextDocument): Promise<readonly ResultsFinding[] | undefined> {
  const results = await tellingFailure(server, () => server.request<Results>(resultsMethod, { uri: uri.toString() }));
  return results?.reports.flatMap(({ groups }) => groups).flatMap(({ findings }) => findings);
}

async function fixesOf(document: TextDocument): Promise<CodeAction['edit']> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    fixAllKind,
    1,
  );
  return actions?.find(({ kind, edit }) => kind?.value === fixAllKind && edit !== undefined)?.edit;
}

async function tell(fixed: number, left: number): Promise<void> {
  const words = outcome(fixed, left);
  if (left === 0) {
    void window.showInformationMessage(words);
    return;
  }
  const show = say('Show Results');
  if ((await window.showInformationMessage(words, show)) === show) {
    await commands.executeCommand(`${resultsViewId}.focus`);
  }
}

function outcome(fixed: number, left: number): string {
  if (fixed === 0) {
    return left === 0
      ? say('Nothing to fix: nothing was found.')
      : say('Nothing here is safe to fix by itself; {0} to be looked at by you.', left);
  }
  return left === 0
    ? say('{0} fixed; nothing is left.', fixed)
    : say('{0} fixed; {1} to be looked at by you.', fixed, left);
}
