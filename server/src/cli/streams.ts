/** Writing to standard output and error: in large pieces, in order, and untroubled by a reader that has gone. */
import type { Writable } from 'node:stream';
import { reasonOf } from '../files/unreadable';
import type { Wording } from '../text/wording';

const pieceLength = 1 << 16;

/** A piece of output for one of the two streams. */
export interface Output {
  readonly stream: 'out' | 'err';
  readonly text: string | Uint8Array;
}

type Streams = Readonly<Record<Output['stream'], Writable>>;

/** A stream, or the file named, did not take all that was written to it. */
export class Unwritten extends Error {
  constructor(
    readonly reason: Wording,
    readonly file?: string,
  ) {
    super('unwritten');
  }
}

/** Output piece by piece, and a value at the end. */
export type Pieces<T> = Iterator<Output, T> | AsyncIterator<Output, T>;

export interface Writer {
  /**
   * Writes all pieces and gives what the iterator returns. A closed pipe (`| head`) takes the rest without a word.
   *
   * @throws Unwritten at once for standard output, and for the error stream when the rest of the output is written.
   */
  writeAll<T>(pieces: Pieces<T>): Promise<T>;
}

export function chunkedWriter(streams: Streams): Writer {
  // Each failed write tells its own callback; without a listener the event would end the process.
  for (const stream of Object.values(streams)) stream.on('error', () => undefined);
  return { writeAll: (pieces) => writeAll(streams, pieces) };
}

async function writeAll<T>(streams: Streams, pieces: Pieces<T>): Promise<T> {
  try {
    return await writeEach(streams, pieces);
  } catch (error) {
    // What else the pieces were written to is given up.
    await pieces.return?.();
    throw error;
  }
}

async function writeEach<T>(streams: Streams, pieces: Pieces<T>): Promise<T> {
  let pending = '';
  let failure: unknown;
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done === true) {
      await writeTo(streams.out, pending);
      if (failure !== undefined) throw failure;
      return next.value;
    }
    const { stream, text } = next.value;
    if (stream === 'err') {
      await writeTo(streams.out, pending);
      await writeTo(streams.err, text).catch((error: unknown) => {
        failure = error;
      });
      pending = '';
    } else if (typeof text !== 'string') {
      await writeTo(streams.out, pending);
      await writeTo(streams.out, text);
      pending = '';
    } else {
      pending += text;
      if (pending.length >= pieceLength) {
        await writeTo(streams.out, pending);
        pending = '';
      }
    }
  }
}

function writeTo(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !isClosedPipe(error)) reject(new Unwritten(reasonOf(error)));
      else resolve();
    });
  });
}

function isClosedPipe(error: Error & { readonly code?: string }): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}
