/** The server as a browser runs it: bundled, in a worker of a real Chromium, over messages. */
import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { DataCallback, Message, MessageReader, MessageWriter } from 'vscode-languageserver-protocol/node';
import { Emitter } from 'vscode-languageserver-protocol/node';
import type { FolderTable } from '../../server/src/lsp/wire/folder-protocol';
import { formatNames } from '../../server/src/output/format-names';
import { findChromium } from '../vscode/host/programs.mjs';
import { brokenTotal, renamed, reportOf } from './reports';
import { connect, first, pulling, pushed, type Start, shown, type TestClient } from './test-client';

const executablePath = findChromium();
const uri = 'vscode-vfs://github/yunling/reports/2023/report.txt';
const policyUri = 'vscode-vfs://github/yunling/reports/.disclosure-audit.json';
/** No such host: every request is answered by the test. */
const site = 'http://extension.test';

const { worker, workerMetafile } = inject('bundles');
const script = readFileSync(worker, 'utf8');

test('the bundle imports nothing, and has no file of ours that uses Node', () => {
  const metafile: Metafile = JSON.parse(readFileSync(workerMetafile, 'utf8'));
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('server/src/lsp/server.ts');
  expect(inputs.filter((file) => /node-files|framed-messages|whole-messages|lsp\/main|lib\/node\//.test(file))).toEqual(
    [],
  );
  // What a bundle cannot import it might still expect to find.
  expect(script).not.toMatch(/\brequire\("|\bprocess\.(?!env\b)/);
});

describe.skipIf(executablePath === undefined)('in a worker (skipped where there is no Chromium)', () => {
  let browser: Browser;
  let page: Page;
  let client: TestClient | undefined;

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args });
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    client?.end();
    client = undefined;
    await page?.close();
  });

  async function start(given: Start, beforeStart?: Parameters<typeof connect>[4]): Promise<TestClient> {
    page = await browser.newPage();
    await page.route(`${site}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(`${site}/index.html`);
    const { reader, writer } = await workerIn(page, `${site}/extension/dist/web/server.js`);
    client = await connect(reader, writer, given, () => undefined, beforeStart);
    return client;
  }

  test('a whole session: open, see, fix, see it gone, shut down', async () => {
    const server = await start({});
    const clean = reportOf();
    server.open(uri, renamed(clean));
    const diagnostics = await server.diagnostics(uri);
    expect(shown(server.text(uri), diagnostics)).toEqual(['structure/nonstandard-section-title ⟦其他事项⟧']);
    expect(first(diagnostics).codeDescription?.href).toBe(
      `${site}/extension/server/docs/rules/structure-nonstandard-section-title.md`,
    );
    server.apply(first(await server.actions(uri, first(diagnostics))));
    expect(server.text(uri)).toBe(clean);
    expect(await server.diagnostics(uri)).toEqual([]);
    await server.connection.sendRequest('shutdown');
  });

  test('diagnostics are pushed to a client that cannot pull, once for a burst of edits', async () => {
    const server = await start({ capabilities: pushed });
    server.open(uri, reportOf(brokenTotal));
    expect((await server.pushOf(uri)).diagnostics).toHaveLength(1);
    server.edit(uri, '2\t0\t0\t0\t3', '1\t0\t0\t0\t3');
    server.edit(uri, '1\t0\t0\t0\t3', '3\t0\t0\t0\t3');
    expect((await server.pushOf(uri)).diagnostics).toEqual([]);
  });

  test('settings and policies count, read by the client', async () => {
    const asked: string[] = [];
    const server = await start(
      {
        capabilities: pulling,
        initializationOptions: { files: true },
        settings: () => ({ language: 'en' }),
        workspaceFolders: ['vscode-vfs://github/yunling'],
      },
      (connection) => {
        connection.onRequest('disclosureAudit/readFile', (params: { uri: string }) => {
          asked.push(params.uri);
          return { text: params.uri === policyUri ? '{"rules": {"relation/case-total": "hint"}}' : null };
        });
        connection.onRequest('disclosureAudit/listFolder', () => ({ entries: [{ name: 'a.txt', kind: 'file' }] }));
      },
    );
    server.open(uri, reportOf(brokenTotal));
    const found = await server.diagnostics(uri);
    expect(found).toMatchObject([{ code: 'relation/case-total', severity: 4 }]);
    expect(first(found).message).not.toMatch(/不一致|不相等/);
    expect(asked).toEqual(['vscode-vfs://github/yunling/reports/2023/.disclosure-audit.json', policyUri]);
  });

  test('a folder is audited by way of the client, and exported in every format', async () => {
    const root = 'vscode-vfs://github/yunling';
    const texts: Readonly<Record<string, string>> = Object.fromEntries(
      [2021, 2022, 2023].map((year) => [`${root}/${year}/report.txt`, reportOf({ ...brokenTotal, year })]),
    );
    const server = await start(
      { capabilities: pulling, initializationOptions: { files: true }, workspaceFolders: [root] },
      (connection) => {
        connection.onRequest('disclosureAudit/readFile', (params: { uri: string }) => ({
          text: texts[params.uri] ?? null,
        }));
        connection.onRequest('disclosureAudit/listFolder', (params: { uri: string }) => ({
          entries:
            params.uri === root
              ? [2021, 2022, 2023].map((year) => ({ name: String(year), kind: 'folder' }))
              : [{ name: 'report.txt', kind: 'file' }],
        }));
      },
    );
    await server.connection.sendRequest('disclosureAudit/auditFolder', { folders: [] });
    const table = await server.connection.sendRequest<FolderTable>('disclosureAudit/folderTable', { since: 0 });
    expect(table.files.flatMap(({ rows }) => rows).map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2021 audited',
      '2022 audited',
      '2023 audited',
    ]);
    for (const format of formatNames) {
      const target = 'vscode-vfs://github/yunling/out';
      const answer = await server.connection.sendRequest<object>('disclosureAudit/exportFolder', { format, target });
      expect(Object.values(answer).join('').length, format).toBeGreaterThan(400);
      expect(Object.keys(answer)).toEqual([format === 'xlsx' || format === 'docx' ? 'bytes' : 'text']);
    }
  });
});

/** Starts a worker, and gives both ends of its messages. */
async function workerIn(page: Page, script: string): Promise<{ reader: MessageReader; writer: MessageWriter }> {
  const heard: Message[] = [];
  let listener: DataCallback | undefined;
  await page.exposeFunction('fromWorker', (message: Message) => {
    if (listener === undefined) heard.push(message);
    else listener(message);
  });
  await page.evaluate(`
    globalThis.worker = new Worker(${JSON.stringify(script)});
    worker.onmessage = ({ data }) => globalThis.fromWorker(data);
  `);
  const silent = { onError: new Emitter<never>().event, onClose: new Emitter<void>().event, dispose: () => undefined };
  return {
    reader: {
      ...silent,
      onPartialMessage: new Emitter<never>().event,
      listen: (callback) => {
        listener = callback;
        for (const message of heard.splice(0)) callback(message);
        return { dispose: () => undefined };
      },
    },
    writer: {
      ...silent,
      write: (message) => page.evaluate(`worker.postMessage(${JSON.stringify(message)})`) as Promise<void>,
      end: () => undefined,
    },
  };
}
