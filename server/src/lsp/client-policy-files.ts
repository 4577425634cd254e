/** The files around the documents, read by the client: for a server in a browser, and for folders that are not on this machine. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { FolderEntry } from '../policy/policy-scope';
import type { FilesOptions } from './files-protocol';
import { listFolderMethod, mostBytes, readFileMethod } from './files-protocol';
import { within } from './patience';
import type { PolicyFiles } from './policy-files';

/** In milliseconds; a far folder may be slow, and a report is not audited before its policy is known. */
const patience = 10_000;

/** `undefined` for a client that reads no files for the server. */
export function clientPolicyFiles(connection: Connection, params: InitializeParams): PolicyFiles | undefined {
  const options = params.initializationOptions as FilesOptions | null | undefined;
  if (options?.files !== true) return undefined;
  const ask = async (method: string, uri: string): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await within(patience, connection.sendRequest<unknown>(method, { uri }));
    if (answer === undefined) throw new Error('编辑器没有答复');
    if (typeof answer !== 'object' || answer === null) throw new Error('编辑器的答复无法理解');
    return answer as Readonly<Record<string, unknown>>;
  };
  return {
    read: async (uri) => {
      const { text } = await ask(readFileMethod, uri);
      if (text === null || text === undefined) return null;
      if (typeof text !== 'string') throw new Error('编辑器的答复无法理解');
      if (text.length > mostBytes) throw new Error('文件过大');
      return text;
    },
    list: async (folder) => {
      const { entries } = await ask(listFolderMethod, folder);
      if (!Array.isArray(entries)) throw new Error('编辑器的答复无法理解');
      return entries.filter(isEntry);
    },
  };
}

/** Files on this machine by the server itself where it can, all others by the client; `undefined` where neither can. */
export function eitherPolicyFiles(
  own: PolicyFiles | undefined,
  client: PolicyFiles | undefined,
): PolicyFiles | undefined {
  if (own === undefined || client === undefined) return own ?? client;
  const by = (uri: string): PolicyFiles => (uri.startsWith('file:') ? own : client);
  return { read: (uri) => by(uri).read(uri), list: (folder) => by(folder).list(folder) };
}

function isEntry(value: unknown): value is FolderEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && (kind === 'file' || kind === 'folder' || kind === 'other');
}
