/** The words for results that nobody keeps up to date: there is no server. */
import type { ServerState } from './audit-server';
import { say } from './say';

export type Trouble = Extract<ServerState, 'failed' | 'stopped'>;

export function troubleOf(state: ServerState): Trouble | undefined {
  return state === 'failed' || state === 'stopped' ? state : undefined;
}

/** What has become of the server. */
export function serverWords(trouble: Trouble): string {
  return trouble === 'stopped'
    ? say('The report audit server has stopped.')
    : say('The report audit server could not be started.');
}

/** `shown`: whether findings of an earlier time are to be seen. */
export function troubleWords(trouble: Trouble, shown: 'old results' | 'no results'): string {
  if (trouble === 'stopped') {
    return shown === 'old results'
      ? say('The report audit server has stopped; these are old results.')
      : say('The report audit server has stopped; this report is not being audited.');
  }
  return shown === 'old results'
    ? say('The report audit server could not be started; these are old results.')
    : say('The report audit server could not be started; this report is not being audited.');
}

/** As the manifest names it. */
export const restartCommand = 'disclosureAudit.restart';

export function restartWord(): string {
  return say('Restart');
}
