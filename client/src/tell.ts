/** Says when the server cannot do what the user asked for. */
import { l10n, window } from 'vscode';
import type { AuditServer } from './audit-server';

/** What `task` gives; `undefined` after it failed and the user was told. */
export async function tellingFailure<R>(server: AuditServer, task: () => Promise<R>): Promise<R | undefined> {
  try {
    return await task();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const log = l10n.t('Show Log');
    const chosen = await window.showErrorMessage(l10n.t('Report audit: {0}', reason), log);
    if (chosen === log) server.showLog();
    return undefined;
  }
}
