/** The settings under `disclosureAudit`, taken from whatever a client sends. */
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

/** Reads `received`; the checking library is loaded only when something differs from the defaults. */
export async function readSettings(received: unknown): Promise<SettingsReading> {
  if (isDefault(received)) return { settings: defaultSettings, problems: [] };
  const { checkSettings } = await import('./settings-schema');
  return checkSettings(received);
}

function isDefault(received: unknown): boolean {
  if (received === undefined || received === null) return true;
  if (typeof received !== 'object') return false;
  const { enable, edition, rules } = received as Readonly<Record<string, unknown>>;
  return (
    (enable === undefined || enable === true) &&
    (edition === undefined || edition === 'auto') &&
    (rules === undefined || (isRecord(rules) && Object.keys(rules).length === 0))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
