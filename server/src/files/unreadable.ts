/** Why a file could not be read, in words for its reader. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

/** A failure whose reason is told as it is. */
export class Unreadable extends Error {
  constructor(readonly reason: Wording) {
    super('unreadable');
  }
}

export const notFound: Wording = phrase`找不到该文件或文件夹`;
const noPermission = phrase`没有读取权限`;
export const tooLarge: Wording = phrase`文件过大`;

/** By the codes of Node's errors. */
const reasons: Readonly<Record<string, Wording>> = {
  ENOENT: notFound,
  ENOTDIR: notFound,
  EACCES: noPermission,
  EPERM: noPermission,
  EISDIR: phrase`这是文件夹，不是文件`,
  ELOOP: phrase`符号链接循环`,
  ENAMETOOLONG: phrase`路径过长`,
  EMFILE: phrase`打开的文件过多`,
  EIO: phrase`读取设备出错`,
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
};

/** One phrase for what a store of files threw. */
export function reasonOf(error: unknown): Wording {
  if (error instanceof Unreadable) return error.reason;
  return reasons[errorCode(error)] ?? phrase`无法读取（${error instanceof Error ? error.message : String(error)}）`;
}

/** Node's name for the failure; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
