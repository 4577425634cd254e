/** Small Word files, and pieces of their text. */
import type { Grid } from '../../../server/src/text/grid';
import type { Parts } from './parts';
import { escaped, packed, relationsPart, typesPart, xmlHead } from './parts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
}

/** The file's parts: those that belong to the text hold what stands between their outermost tags. */
export function wordParts(body: string, { styles, numbering, footnotes, endnotes }: WordParts = {}): Parts {
  const others = Object.entries({ styles, numbering, footnotes, endnotes }).flatMap(([name, inner]) =>
    inner === undefined ? [] : [{ name, inner }],
  );
  return {
    '[Content_Types].xml': typesPart({
      'word/document.xml': 'wordprocessingml.document.main',
      ...Object.fromEntries(others.map(({ name }) => [`word/${name}.xml`, `wordprocessingml.${name}`])),
    }),
    '_rels/.rels': relationsPart([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${xmlHead}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsPart(others.map(({ name }, i) => [`rId${i + 1}`, name, `${name}.xml`])),
    ...Object.fromEntries(
      others.map(({ name, inner }) => [`word/${name}.xml`, `${xmlHead}<w:${name} ${namespaces}>${inner}</w:${name}>`]),
    ),
  };
}

export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  return packed(wordParts(body, parts));
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** @param inner runs, or a text. */
export function paragraph(inner: string, properties = ''): string {
  const runs = inner === '' || inner.startsWith('<') ? inner : run(inner);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function numbered(inner: string, list: number, level = 0): string {
  return paragraph(inner, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A cell of paragraphs, or of a text. */
export function cell(inner: string, properties = ''): string {
  const blocks =
    inner.startsWith('<w:p') || inner.startsWith('<w:tbl') || inner.startsWith('<w:sdt') ? inner : paragraph(inner);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** In twips. */
const columnWidth = 900;

/** As Word writes spans: cells below a merged one are there, and say that they go on. */
export function gridTable(grid: Grid): string {
  const below = new Map<number, { readonly colSpan: number; left: number }>();
  const spanned = (text: string, colSpan: number, merge: string): string =>
    cell(
      paragraph(run(text)),
      `<w:tcW w:w="${colSpan * columnWidth}" w:type="dxa"/>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${merge}`,
    );
  const rows = grid.map((cells) => {
    const made: string[] = [];
    let column = 0;
    const goOn = (): void => {
      for (let upper = below.get(column); upper !== undefined && upper.left > 0; upper = below.get(column)) {
        made.push(spanned('', upper.colSpan, '<w:vMerge/>'));
        upper.left--;
        column += upper.colSpan;
      }
    };
    for (const { text, colSpan, rowSpan } of cells) {
      goOn();
      made.push(spanned(text, colSpan, rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''));
      below.set(column, { colSpan, left: rowSpan - 1 });
      column += colSpan;
    }
    goOn();
    return row(...made);
  });
  const width = (grid[0] ?? []).reduce((sum, { colSpan }) => sum + colSpan, 0);
  const columns = `<w:gridCol w:w="${columnWidth}"/>`.repeat(width);
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export interface LevelFormat {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly suffix?: 'tab' | 'space' | 'nothing';
  /** More elements of the level. */
  readonly more?: string;
}

/** A definition of a list, and the list of the same number that has it. */
export function list(
  number: number,
  ...levels: readonly LevelFormat[]
): { readonly definition: string; readonly list: string } {
  const each = levels.map(
    ({ format, text, start = 1, suffix, more = '' }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}${suffix === undefined ? '' : `<w:suff w:val="${suffix}"/>`}<w:lvlText w:val="${escaped(text)}"/></w:lvl>`,
  );
  return {
    definition: `<w:abstractNum w:abstractNumId="${number}">${each.join('')}</w:abstractNum>`,
    list: `<w:num w:numId="${number}"><w:abstractNumId w:val="${number}"/></w:num>`,
  };
}

/** The numbering part with these lists. */
export function numberingPart(...lists: readonly ReturnType<typeof list>[]): string {
  return lists.map(({ definition }) => definition).join('') + lists.map((one) => one.list).join('');
}
