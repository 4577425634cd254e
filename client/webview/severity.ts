/** How severities are told apart without colour. */
import type { Severity } from '../../server/src/lsp/wire/preview-protocol';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const signs: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', information: 'i', hint: '?' };

export function worst(found: readonly Severity[]): Severity | undefined {
  return severities.find((severity) => found.includes(severity));
}
