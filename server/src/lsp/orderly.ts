/** What may come when: the order of a session and the form of its messages, as JSON-RPC and the Language Server Protocol lay them down. */
import type { Message, MessageReader, MessageWriter } from 'vscode-languageserver';
import { ErrorCodes } from 'vscode-languageserver';
import { flawOf, isObject } from './request-params';

interface OrderlySession {
  /** Gives only messages that are in order; all others are answered, or dropped where nothing can be answered. */
  readonly reader: MessageReader;
  /** Whether the client has asked for the end. */
  readonly isShutDown: () => boolean;
}

type Phase = 'new' | 'initialized' | 'shut-down';

type Verdict =
  | { readonly kind: 'pass'; readonly message: Message }
  | { readonly kind: 'refuse'; readonly id: string | number | null; readonly code: number; readonly why: string }
  | { readonly kind: 'drop'; readonly why?: string };

/** The messages of `reader` that are in order; `writer` is used for what is not. */
export function orderly(reader: MessageReader, writer: MessageWriter): OrderlySession {
  let phase: Phase = 'new';
  const send = (message: object): void => {
    // Where nobody listens any more, the connection tells.
    writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => undefined);
  };
  const judge = (message: unknown, pass: (message: Message) => void): void => {
    const verdict = verdictOn(message, phase);
    if (verdict.kind === 'refuse') send(refusal(verdict.id, verdict.code, verdict.why));
    else if (verdict.kind === 'drop') {
      if (verdict.why !== undefined) send(logged(verdict.why));
    } else {
      const { method } = verdict.message as { readonly method?: string };
      if (method === 'initialize') phase = 'initialized';
      if (method === 'shutdown') phase = 'shut-down';
      pass(verdict.message);
    }
  };
  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback) => reader.listen((message) => judge(message, callback)),
      dispose: () => reader.dispose(),
    },
    isShutDown: () => phase === 'shut-down',
  };
}

/** The answer to what could not be read as a message. */
export function parseError(why: string): Message {
  return { jsonrpc: '2.0', ...refusal(null, ErrorCodes.ParseError, why) } as Message;
}

function refusal(id: string | number | null, code: number, message: string): object {
  return { id, error: { code, message } };
}

function logged(message: string): object {
  return { method: 'window/logMessage', params: { type: 1, message } };
}

function verdictOn(message: unknown, phase: Phase): Verdict {
  const pass: Verdict = { kind: 'pass', message: message as Message };
  if (!isObject(message)) return refuse(null, ErrorCodes.InvalidRequest, 'a message is one object');
  const { id, method } = message;
  if (method === undefined && ('result' in message || 'error' in message)) {
    return phase !== 'new' && isId(id) ? pass : { kind: 'drop' };
  }
  const answerable = isId(id) ? id : null;
  if (message.jsonrpc !== '2.0') return refuse(answerable, ErrorCodes.InvalidRequest, 'jsonrpc must be "2.0"');
  if (typeof method !== 'string') return refuse(answerable, ErrorCodes.InvalidRequest, 'method must be a string');
  if (id === undefined) return onNotification(pass, method, message.params, phase);
  if (!isId(id)) return refuse(null, ErrorCodes.InvalidRequest, 'id must be an integer or a string');
  return onRequest(message, id, method, phase);
}

function isId(id: unknown): id is string | number {
  return typeof id === 'string' || Number.isInteger(id);
}

function refuse(id: string | number | null, code: number, why: string): Verdict {
  return { kind: 'refuse', id, code, why };
}

function onNotification(pass: Verdict, method: string, params: unknown, phase: Phase): Verdict {
  if (method === 'exit') return pass;
  if (phase !== 'initialized') return { kind: 'drop' };
  const why = flawOf(method, params);
  return why === undefined ? pass : { kind: 'drop', why };
}

function onRequest(
  message: Readonly<Record<string, unknown>>,
  id: string | number,
  method: string,
  phase: Phase,
): Verdict {
  const { params } = message;
  const isFirst = method === 'initialize';
  if (phase === 'shut-down') return refuse(id, ErrorCodes.InvalidRequest, `${method} after shutdown`);
  if (phase === 'new') {
    if (!isFirst) return refuse(id, ErrorCodes.ServerNotInitialized, `${method} before initialize`);
    if (!isObject(params)) return refuse(id, ErrorCodes.InvalidParams, 'initialize: params must be an object');
    return { kind: 'pass', message: { ...message, params: initializeParams(params) } as unknown as Message };
  }
  if (isFirst) return refuse(id, ErrorCodes.InvalidRequest, 'initialize was asked for already');
  const why = flawOf(method, params);
  return why === undefined
    ? { kind: 'pass', message: message as unknown as Message }
    : refuse(id, ErrorCodes.InvalidParams, why);
}

/** What a client leaves out, or states in a form that means nothing, it has not stated. */
function initializeParams(params: Readonly<Record<string, unknown>>): object {
  const { capabilities, workspaceFolders, rootUri, locale } = params;
  const folders: readonly unknown[] = Array.isArray(workspaceFolders) ? workspaceFolders : [];
  return {
    ...params,
    capabilities: isObject(capabilities) ? capabilities : {},
    workspaceFolders: Array.isArray(workspaceFolders)
      ? folders.filter((folder) => isObject(folder) && typeof folder.uri === 'string')
      : null,
    rootUri: typeof rootUri === 'string' ? rootUri : null,
    locale: typeof locale === 'string' ? locale : undefined,
  };
}
