/** The settings under `disclosureAudit`. */
import type { AuditOptions } from '../../findings/finding';
import type { Wording } from '../../text/wording';
import type { Language } from './languages';

export interface Settings {
  /** `false`: the server has nothing to say about any document. */
  readonly enable: boolean;
  /** Of findings, hovers and everything else that is shown; `auto` is the editor's own. Reports are Chinese, and so is what is said of them by default. */
  readonly language: 'auto' | Language;
  readonly audit: AuditOptions;
  /** What is shown between the words of a report. */
  readonly inlayHints: { readonly columns: boolean; readonly totals: boolean };
  readonly codeLens: { readonly enable: boolean };
  /** Which files of the workspace's folders have their problems told: the open ones, or all. */
  readonly diagnosticMode: DiagnosticMode;
}

export const diagnosticModes = ['openFiles', 'folder'] as const;
export type DiagnosticMode = (typeof diagnosticModes)[number];

/** What could be used of the received values, and one message for each that could not. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly Wording[];
}

export const defaultSettings: Settings = {
  enable: true,
  language: 'zh-cn',
  audit: { edition: 'auto', rules: {} },
  inlayHints: { columns: true, totals: true },
  codeLens: { enable: true },
  diagnosticMode: 'openFiles',
};
