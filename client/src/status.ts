/** The language status item: how many findings the report in front of the user has. */
import type { Diagnostic, Disposable, LanguageStatusItem, TextDocument } from 'vscode';
import { DiagnosticSeverity, LanguageStatusSeverity, l10n, languages } from 'vscode';
import type { ServerState } from './audit-server';
import { candidateLanguages } from './recognition';

interface Status extends Disposable {
  /** Shows the state and counts for `report`; `undefined` hides the item. */
  show(report: TextDocument | undefined, state: ServerState): void;
}

/** As the server gives it. */
const diagnosticSource = '年报审核';

/** A count in words; sentences of their own, since a language may have a plural. */
const words: readonly (readonly [DiagnosticSeverity, (count: number) => string])[] = [
  [DiagnosticSeverity.Error, (count) => l10n.t('Errors: {0}', count)],
  [DiagnosticSeverity.Warning, (count) => l10n.t('Warnings: {0}', count)],
  [DiagnosticSeverity.Information, (count) => l10n.t('Information: {0}', count)],
  [DiagnosticSeverity.Hint, (count) => l10n.t('Hints: {0}', count)],
];

export function createStatus(): Status {
  let item: LanguageStatusItem | undefined;
  const dispose = (): void => {
    item?.dispose();
    item = undefined;
  };
  return {
    dispose,
    show: (report, state) => {
      if (report === undefined) return dispose();
      item ??= createItem();
      const { text, severity } = state === 'ready' ? findingsSummary(report) : stateSummary(state);
      item.busy = state === 'starting';
      item.text = l10n.t('Report audit: {0}', text);
      item.severity = severity;
    },
  };
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('disclosureAudit.status', [...candidateLanguages]);
  item.name = l10n.t('Audit of Annual Reports');
  item.command = { command: 'disclosureAudit.results.focus', title: l10n.t('Show Results') };
  return item;
}

interface Summary {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
}

function stateSummary(state: Exclude<ServerState, 'ready'>): Summary {
  const texts = {
    idle: l10n.t('not started'),
    starting: l10n.t('starting'),
    failed: l10n.t('the server could not be started'),
  };
  return {
    text: texts[state],
    severity: state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information,
  };
}

/** What the server found in the report. */
export function reportDiagnostics(report: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(report.uri).filter((diagnostic) => diagnostic.source === diagnosticSource);
}

function findingsSummary(report: TextDocument): Summary {
  const found = reportDiagnostics(report);
  const count = (severity: DiagnosticSeverity): number =>
    found.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = words.flatMap(([severity, word]) => (count(severity) === 0 ? [] : [word(count(severity))]));
  return {
    text: counts.length === 0 ? l10n.t('nothing found') : counts.join(l10n.t(', ')),
    severity: severityOf(count),
  };
}

function severityOf(count: (severity: DiagnosticSeverity) => number): LanguageStatusSeverity {
  if (count(DiagnosticSeverity.Error) > 0) return LanguageStatusSeverity.Error;
  if (count(DiagnosticSeverity.Warning) > 0) return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}
