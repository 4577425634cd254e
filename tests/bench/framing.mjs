// Content-Length framing on buffers, for both directions.

const blankLine = Buffer.from('\r\n\r\n');
const lengthField = /content-length:\s*(\d+)/i;

export function frame(message) {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/**
 * Takes chunks as they come and calls `deliver` with each whole body, unparsed: what a body costs to parse is not part
 * of the time at which it arrived.
 */
export function frameReader(deliver) {
  let chunks = [];
  let size = 0;
  let wanted = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size > 0 && size >= wanted) {
      let held = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const headerEnd = held.indexOf(blankLine);
      if (headerEnd < 0) {
        chunks = [held];
        wanted = size + 1;
        return;
      }
      const bodyStart = headerEnd + blankLine.length;
      const bodyEnd = bodyStart + Number(lengthField.exec(held.toString('latin1', 0, headerEnd))[1]);
      const complete = size >= bodyEnd;
      if (complete) {
        deliver(held.subarray(bodyStart, bodyEnd));
        held = held.subarray(bodyEnd);
      }
      chunks = [held];
      size = held.length;
      wanted = complete ? 0 : bodyEnd;
    }
  };
}
