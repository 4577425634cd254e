/** The command that audits the document in front of the user, whatever its language, and says the outcome in one line. */
import type { ExtensionContext, TextDocument } from 'vscode';
import { commands, l10n, languages, window, workspace } from 'vscode';
import type { Results } from '../../server/src/lsp/results-protocol';
import { resultsMethod } from '../../server/src/lsp/results-protocol';
import { isCandidate, isReport, reportLanguage } from './recognition';
import { resultsViewId } from './results-view';
import type { Service } from './service';
import { told } from './tell';

export function registerAuditReport(context: ExtensionContext, service: Service): void {
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.auditReport', () => auditReport(service)),
    commands.registerCommand('disclosureAudit.fixAll', () =>
      commands.executeCommand('editor.action.sourceAction', {
        kind: 'source.fixAll.disclosureAudit',
        apply: 'first',
      }),
    ),
  );
}

async function auditReport(service: Service): Promise<void> {
  const document = await documentToAudit();
  if (document === undefined) return;
  const results = await told(service, () => service.request<Results>(resultsMethod, { uri: document.uri.toString() }));
  if (results === undefined) return;
  // The focus stays in the text: whoever types goes on typing.
  await commands.executeCommand(`${resultsViewId}.focus`, { preserveFocus: true });
  const skipped = results.reports.map((report) => report.skipped ?? '').filter((reason) => reason !== '');
  if (results.summary !== '') {
    const more = skipped.length === 0 ? '' : l10n.t(' Not audited: {0}.', skipped.length);
    void window.showInformationMessage(`${results.summary}${more}`);
    return;
  }
  void window.showWarningMessage(
    l10n.t('This document is no annual report: {0}', skipped[0] ?? l10n.t('nothing in it can be read as one.')),
  );
}

/** The active document, made a report where the user wants that; `undefined` after saying why not. */
async function documentToAudit(): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    await offerDocuments();
    return undefined;
  }
  if (!workspace.getConfiguration('disclosureAudit', document).get('enable', true)) {
    const open = l10n.t('Open Settings');
    const chosen = await window.showWarningMessage(l10n.t('Auditing is switched off in the settings.'), open);
    if (chosen === open) await commands.executeCommand('workbench.action.openSettings', 'disclosureAudit.enable');
    return undefined;
  }
  return isReport(document) ? document : readAsReport(document);
}

async function offerDocuments(): Promise<void> {
  const create = l10n.t('New Report');
  const open = l10n.t('Open File');
  const chosen = await window.showInformationMessage(l10n.t('Open an annual report first.'), create, open);
  if (chosen === create) await commands.executeCommand('disclosureAudit.newReport');
  if (chosen === open) await commands.executeCommand('workbench.action.files.openFile');
}

async function readAsReport(document: TextDocument): Promise<TextDocument | undefined> {
  const accept = l10n.t('Audit as Report');
  const why = l10n.t(
    'The beginning of this document is not that of an annual report: there is neither its title nor two of its section headings. Audited as a report, its language mode becomes “Disclosure Report”.',
  );
  const chosen = await window.showInformationMessage(why, accept);
  if (chosen !== accept) return undefined;
  const changed = await languages.setTextDocumentLanguage(document, reportLanguage);
  if (isCandidate(changed)) return changed;
  void window.showWarningMessage(l10n.t('This is only the copy of a document; open the document itself.'));
  return undefined;
}
