/** Settings from whatever a client sends; the checking library is loaded only when something differs from the defaults. */

import type { SettingsReading } from './settings';
import { defaultSettings } from './settings';

/** Never rejects a value as a whole: what is invalid is left out and told. */
export async function readSettings(received: unknown): Promise<SettingsReading> {
  if (isDefault(received)) return { settings: defaultSettings, problems: [] };
  const { checkSettings } = await import('./settings-schema');
  return checkSettings(received);
}

function isDefault(received: unknown): boolean {
  if (received === undefined || received === null) return true;
  if (!isRecord(received)) return false;
  const { enable, language, edition, rules, inlayHints, codeLens, diagnosticMode } = received;
  return (
    (enable === undefined || enable === true) &&
    (language === undefined || language === defaultSettings.language) &&
    (edition === undefined || edition === 'auto') &&
    (diagnosticMode === undefined || diagnosticMode === defaultSettings.diagnosticMode) &&
    (rules === undefined || (isRecord(rules) && Object.keys(rules).length === 0)) &&
    isAllOn(inlayHints) &&
    isAllOn(codeLens)
  );
}

/** Whether a group of switches has none that is off. */
function isAllOn(group: unknown): boolean {
  return group === undefined || (isRecord(group) && Object.values(group).every((value) => value === true));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
