/** The URI of a file as it was named: relative paths stay relative, every segment is percent-encoded. */

/** E.g. `reports/%E5%B9%B4%E6%8A%A5.md`, `file:///work/a.md`, `file:///C:/a.md`, `file://server/share/a.md`. */
export function artifactUri(path: string): string {
  const slashed = isWindows(path) ? path.replaceAll('\\', '/') : path;
  const drive = /^[a-z]:(?=\/)/i.exec(slashed)?.[0];
  if (drive !== undefined) return `file:///${drive}${encoded(slashed.slice(drive.length))}`;
  if (slashed.startsWith('//')) return `file:${encoded(slashed)}`;
  return slashed.startsWith('/') ? `file://${encoded(slashed)}` : encoded(slashed);
}

function isWindows(path: string): boolean {
  return /^(?:[a-z]:\\|\\\\)/i.test(path);
}

function encoded(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
