/** What the preview shows: the document as it will be published, each piece with its place and the findings on it. */
import type { CoverageCounts, Severity } from '../../findings/finding';
import type { TableId } from '../../standard/edition';

/** A finding of the part (by its index in `findings`) that stands at a piece, or names it as a related place. */
export interface Mark {
  readonly finding: number;
  readonly role: 'place' | 'related';
}

/** A stretch of text that is shown as it is; `P` says where it stands. */
export interface TextRun<P> {
  readonly text: string;
  readonly at: P;
  readonly marks: readonly Mark[];
  readonly weight: 'normal' | 'strong';
}

/**
 * What a cell of a table holds. `missing`: the document lacks the row. `ambiguous`: the figures of the row could be
 * read in more than one way, and stand together in one cell. The others are as the report was read.
 */
export type CellState = 'label' | 'stated' | 'blank' | 'dash' | 'unreadable' | 'missing' | 'ambiguous';

/** A figure of the printed form by its row and column, within its table. */
export interface FormFigure {
  readonly row: string;
  readonly column: string;
  /** Printed labels: `本年新收 · 自然人`. */
  readonly name: string;
}

export interface PreviewCell<P> {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly state: CellState;
  /** `null` for what the form prints by itself. */
  readonly at: P | null;
  /** Only of a cell that can be written into. */
  readonly figure?: FormFigure;
  readonly marks: readonly Mark[];
}

/** `form`: a row of the printed form. `extra`: a row that the form does not have. `rest`: other words among the rows. */
export interface PreviewRow<P> {
  readonly kind: 'form' | 'extra' | 'rest';
  readonly cells: readonly PreviewCell<P>[];
}

interface PreviewBlockBase<P> {
  readonly at: P;
  /** What stands here as a whole and at none of its pieces. */
  readonly marks: readonly Mark[];
}

export type PreviewBlock<P, W> = PreviewBlockBase<P> &
  (
    | { readonly kind: 'title' | 'paragraph' | 'image'; readonly runs: readonly TextRun<P>[] }
    | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly TextRun<P>[] }
    /** A standard table in its printed form; `width` is its number of columns. */
    | {
        readonly kind: 'form';
        readonly table: TableId;
        readonly name: W;
        readonly width: number;
        readonly rows: readonly PreviewRow<P>[];
      }
    /** Any other table, as it stands. */
    | { readonly kind: 'grid'; readonly rows: readonly PreviewRow<P>[] }
    /** Where a standard table should stand; not part of what is published. */
    | { readonly kind: 'absent'; readonly name: W }
  );

export interface PreviewFinding<P, W> {
  readonly rule: string;
  /** What the rule is called. */
  readonly title: W;
  readonly severity: Severity;
  readonly message: W;
  /** The clause that it rests on. */
  readonly basis: W | null;
  readonly at: P;
}

/** One report of the document, or a text that is none; places count from its start. `W` is what words are: with their parts apart, or said. */
export interface PreviewPart<P, W> {
  readonly title: string;
  readonly blocks: readonly PreviewBlock<P, W>[];
  readonly findings: readonly PreviewFinding<P, W>[];
  /** `null` where nothing was audited. */
  readonly coverage: CoverageCounts | null;
  /** Why it was not audited. */
  readonly skipped: W | null;
}

/** What is to stand in a cell. */
export interface CellText {
  /** The index of the report in the document. */
  readonly part: number;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** What the user saw there. */
  readonly was: string;
  /** Empty for a blank. */
  readonly text: string;
}

/** A `typed` text may be anything that fits a cell, for the audit to judge; what is `pasted` has to be figures. */
export type WritingSource = (typeof writingSources)[number];

export const writingSources = ['typed', 'pasted'] as const;
