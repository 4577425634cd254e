/** What the specifications of JSON-RPC and of the Language Server Protocol (3.17) lay down for a client’s mistakes, over each transport. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { brokenTotal, reportOf } from './reports';

const { server: program } = inject('bundles');
const uri = 'file:///reports/report.txt';

/** A message as it comes; what it should be is what is tested. */
interface Heard {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Wire {
  readonly process: ChildProcess;
  send(message: unknown): void;
  /** The answer with that id, already there or still to come. */
  answer(id: unknown): Promise<Heard>;
  /** All that has come. */
  readonly heard: readonly Heard[];
}

let wire: Wire | undefined;

afterEach(() => {
  wire?.process.kill();
});

function listening(process: ChildProcess, send: (message: unknown) => void): Wire & { hear(message: Heard): void } {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  return {
    process,
    send,
    heard,
    hear: (message) => {
      heard.push(message);
      for (const look of waiting) look();
    },
    answer: (id) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = heard.find((message) => message.method === undefined && message.id === id);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

const frame = (body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);

function overStreams(): Wire & { raw(bytes: string | Buffer): void } {
  const server = spawn(process.execPath, [program, '--stdio']);
  const own = listening(server, (message) => server.stdin.write(frame(JSON.stringify(message))));
  new StreamMessageReader(server.stdout).listen((message) => own.hear(message as unknown as Heard));
  wire = own;
  return { ...own, raw: (bytes) => server.stdin.write(bytes) };
}

function overMessages(): Wire {
  const server = fork(program, ['--node-ipc'], { stdio: 'ignore' });
  const own = listening(server, (message) => server.send(message as object));
  server.on('message', (message) => own.hear(message as Heard));
  wire = own;
  return own;
}

const request = (id: unknown, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });
const notification = (method: string, params?: unknown) => ({ jsonrpc: '2.0', method, params });
const initialize = (id: unknown = 0) => request(id, 'initialize', { processId: null, rootUri: null, capabilities: {} });
const folds = (id: unknown) => request(id, 'textDocument/foldingRange', { textDocument: { uri } });
const opened = notification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'plaintext', version: 1, text: reportOf(brokenTotal) },
});

async function ready(server: Wire): Promise<void> {
  server.send(initialize());
  await server.answer(0);
  server.send(notification('initialized', {}));
  server.send(opened);
}

/** The session goes on: the document is there and is answered for. */
async function goesOn(server: Wire, id = 'on'): Promise<void> {
  server.send(folds(id));
  expect(((await server.answer(id)).result as unknown[]).length).toBeGreaterThan(0);
}

describe.each([
  ['standard input and output', overStreams],
  ['messages between processes', overMessages],
])('over %s', (_, start: () => Wire) => {
  test('a request before initialize is refused as such, a notification is dropped', async () => {
    const server = start();
    server.send(folds(1));
    server.send(opened);
    server.send(request(2, 'nobody/knows'));
    expect((await server.answer(1)).error?.code).toBe(-32002);
    expect((await server.answer(2)).error?.code).toBe(-32002);
    server.send(initialize());
    expect((await server.answer(0)).result).toBeDefined();
    server.send(folds(3));
    expect((await server.answer(3)).result).toBeNull();
  });

  test('a second initialize is refused and changes nothing', async () => {
    const server = start();
    await ready(server);
    server.send(initialize(1));
    expect((await server.answer(1)).error?.code).toBe(-32600);
    await goesOn(server);
  });

  test.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['a text', 'x'],
  ])('an initialize whose params are %s is refused, and the next one counts', async (_name, params) => {
    const server = start();
    server.send(request(1, 'initialize', params));
    expect((await server.answer(1)).error?.code).toBe(-32602);
    await ready(server);
    await goesOn(server);
  });

  test.each([
    ['none', {}],
    ['null', { capabilities: null, processId: null, rootUri: null }],
    [
      'of another form',
      {
        capabilities: { workspace: 7, textDocument: { codeAction: 'x', hover: [], foldingRange: { rangeLimit: 'a' } } },
        workspaceFolders: 'x',
        initializationOptions: 3,
        locale: 4,
      },
    ],
    ['lists', { capabilities: [], workspaceFolders: [null, 3], initializationOptions: [] }],
  ])('capabilities: %s', async (_name, params) => {
    const server = start();
    server.send(request(0, 'initialize', params));
    expect((await server.answer(0)).result).toBeDefined();
    server.send(notification('initialized', {}));
    server.send(opened);
    await goesOn(server);
  });

  test('after shutdown every request is refused, and exit ends with 0', async () => {
    const server = start();
    await ready(server);
    server.send(request(1, 'shutdown'));
    expect(await server.answer(1)).toMatchObject({ result: null });
    server.send(folds(2));
    server.send(initialize(3));
    server.send(request(4, 'shutdown'));
    server.send(request(5, 'nobody/knows'));
    for (const id of [2, 3, 4, 5]) expect((await server.answer(id)).error?.code).toBe(-32600);
    const ended = once(server.process, 'exit');
    server.send(notification('exit'));
    expect(await ended).toEqual([0, null]);
  });

  test.each([
    ['before initialize', false],
    ['without shutdown', true],
  ])('exit %s ends with 1', async (_name, isReady) => {
    const server = start();
    if (isReady) await ready(server);
    const ended = once(server.process, 'exit');
    server.send(notification('exit'));
    expect(await ended).toEqual([1, null]);
  });

  test('unknown requests are refused, unknown notifications dropped, those of the protocol’s own too', async () => {
    const server = start();
    await ready(server);
    server.send(request(1, 'nobody/knows', {}));
    server.send(request(2, '$/nobody', {}));
    server.send(notification('nobody/knows', {}));
    server.send(notification('$/nobody', {}));
    server.send(notification('$/cancelRequest', { id: 'never' }));
    server.send(notification('$/cancelRequest', null));
    server.send(notification('$/setTrace', { value: 'verbose' }));
    server.send(notification('$/setTrace', null));
    server.send(notification('$/progress', null));
    expect((await server.answer(1)).error?.code).toBe(-32601);
    expect((await server.answer(2)).error?.code).toBe(-32601);
    await goesOn(server);
  });

  test.each([
    ['a list of requests', [folds(1), folds(2)]],
    ['an empty list', []],
    ['no object', 'hello'],
    ['a number', 7],
    ['no method', { jsonrpc: '2.0', params: {} }],
    ['a method that is no text', { jsonrpc: '2.0', id: 7, method: 5 }],
    ['another version of JSON-RPC', { jsonrpc: '1.0', id: 7, method: 'shutdown' }],
    ['an id that is an object', request({ a: 1 }, 'shutdown')],
    ['an id that is null', request(null, 'shutdown')],
    ['an id that is a fraction', request(1.5, 'shutdown')],
  ])('%s is no request', async (_name, message) => {
    const server = start();
    await ready(server);
    server.send(message);
    const { id } = (message ?? {}) as { readonly id?: unknown };
    expect((await server.answer(id === 7 ? 7 : null)).error?.code).toBe(-32600);
    await goesOn(server);
  });

  test('answers to what was never asked are dropped', async () => {
    const server = start();
    await ready(server);
    server.send({ jsonrpc: '2.0', id: 99, result: {} });
    server.send({ jsonrpc: '2.0', id: 'x', error: { code: 1, message: '' } });
    server.send({ jsonrpc: '2.0', id: null, error: { code: -32700, message: '' } });
    await goesOn(server);
  });

  const position = { line: 0, character: 0 };
  test.each([
    ['no params', 'textDocument/hover', undefined],
    ['null', 'textDocument/hover', null],
    ['a number', 'textDocument/foldingRange', 3],
    ['no document', 'textDocument/foldingRange', {}],
    ['a document without a name', 'textDocument/documentSymbol', { textDocument: {} }],
    ['a document whose name is a number', 'textDocument/documentSymbol', { textDocument: { uri: 4 } }],
    ['no position', 'textDocument/hover', { textDocument: { uri } }],
    ['a position that is a number', 'textDocument/definition', { textDocument: { uri }, position: 3 }],
    ['a negative line', 'textDocument/hover', { textDocument: { uri }, position: { line: -1, character: 0 } }],
    ['a fraction', 'textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0.5 } }],
    [
      'null for a character',
      'textDocument/completion',
      { textDocument: { uri }, position: { line: 0, character: null } },
    ],
    ['no range', 'textDocument/codeAction', { textDocument: { uri }, context: { diagnostics: [] } }],
    ['half a range', 'textDocument/inlayHint', { textDocument: { uri }, range: { start: position } }],
    ['no context', 'textDocument/codeAction', { textDocument: { uri }, range: { start: position, end: position } }],
    ['no positions', 'textDocument/selectionRange', { textDocument: { uri }, positions: position }],
    ['a name that is no text', 'textDocument/rename', { textDocument: { uri }, position, newName: 3 }],
    ['a query that is no text', 'workspace/symbol', { query: null }],
    ['our own request without a document', 'disclosureAudit/results', {}],
  ])('params: %s (%s)', async (_name, method, params) => {
    const server = start();
    await ready(server);
    server.send(request(1, method, params));
    expect(await server.answer(1)).toMatchObject({ error: { code: -32602 } });
    await goesOn(server);
  });

  test.each([
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', { textDocument: { uri: 'file:///b.txt' } }],
    ['textDocument/didOpen', { textDocument: { uri: 'file:///b.txt', languageId: 3, version: 'x', text: 7 } }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 5 }] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: 'x' }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [null] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: {}, text: '' }] }],
    ['textDocument/didClose', {}],
    ['textDocument/didSave', 3],
    ['workspace/didChangeConfiguration', null],
    ['workspace/didChangeWatchedFiles', { changes: null }],
    ['workspace/didChangeWatchedFiles', { changes: [null, { uri: 3 }] }],
    ['workspace/didChangeWorkspaceFolders', {}],
  ])('the notification %s with params of no sense is dropped: %j', async (method, params) => {
    const server = start();
    await ready(server);
    server.send(notification(method, params));
    await goesOn(server);
  });
});

describe('what does not come as a message', () => {
  const on = (id: string): Buffer => frame(JSON.stringify(folds(id)));
  const answered = async (server: Wire, id: string): Promise<void> => {
    expect(((await server.answer(id)).result as unknown[]).length).toBeGreaterThan(0);
  };

  test.each<readonly [string, string | Buffer]>([
    ['no JSON', frame('{"jsonrpc": "2.0", "method": ')],
    ['nothing', frame('')],
    ['no UTF-8', frame(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))],
    ['a header without a length', 'Content-Type: application/vscode-jsonrpc\r\n\r\n'],
    ['a length that is a word', 'Content-Length: many\r\n\r\n'],
    ['a negative length', 'Content-Length: -5\r\n\r\n'],
    ['a length that is too great for any message', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['a header without a colon', 'Content-Length 5\r\n\r\n{}'],
    ['a length that is too short', `Content-Length: 9\r\n\r\n${JSON.stringify(folds(1))}`],
    ['a length that is too long', `Content-Length: 100\r\n\r\n${JSON.stringify({ jsonrpc: '2.0', method: 'x' })}`],
    ['text from elsewhere', 'debugger attached\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s is refused with no id, and the next message counts', async (_, bytes) => {
    const server = overStreams();
    await ready(server);
    server.raw(bytes);
    server.raw(on('next'));
    await answered(server, 'next');
    expect((await server.answer(null)).error?.code).toBe(-32700);
    server.raw(on('after'));
    await answered(server, 'after');
  });

  test('a message in single bytes, and many in one piece, are read', async () => {
    const server = overStreams();
    await ready(server);
    for (const byte of on('bytes')) server.raw(Buffer.from([byte]));
    await answered(server, 'bytes');
    server.raw(Buffer.concat([on('a'), on('b'), on('c')]));
    for (const id of ['a', 'b', 'c']) await answered(server, id);
    expect(server.heard.filter(({ error }) => error !== undefined)).toEqual([]);
  });

  test('headers in another case and order are read', async () => {
    const server = overStreams();
    await ready(server);
    const body = JSON.stringify(folds('x'));
    server.raw(
      `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await answered(server, 'x');
  });

  test('the end of the input ends the server, with 1 where it was not shut down', async () => {
    const server = overStreams();
    await ready(server);
    await goesOn(server);
    const ended = once(server.process, 'exit');
    server.process.stdin?.end();
    expect(await ended).toEqual([1, null]);
  });
});
