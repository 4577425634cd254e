/** What the name of a file or folder tells: whether it may hold a report, and whether it is looked at unless it is named. */

/** The names of texts that may be reports end so, in any case of letters. */
export const textExtensions: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm', '.disclosure-report'];

/** The same of files that are no text and are read. */
export const documentExtensions: readonly string[] = ['.docx', '.docm', '.xlsx', '.xlsm', '.pdf'];

/** Files that are not read, but each is told of: a report in them would be overlooked. */
const toldExtensions: readonly string[] = [
  '.doc',
  '.wps',
  '.wpt',
  '.xls',
  '.et',
  '.rtf',
  '.ofd',
  '.odt',
  '.ods',
  '.mht',
  '.mhtml',
];

/** The names of all files that may be reports. */
export const reportExtensions: readonly string[] = [...textExtensions, ...documentExtensions, ...toldExtensions];

export function isNamedLikeReport(name: string): boolean {
  return reportExtensions.includes(extensionOf(name));
}

/** In small letters with its dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Hidden, other people's, or what Word and WPS keep beside a file that is open. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name.startsWith('~$');
}

export function isNamedLikeText(name: string): boolean {
  return textExtensions.includes(extensionOf(name));
}

/** Whether the editor shows such a file, and not its text. */
export function isNamedLikeDocument(name: string): boolean {
  return documentExtensions.includes(extensionOf(name));
}
