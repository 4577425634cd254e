/** Why a file could not be read, in the user's language. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到该文件或文件夹',
  ENOTDIR: '找不到该文件或文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是文件夹，不是文件',
  ELOOP: '符号链接循环',
  ENAMETOOLONG: '路径过长',
  EMFILE: '打开的文件过多',
  EIO: '读取设备出错',
  ERR_FS_FILE_TOO_LARGE: '文件过大',
  ERR_STRING_TOO_LONG: '文件过大',
};

/** One phrase for an error thrown by Node's file functions. */
export function ioReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `无法读取（${code || String(error)}）`;
}
