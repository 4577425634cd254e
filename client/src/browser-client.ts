/** The server in a worker of the browser; loaded only when the first report is seen. */
import type { ExtensionContext } from 'vscode';
import { Uri, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { ScriptParams } from '../../server/src/lsp/wire/files-protocol';
import { readScriptMethod, scriptNames, toBase64 } from '../../server/src/lsp/wire/files-protocol';
import type { StartClient } from './language-client';
import { clientId, clientName, clientOptions, started } from './language-client';

/** What of the browser's class is used; the project's types are Node's. */
declare const Worker: new (
  script: string,
  options: { readonly name: string },
) => {
  addEventListener(
    type: 'error',
    listener: (event: { readonly message?: string }) => void,
    options: { readonly once: true },
  ): void;
  terminate(): void;
};

export const startBrowserClient: StartClient = async (host) => {
  const script = await serverScript(host.context);
  const worker = new Worker(script, { name: clientName });
  const client = new LanguageClient(clientId, clientName, worker, clientOptions(host));
  client.onRequest(readScriptMethod, async ({ name }: ScriptParams) => {
    if (!scriptNames.includes(name)) throw new Error(`no such script: ${name}`);
    return { bytes: toBase64(await scriptBytes(host.context, name)) };
  });
  // A worker does not end by itself when it is told to exit.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker.terminate();
  });
  // One whose script fails never answers.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message ?? 'dist/web/server.js')), {
      once: true,
    });
  });
  try {
    return await Promise.race([started(client, host), broken]);
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(script);
  }
};

/** VS Code starts no worker from an extension that lies on a remote machine, but it reads its files wherever it lies. */
async function serverScript(context: ExtensionContext): Promise<string> {
  const bytes = await scriptBytes(context, 'server.js');
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
}

function scriptBytes({ extensionUri }: ExtensionContext, name: string): Thenable<Uint8Array> {
  return workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'web', name));
}
