/** Files by way of the client: for a server without any of its own, and for documents that are on no disk. */
import { afterEach, describe, expect, test } from 'vitest';
import { toBase64 } from '../../server/src/lsp/wire/files-protocol';
import { encodeGb18030 } from '../files/gb18030';
import { memoryFiles } from '../support/memory-files';
import { brokenTotal, renamed, reportOf } from './reports';
import { first, type Start, startInMemory, type TestClient } from './test-client';

const virtual = 'vscode-vfs://github/yunling/reports/a.txt';
const virtualPolicy = 'vscode-vfs://github/yunling/reports/.disclosure-audit.json';
const onDisk = 'file:///work/a.txt';
const hint = '{"rules": {"relation/case-total": "hint"}}';
const off = '{"rules": {"relation/case-total": "off"}}';
let client: TestClient;
let asked: string[];

afterEach(() => client.end());

/** A client that answers for `files`; an error among them is its answer. */
async function start(files: Record<string, unknown>, more: Start = {}): Promise<void> {
  asked = [];
  client = await startInMemory({ initializationOptions: { files: true }, ...more }, (connection) => {
    connection.onRequest('disclosureAudit/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      const answer = files[uri];
      if (answer instanceof Error) throw answer;
      return typeof answer === 'object' ? answer : { text: answer ?? null };
    });
    connection.onRequest('disclosureAudit/listFolder', () => files.entries ?? { entries: [] });
  });
}

const ownFiles = memoryFiles({ 'file:///work/.disclosure-audit.json': off });

const severities = async (uri: string): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ severity }) => severity);

const toldOf = (file: string): string | undefined =>
  client.published.findLast(({ uri }) => uri === file)?.diagnostics.map(({ message }) => String(message))[0];

test('a document that is on no disk is under the policy that its editor finds beside it', async () => {
  await start({ [virtualPolicy]: hint });
  client.open(virtual, reportOf(brokenTotal));
  expect(await severities(virtual)).toEqual([4]);
});

test('its bytes are decoded as those on a disk are', async () => {
  const policy = encodeGb18030(hint.replace('{', '{"requiredHeadings": ["政务公开培训情况"], '));
  await start({ [virtualPolicy]: { bytes: toBase64(policy) } });
  client.open(virtual, reportOf(brokenTotal));
  const found = (await client.diagnostics(virtual)).map(({ code, severity }) => `${code} ${severity}`);
  expect(found.sort()).toEqual(['relation/case-total 4', 'structure/missing-supplement 2']);
});

test('what is on this machine the server reads itself, all else the client', async () => {
  await start({ [virtualPolicy]: hint }, { files: ownFiles });
  client.open(virtual, reportOf(brokenTotal));
  client.open(onDisk, reportOf(brokenTotal));
  expect(await severities(virtual)).toEqual([4]);
  expect(await severities(onDisk)).toEqual([]);
  expect(asked.filter((uri) => uri.startsWith('file:'))).toEqual([]);
});

test('no client is asked that has not said that it answers', async () => {
  await start({ [virtualPolicy]: hint }, { initializationOptions: {}, files: ownFiles });
  client.open(virtual, reportOf(brokenTotal));
  expect(await severities(virtual)).toEqual([1]);
  expect(asked).toEqual([]);
});

test('nothing is asked beyond the workspace’s folder', async () => {
  await start({}, { workspaceFolders: ['vscode-vfs://github/yunling'] });
  client.open(virtual, reportOf());
  await severities(virtual);
  expect(asked).toEqual([virtualPolicy, 'vscode-vfs://github/yunling/.disclosure-audit.json']);
});

test('a waiver is offered for such a document, too, with its policy', async () => {
  await start(
    { [virtualPolicy]: '{}' },
    { initializationOptions: { files: true, commands: ['disclosureAudit.waive'] } },
  );
  client.open(virtual, renamed(reportOf()));
  const actions = await client.actions(virtual, first(await client.diagnostics(virtual)));
  expect(actions.at(-1)?.command?.arguments).toMatchObject([{ document: virtual, policy: virtualPolicy }]);
});

describe('an answer that is of no use costs nobody the diagnostics, and is told on the file', () => {
  test.each([
    ['an error', new Error('403 Forbidden'), '403 Forbidden'],
    ['no text', { text: 7 }, '无法理解'],
    ['no Base64', { bytes: '政策' }, '无法理解'],
    ['bytes that are no text', { bytes: toBase64(Uint8Array.of(0xff, 0xd8, 0xff)) }, 'JPEG'],
    ['what is no regular file', { refused: 'not-regular' }, '不是普通文件'],
    ['what is too large', { refused: 'too-large' }, '文件过大'],
    ['too much text', { text: ' '.repeat(1024 * 1024 + 1) }, '文件过大'],
  ])('%s', async (_, answer, told) => {
    await start({ [virtualPolicy]: answer });
    client.open(virtual, reportOf(brokenTotal));
    // The report says that its policy was not used; why is told on the policy.
    expect(await severities(virtual)).toEqual([2, 1]);
    await expect.poll(() => toldOf(virtualPolicy)).toContain(told);
  });

  test('a folder’s entries that are none', async () => {
    await start({ [virtualPolicy]: hint, entries: { entries: [null, { name: 1 }, { name: 'a', kind: 'file' }] } });
    client.open(virtual, reportOf(brokenTotal));
    expect(await severities(virtual)).toEqual([4]);
  });
});
