/** The reports among the files of some folders, read again only where a file has changed. */

import type { ReportName } from '../../features/structure/report-names';
import { reportNames } from '../../features/structure/report-names';
import { readText } from '../../files/decode';
import { isNamedLikeText } from '../../files/file-names';
import type { Files } from '../../files/files';
import { mostBytes } from '../../files/unreadable';
import { walkOver } from '../../files/walk';
import { readReports } from '../../report/read-reports';
import { recognise } from '../../report/recognition/recognise';
import { parse } from '../../syntax/parse';
import { greatest } from '../../text/append';

interface ReportFile {
  readonly uri: string;
  readonly names: readonly ReportName[];
  /** As much of the text as the names' places need. */
  readonly text: () => string;
}

interface ReportFiles {
  /** The reports in the folders and below them; what cannot be read is left out. */
  within(folders: readonly string[]): Promise<readonly ReportFile[]>;
}

/** What lies near is not lost to the bounds. */
const searched = { order: 'near-first', most: { folders: 2000, files: 2000, depth: 12 } } as const;

/** A longer text is no report. */
const mostCharacters = 2_000_000;

interface KnownFile {
  readonly modified: number | null;
  readonly file: ReportFile | null;
}

export function reportFiles(files: Files): ReportFiles {
  const known = new Map<string, KnownFile>();
  const load = async (uri: string): Promise<ReportFile | null> => {
    const modified = (await files.stat?.(uri))?.modified ?? null;
    const last = known.get(uri);
    if (last !== undefined && modified !== null && last.modified === modified) return last.file;
    const decoded = await readText(files, uri, mostBytes.report);
    // What cannot be read now may be read the next time, unchanged.
    if (decoded?.ok === false) return null;
    const file = decoded === null ? null : reportIn(uri, decoded.text);
    known.set(uri, { modified, file });
    return file;
  };
  return {
    within: async (folders) => {
      const uris = new Set<string>();
      const reports: ReportFile[] = [];
      const walk = walkOver(files, searched);
      for (const uri of folders) {
        for await (const found of walk.from({ uri, path: uri })) {
          // Files of office programs take long to read, and nobody looks for a symbol in them.
          if (found.kind !== 'file' || !isNamedLikeText(found.uri)) continue;
          uris.add(found.uri);
          const file = await load(found.uri).catch(() => null);
          if (file !== null) reports.push(file);
        }
      }
      for (const uri of known.keys()) if (!uris.has(uri)) known.delete(uri);
      return reports;
    },
  };
}

function reportIn(uri: string, text: string): ReportFile | null {
  if (text.length > mostCharacters || recognise(text).kind === 'other') return null;
  const names = reportNames(readReports(parse(text)));
  if (names.length === 0) return null;
  const beginning = text.slice(0, greatest(names.map(({ span }) => span.end)));
  return { uri, names, text: () => beginning };
}
