/** What the preview's page and the extension tell each other. Types only: the page shares them. */
import type { CellText, LinePlace, PreviewAnswer, WritingSource } from '../../../server/src/lsp/wire/preview-protocol';

/** The page's own words, in the editor's language. */
export type Words = Readonly<Record<WordKey, string>>;

type WordKey =
  | 'counts'
  | 'noFindings'
  | 'error'
  | 'warning'
  | 'information'
  | 'hint'
  | 'related'
  | 'basis'
  | 'coverage'
  | 'notAssessable'
  | 'notFinished'
  | 'unfilled'
  | 'skipped'
  | 'missingRow'
  | 'missingTable'
  | 'ambiguous'
  | 'blank'
  | 'extraRow'
  | 'rest'
  | 'image'
  | 'closedImage'
  | 'tooLarge'
  | 'print'
  | 'loading'
  | 'notReport'
  | 'failed'
  | 'refused'
  | 'omitted'
  | 'old'
  | 'restart';

export type ToPage =
  /** `omitted`: what of a file was not read. */
  | {
      readonly type: 'model';
      readonly answer: PreviewAnswer;
      readonly words: Words;
      readonly omitted?: readonly string[];
    }
  /** `sentence`: why a file is refused. */
  | {
      readonly type: 'empty';
      readonly reason: 'loading' | 'notReport' | 'failed' | 'refused';
      readonly words: Words;
      readonly sentence?: string;
    }
  /** There is no server: what is shown is old. The next model says that it is not. */
  | { readonly type: 'old'; readonly words: Words }
  /** The page scrolls to where the cursor moved, and not because the text changed. */
  | {
      readonly type: 'cursor';
      readonly line: number;
      readonly character: number;
      readonly reason: 'moved' | 'redrawn';
    }
  /** The oldest of the writings that were not answered yet is in the text since that version. */
  | { readonly type: 'written'; readonly version: number }
  /** It is not; the sentence says why, `null`: all stood there already. */
  | { readonly type: 'unwritten'; readonly sentence: string | null }
  /** The editor has given the preview the focus; the frame that the page stands in does not always pass it on. */
  | { readonly type: 'focus' }
  | { readonly type: 'download'; readonly name: string; readonly html: string };

export type FromPage =
  /** The page has started (again) and has no parts. */
  | { readonly type: 'ready' }
  /** Lines count from the document's start. Without the focus, only an editor that is visible follows. */
  | { readonly type: 'reveal'; readonly place: LinePlace; readonly focus: 'text' | 'page' }
  | CellsMessage
  /** Of the last change of the text, whoever made it. */
  | { readonly type: 'undo' | 'redo' }
  | { readonly type: 'print' }
  /** The server is to be started again. */
  | { readonly type: 'restart' };

/** What the user has put into cells of the version that the page shows. */
export interface CellsMessage {
  readonly type: 'write';
  readonly version: number;
  readonly cells: readonly CellText[];
  readonly source: WritingSource;
}
