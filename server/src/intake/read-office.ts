/** Archives of office programs: each kind by its own reader, the others refused by name. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { newBudget } from './budget';
import type { Intake } from './document';
import { readDocx } from './docx/read-docx';
import type { OpenZip } from './package';
import { hasPart, mainPart, readPart } from './package';
import { readXlsx } from './xlsx/read-xlsx';
import { attributeOf, elementsOf } from './xml';
import { openZip } from './zip';

/** Pages are read with them: whoever takes one over needs it as seldom. */
export { readHtml } from './html/read-html';

/** Never throws. */
export function readOffice(bytes: Uint8Array): Intake {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const kind = kindOf(zip);
  if (typeof kind === 'object') return { ok: false, reason: kind.refused };
  return kind === 'word' ? readDocx(bytes) : readXlsx(bytes);
}

type OfficeKind = 'word' | 'sheet' | { readonly refused: Wording };

function kindOf(zip: OpenZip): OfficeKind {
  const budget = newBudget();
  const main = mainPart(zip, budget);
  if (!main.ok) return hasPart(zip, '_rels/.rels') ? { refused: main.reason } : { refused: otherArchive(zip) };
  const type = contentTypeOf(main.name, zip);
  if (type.includes('sheet.binary'))
    return { refused: phrase`文件是二进制的 Excel 工作簿（.xlsb），请用 Excel 另存为 .xlsx` };
  if (/wordprocessingml|ms-word/.test(type)) return 'word';
  if (/spreadsheetml|ms-excel/.test(type)) return 'sheet';
  return { refused: phrase`文件是演示文稿或图形，不是年报，请用 Word 或 Excel 编写` };
}

/** What the file says of the part; else the folder that it lies in says the same. */
function contentTypeOf(name: string, zip: OpenZip): string {
  const list = '[Content_Types].xml';
  const types = hasPart(zip, list) ? readPart(zip, list, newBudget()) : undefined;
  const elements = types?.ok === true ? elementsOf(types.root) : [];
  const own = elements.find(({ attributes }) => {
    const part = attributeOf(attributes, 'PartName');
    return part !== undefined && part.toLowerCase() === `/${name.toLowerCase()}`;
  });
  const type = own === undefined ? undefined : attributeOf(own.attributes, 'ContentType');
  if (type !== undefined) return type;
  return { word: 'wordprocessingml', xl: 'spreadsheetml' }[name.split('/')[0] ?? ''] ?? '';
}

function otherArchive(zip: OpenZip): Wording {
  const mimetype = zip.read('mimetype');
  const type = mimetype.ok ? new TextDecoder().decode(mimetype.bytes.subarray(0, 200)) : '';
  if (type.includes('opendocument.text')) return phrase`文件是 OpenDocument 文档（.odt），请另存为 .docx`;
  if (type.includes('opendocument.spreadsheet')) return phrase`文件是 OpenDocument 表格（.ods），请另存为 .xlsx`;
  if (hasPart(zip, 'OFD.xml')) return phrase`文件是 OFD 版式文件，请用原来的 Word 文件，或导出为 PDF`;
  if (zip.entries.some((name) => name.endsWith('.iwa')))
    return phrase`文件是 Pages 或 Numbers 文稿，请导出为 .docx 或 .xlsx`;
  return phrase`文件是压缩包，请先解压`;
}
