/** What a file of an office program says: paragraphs and grids in reading order, whatever program wrote it. Plain data. */
import type { Wording } from '../text/wording';

/** The formats that are taken in as documents, told by content and never by the name. */
export type DocumentKind = 'docx' | 'xlsx' | 'pdf' | 'html';

export interface OfficeDocument {
  readonly kind: DocumentKind;
  readonly blocks: readonly DocumentBlock[];
  /** What of the file the blocks do not hold. */
  readonly omissions: readonly Omission[];
}

export type DocumentBlock = DocumentParagraph | DocumentLine | DocumentGrid | DocumentImage;

interface BlockPlace {
  /** From 1; absent where the format knows no pages. */
  readonly page?: number;
  /** The sheet's name, in a spreadsheet. */
  readonly sheet?: string;
}

/** Where a sheet has it, hidden rows and columns counted; both from 1. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** A paragraph for itself: what follows never continues it. A line break within it is `\n`. */
export interface DocumentParagraph extends BlockPlace {
  readonly kind: 'paragraph';
  /** With its number or bullet, as a reader sees it; no markup. */
  readonly text: string;
  readonly at?: SheetPlace;
}

/** A printed line, that the next one may continue, as in a PDF. An empty one parts paragraphs. */
export interface DocumentLine extends BlockPlace {
  readonly kind: 'line';
  readonly text: string;
}

/** A table whose cells are known. */
export interface DocumentGrid extends BlockPlace {
  readonly kind: 'grid';
  readonly rows: readonly DocumentRow[];
}

export interface DocumentRow {
  /** Where it is another page than the grid's first. */
  readonly page?: number;
  /** From left to right; a cell spanned from above or from the left does not occur again. */
  readonly cells: readonly DocumentCell[];
}

export interface DocumentCell {
  /** Paragraphs and line breaks as `\n`; no markup. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The column of the grid in which it begins, from 1, merged cells above and to the left counted. */
  readonly column: number;
  readonly at?: SheetPlace;
}

/** A picture, of which nothing is read. */
export interface DocumentImage extends BlockPlace {
  readonly kind: 'image';
}

/** What is left out, and how often. */
export interface Omission {
  readonly what: Wording;
  readonly count: number;
}

/** A file's document, or why it cannot be had: for people, with the way out where there is one. */
export type Intake =
  | { readonly ok: true; readonly document: OfficeDocument }
  | { readonly ok: false; readonly reason: Wording };

/** Where something stands in such a file: docs/contract.md's `place`. All count from 1. */
export interface DocumentPlace {
  readonly page?: number;
  readonly sheet?: string;
  /** Which table of the file, and where in it; in a spreadsheet the row and column are those of the sheet. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  /** Which paragraph outside the tables; empty ones do not count. */
  readonly paragraph?: number;
}
