/** What the name of a file or folder tells: whether it may hold a report, and whether it is looked at unless it is named. */

/** The names of files that may be reports end so, in any case of letters. */
export const reportExtensions: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm', '.disclosure-report'];

export function isNamedLikeReport(name: string): boolean {
  return reportExtensions.includes(extensionOf(name));
}

/** In small letters with its dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Hidden, or other people's. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
