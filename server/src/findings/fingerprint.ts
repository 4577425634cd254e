/** A short stable name of a finding. */

/** 16 hexadecimal digits: two 32-bit FNV-1a hashes of the text's UTF-16 units, the second from another start. */
export function fingerprintOf(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ (code & 0xff), 0x01000193);
    first = Math.imul(first ^ (code >>> 8), 0x01000193);
    second = Math.imul(second ^ (code >>> 8), 0x01000193);
    second = Math.imul(second ^ (code & 0xff), 0x01000193);
  }
  return hex(first) + hex(second);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
