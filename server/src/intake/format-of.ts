/** What a file is by its first bytes, whatever its name says. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

/** `text`: nothing else that is known; whether it is text is for the decoder to say. */
export type FileFormat = 'pdf' | 'zip' | 'text' | { readonly refused: Wording };

/** A program may write something before it; readers look this far. */
const pdfWithin = 1024;

export function formatOf(bytes: Uint8Array): FileFormat {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return 'zip';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { refused: compoundReason(bytes) };
  if (startsWith(bytes, '{\\rtf')) return { refused: phrase`文件是 RTF 文档，请用 Word 或 WPS 另存为 .docx` };
  if (holdsPdfMark(bytes.subarray(0, pdfWithin))) return 'pdf';
  if (isWebArchive(bytes)) return { refused: phrase`文件是网页归档（.mht），请在浏览器中另存为“网页，仅 HTML”` };
  return 'text';
}

/** Old Office programs keep all their kinds in one container, which has a directory of 128-byte entries that begin with a name. */
const entryLength = 128;

const streams: readonly { readonly name: string; readonly reason: Wording }[] = [
  { name: 'EncryptedPackage', reason: phrase`文件设了打开密码，请去掉密码后再审核` },
  {
    name: 'WordDocument',
    reason: phrase`文件是旧版 Word 或 WPS 文字文档（.doc、.wps），请用 Word 或 WPS 另存为 .docx`,
  },
  { name: 'Workbook', reason: phrase`文件是旧版 Excel 或 WPS 表格（.xls、.et），请用 Excel 或 WPS 另存为 .xlsx` },
  { name: 'Book', reason: phrase`文件是旧版 Excel 或 WPS 表格（.xls、.et），请用 Excel 或 WPS 另存为 .xlsx` },
  { name: 'PowerPoint Document', reason: phrase`文件是演示文稿，不是年报` },
];

function compoundReason(bytes: Uint8Array): Wording {
  let found = streams.length;
  for (let at = 4 * entryLength; at + entryLength <= bytes.length && found > 0; at += entryLength) {
    const nth = streams.findIndex(({ name }) => isNameAt(bytes, at, name));
    if (nth >= 0) found = Math.min(found, nth);
  }
  return (
    streams[found]?.reason ?? phrase`文件是旧版 Office 或 WPS 的文件（.doc、.xls、.wps），请用 Word 或 WPS 另存为 .docx`
  );
}

/** In UTF-16, and nothing behind it. */
function isNameAt(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i <= name.length; i++) {
    const code = i === name.length ? 0 : name.charCodeAt(i);
    if (bytes[at + 2 * i] !== code || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return true;
}

/** Nearly every text has no such sign at all, and is not looked at further. */
function holdsPdfMark(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x25); at >= 0; at = bytes.indexOf(0x25, at + 1)) {
    if (startsWith(bytes.subarray(at), '%PDF-')) return true;
  }
  return false;
}

/** A mail message that holds a page: headers first. */
function isWebArchive(bytes: Uint8Array): boolean {
  const [first = 0] = bytes;
  // A header's name begins in ASCII, and a report hardly ever does.
  if (!/[\w-]/.test(String.fromCharCode(first))) return false;
  const head = latin(bytes.subarray(0, 2048)).toLowerCase();
  const [line = ''] = head.split('\n', 1);
  return /^[\w-]{1,40}:/.test(line) && head.includes('mime-version:') && head.includes('multipart/related');
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return latin(bytes.subarray(0, start.length)) === start;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
