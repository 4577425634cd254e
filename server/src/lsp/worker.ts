/** The language server in a browser: a worker that speaks the protocol in messages. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { orderly } from './orderly';
import { startServer } from './server';

/** What of a worker's global object is used; the project's types are Node's. */
interface WorkerScope {
  readonly location: { readonly href: string };
}

declare const self: WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];

const writer = new BrowserMessageWriter(self);
const connection = createConnection(orderly(new BrowserMessageReader(self), writer).reader, writer);
startServer(connection, { installation: installationOf(self.location.href), version });

/** The folder that `dist/web/server.js` was loaded from; empty where it was not loaded from there, as in a blob. */
function installationOf(script: string): string {
  return /^(https?:.*)\/dist\/web\/[^/]*$/.exec(script)?.[1] ?? '';
}
