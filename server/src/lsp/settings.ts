/** The settings under `disclosureAudit`. */
import type { AuditOptions } from '../audit/finding';

export interface Settings {
  /** `false`: the server has nothing to say about any document. */
  readonly enable: boolean;
  readonly audit: AuditOptions;
}

/** What could be used of the received values, and one message for each that could not. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

export const defaultSettings: Settings = { enable: true, audit: { edition: 'auto', rules: {} } };
