/** Why a file could not be read or written, in words for its reader. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

const megabyte = 1024 * 1024;

/** The most that is read of a file, in bytes. A policy is a few kilobytes, the longest reports some hundred, a baseline a kilobyte or two a report. */
export const mostBytes = { policy: megabyte, report: 64 * megabyte, baseline: 512 * megabyte } as const;

/** A failure whose reason is told as it is. */
export class Unreadable extends Error {
  constructor(readonly reason: Wording) {
    super('unreadable');
  }
}

export const notFound: Wording = phrase`找不到该文件或文件夹`;
const noPermission = phrase`没有读取权限`;
export const notRegular: Wording = phrase`不是普通文件（是管道、设备或套接字），不读取`;
export const noAnswer: Wording = phrase`磁盘没有答复`;
const tooLarge: Wording = phrase`文件过大`;

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
  // What opening a socket, or a device without a driver, gives.
  ENXIO: notRegular,
  ENODEV: notRegular,
  EOPNOTSUPP: notRegular,
  ENOSPC: phrase`磁盘已满`,
  EDQUOT: phrase`磁盘配额已用完`,
  EFBIG: phrase`文件超过允许的大小`,
  EROFS: phrase`磁盘只读`,
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
};

/** More than a file may have; `most` bytes. */
export function largerThan(most: number): Unreadable {
  return new Unreadable(phrase`文件过大，超过 ${most / megabyte} MB`);
}

/** One phrase for what a store of files, or a stream, threw. */
export function reasonOf(error: unknown): Wording {
  if (error instanceof Unreadable) return error.reason;
  return reasons[errorCode(error)] ?? phrase`无法读取（${error instanceof Error ? error.message : String(error)}）`;
}

/** Node's name for the failure; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
