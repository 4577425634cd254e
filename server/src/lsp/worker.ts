/** The language server in a browser: a worker that speaks the protocol in messages. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import type { Readers } from '../intake/take-in';
import { orderly } from './orderly';
import { startServer } from './server';

/** What of a worker's global object is used; the project's types are Node's. */
interface WorkerScope {
  readonly location: { readonly href: string };
  importScripts(script: string): void;
  /** What `read-pdf.js` leaves there. */
  readonly disclosureAuditPdf?: Awaited<ReturnType<Readers['pdf']>>;
}

declare const self: WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];

const writer = new BrowserMessageWriter(self);
const connection = createConnection(orderly(new BrowserMessageReader(self), writer).reader, writer);
startServer(connection, {
  installation: installationOf(self.location.href),
  version,
  readers: {
    office: () => import('../intake/read-office'),
    pdf: async () => {
      self.importScripts(new URL('read-pdf.js', self.location.href).href);
      return self.disclosureAuditPdf as NonNullable<WorkerScope['disclosureAuditPdf']>;
    },
  },
});

/** The folder that `dist/web/server.js` was loaded from; empty where it was not loaded from there, as in a blob. */
function installationOf(script: string): string {
  return /^(https?:.*)\/dist\/web\/[^/]*$/.exec(script)?.[1] ?? '';
}
