/** The command that audits the document in front of the user, whatever its language, and says the outcome in one line. */
import type { ExtensionContext, TextDocument } from 'vscode';
import { commands, languages, window, workspace } from 'vscode';
import type { Refusal, RefusalParams } from '../../server/src/lsp/wire/recognition-protocol';
import { insistMethod, refusalMethod, reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import type { Results } from '../../server/src/lsp/wire/results-protocol';
import { noResults, resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import type { AuditServer } from './audit-server';
import { isGarbled, offerEncoding, textInGb18030 } from './misread';
import { isCandidateDocument, isQuiet, isReport, readsAsReport } from './recognition';
import { resultsViewId } from './results-view';
import { say } from './say';
import { tellingFailure } from './tell';

export function registerAuditReport(context: ExtensionContext, server: AuditServer): void {
  context.subscriptions.push(commands.registerCommand('disclosureAudit.auditReport', () => auditActiveReport(server)));
}

async function auditActiveReport(server: AuditServer): Promise<void> {
  const document = await documentToAudit();
  if (document === undefined) return;
  const results = isReport(document) ? await resultsFor(server, document) : noResults;
  if (results === undefined) return;
  if (results.summary !== '') return tellResults(results);
  const insisted = await askToInsist(server, document);
  const forced = insisted === undefined ? undefined : await resultsFor(server, insisted);
  if (forced !== undefined && forced.summary !== '') await tellResults(forced);
}

function resultsFor(server: AuditServer, { uri }: TextDocument): Promise<Results | undefined> {
  return tellingFailure(server, () => server.request<Results>(resultsMethod, { uri: uri.toString() }));
}

async function tellResults({ summary, reports }: Results): Promise<void> {
  // The focus stays in the text: whoever types goes on typing.
  await commands.executeCommand(`${resultsViewId}.focus`, { preserveFocus: true });
  const skipped = reports.filter((report) => (report.skipped ?? '') !== '').length;
  void window.showInformationMessage(`${summary}${skipped === 0 ? '' : say(' Not audited: {0}.', skipped)}`);
}

/** Says why the document is no report, and audits it all the same where the user wants that. */
async function askToInsist(server: AuditServer, document: TextDocument): Promise<TextDocument | undefined> {
  const accept = say('Audit as Report');
  const chosen = await window.showInformationMessage(
    say(
      'This document is not taken for an annual report: {0} It can be audited as one all the same; its language mode becomes “Disclosure Report”.',
      await reasonFor(server, document),
    ),
    accept,
  );
  if (chosen !== accept) return undefined;
  const changed = await languages.setTextDocumentLanguage(document, reportLanguage);
  await tellingFailure(server, () => server.request(insistMethod, { uri: changed.uri.toString() }));
  return changed;
}

async function reasonFor(server: AuditServer, document: TextDocument): Promise<string> {
  if (isGarbled(document)) return say('its characters cannot be read in this encoding.');
  if (!isCandidateDocument(document) && readsAsReport(document)) {
    return say('its language mode is “{0}”.', document.languageId);
  }
  const params: RefusalParams = { uri: document.uri.toString(), text: document.getText() };
  const answer = await tellingFailure(server, () => server.request<Refusal>(refusalMethod, params));
  const reason = answer?.reason ?? null;
  return reason === null ? say('nothing in it can be read as one.') : say('{0}.', reason);
}

/** The active document; `undefined` after saying why there is none to audit. */
async function documentToAudit(): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    await offerDocuments();
    return undefined;
  }
  if (!workspace.getConfiguration('disclosureAudit', document).get('enable', true)) {
    const open = say('Open Settings');
    const chosen = await window.showWarningMessage(say('Auditing is switched off in the settings.'), open);
    if (chosen === open) await commands.executeCommand('workbench.action.openSettings', 'disclosureAudit.enable');
    return undefined;
  }
  if (isQuiet(document)) {
    void window.showWarningMessage(say('This is only the copy of a document; open the document itself.'));
    return undefined;
  }
  if (isGarbled(document) && (await textInGb18030(document.uri)) !== undefined) {
    await offerEncoding(document);
    return undefined;
  }
  return document;
}

async function offerDocuments(): Promise<void> {
  const create = say('New Report');
  const open = say('Open File');
  const chosen = await window.showInformationMessage(say('Open an annual report first.'), create, open);
  if (chosen === create) await commands.executeCommand('disclosureAudit.newReport');
  if (chosen === open) await commands.executeCommand('workbench.action.files.openFile');
}
