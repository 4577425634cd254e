/** The server in folders that mean no good: it goes on answering, and ends with its client. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { flawedReport } from '../../cli/sample-reports';
import { connect, pulling, type TestClient } from '../../lsp/test-client';
import type { Random } from '../../support/reports/random';
import type { Programs } from './programs';
import { write } from './programs';
import type { Trial } from './trial';

/** In milliseconds. */
const patience = 20_000;

const makers: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void spawnSync('mkfifo', [path]),
  'a link to /dev/zero': (path) => symlinkSync('/dev/zero', path),
  'a file of 2 GB': (path) => {
    write(path, '');
    truncateSync(path, 2 ** 31);
  },
  'a string of 16 MB': (path) => write(path, `{"edition":"${'a'.repeat(1 << 24)}"}`),
  'a list of 40000 zeros': (path) => write(path, `{"waivers":[${'0,'.repeat(40_000)}0]}`),
  'nested lists': (path) => write(path, '['.repeat(1_000_000)),
};

/** Something hostile as policy and beside the report, and the questions that look at files. */
export async function serverTrial(random: Random, programs: Programs): Promise<Trial> {
  const folder = programs.folder();
  const kind = random.pick(Object.keys(makers));
  const place = random.pick(['.disclosure-audit.json', 'b.md']);
  const end = random.pick(['exit', 'its input is closed', 'nobody reads its output']);
  makers[kind]?.(join(folder, place));
  const uri = pathToFileURL(join(folder, 'a.md')).href;
  const server = spawn(process.execPath, [programs.server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(server, 'exit');
  try {
    const client = await connect(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
      { capabilities: pulling, workspaceFolders: [pathToFileURL(folder).href] },
      () => undefined,
    );
    const flaw =
      (await inTime(answers(client, uri, place), 'it does not answer')) ??
      (await inTime(endings[end]?.(client, server).then(() => ended) ?? ended, 'it does not end'));
    client.end();
    return { input: `${kind} as ${place}; ${end}`, flaw: typeof flaw === 'string' ? flaw : undefined };
  } finally {
    server.kill('SIGKILL');
  }
}

type Server = ReturnType<typeof spawn>;

const endings: Readonly<Record<string, (client: TestClient, server: Server) => Promise<unknown>>> = {
  exit: async ({ connection }) => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
  },
  'its input is closed': async (_, server) => server.stdin?.end(),
  'nobody reads its output': async (_, server) => {
    server.stdout?.destroy();
    server.stdin?.end();
  },
};

async function answers(client: TestClient, uri: string, place: string): Promise<string | undefined> {
  client.open(uri, flawedReport());
  const found = await client.diagnostics(uri);
  await client.connection.sendRequest('workspace/symbol', { query: '' });
  const rules = found.map(({ code }) => code);
  if (!rules.some((rule) => String(rule).startsWith('relation/'))) return `no finding: ${rules.join(' ')}`;
  const isPolicy = place !== 'b.md';
  if (!isPolicy) return undefined;
  if (!rules.includes('internal/policy-ignored')) return 'the report does not say that its policy was ignored';
  const told = client.published.findLast((each) => each.uri.endsWith(place));
  return (told?.diagnostics.length ?? 0) > 0 ? undefined : 'nothing is told on the policy';
}

/** What the task gives, or what is wrong where it takes too long. */
async function inTime<T>(task: Promise<T>, flaw: string): Promise<T | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(flaw), patience);
  });
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
}
