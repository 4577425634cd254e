/** What becomes of the safe fixes of a run: they are written back, or shown as a diff. */
import { pathOf, uriOf } from '../files/node-files';
import type { Result } from '../output/result';
import { unifiedDiff } from '../output/unified-diff';
import { showText } from '../output/visible-text';
import type { Audited } from './audits';
import type { AuditCommand } from './command';
import { writingReason } from './destinations';
import type { FileAudit } from './file-audit';
import type { Surroundings } from './surroundings';

export interface Fixing {
  /** What is left to report of a file, the diff of it, and why it could not be written. */
  settle(audited: Audited): {
    readonly results: readonly Result[];
    readonly diff: string;
    readonly failure: string | null;
  };
  /** Findings that were, or would be, put right. */
  changes(): number;
  /** Files that could not be written. */
  failures(): number;
  /** What has come of it; `null` where there is nothing to tell. */
  lastNote(): string | null;
}

type Fixed = NonNullable<FileAudit['fixed']>;

export function fixingOf({ fixes }: AuditCommand, surroundings: Surroundings): Fixing {
  const { paint, output, replaceFile } = surroundings;
  let [changes, files, failures] = [0, 0, 0];
  return {
    settle: ({ target, audit: { results, fixed } }) => {
      if (fixed === undefined || fixes === 'none') return { results, diff: '', failure: null };
      const file = results[0]?.record.file ?? '';
      const reason = fixes === 'write' && target.kind === 'file' ? writeBack(target.uri, fixed, replaceFile) : null;
      if (reason !== null) {
        failures++;
        return { results, diff: '', failure: `${file}: 修正没有写回：${reason}` };
      }
      changes += fixed.count;
      files++;
      if (fixes === 'write') return { results: fixed.results, diff: '', failure: null };
      // A person's terminal gets nothing that would steer it.
      const shown = output === 'terminal' ? showText : undefined;
      return { results, diff: unifiedDiff(file, fixed.before, fixed.edits, paint, shown), failure: null };
    },
    changes: () => changes,
    failures: () => failures,
    lastNote: () => {
      if (changes === 0) return null;
      const what = `${changes} 处（${files} 个文件），数字不动`;
      return fixes === 'write' ? `已修正 ${what}` : `可以安全修正 ${what}；加 --fix 就写回`;
    },
  };
}

/** Puts the fixed text in the file's place. Gives the reason where that fails: the file is then as it was. */
function writeBack(uri: string, { bytes }: Fixed, replaceFile: Surroundings['replaceFile']): string | null {
  const path = pathOf(uri);
  if (bytes === null) return '要写的文字在文件的编码里没有';
  // A name that is no UTF-8 is shown otherwise than it is.
  if (uriOf(path) !== uri) return '文件名不是 UTF-8';
  try {
    replaceFile(path, bytes);
    return null;
  } catch (error) {
    return writingReason(error);
  }
}
