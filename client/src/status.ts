/** The language status item: how many findings the report in front of the user has. */
import type { Diagnostic, Disposable, LanguageStatusItem, TextDocument, Uri } from 'vscode';
import { DiagnosticSeverity, LanguageStatusSeverity, languages } from 'vscode';
import type { ServerState } from './audit-server';
import { candidateLanguages } from './recognition';
import { say } from './say';
import { restartCommand, restartWord, type Trouble, troubleOf, troubleWords } from './trouble';

interface Status extends Disposable {
  /** Shows the state and counts for `report`; `undefined` hides the item. */
  show(report: TextDocument | undefined, state: ServerState): void;
}

/** As the server gives it. */
export const diagnosticSource = '年报审核';

/** A count in words; sentences of their own, since a language may have a plural. */
const words: readonly (readonly [DiagnosticSeverity, (count: number) => string])[] = [
  [DiagnosticSeverity.Error, (count) => say('Errors: {0}', count)],
  [DiagnosticSeverity.Warning, (count) => say('Warnings: {0}', count)],
  [DiagnosticSeverity.Information, (count) => say('Information: {0}', count)],
  [DiagnosticSeverity.Hint, (count) => say('Hints: {0}', count)],
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
      const { text, severity } = summaryOf(report, state);
      item.busy = state === 'starting';
      item.text = say('Report audit: {0}', text);
      item.severity = severity;
      item.command =
        troubleOf(state) === undefined
          ? { command: 'disclosureAudit.results.focus', title: say('Show Results') }
          : { command: restartCommand, title: restartWord() };
    },
  };
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('disclosureAudit.status', [...candidateLanguages]);
  item.name = say('Audit of Annual Reports');
  return item;
}

interface Summary {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
}

function summaryOf(report: TextDocument, state: ServerState): Summary {
  if (state === 'ready') return findingsSummary(report);
  const trouble = troubleOf(state);
  if (trouble !== undefined) return troubleSummary(report, trouble);
  return {
    text: state === 'idle' ? say('not started') : say('starting'),
    severity: LanguageStatusSeverity.Information,
  };
}

function troubleSummary(report: TextDocument, trouble: Trouble): Summary {
  const shown = reportDiagnostics(report.uri).length > 0 ? 'old results' : 'no results';
  return { text: troubleWords(trouble, shown), severity: LanguageStatusSeverity.Error };
}

/** What the server found in the report. */
export function reportDiagnostics(report: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(report).filter((diagnostic) => diagnostic.source === diagnosticSource);
}

function findingsSummary(report: TextDocument): Summary {
  const found = reportDiagnostics(report.uri);
  const count = (severity: DiagnosticSeverity): number =>
    found.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = words.flatMap(([severity, word]) => (count(severity) === 0 ? [] : [word(count(severity))]));
  return {
    text: counts.length === 0 ? say('nothing found') : counts.join(say(', ')),
    severity: severityOf(count),
  };
}

function severityOf(count: (severity: DiagnosticSeverity) => number): LanguageStatusSeverity {
  if (count(DiagnosticSeverity.Error) > 0) return LanguageStatusSeverity.Error;
  if (count(DiagnosticSeverity.Warning) > 0) return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}
