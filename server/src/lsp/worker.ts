/** The language server in a browser: a worker that speaks the protocol in messages. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import type { Readers } from '../intake/take-in';
import { orderly } from './orderly';
import { startServer } from './server';
import type { ScriptName, ScriptParams } from './wire/files-protocol';
import { fromBase64, readScriptMethod } from './wire/files-protocol';

/** What of a worker's global object is used; the project's types are Node's. */
interface WorkerScope {
  readonly location: { readonly href: string };
  importScripts(script: string): void;
  /** What `read-office.js` and `read-pdf.js` leave there. */
  readonly disclosureAuditOffice?: Awaited<ReturnType<Readers['office']>>;
  readonly disclosureAuditPdf?: Awaited<ReturnType<Readers['pdf']>>;
}

declare const self: WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];

const loaded = new Map<ScriptName, Promise<void>>();
const writer = new BrowserMessageWriter(self);
const connection = createConnection(orderly(new BrowserMessageReader(self), writer).reader, writer);
startServer(connection, {
  installation: installationOf(self.location.href),
  version,
  readers: {
    office: async () => {
      await beside('read-office.js');
      return self.disclosureAuditOffice as NonNullable<WorkerScope['disclosureAuditOffice']>;
    },
    pdf: async () => {
      await beside('read-pdf.js');
      return self.disclosureAuditPdf as NonNullable<WorkerScope['disclosureAuditPdf']>;
    },
  },
});

/** Runs a script of the extension; once, however often it is asked for. */
function beside(name: ScriptName): Promise<void> {
  const known = loaded.get(name) ?? load(name);
  loaded.set(name, known);
  // What could not be had now may be had the next time.
  known.catch(() => loaded.delete(name));
  return known;
}

async function load(name: ScriptName): Promise<void> {
  const { bytes } = await connection.sendRequest<{ readonly bytes: string }>(readScriptMethod, {
    name,
  } satisfies ScriptParams);
  const script = URL.createObjectURL(new Blob([fromBase64(bytes)], { type: 'text/javascript' }));
  try {
    self.importScripts(script);
  } finally {
    URL.revokeObjectURL(script);
  }
}

/** The folder that `dist/web/server.js` was loaded from; empty where it was not loaded from there, as in a blob. */
function installationOf(script: string): string {
  return /^(https?:.*)\/dist\/web\/[^/]*$/.exec(script)?.[1] ?? '';
}
