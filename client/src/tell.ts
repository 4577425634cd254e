/** Says when the server cannot do what the user asked for. */
import { commands, window } from 'vscode';
import type { AuditServer } from './audit-server';
import { say } from './say';
import { restartCommand, restartWord, serverWords, troubleOf } from './trouble';

/** What `task` gives; `undefined` after it failed and the user was told. */
export async function tellingFailure<R>(server: AuditServer, task: () => Promise<R>): Promise<R | undefined> {
  try {
    return await task();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const trouble = troubleOf(server.state());
    await tellOfServer(server, trouble === undefined ? say('Report audit: {0}', reason) : serverWords(trouble));
    return undefined;
  }
}

/** An error with what can be done about it. */
export async function tellOfServer(server: AuditServer, words: string): Promise<void> {
  const log = say('Show Log');
  const restart = restartWord();
  const choices = troubleOf(server.state()) === undefined ? [log] : [restart, log];
  const chosen = await window.showErrorMessage(words, ...choices);
  if (chosen === log) server.showLog();
  if (chosen === restart) await commands.executeCommand(restartCommand);
}
