/** Standard output that sends a message's header and body in one piece, so that the reader wakes once and not twice. */
import { Writable } from 'node:stream';

/** A stream over `output`: a header, which comes as a string, waits for the body that follows it as bytes. */
export function wholeMessages(output: NodeJS.WritableStream): NodeJS.WritableStream {
  let header: Buffer | undefined;
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      if (typeof chunk === 'string') {
        header = header === undefined ? Buffer.from(chunk) : Buffer.concat([header, Buffer.from(chunk)]);
        done();
        return;
      }
      const whole = header === undefined ? chunk : Buffer.concat([header, chunk]);
      header = undefined;
      output.write(whole, done);
    },
    final(done) {
      if (header === undefined) done();
      else output.write(header, () => done());
    },
  });
}
