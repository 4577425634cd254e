/** Paragraphs, tables and pictures of a text of a Word file, one after the other. */
import { append } from '../../text/append';
import type { DocumentBlock } from '../document';
import type { Attributes, XmlElement, XmlEvents } from '../xml';
import { attributeOf, childOf, replay, subtreeReader, valOf } from '../xml';
import { isUnderstood } from './alternatives';
import { readParagraph } from './paragraphs';
import type { Reading } from './reading';
import { newStory } from './reading';
import type { Cell, Row, Table } from './tables';
import { newCell, noteCell, noteRow, tableBlocks } from './tables';

export interface BlockReader extends XmlEvents {
  /** What has been read, without empty paragraphs. */
  blocks(): readonly DocumentBlock[];
}

/** Where blocks go: a text, or a cell of it. */
interface Container {
  readonly blocks: DocumentBlock[];
  /** The beginning of a paragraph that goes on in the next. */
  begun: string;
}

/** Elements that are read at once, as a tree. */
const wholes: ReadonlySet<string> = new Set([
  'w:p',
  'w:r',
  'w:hyperlink',
  'w:fldSimple',
  'm:oMath',
  'm:oMathPara',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
]);

/** Elements that are nothing but what they hold. */
const wrappers: ReadonlySet<string> = new Set([
  'w:document',
  'w:body',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:txbxContent',
  'w:footnote',
  'w:endnote',
]);

export function blockReader(reading: Reading): BlockReader {
  const story = newStory();
  const subtree = subtreeReader(reading.budget);
  const root: Container = { blocks: [], begun: '' };
  const containers: Container[] = [root];
  const tables: Table[] = [];
  const rows: Row[] = [];
  const cells: Cell[] = [];
  /** What is to be done when each of the open elements closes. */
  const closers: (() => void)[] = [];
  let skipped = 0;
  /** Of each open mc:AlternateContent, whether one of its alternatives has been taken. */
  const taken: boolean[] = [];
  /** Of each open w:sdt, whether it is a table of contents. */
  const contents: boolean[] = [];

  const into = (): Container => containers.at(-1) ?? root;

  const openElement = (name: string, attributes: () => Attributes): void => {
    const closer = entered(name, attributes);
    if (closer === undefined) skipped = 1;
    else closers.push(closer);
  };

  /** `undefined` where the element is left out. */
  const entered = (name: string, attributes: () => Attributes): (() => void) | undefined => {
    switch (name) {
      case 'w:tbl':
        return openTable();
      case 'w:tr':
        return openRow();
      case 'w:tc':
        return openCell();
      case 'w:sdt':
        contents.push(false);
        return () => void contents.pop();
      case 'mc:AlternateContent':
        taken.push(false);
        return () => void taken.pop();
      case 'mc:Choice':
        return isUnderstood(attributeOf(attributes(), 'Requires')) ? takeOne() : undefined;
      case 'mc:Fallback':
        return takeOne();
      case 'w:altChunk':
      case 'w:subDoc':
        reading.omissions.add('inserted');
        return undefined;
      default:
        return wrappers.has(name) ? nothing : undefined;
    }
  };

  const takeOne = (): (() => void) | undefined => {
    if (taken.at(-1) !== false) return undefined;
    taken[taken.length - 1] = true;
    return nothing;
  };

  const openTable = (): (() => void) => {
    const table: Table = { rows: [] };
    const depth = [rows.length, cells.length] as const;
    tables.push(table);
    return () => {
      tables.pop();
      [rows.length, cells.length] = depth;
      append(into().blocks, tableBlocks(table, reading));
    };
  };

  /** A row outside of a table, or a cell outside of a row, is only what it holds. */
  const openRow = (): (() => void) => {
    const table = tables.at(-1);
    if (table === undefined || tables.length === rows.length) return nothing;
    const row: Row = { cells: [], before: 0, gone: undefined };
    table.rows.push(row);
    rows.push(row);
    return () => void rows.pop();
  };

  const openCell = (): (() => void) => {
    const row = rows.at(-1);
    if (row === undefined || rows.length !== tables.length || cells.length === rows.length) return nothing;
    const cell = newCell();
    row.cells.push(cell);
    cells.push(cell);
    containers.push({ blocks: cell.blocks, begun: '' });
    return () => {
      cells.pop();
      finish(into());
      containers.pop();
    };
  };

  const take = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p':
        takeParagraph(element);
        return;
      case 'w:trPr': {
        const row = rows.at(-1);
        if (row !== undefined && rows.length === tables.length) noteRow(row, element);
        return;
      }
      case 'w:tcPr': {
        const cell = cells.at(-1);
        if (cell !== undefined && cells.length === tables.length) noteCell(cell, element);
        return;
      }
      case 'w:sdtPr': {
        const gallery = valOf(childOf(element, 'w:docPartObj'), 'w:docPartGallery');
        if (gallery === 'Table of Contents' && contents.length > 0) contents[contents.length - 1] = true;
        return;
      }
      default:
        // Text that stands where only paragraphs may.
        takeParagraph({ name: 'w:p', attributes: {}, children: [element] });
        return;
    }
  };

  const takeParagraph = (element: XmlElement): void => {
    const container = into();
    const { text, joinsNext, isContents, images, boxes } = readParagraph(element, reading, story);
    if (isContents || contents.includes(true)) {
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
  };

  return {
    open(name, attributes) {
      if (skipped > 0) skipped++;
      else if (subtree.isOpen() || wholes.has(name)) subtree.open(name, attributes);
      else openElement(name, attributes);
    },
    close() {
      if (skipped > 0) {
        skipped--;
      } else if (subtree.isOpen()) {
        const element = subtree.close();
        if (element !== undefined) take(element);
      } else closers.pop()?.();
    },
    text(text) {
      if (skipped === 0 && subtree.isOpen()) subtree.text(text);
    },
    blocks() {
      finish(root);
      return root.blocks.filter((block) => block.kind !== 'paragraph' || block.text.trim() !== '');
    },
  };
}

function nothing(): void {}

function finish(container: Container): void {
  if (container.begun !== '') container.blocks.push({ kind: 'paragraph', text: container.begun });
  container.begun = '';
}
