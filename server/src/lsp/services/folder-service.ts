/** Requests for the audit of whole folders and for the table of their reports. */

import { waiverOf } from '../../output/series-results';
import { ruleTitle } from '../../rules/registry';
import { bodyName } from '../../series/roster';
import type { Translations, Wording } from '../../text/wording';
import { worded } from '../../text/wording';
import { seriesFindingsIn } from '../folder/folder-diagnostics';
import { exportedFolder } from '../folder/folder-export';
import type { FolderFile, KeptReport } from '../folder/folder-record';
import { nothingCounted } from '../folder/folder-record';
import { answering, guarding } from '../guard';
import type { Service, Session } from '../session';
import type {
  AuditFolderParams,
  ExportFolderParams,
  FolderFileRows,
  FolderOutcome,
  FolderRoster,
  FolderRow,
  FolderRowFinding,
  FolderTable,
  FolderTableParams,
} from '../wire/folder-protocol';
import { auditFolderMethod, exportFolderMethod, folderChangedMethod, folderTableMethod } from '../wire/folder-protocol';

export const folderService: Service = { capabilities: () => ({}), serve };

/** In milliseconds: the client is told of changes no more often. */
const pause = 100;

function serve(session: Session): void {
  const { connection, folder } = session;
  const guard = guarding(connection);
  const changes = revisions();
  let isFollowed = false;
  let isDue = false;
  const tellProgress = (): void => {
    isDue = false;
    guard(folderChangedMethod, () => connection.sendNotification(folderChangedMethod, folder.progress()));
  };
  folder.onChange((keys) => {
    changes.note(keys);
    if (!isFollowed || isDue) return;
    isDue = true;
    setTimeout(tellProgress, pause);
  });
  connection.onRequest(auditFolderMethod, async ({ folders }: AuditFolderParams, token): Promise<FolderOutcome> => {
    isFollowed = true;
    tellProgress();
    const isWhole = await folder.audit(folders, token);
    tellProgress();
    return { isCancelled: !isWhole };
  });
  connection.onRequest(exportFolderMethod, (params: ExportFolderParams, token) =>
    exportedFolder(session, folder.store, params, token),
  );
  connection.onRequest(
    folderTableMethod,
    answering(connection)(folderTableMethod, null, async ({ since }: FolderTableParams): Promise<FolderTable> => {
      isFollowed = true;
      return tableSince(session, changes, since);
    }),
  );
}

interface Revisions {
  note(keys: Iterable<string>): void;
  current(): number;
  since(revision: number): readonly string[];
}

/** Which files have changed since when. */
function revisions(): Revisions {
  const last = new Map<string, number>();
  let revision = 1;
  return {
    note: (keys) => {
      revision += 1;
      for (const key of keys) {
        // What has changed last stands last.
        last.delete(key);
        last.set(key, revision);
      }
    },
    current: () => revision,
    since: (from) => [...last].flatMap(([key, at]) => (at > from ? [key] : [])),
  };
}

async function tableSince(session: Session, changes: Revisions, since: number): Promise<FolderTable> {
  const { folder, folders, documents } = session;
  const revision = changes.current();
  const keys = since === 0 ? [...folder.files().keys()] : changes.since(since);
  const [root = ''] = folders.roots();
  const translations = await documents.translations(root);
  const titles: Record<string, string> = {};
  const files = keys.map((key): FolderFileRows => {
    const file = folder.files().get(key);
    const rows = file === undefined ? [] : rowsOf(session, key, file, translations);
    for (const { findings } of rows) {
      for (const { rule } of findings) titles[rule] ??= worded(ruleTitle(rule), translations);
    }
    return { uri: file?.uri ?? key, key, rows };
  });
  return {
    revision,
    files,
    folders: folders
      .all()
      .map(({ uri, name }) => ({ uri, name, isAudited: folder.isAudited(uri.endsWith('/') ? uri : `${uri}/`) })),
    rosters: rostersOf(session, translations),
    titles,
    leftOut: folder.leftOut(),
    ignored: folder.ignored(),
    isCut: folder.isCut(),
    progress: folder.progress(),
  };
}

function rowsOf(
  session: Session,
  key: string,
  file: FolderFile,
  translations: Translations | undefined,
): readonly FolderRow[] {
  const say = (wording: Wording | undefined): string | null =>
    wording === undefined ? null : worded(wording, translations);
  const path = session.folder.pathOf(file.uri);
  if (file.reports.length === 0) {
    const state = file.state === 'failed' ? 'failed' : 'unread';
    return [{ ...emptyRow, path, state, reason: say(file.reason) }];
  }
  const series = seriesFindingsIn(session, key, file);
  return file.reports.map((report): FolderRow => {
    const { index, status, issuer, level, year, coverage } = report;
    const beside = series.filter((finding) => findingsOfReport(session, key, report).includes(finding));
    return {
      path,
      index,
      state: status,
      reason: say(report.reason),
      issuer,
      body: bodyOf(session, key, report),
      level,
      year,
      relations: coverage,
      findings: [...report.findings, ...beside].map(
        ({ rule, severity, message, range }): FolderRowFinding => ({
          rule,
          severity,
          message: worded(message, translations),
          range,
        }),
      ),
    };
  });
}

const emptyRow = {
  index: 0,
  issuer: null,
  body: null,
  level: 'unknown',
  year: null,
  relations: nothingCounted,
  findings: [],
} as const;

function findingsOfReport({ folder }: Session, key: string, { index }: KeptReport) {
  return folder.series().findingsOf(key, index);
}

/** By the roster where it lists the body, so that a former name stands with the present one. */
function bodyOf({ folder }: Session, key: string, { index, issuer }: KeptReport): string | null {
  if (issuer === null) return null;
  const entry = folder.series().entry(key, index);
  const listed = entry && folder.series().series().bodyOf(entry);
  return bodyName(listed?.name ?? issuer) || issuer;
}

function rostersOf({ folder }: Session, translations: Translations | undefined): readonly FolderRoster[] {
  const series = folder.series();
  return folder.rosters().map(({ uri, roster, waivers }) => ({
    uri,
    file: roster.file,
    years: series.series().yearsOf(roster),
    bodies: roster.bodies.map(({ name, level = null, since = null, until = null, range }) => ({
      name,
      body: bodyName(name) || name,
      level,
      since,
      until,
      range,
    })),
    findings: series
      .rosterFindings(roster.file)
      .filter((finding) => waiverOf(finding, waivers) === undefined)
      .map(({ rule, severity, message, range }) => ({
        rule,
        severity,
        message: worded(message, translations),
        range,
      })),
  }));
}
