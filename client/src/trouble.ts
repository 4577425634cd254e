/** The words for results that nobody keeps up to date: there is no server. */
import { l10n } from 'vscode';
import type { ServerState } from './audit-server';

export type Trouble = Extract<ServerState, 'failed' | 'stopped'>;

export function troubleOf(state: ServerState): Trouble | undefined {
  return state === 'failed' || state === 'stopped' ? state : undefined;
}

/** What has become of the server. */
export function serverWords(trouble: Trouble): string {
  return trouble === 'stopped'
    ? l10n.t('The report audit server has stopped.')
    : l10n.t('The report audit server could not be started.');
}

/** `shown`: whether findings of an earlier time are to be seen. */
export function troubleWords(trouble: Trouble, shown: 'old results' | 'no results'): string {
  if (trouble === 'stopped') {
    return shown === 'old results'
      ? l10n.t('The report audit server has stopped; these are old results.')
      : l10n.t('The report audit server has stopped; this report is not being audited.');
  }
  return shown === 'old results'
    ? l10n.t('The report audit server could not be started; these are old results.')
    : l10n.t('The report audit server could not be started; this report is not being audited.');
}

/** As the manifest names it. */
export const restartCommand = 'disclosureAudit.restart';

export function restartWord(): string {
  return l10n.t('Restart');
}
