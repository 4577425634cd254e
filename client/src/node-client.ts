/** The server in a process of its own; loaded only when the first report is seen. */
import type { ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { StartClient } from './language-client';
import { clientId, clientName, clientOptions, started } from './language-client';

export const startNodeClient: StartClient = (host) => {
  const module = host.context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  const server: ServerOptions = {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return started(new LanguageClient(clientId, clientName, server, clientOptions(host)), host);
};
