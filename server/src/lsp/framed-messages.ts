/** Messages out of a stream of bytes, each behind its header; what is none is told and passed over. */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { DataCallback, Disposable, Message, MessageReader, PartialMessageInfo } from 'vscode-languageserver';
import { Emitter } from 'vscode-languageserver';

/** In bytes. A report may have 64 MB, and JSON writes some characters as six. */
const longestMessage = 512 * 1024 * 1024;
/** In bytes, of a whole header. */
const longestHeader = 8192;

const headerEnd = '\r\n\r\n';

/**
 * The messages of `input`. Bytes that are no message are skipped up to the next header, which never stands within one,
 * since JSON has no line end in its texts; `unreadable` is told of each such stretch once, with what is wrong.
 */
export function framedMessages(input: Readable, unreadable: (reason: string) => void): MessageReader {
  const errors = new Emitter<Error>();
  const closes = new Emitter<void>();
  const partial = new Emitter<PartialMessageInfo>();
  return {
    onError: errors.event,
    onClose: closes.event,
    onPartialMessage: partial.event,
    listen: (callback) => {
      const take = frames(callback, unreadable);
      const close = onceOnly(() => closes.fire());
      const fail = (error: Error): void => errors.fire(error);
      input.on('data', take).on('error', fail).on('end', close).on('close', close);
      return stopping(() => input.off('data', take).off('error', fail).off('end', close).off('close', close));
    },
    dispose: () => {
      for (const emitter of [errors, closes, partial]) emitter.dispose();
    },
  };
}

const stopping = (stop: () => unknown): Disposable => ({ dispose: () => void stop() });

function onceOnly(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** Takes pieces of the stream, and calls back with each message that they complete. */
function frames(callback: DataCallback, unreadable: (reason: string) => void): (piece: Buffer) => void {
  const held = heldBytes();
  /** Length of the body that comes next; `undefined` while its header is awaited. */
  let awaited: number | undefined;
  let isSkipping = false;
  const skip = (reason: string): void => {
    if (!isSkipping) unreadable(reason);
    isSkipping = true;
  };

  /** Whether there may be more to take. */
  const takeHeader = (): boolean => {
    const bytes = held.all();
    const end = bytes.indexOf(headerEnd);
    if (end < 0) {
      if (bytes.length <= longestHeader) return false;
      skip('no header');
      held.keep(bytes.subarray(-longestHeader));
      return false;
    }
    const header = headerIn(bytes.toString('latin1', 0, end));
    held.keep(bytes.subarray(end + headerEnd.length));
    if (!header.isWhole) skip('no header');
    if (header.length !== undefined && header.length <= longestMessage) awaited = header.length;
    else skip('no length that a message can have');
    return true;
  };

  const takeBody = (length: number): boolean => {
    if (held.size() < length) return false;
    const bytes = held.all();
    const body = bytes.subarray(0, length);
    awaited = undefined;
    const message = messageIn(body);
    if (message === undefined) {
      skip('no JSON in UTF-8');
      // The length may have been too great: what follows begins where the next header does.
      const next = body.toString('latin1').search(/content-length:/i);
      held.keep(bytes.subarray(next < 0 ? length : next));
    } else {
      isSkipping = false;
      held.keep(bytes.subarray(length));
      callback(message.read as Message);
    }
    return true;
  };

  return (piece) => {
    held.add(piece);
    while (awaited === undefined ? takeHeader() : takeBody(awaited));
  };
}

/** Bytes in the pieces that they came in, put together only when they are looked at. */
function heldBytes() {
  let pieces: Buffer[] = [];
  let size = 0;
  const keep = (bytes: Buffer): void => {
    pieces = bytes.length === 0 ? [] : [bytes];
    size = bytes.length;
  };
  return {
    size: () => size,
    add: (piece: Buffer): void => {
      pieces.push(piece);
      size += piece.length;
    },
    all: (): Buffer => {
      if (pieces.length !== 1) keep(Buffer.concat(pieces));
      return pieces[0] ?? Buffer.alloc(0);
    },
    keep,
  };
}

const field = /^[\w-]+[ \t]*:/;
const lengthField = /^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*$/i;

/** The length that a header states; one that stands behind other text still counts, but is not the whole of it. */
function headerIn(block: string): { readonly isWhole: boolean; readonly length?: number } {
  const lines = block.split('\r\n');
  const isWhole = lines.every((line) => field.test(line));
  const at = block.toLowerCase().lastIndexOf('content-length');
  const own = isWhole ? lines : at < 0 ? [] : block.slice(at).split('\r\n');
  const stated = own.map((line) => lengthField.exec(line)?.[1]).find((digits) => digits !== undefined);
  return { isWhole, ...(stated !== undefined && { length: Number(stated) }) };
}

/** `undefined` for what is no JSON, or no UTF-8. */
function messageIn(body: Buffer): { readonly read: unknown } | undefined {
  if (!isUtf8(body)) return undefined;
  try {
    return { read: JSON.parse(body.toString('utf8')) };
  } catch {
    return undefined;
  }
}
