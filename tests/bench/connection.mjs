// A server process and the messages to and from it, over stdio.
import { spawn } from 'node:child_process';
import { frame, frameReader } from './framing.mjs';

/** How long an answer may take before the benchmark gives up. */
const patience = 60_000;

/**
 * Starts `node ...args`. `take` is given every notification and request of the server, with the time of its arrival.
 * A server that dies, or an answer that does not come, rejects whatever is being waited for.
 */
export function connect(name, args, take) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const waits = waitingRoom(name);
  const tail = lastWords(child.stderr);
  let leaving = false;

  child.stdin.on('error', () => undefined);
  child.stdout.on('data', frameReader(messageReader(waits, take)));
  exited.then((status) => {
    if (!leaving) waits.fail(new Error(`${name} ended (${status}) in the middle of the benchmark\n${tail()}`.trim()));
  });

  const { send, request } = messageWriter(child.stdin, waits);
  return {
    send,
    request,
    expect: waits.expect,
    settle: waits.settle,
    stop: async () => {
      leaving = true;
      await request('shutdown').arrival;
      send({ method: 'exit' });
      await exited;
    },
    /** Ends the server at once: what is left to do after a failure. */
    kill: () => {
      leaving = true;
      child.kill('SIGKILL');
    },
  };
}

/** Stops the clock first, then parses. */
function messageReader(waits, take) {
  return (body) => {
    const at = performance.now();
    const message = JSON.parse(body.toString());
    if (message.method === undefined) waits.settle(`#${message.id}`, { at, message, bytes: body.length });
    else take(message, at);
  };
}

/** Both give the time at which the bytes, made before it, begin to be written. */
function messageWriter(stream, waits) {
  let nextId = 0;
  const send = (...messages) => {
    const bytes = Buffer.concat(messages.map((message) => frame({ jsonrpc: '2.0', ...message })));
    const sentAt = performance.now();
    stream.write(bytes);
    return sentAt;
  };
  /** `before`: messages to be written together with the request, in front of it. */
  const request = (method, params, ...before) => {
    const id = ++nextId;
    const arrival = waits.expect(`#${id}`, `the answer to ${method}`).then(resultOf);
    return { sentAt: send(...before, { id, method, params }), arrival };
  };
  return { send, request };
}

function resultOf({ at, message, bytes }) {
  if (message.error !== undefined) throw new Error(`the server answered with an error: ${message.error.message}`);
  return { at, result: message.result, bytes };
}

/** Promises by key. */
function waitingRoom(name) {
  const waiting = new Map();
  let failure;
  const take = (key) => {
    const wait = waiting.get(key);
    if (wait === undefined) return undefined;
    waiting.delete(key);
    clearTimeout(wait.timer);
    return wait;
  };
  return {
    expect: (key, what) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        const late = () => take(key)?.reject(new Error(`${name}: ${what} did not arrive within ${patience / 1000} s`));
        waiting.set(key, { resolve, reject, timer: setTimeout(late, patience) });
      }),
    settle: (key, value) => take(key)?.resolve(value),
    fail: (error) => {
      failure = error;
      for (const key of [...waiting.keys()]) take(key)?.reject(error);
    },
  };
}

/** The end of what a stream says. */
function lastWords(stream) {
  let text = '';
  stream.on('data', (chunk) => {
    text = (text + chunk).slice(-4000);
  });
  return () => text;
}
