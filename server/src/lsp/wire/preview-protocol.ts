/** What the preview asks for and is sent: plain types, for the server and for the client. */
import type { CellText, PreviewPart, WritingSource } from '../../features/preview/preview-model';
import type { PlainTextEdit } from './protocol';

export type {
  CellState,
  CellText,
  FormFigure,
  Mark,
  PreviewBlock,
  PreviewCell,
  PreviewFinding,
  PreviewPart,
  PreviewRow,
  TextRun,
  WritingSource,
} from '../../features/preview/preview-model';
export type { CoverageCounts, Severity } from '../../findings/finding';

/** Request: `PreviewParams` → `PreviewAnswer`, or `null` for a document that is no report or is not audited. */
export const previewMethod = 'disclosureAudit/preview';

export interface PreviewParams {
  readonly uri: string;
  /** The keys of the parts that the client still has. */
  readonly known: readonly string[];
}

/** First line and character, last line and character (past the end). Lines count from the part's own line. */
export type LinePlace = readonly [line: number, character: number, endLine: number, endCharacter: number];

export type SentPart = PreviewPart<LinePlace, string>;

export interface PartAnswer {
  /** The same key means the same part. */
  readonly key: string;
  /** The line of the document that the part starts in. */
  readonly line: number;
  /** Left out where the client has it. */
  readonly part?: SentPart;
}

export interface PreviewAnswer {
  readonly version: number;
  readonly parts: readonly PartAnswer[];
}

/**
 * Request: `WriteCellsParams` → `WriteCellsAnswer`, the edits that put texts into cells of the preview; nothing is changed by it. Params of
 * another form are answered with the error `InvalidParams`.
 */
export const writeCellsMethod = 'disclosureAudit/writeCells';

export interface WriteCellsParams {
  readonly uri: string;
  /** The document's version that the cells are to be written into. */
  readonly version: number;
  readonly cells: readonly CellText[];
  readonly source: WritingSource;
}

/** The edits for the version, none where all stands there already; or why nothing is written, in the user's language. */
export type WriteCellsAnswer = { readonly edits: readonly PlainTextEdit[] } | { readonly refusal: string };
