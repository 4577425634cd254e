/** Command line, server and browser see the same of one folder: the same reports, texts and policies. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Connection, WorkspaceSymbol } from 'vscode-languageserver';
import { readText } from '../../server/src/files/decode';
import type { Files } from '../../server/src/files/files';
import { asFolder, foldersUpward } from '../../server/src/files/folders';
import { nearestPolicies, policyReader } from '../../server/src/files/nearest-policy';
import { nodeFiles, nodeFilesAtOnce, uriOf } from '../../server/src/files/node-files';
import { mostBytes } from '../../server/src/files/unreadable';
import { type WalkOptions, walkOver } from '../../server/src/files/walk';
import { clientFiles } from '../../server/src/lsp/client-files';
import type { FileParams, ListFolderResult, ReadFileResult } from '../../server/src/lsp/wire/files-protocol';
import { listFolderMethod, readFileMethod, toBase64 } from '../../server/src/lsp/wire/files-protocol';
import { policyFileName } from '../../server/src/policy/policy';
import { worded } from '../../server/src/text/wording';
import { commandInFolder } from '../cli/command-in-folder';
import { resultSchema } from '../cli/result-schema';
import { brokenTotal, reportOf } from '../lsp/reports';
import { startInMemory } from '../lsp/test-client';
import { encodeGb18030 } from './gb18030';

const { file, run, folder } = commandInFolder();
const root = uriOf(folder);

const reason = '云溪县的写法';
const policyText = `{ "rules": { "relation/case-total": "hint" }, "waivers": [{ "rule": "table/empty-cell", "quote": "〇", "reason": "${reason}" }] }`;

/** A folder with everything that edges have disagreed about. */
function writeFolder(): void {
  const report = (issuer: string): string => reportOf({ ...brokenTotal, issuer });
  file('a/gb.txt', encodeGb18030(report('云溪县青石镇人民政府')));
  file('a/mark.MD', `\ufeff${report('云溪县白石镇人民政府')}`);
  file('a/.disclosure-audit.json', encodeGb18030(policyText));
  file('b/wide.disclosure-report', Buffer.from(`\ufeff${report('云溪县黑石镇人民政府')}`, 'utf16le'));
  file('b/x.md/plain.htm', report('云溪县红石镇人民政府'));
  file('b/.disclosure-audit.json', Buffer.from(`\ufeff${policyText}`, 'utf16le'));
  file('c/empty.txt', '');
  file('c/letter.png', 'PK');
  file('c/picture.txt', Uint8Array.of(0xff, 0xd8, 0xff));
  file('c/.disclosure-audit.json/a.txt', '');
  file('.hidden/h.txt', report('云溪县藏石镇人民政府'));
  file('node_modules/n.txt', report('云溪县他石镇人民政府'));
}

/** What a client answers that looks at the same disk, each answer as it goes over the wire. */
function clientOf(files: Files): Files {
  const answers: Record<string, (uri: string) => Promise<ReadFileResult | ListFolderResult>> = {
    [readFileMethod]: async (uri) => {
      const bytes = await files.read(uri, mostBytes.policy);
      return { bytes: bytes === null ? null : toBase64(bytes) };
    },
    [listFolderMethod]: async (uri) => ({ entries: (await files.list(uri)).map(({ name, kind }) => ({ name, kind })) }),
  };
  const sendRequest = async (method: string, { uri }: FileParams): Promise<unknown> =>
    JSON.parse(JSON.stringify(await answers[method]?.(uri)));
  const client = clientFiles({ sendRequest } as unknown as Connection, {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { files: true },
  });
  if (client === undefined) throw new Error('the client reads files');
  return client;
}

/** The files of the folder with their texts and the policies they are under. */
async function seenBy(files: Files, order: WalkOptions['order']): Promise<readonly unknown[]> {
  const nearest = nearestPolicies(policyReader(files, () => policyFileName));
  const seen = [];
  for await (const found of walkOver(files, { order }).from({ uri: root, path: '' })) {
    const decoded = found.kind === 'file' ? await readText(files, found.uri, mostBytes.report) : null;
    const policy = await nearest.among(foldersUpward(found.uri, [asFolder(root)]));
    seen.push([
      `${found.kind} ${found.path}`,
      decoded?.ok === true ? decoded.text : worded(decoded?.reason ?? 'gone'),
      policy?.policy.waivers[0]?.reason,
      policy?.problems,
    ]);
  }
  return seen.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

test('reports, texts and policies are the same over Node’s disk, at once or not, and over the client', async () => {
  writeFolder();
  const seen = await seenBy(nodeFilesAtOnce, 'by-name');
  const report = (issuer: string): string => reportOf({ ...brokenTotal, issuer });
  expect(seen).toEqual([
    ['file a/gb.txt', report('云溪县青石镇人民政府'), reason, []],
    ['file a/mark.MD', report('云溪县白石镇人民政府'), reason, []],
    ['file b/wide.disclosure-report', report('云溪县黑石镇人民政府'), reason, []],
    ['file b/x.md/plain.htm', report('云溪县红石镇人民政府'), reason, []],
    ['file c/empty.txt', '', undefined, undefined],
    ['file c/picture.txt', '文件是 JPEG 图片，不是文本文件，请先另存为文本', undefined, undefined],
  ]);
  expect(await seenBy(nodeFiles, 'near-first')).toEqual(seen);
  expect(await seenBy(clientOf(nodeFilesAtOnce), 'near-first')).toEqual(seen);
});

test('so the command line audits what the server finds, each under its policy', async () => {
  writeFolder();
  const { reports, leftOut } = resultSchema.parse(JSON.parse((await run(['--format', 'json', '.'])).out));
  const audited = reports.filter(({ status }) => status === 'audited');
  expect(leftOut).toEqual({ '.png': 1 });
  const client = await startInMemory({ files: nodeFiles, workspaceFolders: [root] });
  try {
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
    const named = symbols.map(({ name, location }) => [name, fileURLToPath(location.uri).slice(folder.length + 1)]);
    expect(named.sort()).toEqual(
      audited.map(({ issuer, year, file: path }) => [`${issuer} ${year}年`, path.replace(/^\.\//, '')]).sort(),
    );
    expect(named).toHaveLength(4);
    for (const { file: path, findings, issuer } of audited) {
      const uri = uriOf(`${folder}/${path}`);
      client.open(uri, reportOf({ ...brokenTotal, issuer: issuer ?? '' }));
      const diagnostics = await client.diagnostics(uri);
      expect(diagnostics.map(({ code }) => code).sort()).toEqual(findings.map(({ rule }) => rule).sort());
      expect(diagnostics.find(({ code }) => code === 'relation/case-total')?.severity).toBe(4);
      expect(findings.find(({ rule }) => rule === 'relation/case-total')?.severity).toBe('hint');
    }
  } finally {
    client.end();
  }
});
