/** The language server's program: `disclosure-audit-server --stdio`, or a child process of an editor. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { nodeFiles } from '../files/node-files';
import { startServer } from './server';
import { wholeMessages } from './whole-messages';

const transports = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/;

function main(): void {
  if (!process.argv.slice(2).some((argument) => transports.test(argument))) {
    process.stderr.write('用法：disclosure-audit-server --stdio | --node-ipc | --socket=端口 | --pipe=名称\n');
    process.exitCode = 2;
    return;
  }
  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout))
    : createConnection(ProposedFeatures.all);
  const log = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);
  const installation = pathToFileURL(join(__dirname, '..')).href;
  startServer(connection, { installation, version, files: nodeFiles });
}

main();
