/** One file from its bytes to its results, with what may be put right in it. */
import type { Files } from '../files/files';
import { mostBytes, notFound, reasonOf } from '../files/unreadable';
import { readers } from '../intake/readers';
import { takeIn } from '../intake/take-in';
import type { TakenIn } from '../intake/taken-in';
import type { FixRecord, Result } from '../output/result';
import { auditDocument, auditText, unaudited } from '../output/result-of';
import type { Edit } from '../text/span';
import { worded } from '../text/wording';
import type { Asked, ResultCache } from './result-cache';

/** Plain data, like what comes of it. */
export interface FileTask extends Asked {
  /** Whether the safe fixes are worked out. */
  readonly fixes: 'left' | 'made';
}

export interface FileAudit {
  readonly results: readonly Result[];
  /** Absent where no safe fix is asked for, or there is none. */
  readonly fixed?: Fixed;
}

/** A file with its safe fixes made. */
interface Fixed {
  readonly before: string;
  /** Of the text before, in order. */
  readonly edits: readonly Edit[];
  /** How many findings they take away. */
  readonly count: number;
  /** What the file is to hold; `null` where its encoding has no such characters, or it is no file. */
  readonly bytes: Uint8Array | null;
  /** What is found then. */
  readonly results: readonly Result[];
}

/** Whatever fails is the result. */
export async function auditFile(
  task: FileTask,
  uri: string,
  files: Files,
  cache: ResultCache | null,
): Promise<FileAudit> {
  const bytes = await bytesOf(uri, files);
  if ('reason' in bytes) return failure(task.file, bytes.reason);
  const known = cache?.find(task, bytes) ?? null;
  if (known !== null && !isFixing(task, known)) return { results: known };
  const audit = await auditTakenIn(task, await takeIn(bytes, files.utf8, readers), bytes);
  if (known === null) cache?.keep(task, bytes, audit.results);
  return audit;
}

async function bytesOf(uri: string, files: Files): Promise<Uint8Array | { readonly reason: string }> {
  try {
    // It was there a moment ago.
    return (await files.read(uri, mostBytes.report)) ?? { reason: worded(notFound) };
  } catch (error) {
    return { reason: worded(reasonOf(error)) };
  }
}

/** `bytes`: what was taken in; `null` for standard input. Whatever fails is the result. */
export async function auditTakenIn(task: FileTask, taken: TakenIn, bytes: Uint8Array | null): Promise<FileAudit> {
  try {
    return await auditWhole(task, taken, bytes);
  } catch (error) {
    return failure(task.file, `审核时程序出错：${String(error)}`);
  }
}

async function auditWhole(task: FileTask, taken: TakenIn, bytes: Uint8Array | null): Promise<FileAudit> {
  const { file, options, extras } = task;
  if (taken.kind === 'refused') return failure(file, worded(taken.reason));
  if (taken.kind === 'document') return { results: auditDocument(file, taken, options, extras) };
  const results = auditText(file, taken.text, options, extras);
  if (!isFixing(task, results)) return { results };
  const { safelyFixed } = await import('../features/problems/fix-all');
  const { editedBytes } = await import('../files/edited-bytes');
  const { text, edits, count } = safelyFixed(taken.text, options);
  const fixed = {
    before: taken.text,
    edits,
    count,
    bytes: bytes && editedBytes(bytes, edits),
    results: auditText(file, text, options, extras),
  };
  return { results, fixed };
}

function isFixing({ fixes }: FileTask, results: readonly Result[]): boolean {
  const isSafe = ({ applicability }: FixRecord): boolean => applicability === 'safe';
  return (
    fixes === 'made' && results.some(({ record }) => record.findings.some((finding) => finding.fixes.some(isSafe)))
  );
}

export function failure(file: string, reason: string): FileAudit {
  return { results: [unaudited(file, 'failed', reason)] };
}
