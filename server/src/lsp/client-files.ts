/** The client's files: for a server in a browser, and for folders that are not on this machine. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Files, FolderEntry } from '../files/files';
import { uriIn } from '../files/folders';
import { withinTime } from '../files/patience';
import { largerThan, notRegular, Unreadable } from '../files/unreadable';
import { phrase } from '../text/wording';
import type { FilesOptions, ListedEntry, ReadFileParams } from './wire/files-protocol';
import { fromBase64, listFolderMethod, mostSentBytes, readFileMethod } from './wire/files-protocol';

/** In milliseconds; a far folder may be slow, and a report is not audited before its policy is known. */
const patience = 10_000;

/** `undefined` for a client that reads no files for the server. */
export function clientFiles(connection: Connection, params: InitializeParams): Files | undefined {
  const options = params.initializationOptions as FilesOptions | null | undefined;
  if (options?.files !== true) return undefined;
  const ask = async (method: string, params: ReadFileParams): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await withinTime(patience, connection.sendRequest<unknown>(method, params));
    if (answer === undefined) throw new Unreadable(phrase`编辑器没有答复`);
    if (typeof answer !== 'object' || answer === null) throw new Unreadable(unclear);
    return answer as Readonly<Record<string, unknown>>;
  };
  return {
    read: async (uri, most) => {
      const least = Math.min(most, mostSentBytes);
      const answer = await ask(readFileMethod, { uri, most: least });
      if (answer.refused === 'not-regular') throw new Unreadable(notRegular);
      const bytes = bytesIn(answer);
      if (answer.refused === 'too-large' || (bytes !== null && bytes.length > least)) throw largerThan(least);
      return bytes;
    },
    list: async (folder) => {
      const { entries } = await ask(listFolderMethod, { uri: folder });
      if (!Array.isArray(entries)) throw new Unreadable(unclear);
      return entries.filter(isEntry).map(({ name, kind }): FolderEntry => ({ name, uri: uriIn(folder, name), kind }));
    },
  };
}

/** Files on this machine by the server itself where it can, all others by the client; `undefined` where neither can. */
export function eitherFiles(own: Files | undefined, client: Files | undefined): Files | undefined {
  if (own === undefined || client === undefined) return own ?? client;
  const by = (uri: string): Files => (uri.startsWith('file:') ? own : client);
  return {
    read: (uri, most) => by(uri).read(uri, most),
    list: (folder) => by(folder).list(folder),
    real: async (uri) => (await by(uri).real?.(uri)) ?? uri,
  };
}

const unclear = phrase`编辑器的答复无法理解`;

function bytesIn({ bytes, text }: Readonly<Record<string, unknown>>): Uint8Array | null {
  const content = bytes ?? text ?? null;
  if (content === null) return null;
  if (typeof content !== 'string') throw new Unreadable(unclear);
  if (content === text) return new TextEncoder().encode(content);
  try {
    return fromBase64(content);
  } catch {
    throw new Unreadable(unclear);
  }
}

const kinds: ReadonlySet<unknown> = new Set<ListedEntry['kind']>(['file', 'folder', 'link', 'other']);

function isEntry(value: unknown): value is ListedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && name !== '' && !name.includes('/') && kinds.has(kind);
}
