/** The language server's program: `disclosure-audit-server --stdio`, or a child process of an editor. */
import { createConnection as connectSocket } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { MessageReader, MessageWriter } from 'vscode-languageserver/node';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { nodeFiles } from '../files/node-files';
import { readers } from '../intake/readers';
import { framedMessages } from './framed-messages';
import { orderly, parseError } from './orderly';
import { startServer } from './server';
import { wholeMessages } from './whole-messages';

interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

function main(): void {
  const transport = transportOf(process.argv.slice(2));
  if (transport === undefined) {
    process.stderr.write('用法：disclosure-audit-server --stdio | --node-ipc | --socket=端口 | --pipe=名称\n');
    process.exitCode = 2;
    return;
  }
  const { reader, isShutDown } = orderly(transport.reader, transport.writer);
  // A client that is gone asks for nothing any more.
  reader.onClose(() => process.exit(isShutDown() ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, reader, transport.writer);
  const log = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);
  const installation = pathToFileURL(join(__dirname, '..')).href;
  const compressedLength = (text: string): number => gzipSync(text).length;
  startServer(connection, { installation, version, files: nodeFiles, compressedLength, readers });
}

/** The first that the arguments name: `--socket=7`, or `--socket 7`. */
function transportOf(given: readonly string[]): Transport | undefined {
  for (const [index, argument] of given.entries()) {
    const [name = '', stated] = argument.split('=');
    const value = stated ?? given[index + 1] ?? '';
    if (name === '--stdio') return overStreams(process.stdin, process.stdout);
    if (name === '--node-ipc') return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
    if (name === '--socket') return overSocket(connectSocket(Number(value), '127.0.0.1'));
    if (name === '--pipe') return overSocket(connectSocket(value));
  }
  return undefined;
}

function overSocket(socket: Readable & Writable): Transport {
  return overStreams(socket, socket);
}

function overStreams(input: Readable, output: Writable): Transport {
  const writer = new StreamMessageWriter(wholeMessages(output));
  output.on('error', () => process.exit(1));
  const reader = framedMessages(input, (why) => void writer.write(parseError(why)));
  return { reader, writer };
}

main();
