/** A workbook as the bytes of an `.xlsx` file (ECMA-376), row by row through the compression, so that no sheet is held as a whole. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { markupLines } from '../output/markup-text';
import type { CellLook, Sheet, Workbook, WorkbookCell } from '../output/workbook';
import { displayWidth } from '../text/width';

/** What a sheet and a cell may hold; what is more goes on another sheet, or is cut with a word about it. */
export const sheetLimits = { rows: 1_048_576, characters: 32_767 } as const;

/** The same workbook gives the same bytes. @param mostRows of a sheet. */
export async function writeWorkbook(workbook: Workbook, mostRows: number = sheetLimits.rows): Promise<Uint8Array> {
  const parts = workbook.sheets.flatMap((sheet) => partsOf(sheet, mostRows));
  const { archive, bytes } = archived();
  const add = (path: string, text: Iterable<string>): void => addFile(archive, path, text);
  add('[Content_Types].xml', [contentTypes(parts.length)]);
  add('_rels/.rels', [rootRelations]);
  add('xl/workbook.xml', [workbookPart(parts)]);
  add('xl/_rels/workbook.xml.rels', [workbookRelations(parts.length)]);
  add('xl/styles.xml', [styles]);
  const rows = new Map<Sheet, Iterator<readonly WorkbookCell[]>>();
  for (const [index, part] of parts.entries()) {
    const from = rows.get(part.sheet) ?? part.sheet.rows[Symbol.iterator]();
    rows.set(part.sheet, from);
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetText(part, from, index));
  }
  archive.end();
  return bytes();
}

/** A sheet, or as much of it as one of the file can hold. */
interface SheetPart {
  readonly sheet: Sheet;
  readonly name: string;
  readonly length: number;
}

function partsOf(sheet: Sheet, mostRows: number): readonly SheetPart[] {
  const room = mostRows - sheet.heads.length;
  const count = Math.max(1, Math.ceil(sheet.length / room));
  return Array.from({ length: count }, (_, index) => ({
    sheet,
    name: index === 0 ? sheet.name : `${sheet.name}（续${index}）`,
    length: Math.min(room, sheet.length - index * room),
  }));
}

function archived(): { readonly archive: Zip; readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  return { archive, bytes: () => joined(chunks) };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The first that the format can tell: no file says when it was made. */
const noTime = new Date(1980, 0, 1);
const pieceLength = 1 << 16;

function addFile(archive: Zip, path: string, text: Iterable<string>): void {
  const file = new ZipDeflate(path, { level: 6 });
  file.mtime = noTime;
  archive.add(file);
  let pending = '';
  for (const piece of text) {
    pending += piece;
    if (pending.length < pieceLength) continue;
    file.push(strToU8(pending));
    pending = '';
  }
  file.push(strToU8(pending), true);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${parts.join('')}</Types>`;
}

const rootRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

function workbookPart(parts: readonly SheetPart[]): string {
  const sheets = parts.map(({ name }, i) => `<sheet name="${cellText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const quoted = (name: string): string => cellText(`'${name.replaceAll("'", "''")}'`);
  const names = parts.flatMap((part, i) => {
    const { sheet, name } = part;
    const last = columnName(sheet.widths.length);
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted(name)}!$1:$${sheet.heads.length}</definedName>`;
    if (sheet.kind === 'plain') return [titles];
    const range = `$A$${sheet.heads.length}:$${last}$${sheet.heads.length + part.length}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted(name)}!${range}</definedName>`,
      titles,
    ];
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

/** The order of `cellXfs` below. */
const looks: readonly CellLook[] = ['text', 'title', 'head', 'odd', 'error', 'warning'];
/** Numbers stand at the right and are never wrapped. */
const numberStyle = looks.length;

const font = '<sz val="11"/><name val="等线"/><family val="2"/>';
const thin = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`,
);
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const styles = [
  `${declaration}<styleSheet xmlns="${main}">`,
  `<fonts count="5"><font>${font}</font><font><b/><sz val="16"/><name val="等线"/><family val="2"/></font><font><b/>${font}</font>`,
  '<font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="等线"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF8A5300"/><name val="等线"/><family val="2"/></font></fonts>',
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE7F0"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF4D6"/></patternFill></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin.join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">',
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  `<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="3" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="0" fontId="3" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="0" fontId="4" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

function* sheetText(
  { sheet, length }: SheetPart,
  rows: Iterator<readonly WorkbookCell[]>,
  index: number,
): Generator<string> {
  const { heads, widths, frozenColumns, kind } = sheet;
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView workbookViewId="0"${index === 0 ? ' tabSelected="1"' : ''}>${pane(heads.length, frozenColumns)}</sheetView></sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`;
  let row = 0;
  for (const head of heads) yield rowText(head, ++row, widths);
  for (let left = length; left > 0; left--) {
    const next = rows.next();
    if (next.done === true) break;
    yield rowText(next.value, ++row, widths);
  }
  yield '</sheetData>';
  if (kind === 'filtered') yield `<autoFilter ref="A${heads.length}:${columnName(widths.length)}${row}"/>`;
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

function pane(rows: number, columns: number): string {
  const across = columns > 0 ? ` xSplit="${columns}"` : '';
  const active = columns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<pane${across} ySplit="${rows}" topLeftCell="${columnName(columns + 1)}${rows + 1}" activePane="${active}" state="frozen"/>`;
}

/** In points: of a line, and of the highest row that there may be. */
const lineHeight = 15;
const mostHeight = 405;

function rowText(cells: readonly WorkbookCell[], row: number, widths: readonly number[]): string {
  let text = '';
  let lines = 1;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] as WorkbookCell;
    if (cell === null) continue;
    text += cellMarkup(cell, `${columnName(column + 1)}${row}`);
    lines = Math.max(lines, linesOf(cell, widths[column] ?? 0));
  }
  const height = Math.min(mostHeight, lines * lineHeight);
  return `<row r="${row}"${lines > 1 ? ` ht="${height}" customHeight="1"` : ''}>${text}</row>`;
}

/** How many lines a cell takes; not every program works that out when it opens a file. */
function linesOf(cell: Exclude<WorkbookCell, null>, width: number): number {
  const value = typeof cell === 'object' ? cell.value : cell;
  const isWrapped = typeof value === 'string' && !(typeof cell === 'object' && cell.look === 'title');
  if (!isWrapped || 2 * value.length < width) return 1;
  // A character that would be cut in two goes on the next line.
  return Math.ceil(displayWidth(value.slice(0, mostShown)) / Math.max(1, width - 2));
}

/** Of a cell's text: more fills the highest row anyway. */
const mostShown = 4000;

function cellMarkup(
  cell: string | number | { readonly value: string | number; readonly look: CellLook },
  at: string,
): string {
  if (typeof cell === 'number') return `<c r="${at}" s="${numberStyle}"><v>${cell}</v></c>`;
  const { value, look } = typeof cell === 'string' ? { value: cell, look: 'text' as const } : cell;
  const style = looks.indexOf(look);
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  if (value === '') return `<c r="${at}" s="${style}"/>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(withinLimit(value))}</t></is></c>`;
}

/** Spreadsheets read `_x0041_` as the character of that number. */
function cellText(text: string): string {
  return markupLines(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** Words about what was cut, and the longest that one invisible character is spelled out to. */
const reserve = 100;

function withinLimit(text: string): string {
  if (text.length <= sheetLimits.characters / 10) return text;
  const shown = [...text];
  let length = 0;
  let kept = 0;
  for (const character of shown) {
    length += shownLength(character);
    if (length > sheetLimits.characters - reserve) break;
    kept++;
  }
  return kept === shown.length
    ? text
    : `${shown.slice(0, kept).join('')}…（太长，一格放不下，后面省略 ${shown.length - kept} 字）`;
}

/** An invisible character is spelled out (`<U+202E>`), at most ten units. */
function shownLength(character: string): number {
  return /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029_]/u.test(character) ? 10 : character.length;
}

const columnNames: string[] = [];

/** `A` for 1, `AA` for 27. */
function columnName(column: number): string {
  columnNames[column] ??= nameOf(column);
  return columnNames[column] as string;
}

function nameOf(column: number): string {
  const last = (column - 1) % 26;
  const rest = (column - 1 - last) / 26;
  return (rest > 0 ? nameOf(rest) : '') + String.fromCharCode(65 + last);
}
