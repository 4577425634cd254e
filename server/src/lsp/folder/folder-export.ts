/** The results of all audited folders in a format of the command line, made as that makes them: file by file, then what comparison finds. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Files } from '../../files/files';
import { mostBytes, notFound, reasonOf } from '../../files/unreadable';
import { takeInFile } from '../../intake/take-in';
import { namedFormat } from '../../office/named-format';
import type { Writing } from '../../output/output-format';
import { writingOf } from '../../output/output-format';
import type { Extra, Result } from '../../output/result';
import { auditDocument, auditText, unaudited } from '../../output/result-of';
import { type Compared, seriesResults } from '../../output/series-results';
import { counted, noTotals, withPassedOver } from '../../output/totals';
import { phrase, worded } from '../../text/wording';
import type { Session } from '../session';
import { toBase64 } from '../wire/files-protocol';
import type { ExportedFolder, ExportFolderParams } from '../wire/folder-protocol';
import type { FolderFile } from './folder-record';
import { turn } from './turn';

/** `files`: through which closed files are read. */
export async function exportedFolder(
  session: Session,
  files: Files | undefined,
  { format, target }: ExportFolderParams,
  token: CancellationToken,
): Promise<ExportedFolder> {
  const { folder, documents } = session;
  const [root = ''] = session.folders.roots();
  const translations = await documents.translations(root);
  if (folder.files().size === 0) return { refusal: worded(phrase`还没有审核过文件夹。`, translations) };
  if (folder.fileAt(target) !== undefined) {
    return { refusal: worded(phrase`${folder.pathOf(target)} 是要审核的文件，不能覆盖。`, translations) };
  }
  const chosen = await namedFormat(format, session.compressedLength);
  const writing = writingOf(chosen, { name: 'disclosure-audit', version: session.version });
  const needs = [...new Set<Extra>([...(chosen.needs ?? []), 'index'])];
  return sent(await written(session, files, writing, needs, token));
}

async function written(
  session: Session,
  files: Files | undefined,
  writing: Writing,
  needs: readonly Extra[],
  token: CancellationToken,
): Promise<readonly (string | Uint8Array)[]> {
  const { folder } = session;
  const pieces: (string | Uint8Array)[] = [writing.begin()];
  const compared: Compared[] = [];
  let totals = noTotals;
  for (const file of inOrder(folder.files())) {
    if (token.isCancellationRequested) return [];
    await turn();
    const results = await resultsOf(session, files, file, needs);
    totals = results.reduce(counted, totals);
    pieces.push(writing.add(results));
    compared.push(...comparedOf(session, file, results));
  }
  const rosters = folder.rosters().map(({ roster, waivers, rules }): Compared => ({ subject: roster, rules, waivers }));
  if (compared.length > 1 || rosters.length > 0) {
    const series = seriesResults([...compared, ...rosters]).map(([, result]) => result);
    totals = series.reduce(counted, totals);
    pieces.push(writing.addSeries(series));
  }
  pieces.push(
    await writing.end(
      withPassedOver(totals, {
        leftOut: () => new Map(Object.entries(folder.leftOut())),
        ignored: folder.ignored,
      }),
    ),
  );
  return pieces;
}

/** As the command line goes through folders: by name, deeply. */
function inOrder(files: ReadonlyMap<string, FolderFile>): readonly FolderFile[] {
  const keyed = [...files].map(([key, file]) => [key.replaceAll('/', '\0'), file] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

async function resultsOf(
  { documents, folder, readers }: Session,
  files: Files | undefined,
  { uri, state, reason, options }: FolderFile,
  needs: readonly Extra[],
): Promise<readonly Result[]> {
  const path = folder.pathOf(uri);
  const failed = (why: string): readonly Result[] => [unaudited(path, 'failed', why)];
  if (state === 'failed' && reason !== undefined) return failed(worded(reason));
  try {
    const open = documents.open.get(uri)?.getText();
    if (open !== undefined) return auditText(path, open, options, needs);
    const taken = files === undefined ? null : await takeInFile(files, uri, mostBytes.report, readers);
    if (taken?.kind === 'text') return auditText(path, taken.text, options, needs);
    if (taken?.kind === 'document') return auditDocument(path, taken, options, needs);
    return failed(worded(taken?.reason ?? notFound));
  } catch (error) {
    return failed(worded(phrase`审核时程序出错：${reasonOf(error)}`));
  }
}

function comparedOf(
  { folder }: Session,
  { uri, options }: FolderFile,
  results: readonly Result[],
): readonly Compared[] {
  const roster = folder.rosterOf(uri);
  const { rules = {}, waivers = [] } = options;
  return results.flatMap(({ index }) =>
    index === undefined ? [] : [{ subject: { record: index, roster }, rules, waivers }],
  );
}

function sent(pieces: readonly (string | Uint8Array)[]): ExportedFolder {
  const bytes = pieces.filter((piece): piece is Uint8Array => typeof piece !== 'string');
  if (bytes.length === 0) return { text: pieces.join('') };
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    all.set(piece, at);
    at += piece.length;
  }
  return { bytes: toBase64(all) };
}
