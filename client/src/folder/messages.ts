/** What the page of the folder's table and the extension tell each other. Types only: the page shares them. */
import type { FolderRow, FolderTable } from '../../../server/src/lsp/wire/folder-protocol';

/** The page's own words, in the user's language. */
export type FolderWords = Readonly<Record<FolderWordKey, string>> & {
  readonly levels: Readonly<Record<FolderRow['level'], string>>;
  readonly states: Readonly<Record<FolderRow['state'], string>>;
};

type FolderWordKey =
  | 'list'
  | 'matrix'
  | 'audit'
  | 'cancel'
  | 'export'
  | 'search'
  | 'rule'
  | 'severity'
  | 'state'
  | 'group'
  | 'any'
  | 'noGroup'
  | 'byBody'
  | 'byYear'
  | 'byRule'
  | 'body'
  | 'year'
  | 'yearName'
  | 'level'
  | 'error'
  | 'warning'
  | 'information'
  | 'hint'
  | 'errors'
  | 'warnings'
  | 'relations'
  | 'relationsName'
  | 'unfilled'
  | 'file'
  | 'noBody'
  | 'noYear'
  | 'reports'
  | 'groupCounts'
  | 'summary'
  | 'unreadSum'
  | 'skippedSum'
  | 'failedSum'
  | 'brokenSum'
  | 'leftOut'
  | 'ignored'
  | 'cut'
  | 'running'
  | 'looking'
  | 'notAudited'
  | 'nothingHere'
  | 'nothingFound'
  | 'nothingMatches'
  | 'nothingFoundByRule'
  | 'reportsShown'
  | 'missing'
  | 'missingSum'
  | 'noRoster'
  | 'notOwed'
  | 'noReport'
  | 'unlisted'
  | 'openReport'
  | 'stopped'
  | 'restart'
  | 'keys';

export type ToFolderPage =
  | { readonly type: 'table'; readonly table: FolderTable; readonly isWhole: boolean; readonly words: FolderWords }
  /** There is no server: what is shown is old. */
  | { readonly type: 'stopped'; readonly words: FolderWords };

export type FromFolderPage =
  /** The page has started (again) and has no rows. */
  | { readonly type: 'ready' }
  /** Where to go in a file; the whole file where there is no range. */
  | { readonly type: 'open'; readonly uri: string; readonly range: OpenRange | null }
  | { readonly type: 'audit' | 'cancel' | 'export' | 'restart' };

export type OpenRange = FolderRow['findings'][number]['range'];
