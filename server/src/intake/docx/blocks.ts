/** Paragraphs, tables and pictures of a text of a Word file, one after the other. */
import { append } from '../../text/append';
import type { DocumentBlock } from '../document';
import type { Attributes, SubtreeReader, XmlElement, XmlEvents } from '../xml';
import { attributeOf, childOf, replay, subtreeReader, valOf } from '../xml';
import { isUnderstood } from './alternatives';
import { endsWithPage, readParagraph } from './paragraphs';
import type { Reading, Story } from './reading';
import { newStory } from './reading';
import type { Cell, Row, Table } from './tables';
import { newCell, newRow, noteCell, noteRow, noteWidths, tableBlocks } from './tables';

export interface BlockReader extends XmlEvents {
  /** What has been read, without empty paragraphs. */
  blocks(): readonly DocumentBlock[];
}

export function blockReader(reading: Reading): BlockReader {
  const root: Container = { blocks: [], begun: '' };
  const state: State = {
    reading,
    story: newStory(),
    subtree: subtreeReader(reading.budget),
    containers: [root],
    tables: [],
    rows: [],
    cells: [],
    closers: [],
    skipped: 0,
    taken: [],
    contents: [],
  };
  const { subtree } = state;
  return {
    open(name, attributes) {
      if (state.skipped > 0) state.skipped++;
      else if (subtree.isOpen() || wholes.has(name)) subtree.open(name, attributes);
      else enter(name, attributes, state);
    },
    close() {
      if (state.skipped > 0) {
        state.skipped--;
        return;
      }
      if (!subtree.isOpen()) {
        state.closers.pop()?.();
        return;
      }
      const element = subtree.close();
      if (element !== undefined) take(element, state);
    },
    text(text) {
      if (state.skipped === 0 && subtree.isOpen()) subtree.text(text);
    },
    blocks() {
      finish(root);
      return root.blocks.filter((block) => block.kind !== 'paragraph' || block.text.trim() !== '');
    },
  };
}

/** Where blocks go: a text, or a cell of it. */
interface Container {
  readonly blocks: DocumentBlock[];
  /** The beginning of a paragraph that goes on in the next. */
  begun: string;
}

interface State {
  readonly reading: Reading;
  readonly story: Story;
  readonly subtree: SubtreeReader;
  /** What is open, the innermost last; there is one container more than cells. */
  readonly containers: Container[];
  readonly tables: Table[];
  readonly rows: Row[];
  readonly cells: Cell[];
  /** What is to be done when each of the open elements closes. */
  readonly closers: (() => void)[];
  /** Open elements of what is left out. */
  skipped: number;
  /** Of each open mc:AlternateContent, whether one of its alternatives has been taken. */
  readonly taken: boolean[];
  /** Of each open w:sdt, whether it is a table of contents. */
  readonly contents: boolean[];
}

/** Elements that are read at once, as a tree. */
const wholes: ReadonlySet<string> = new Set([
  'w:p',
  'w:r',
  'w:hyperlink',
  'w:fldSimple',
  'm:oMath',
  'm:oMathPara',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
]);

/** Elements that are nothing but what they hold. */
const wrappers: ReadonlySet<string> = new Set([
  'w:document',
  'w:body',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:txbxContent',
  'w:footnote',
  'w:endnote',
]);

function enter(name: string, attributes: () => Attributes, state: State): void {
  const closer = wrappers.has(name) ? nothing : opened(name, attributes, state);
  if (closer === undefined) state.skipped = 1;
  else state.closers.push(closer);
}

/** What is to be done at its end; `undefined` where the element is left out. */
function opened(name: string, attributes: () => Attributes, state: State): (() => void) | undefined {
  switch (name) {
    case 'w:tbl':
      return openTable(state);
    case 'w:tr':
      return openRow(state);
    case 'w:tc':
      return openCell(state);
    case 'w:sdt':
      state.contents.push(false);
      return () => void state.contents.pop();
    case 'mc:AlternateContent':
      state.taken.push(false);
      return () => void state.taken.pop();
    case 'mc:Choice':
      return isUnderstood(attributeOf(attributes(), 'Requires')) ? takeAlternative(state) : undefined;
    case 'mc:Fallback':
      return takeAlternative(state);
    case 'w:altChunk':
    case 'w:subDoc':
      state.reading.omissions.add('inserted');
      return undefined;
    default:
      return undefined;
  }
}

function takeAlternative({ taken }: State): (() => void) | undefined {
  if (taken.at(-1) !== false) return undefined;
  taken[taken.length - 1] = true;
  return nothing;
}

function openTable(state: State): () => void {
  const table: Table = { rows: [], widths: [] };
  const { tables, rows, cells, reading } = state;
  const [outerRows, outerCells] = [rows.length, cells.length];
  tables.push(table);
  return () => {
    tables.pop();
    rows.length = outerRows;
    cells.length = outerCells;
    append(innermost(state).blocks, tableBlocks(table, reading));
  };
}

/** A row outside of a table, or a cell outside of a row, is only what it holds. */
function openRow({ tables, rows }: State): () => void {
  const table = tables.at(-1);
  if (table === undefined || tables.length === rows.length) return nothing;
  const row = newRow();
  table.rows.push(row);
  rows.push(row);
  return () => void rows.pop();
}

function openCell(state: State): () => void {
  const { tables, rows, cells, containers } = state;
  const row = rows.at(-1);
  if (row === undefined || rows.length !== tables.length || cells.length === rows.length) return nothing;
  const cell = newCell();
  row.cells.push(cell);
  cells.push(cell);
  containers.push({ blocks: cell.blocks, begun: '' });
  return () => {
    finish(innermost(state));
    cells.pop();
    containers.pop();
  };
}

function innermost({ containers }: State): Container {
  return containers.at(-1) as Container;
}

function take(element: XmlElement, state: State): void {
  const { tables, rows, cells, contents } = state;
  const [row, cell] = [rows.at(-1), cells.at(-1)];
  switch (element.name) {
    case 'w:p':
      takeParagraph(element, state);
      return;
    case 'w:tblGrid':
      if (tables.length > rows.length) noteWidths(tables.at(-1), element);
      return;
    case 'w:trPr':
      if (row !== undefined && rows.length === tables.length) noteRow(row, element);
      return;
    case 'w:tcPr':
      if (cell !== undefined && cells.length === tables.length) noteCell(cell, element);
      return;
    case 'w:sdtPr':
      if (contents.length > 0 && isContentsControl(element)) contents[contents.length - 1] = true;
      return;
    default:
      // Text that stands where only paragraphs may.
      takeParagraph({ name: 'w:p', attributes: {}, children: [element] }, state);
  }
}

function isContentsControl(properties: XmlElement): boolean {
  return valOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
}

/** The control may hold more than the table of contents. */
function isContentsTitle(text: string): boolean {
  return /^\s{0,9}目\s{0,9}录\s{0,9}$/.test(text);
}

function takeParagraph(element: XmlElement, state: State): void {
  const { reading, story, contents } = state;
  const container = innermost(state);
  const { text, joinsNext, isContents, images, boxes } = readParagraph(element, reading, story);
  if (isContents || (contents.includes(true) && (isContentsTitle(text) || endsWithPage(text)))) {
    if (text.trim() !== '') reading.omissions.add('contents');
  } else if (joinsNext) container.begun += text;
  else {
    container.blocks.push({ kind: 'paragraph', text: container.begun + text });
    container.begun = '';
  }
  for (let i = 0; i < images; i++) container.blocks.push({ kind: 'image' });
  for (const box of boxes) {
    const inner = blockReader(reading);
    replay(box, inner);
    append(container.blocks, inner.blocks());
  }
}

function nothing(): void {}

function finish(container: Container): void {
  if (container.begun !== '') container.blocks.push({ kind: 'paragraph', text: container.begun });
  container.begun = '';
}
