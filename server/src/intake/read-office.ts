/** Files of office programs, told by what is in their archive. */
import { phrase, type Wording } from '../text/wording';
import type { Intake } from './document';
import { readDocx } from './docx/read-docx';
import { readXlsx } from './xlsx/read-xlsx';
import { openZip, type Zip } from './zip';

/** Never throws. What has neither a document nor a workbook in it is refused by its name. */
export function readOffice(bytes: Uint8Array): Intake {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const has = (start: string): boolean => zip.entries.some((name) => name.toLowerCase().startsWith(start));
  if (has('ofd.xml')) return refused(phrase`文件是 OFD 版式文件，请改用原来的 Word 文档，或另存为 PDF`);
  if (has('mimetype')) return refused(openDocumentReason(zip));
  if (has('ppt/')) return refused(phrase`文件是演示文稿，不是年报`);
  if (has('xl/')) return readXlsx(bytes);
  if (has('word/') || has('[content_types].xml')) return readDocx(bytes);
  return refused(phrase`文件是压缩包，请解压后再审核`);
}

function refused(reason: Wording): Intake {
  return { ok: false, reason };
}

const openDocument: readonly { readonly type: string; readonly reason: Wording }[] = [
  { type: 'text', reason: phrase`文件是 OpenDocument 文档（.odt），请另存为 .docx` },
  { type: 'spreadsheet', reason: phrase`文件是 OpenDocument 表格（.ods），请另存为 .xlsx` },
];

function openDocumentReason(zip: Extract<Zip, { readonly ok: true }>): Wording {
  const mime = zip.read('mimetype');
  const stated = mime.ok ? String.fromCharCode(...mime.bytes.subarray(0, 200)) : '';
  const known = openDocument.find(({ type }) => stated.startsWith(`application/vnd.oasis.opendocument.${type}`));
  return known?.reason ?? phrase`文件是电子书或 OpenDocument 的其他文件，请另存为 .docx`;
}
