/** The requests about all reports of a folder: plain types, for the server and for any client. */
import type { CoverageCounts, Severity } from '../../findings/finding';
import type { FormatName } from '../../output/format-names';
import type { Level } from '../../report/report';
import type { PlainTextEdit } from './protocol';

export type { CoverageCounts, Severity } from '../../findings/finding';
export type { FormatName } from '../../output/format-names';
export type { Level } from '../../report/report';

type PlainRange = PlainTextEdit['range'];

/** The second provider of diagnostics, whose requests are about files of the folders: those that are not open, and what reports tell of one another. */
export const folderIdentifier = 'disclosure-audit-folder';

/** Request: `AuditFolderParams` → `FolderOutcome`, when all is audited or the request was cancelled. */
export const auditFolderMethod = 'disclosureAudit/auditFolder';

export interface AuditFolderParams {
  /** URIs of the workspace's folders; all of them where it is empty. */
  readonly folders: readonly string[];
}

export interface FolderOutcome {
  readonly isCancelled: boolean;
}

/** Notification to a client that has asked for a folder's audit: something of the table is another. */
export const folderChangedMethod = 'disclosureAudit/folderChanged';

export interface FolderProgress {
  /** Files. */
  readonly done: number;
  readonly total: number;
  /** Whether files are still looked for or audited. */
  readonly isRunning: boolean;
}

/** Request: `FolderTableParams` → `FolderTable`. */
export const folderTableMethod = 'disclosureAudit/folderTable';

export interface FolderTableParams {
  /** The revision that the client has; 0: nothing. */
  readonly since: number;
}

export interface FolderTable {
  readonly revision: number;
  /** Those that have changed since. */
  readonly files: readonly FolderFileRows[];
  readonly folders: readonly { readonly uri: string; readonly name: string; readonly isAudited: boolean }[];
  readonly rosters: readonly FolderRoster[];
  /** Names of the rules that occur in `files`, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  /** How many files are not named like reports, by extension. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** How many folders and reports `.gitignore` files pass over. */
  readonly ignored: number;
  /** Whether there are more files than are looked at. */
  readonly isCut: boolean;
  readonly progress: FolderProgress;
}

/** The rows of a file in place of those that it had; none: it is gone. */
export interface FolderFileRows {
  readonly uri: string;
  /** The same for a file however its URI is written. */
  readonly key: string;
  readonly rows: readonly FolderRow[];
}

/** Words are in the user's language. */
export interface FolderRow {
  /** Its path below the workspace's folders. */
  readonly path: string;
  /** The how-manieth report of the file. */
  readonly index: number;
  readonly state: 'unread' | 'audited' | 'skipped' | 'failed';
  /** Why it is not audited. */
  readonly reason: string | null;
  /** As the report has it. */
  readonly issuer: string | null;
  /** The same for all reports of one body; `null` where it cannot be told. */
  readonly body: string | null;
  readonly level: Level;
  readonly year: number | null;
  readonly relations: CoverageCounts;
  readonly findings: readonly FolderRowFinding[];
}

export interface FolderRowFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PlainRange;
}

/** A roster of bodies that owe reports. */
export interface FolderRoster {
  /** The policy file that lays it down. */
  readonly uri: string;
  readonly file: string;
  readonly bodies: readonly {
    readonly name: string;
    /** As `FolderRow.body`. */
    readonly body: string;
    readonly level: Level | null;
    readonly since: number | null;
    readonly until: number | null;
    readonly range: PlainRange;
  }[];
  /** The years that reports are owed for here. */
  readonly years: readonly number[];
  readonly findings: readonly FolderRowFinding[];
}

/** Request: `ExportFolderParams` → `ExportedFolder`: the results of all audited folders' files as they are now. Nothing is written by it. */
export const exportFolderMethod = 'disclosureAudit/exportFolder';

export interface ExportFolderParams {
  readonly format: FormatName;
  /** Where the client writes it; a report that is audited is not written over. */
  readonly target: string;
}

export type ExportedFolder =
  | { readonly text: string }
  | { /** In Base64. */ readonly bytes: string }
  /** Why there is nothing to write, in the user's language. */
  | { readonly refusal: string };
