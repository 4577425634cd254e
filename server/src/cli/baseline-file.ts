/** The baseline that `--baseline` names: what an earlier run has written. */
import { readText } from '../files/decode';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import { mostBytes, notFound } from '../files/unreadable';
import { type Baseline, baselineOf, readBaseline } from '../output/baseline';
import { worded } from '../text/wording';
import { UsageError } from './arguments';

/** @throws UsageError where it cannot be read, or is none. */
export async function baselineFrom(file: string, files: Files): Promise<Baseline> {
  const decoded = await readText(files, uriOf(file), mostBytes.baseline);
  if (decoded?.ok !== true) {
    throw new UsageError(`选项 --baseline 的文件 ${file} 读不了：${worded(decoded?.reason ?? notFound)}`);
  }
  const known = readBaseline(decoded.text);
  if (known === null) {
    throw new UsageError(`选项 --baseline 的文件 ${file} 不是基线：应为以前用 --format json 或 jsonl 写出的结果`);
  }
  return baselineOf(known, uriOf);
}

/** How many known findings are gone, and what to do about it; `null` where none is. */
export async function goneNote(
  baseline: Baseline,
  file: string,
  compared: 'compared' | 'not-compared',
  files: Files,
): Promise<string | null> {
  const isLost = async (uri: string) => (await files.stat?.(uri).catch(() => undefined)) === null;
  const gone = await baseline.gone(compared, isLost);
  if (gone === 0) return null;
  return `基线 ${file} 中有 ${gone} 处问题已经不在；要更新基线，不带 --baseline 审核一次，加 --format json=${file}`;
}
