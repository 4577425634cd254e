/** Files that exist in a test only. */
import type { Files } from '../../server/src/files/files';
import { asFolder, uriIn } from '../../server/src/files/folders';

/** By URI, with or without percents. A text is UTF-8, an error is thrown, what is neither text nor bytes becomes JSON. */
export type Contents = Record<string, unknown>;

/** The contents as they are at the moment; `reads` are the URIs of the files that were read. */
export function memoryFiles(contents: Contents): Files & { readonly reads: string[] } {
  const reads: string[] = [];
  const contentOf = (uri: string): unknown => contents[uri] ?? contents[decodeURIComponent(uri)];
  const namesIn = (folder: string): readonly string[] => {
    const start = decodeURIComponent(asFolder(folder));
    const below = Object.keys(contents).map((uri) => decodeURIComponent(uri));
    return below.filter((uri) => uri.startsWith(start)).map((uri) => uri.slice(start.length));
  };
  return {
    reads,
    read: async (uri) => {
      reads.push(uri);
      return bytesOf(contentOf(uri));
    },
    list: async (folder) => {
      const kinds = new Map(
        namesIn(folder).map((path) => [path.split('/')[0] ?? '', path.includes('/') ? 'folder' : 'file'] as const),
      );
      return [...kinds].map(([name, kind]) => ({ name, kind, uri: uriIn(folder, name) }));
    },
    stat: async (uri) => {
      const bytes = bytesOf(contentOf(uri));
      if (bytes !== null) return { kind: 'file', modified: bytes.length };
      return namesIn(uri).length > 0 ? { kind: 'folder', modified: 0 } : null;
    },
  };
}

function bytesOf(content: unknown): Uint8Array | null {
  if (content === undefined) return null;
  if (content instanceof Error) throw content;
  if (content instanceof Uint8Array) return content;
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}
