/** The language server's life: not started, starting, ready or failed. */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StartClient } from './language-client';

export type ServerState = 'idle' | 'starting' | 'ready' | 'failed';

export interface AuditServer {
  state(): ServerState;
  /** Starts the server if it never was; a failed one is started again by `restart` only. */
  start(): void;
  restart(): Promise<void>;
  /** The server's answer; it is started first where it was not. Rejects when it cannot be. */
  request<R>(method: string, params: unknown): Promise<R>;
  stop(): Promise<void>;
  showLog(): void;
}

/** `changed` is called whenever the state does. */
export function createAuditServer(
  context: ExtensionContext,
  startClient: StartClient,
  changed: () => void,
): AuditServer {
  const channel = lazyLog(context);
  let state: ServerState = 'idle';
  let client: BaseLanguageClient | undefined;
  let running: Promise<void> = Promise.resolve();

  const enter = (next: ServerState): void => {
    state = next;
    changed();
  };
  const begin = async (): Promise<void> => {
    enter('starting');
    try {
      client = await startClient(context, channel());
      enter('ready');
    } catch (error) {
      channel().error(error instanceof Error ? error : String(error));
      enter('failed');
    }
  };
  const end = async (): Promise<void> => {
    const ended = client;
    client = undefined;
    await ended?.dispose();
  };
  const inTurn = (...tasks: readonly (() => Promise<void>)[]): Promise<void> => {
    for (const task of tasks) running = running.then(task, task);
    return running;
  };

  const start = (): void => {
    if (state !== 'idle') return;
    // At once, so that a second call within the same turn starts no second server.
    enter('starting');
    void inTurn(begin);
  };

  return {
    state: () => state,
    start,
    request: async (method, params) => {
      start();
      await running;
      if (client === undefined) throw new Error(l10n.t('The report audit server is not running.'));
      return client.sendRequest(method, params);
    },
    restart: () => inTurn(end, begin),
    stop: () => inTurn(end),
    showLog: () => channel().show(),
  };
}

/** The log that the editor lists among its outputs from the first use on. */
function lazyLog(context: ExtensionContext): () => LogOutputChannel {
  let log: LogOutputChannel | undefined;
  return () => {
    if (log === undefined) {
      log = window.createOutputChannel('年报审核', { log: true });
      context.subscriptions.push(log);
    }
    return log;
  };
}
