/** Small workbooks. */
import type { Parts } from './parts';
import { escaped, packed, relationsPart, typesPart, xmlHead } from './parts';

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface BookSheet {
  readonly name?: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** What stands between `<worksheet>` and its end. */
  readonly inner: string;
}

export interface BookParts {
  /** Of `<si>`. */
  readonly strings?: string;
  readonly styles?: string;
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
}

export function bookParts(sheets: readonly BookSheet[], { strings, styles, properties = '' }: BookParts = {}): Parts {
  const names = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  return {
    '[Content_Types].xml': typesPart({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(names.map((name) => [`xl/${name}`, 'spreadsheetml.worksheet'])),
    }),
    '_rels/.rels': relationsPart([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xmlHead}<workbook ${namespaces}><workbookPr ${properties}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsPart([
      ...names.map((name, i) => [`rId${i + 1}`, 'worksheet', name] as const),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdT', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${xmlHead}<sst ${namespaces}>${strings ?? ''}</sst>`,
    'xl/styles.xml': `${xmlHead}<styleSheet ${namespaces}>${styles ?? usualStyles()}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ inner }, i) => [`xl/${names[i]}`, `${xmlHead}<worksheet ${namespaces}>${inner}</worksheet>`]),
    ),
  };
}

export function bookFile(sheets: readonly BookSheet[], parts: BookParts = {}): Uint8Array {
  return packed(bookParts(sheets, parts));
}

/** Style 0 is plain, 1 has lines around; then one each of `formats`, without lines. */
export function usualStyles(formats: readonly string[] = []): string {
  const custom = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`);
  const line = (side: string): string => `<${side} style="thin"/>`;
  const formatted = formats.map((_, i) => `<xf numFmtId="${200 + i}" borderId="0"/>`);
  return `<numFmts>${custom.join('')}</numFmts><borders><border/><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}</border></borders><cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>${formatted.join('')}</cellXfs>`;
}

/** 1 is A. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** One cell's element: a number where it is one, else a text; `style` as in {@link usualStyles}. */
export function bookCell(row: number, column: number, text: string, style = 0): string {
  const place = `r="${columnName(column)}${row}" s="${style}"`;
  if (text === '') return `<c ${place}/>`;
  if (/^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,9}[1-9])?$/.test(text)) return `<c ${place}><v>${text}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Rows of texts from A1 on, all in one style; an empty row is none. */
export function plainRows(rows: readonly (readonly string[])[], style = 0): string {
  const each = rows.map(
    (texts, i) =>
      `<row r="${i + 1}">${texts.map((text, j) => (text === '' ? '' : bookCell(i + 1, j + 1, text, style))).join('')}</row>`,
  );
  return `<sheetData>${each.join('')}</sheetData>`;
}
