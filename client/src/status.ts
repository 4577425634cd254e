/** The language status item: how many findings the report in front of the user has. */
import {
  DiagnosticSeverity,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
} from 'vscode';
import { candidateLanguages } from './recognition';
import type { ServiceState } from './service';

export interface Status extends Disposable {
  /** Shows the state and counts for `report`; `undefined` hides the item. */
  show(report: TextDocument | undefined, state: ServiceState): void;
}

/** As the server gives it. */
const source = '年报审核';

const words: readonly (readonly [DiagnosticSeverity, string])[] = [
  [DiagnosticSeverity.Error, '错误'],
  [DiagnosticSeverity.Warning, '警告'],
  [DiagnosticSeverity.Information, '信息'],
  [DiagnosticSeverity.Hint, '提示'],
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
      const { text, severity } = state === 'ready' ? summary(report) : summaries[state];
      item.busy = state === 'starting';
      item.text = `${source}：${text}`;
      item.severity = severity;
    },
  };
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('disclosureAudit.status', [...candidateLanguages]);
  item.name = '政务公开年报审核';
  item.command = { command: 'workbench.actions.view.problems', title: '查看问题' };
  return item;
}

interface Summary {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
}

const summaries: Readonly<Record<Exclude<ServiceState, 'ready'>, Summary>> = {
  idle: { text: '未启动', severity: LanguageStatusSeverity.Information },
  starting: { text: '正在启动', severity: LanguageStatusSeverity.Information },
  failed: { text: '服务未能启动', severity: LanguageStatusSeverity.Error },
};

function summary(report: TextDocument): Summary {
  const found = languages.getDiagnostics(report.uri).filter((diagnostic) => diagnostic.source === source);
  const count = (severity: DiagnosticSeverity): number =>
    found.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = words.flatMap(([severity, word]) => (count(severity) === 0 ? [] : [`${count(severity)} ${word}`]));
  return {
    text: counts.length === 0 ? '未发现问题' : counts.join(' '),
    severity: severityOf(count),
  };
}

function severityOf(count: (severity: DiagnosticSeverity) => number): LanguageStatusSeverity {
  if (count(DiagnosticSeverity.Error) > 0) return LanguageStatusSeverity.Error;
  if (count(DiagnosticSeverity.Warning) > 0) return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}
