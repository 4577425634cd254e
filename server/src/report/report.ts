/** What a document says, bound to what the standard names. All offsets count from the report's start. */
import type { Exact } from '../quantity/exact';
import type { CellRef, Edition, SectionId, TableId } from '../standard/edition';
import type { Layout } from '../text/layout';
import type { Eol } from '../text/lines';
import type { Seen } from '../text/seen';
import type { Span } from '../text/span';
import type { Prose } from './prose/prose';

/** Administrative level, told from the issuer's name. */
export type Level =
  | 'township'
  | 'subdistrict'
  | 'county'
  | 'municipal'
  | 'provincial'
  | 'department'
  /** A public enterprise or institution, or an organisation of the people (群团): neither a government nor its department. */
  | 'institution'
  | 'unknown';

/**
 * One cell of a table as it stands in the text. A blank's span is the empty place where its figure belongs. Where a
 * narrow cell has broken a figure over lines, `span` is its first part and `rest` has the others.
 */
export type Cell =
  | {
      readonly kind: 'stated';
      readonly value: Exact;
      readonly raw: string;
      readonly span: Span;
      readonly rest?: readonly Span[];
    }
  | { readonly kind: 'blank'; readonly raw: string; readonly span: Span }
  | { readonly kind: 'dash'; readonly raw: string; readonly span: Span }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly span: Span };

/** A row that carries a label of the standard. */
export interface RowReading {
  /** Id of the `RowSpec`. */
  readonly row: string;
  readonly label: { readonly span: Span; readonly text: string };
  /** From the label (or its group cell) to the last figure. */
  readonly span: Span;
  /** `read`: as many cells as the row has columns, in their order. `ambiguous`: the cells could be read in more than one way. */
  readonly state: 'read' | 'ambiguous';
  /** For an ambiguous row: whatever stands after the label. */
  readonly cells: readonly Cell[];
  /** A row label that occurred before; only the first one is bound to the standard. */
  readonly repeated: boolean;
}

/** Figures under a label that the edition does not know as a row's. */
export interface UnknownRow {
  /** The label is a group's alone ((三)不予公开): the figures are those of a row whose own label is lost. */
  readonly isLost: boolean;
  readonly label: { readonly span: Span; readonly text: string };
  readonly span: Span;
  readonly cells: readonly Cell[];
}

/** What was read in the lines of a table. */
export interface TableRows {
  /** In document order, repeated rows included. */
  readonly rows: readonly RowReading[];
  readonly unknownRows: readonly UnknownRow[];
  /** Figures that stand in the table's lines and belong to none of its rows, in document order. */
  readonly unread: readonly Span[];
}

/** A table that the report has. */
export interface FoundTable extends TableRows {
  readonly state: 'found';
  readonly table: TableId;
  readonly layout: Layout;
  readonly span: Span;
}

export type TableReading = { readonly state: 'missing'; readonly table: TableId } | FoundTable;

/** The reading of each table of the form. */
export type TableReadings = Readonly<Record<TableId, TableReading>>;

/** How a section's title compares with the format's. */
type TitleMatch = 'standard' | 'long-form' | 'variant';

export interface Section {
  readonly id: SectionId;
  readonly heading: {
    /** Ordinal and title, without markup, indentation and line end. */
    readonly span: Span;
    readonly ordinal: { readonly span: Span; readonly value: number } | null;
    readonly title: { readonly span: Span; readonly text: string };
    readonly match: TitleMatch;
  };
  /** From the heading's line to the start of the next section or the report's end. */
  readonly span: Span;
  /** What stands under the heading, blank lines at both ends left out; `null` when nothing does. */
  readonly body: Span | null;
  /** Images standing in the section, e.g. `[image: …]`. */
  readonly images: readonly Span[];
  /** The paragraphs of running text in the section; tables, headings and images left out. */
  readonly prose: readonly Span[];
}

export interface ReportTitle {
  /** From the issuer's line to the end of the title. */
  readonly span: Span;
  /** All its lines joined, white space left out. */
  readonly text: string;
  readonly issuer: { readonly text: string; readonly span: Span } | null;
  readonly year: { readonly value: number; readonly span: Span } | null;
}

/** The subjects that prose and tables both speak of. */
export type FactSubject =
  | 'requests-received'
  | 'requests-carried-in'
  /** Received and carried in together. */
  | 'requests-in-all'
  | 'requests-closed'
  | 'requests-carried-out'
  | 'requests-by-result'
  | 'requests-by-applicant'
  | 'reconsideration'
  | 'litigation'
  /** Reviews and litigation together. */
  | 'cases'
  | 'case-outcomes'
  | 'documents-issued'
  | 'documents-repealed'
  | 'documents-in-force'
  | 'rules-issued'
  | 'rules-in-force'
  | 'licences'
  | 'penalties'
  | 'coercion'
  /** 信息处理费 collected, in 元; stands in no table. */
  | 'information-fee';

/** A statement in prose that restates a figure of a table. */
export interface Fact {
  readonly subject: FactSubject;
  /** The statement of quantity itself: `12`, `三`, or the negation `未收到`. */
  readonly span: Span;
  /** The clause around it. */
  readonly clause: Span;
  /** `exact`: lowest = highest. An approximation is an interval; `highest: null` is open. */
  readonly lowest: Exact;
  readonly highest: Exact | null;
  /** Said by negation (未收到, 无), not by a figure. */
  readonly negated: boolean;
  /** A negation that only follows from what is said of the others (均已办结: nothing carried over). */
  readonly implied: boolean;
  readonly raw: string;
  /** Each is a sum of cells that the statement may mean; it conflicts only when it agrees with none. Empty where no table has it. */
  readonly readings: readonly (readonly CellRef[])[];
}

/** One annual report, read. */
export interface Report {
  /** The report's own text; every span indexes into it. */
  readonly text: string;
  /** The clean view of `text`, of the same length: what a reader sees of a span (`text/seen.ts`). */
  readonly view: string;
  /** All that is seen of the report, for patterns that go over the whole of it. */
  readonly seen: Seen;
  readonly eol: Eol;
  readonly title: ReportTitle | null;
  /** The body's full name as the title (or the signature) gives it. */
  readonly issuer: string | null;
  readonly level: Level;
  /** The year reported on. */
  readonly year: number | null;
  /** The edition that applies: as configured, else by the year, else by the tables' own wording, else the one in force. */
  readonly edition: Edition;
  /** The edition whose wording the tables use; `null` where nothing tells. */
  readonly formEdition: Edition['id'] | null;
  /** In document order, duplicates included. */
  readonly sections: readonly Section[];
  readonly tables: TableReadings;
  readonly facts: readonly Fact[];
  /** What the running text says besides. */
  readonly prose: Prose;
  /** The layout that most of the report's tables use; `null` where it has no table. */
  readonly layout: Layout | null;
}
