/** What the preview asks for and is sent: plain types, for the server and for the client. */
import type { CellText, WritingSource } from '../../features/preview/preview-model';
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
export type { LinePlace, PartAnswer, PreviewAnswer, SentPart } from '../../features/preview/sent-preview';
export type { CoverageCounts, Severity } from '../../findings/finding';

/** Request: `PreviewParams` → `PreviewAnswer`, or `null` for a document that is no report or is not audited. */
export const previewMethod = 'disclosureAudit/preview';

export interface PreviewParams {
  readonly uri: string;
  /** The keys of the parts that the client still has. */
  readonly known: readonly string[];
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
