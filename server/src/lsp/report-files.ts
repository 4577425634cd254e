/** The reports among the files of some folders, read again only where a file has changed. */
import type { ReportName } from '../features/report-names';
import { reportNames } from '../features/report-names';
import { readReports } from '../report/read-reports';
import { recognise } from '../report/recognise';
import { reportExtensions } from '../standard/report-extensions';
import { parse } from '../syntax/parse';
import type { PolicyFiles } from './policy-files';

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

/** Bounds for folders that hold something else than reports, a whole disk for instance. */
const bounds = { folders: 2000, files: 2000, depth: 12, characters: 2_000_000 };

const extensions = [...reportExtensions, '.disclosure-report'];

interface Known {
  readonly modified: number | null;
  readonly file: ReportFile | null;
}

export function reportFiles(files: PolicyFiles): ReportFiles {
  const known = new Map<string, Known>();
  const load = async (uri: string): Promise<ReportFile | null> => {
    const modified = (await files.modified?.(uri)) ?? null;
    const last = known.get(uri);
    if (last !== undefined && modified !== null && last.modified === modified) return last.file;
    const file = reportIn(uri, (await files.read(uri)) ?? '');
    known.set(uri, { modified, file });
    return file;
  };
  return {
    within: async (folders) => {
      const uris = await filesBelow(files, folders);
      const reports: ReportFile[] = [];
      for (const uri of uris) {
        const file = await load(uri).catch(() => null);
        if (file !== null) reports.push(file);
      }
      for (const uri of known.keys()) if (!uris.has(uri)) known.delete(uri);
      return reports;
    },
  };
}

function reportIn(uri: string, text: string): ReportFile | null {
  if (text.length > bounds.characters || recognise(text).kind === 'other') return null;
  const names = reportNames(readReports(parse(text)));
  if (names.length === 0) return null;
  const beginning = text.slice(0, Math.max(...names.map(({ span }) => span.end)));
  return { uri, names, text: () => beginning };
}

/** Breadth first, so that what lies near is not lost to the bounds. */
async function filesBelow(files: PolicyFiles, roots: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const seen = new Set(roots);
  let level = [...seen];
  for (let depth = 0; level.length > 0 && depth < bounds.depth; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      for (const { name, kind } of await files.list(folder).catch(() => [])) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        const uri = folder + encodeURIComponent(name);
        if (kind === 'file' && found.size < bounds.files && isNamedLikeReport(name)) found.add(uri);
        if (kind !== 'folder' || seen.size >= bounds.folders || seen.has(`${uri}/`)) continue;
        seen.add(`${uri}/`);
        next.push(`${uri}/`);
      }
    }
    level = next;
  }
  return found;
}

function isNamedLikeReport(name: string): boolean {
  const lower = name.toLowerCase();
  return extensions.some((extension) => lower.endsWith(extension));
}
