/** The language server's life: not started, starting, ready, failed to start, or stopped after it ran. */
import type {
  CancellationToken,
  DiagnosticCollection,
  Event,
  ExtensionContext,
  LogOutputChannel,
  TextDocument,
} from 'vscode';
import { EventEmitter, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FolderProgress } from '../../server/src/lsp/wire/folder-protocol';
import type { StartClient } from './language-client';
import { say } from './say';

export type ServerState = 'idle' | 'starting' | 'ready' | 'failed' | 'stopped';

export interface AuditServer {
  state(): ServerState;
  /** Starts the server if it never was; one that failed or stopped is started again by `restart` only. */
  start(): void;
  restart(): Promise<void>;
  /** The server's answer; it is started first where it was not. Rejects when it cannot be. */
  request<R>(method: string, params: unknown, cancelled?: CancellationToken): Promise<R>;
  /** Like a request, without an answer. */
  notify(method: string, params: unknown): Promise<void>;
  /** Something of the folders' table is another. */
  readonly onFolderChanged: Event<FolderProgress>;
  readonly onStateChanged: Event<ServerState>;
  stop(): Promise<void>;
  showLog(): void;
}

/** `isServed` tells the reports that are to be audited; `changed` is called whenever the state does. */
export function createAuditServer(
  context: ExtensionContext,
  startClient: StartClient,
  isServed: (document: TextDocument) => boolean,
  changed: () => void,
): AuditServer {
  const channel = lazyLog(context);
  const findings = lazyFindings(context, 'disclosureAudit');
  const folderFindings = lazyFindings(context, 'disclosureAudit.folder');
  const folderChanged = new EventEmitter<FolderProgress>();
  const stateChanged = new EventEmitter<ServerState>();
  context.subscriptions.push(folderChanged, stateChanged);
  let state: ServerState = 'idle';
  let client: BaseLanguageClient | undefined;
  let running: Promise<void> = Promise.resolve();

  let turn = 0;

  const enter = (next: ServerState): void => {
    // What was found before this server ran is old.
    if (next === 'ready') for (const found of [findings(), folderFindings()]) found.clear();
    if (next === 'stopped') client = undefined;
    state = next;
    changed();
    stateChanged.fire(next);
  };
  const begin = async (): Promise<void> => {
    turn += 1;
    const own = turn;
    const became = (next: ServerState): void => {
      if (own === turn) enter(next);
    };
    enter('starting');
    try {
      client = await startClient({
        context,
        log: channel(),
        findings: findings(),
        folderFindings: folderFindings(),
        isServed,
        became,
        folderChanged: (progress) => folderChanged.fire(progress),
      });
      enter('ready');
    } catch (error) {
      channel().error(error instanceof Error ? error : String(error));
      enter('failed');
    }
  };
  const end = async (): Promise<void> => {
    const ended = client;
    client = undefined;
    turn += 1;
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
    onFolderChanged: folderChanged.event,
    onStateChanged: stateChanged.event,
    request: async (method, params, cancelled) => {
      start();
      await running;
      if (client === undefined) throw new Error(say('The report audit server is not running.'));
      return cancelled === undefined
        ? client.sendRequest(method, params)
        : client.sendRequest(method, params, cancelled);
    },
    notify: async (method, params) => {
      start();
      await running;
      await client?.sendNotification(method, params);
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

/** A collection that findings go into, made with the first server. */
function lazyFindings(context: ExtensionContext, name: string): () => DiagnosticCollection {
  let findings: DiagnosticCollection | undefined;
  return () => {
    if (findings === undefined) {
      findings = languages.createDiagnosticCollection(name);
      context.subscriptions.push(findings);
    }
    return findings;
  };
}
