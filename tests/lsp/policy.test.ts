/** Policies over the protocol: found near the document, followed while they change, and written to by a quick fix. */
import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { nodeFiles, uriOf } from '../../server/src/files/node-files';
import type { Results } from '../../server/src/lsp/wire/results-protocol';
import { resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import { newPolicyText } from '../../server/src/policy/add-waiver';
import { scratch } from '../files/scratch';
import { memoryFiles } from '../support/memory-files';
import { brokenTotal, renamed, reportOf } from './reports';
import { first, pulling, pushed, type Start, startInMemory, type TestClient } from './test-client';

const uri = 'file:///work/2023/%E5%B9%B4%E6%8A%A5.txt';
const near = 'file:///work/2023/.disclosure-audit.json';
const above = 'file:///work/.disclosure-audit.json';
let client: TestClient;

afterEach(() => client?.end());

const watching = {
  ...pulling,
  workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

async function start(files: Record<string, unknown>, more: Start = {}): Promise<void> {
  client = await startInMemory({
    capabilities: watching,
    workspaceFolders: ['file:///work'],
    files: memoryFiles(files),
    ...more,
  });
}

function tellChange(...uris: readonly string[]): void {
  const changes = uris.map((changed) => ({ uri: changed, type: 2 }));
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

const found = async (document = uri): Promise<readonly unknown[]> =>
  (await client.diagnostics(document)).map(({ code, severity }) => [code, severity]);

const hint = { rules: { 'relation/case-total': 'hint' } };
const off = { rules: { 'relation/case-total': 'off' } };

describe('the nearest policy counts', () => {
  test('beside the report, and above it', async () => {
    const files: Record<string, unknown> = { [above]: hint };
    await start(files);
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([['relation/case-total', 4]]);
    files[near] = off;
    tellChange(near);
    expect(await found()).toEqual([]);
  });

  test('up to the workspace’s folder and no farther', async () => {
    const outside = 'file:///.disclosure-audit.json';
    await start({ [outside]: off });
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([['relation/case-total', 1]]);
    client.open('file:///elsewhere/a.txt', reportOf(brokenTotal));
    expect(await found('file:///elsewhere/a.txt')).toEqual([]);
  });

  test('for files alone', async () => {
    await start({ [above]: off });
    client.open('untitled:Untitled-1', reportOf(brokenTotal));
    expect(await found('untitled:Untitled-1')).toHaveLength(1);
  });

  test('and the user’s settings win over it, save for an edition that is left to the report', async () => {
    await start(
      { [above]: { rules: { 'relation/case-total': 'off', 'table/missing-row': 'hint' }, edition: '2019' } },
      { settings: () => ({ enable: true, edition: 'auto', rules: { 'relation/case-total': 'warning' } }) },
    );
    client.open(uri, reportOf(brokenTotal));
    const all = await found();
    expect(all).toContainEqual(['relation/case-total', 2]);
    expect(all.length).toBeGreaterThan(1);
  });

  test('a server without files has none', async () => {
    client = await startInMemory({ capabilities: watching });
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toHaveLength(1);
  });
});

describe('changes', () => {
  test('are asked for, followed, and the client is told to pull again', async () => {
    const files: Record<string, unknown> = { [above]: off };
    await start(files);
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([]);
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');
    delete files[above];
    tellChange(above);
    expect(await found()).toEqual([['relation/case-total', 1]]);
    expect(client.refreshes()).toBe(1);
  });

  test('pushed diagnostics follow them, too', async () => {
    const files: Record<string, unknown> = {};
    await start(files, { capabilities: pushed });
    client.open(uri, reportOf(brokenTotal));
    expect((await client.pushOf(uri)).diagnostics).toHaveLength(1);
    files[above] = off;
    tellChange(above);
    await expect.poll(() => client.published.findLast((each) => each.uri === uri)?.diagnostics).toEqual([]);
  });

  test('a client that tells of none gets them when a report is opened', async () => {
    const files: Record<string, unknown> = { [above]: off };
    await start(files, { capabilities: pulling });
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([]);
    expect(client.registered).not.toContain('workspace/didChangeWatchedFiles');
    files[above] = hint;
    client.close(uri);
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([['relation/case-total', 4]]);
  });

  test('a folder is looked into once, however often its reports are edited', async () => {
    const memory = memoryFiles({ [above]: hint });
    await start({}, { files: memory });
    client.open(uri, reportOf(brokenTotal));
    await found();
    const before = memory.reads.length;
    client.edit(uri, '依法做好', '依法依规做好');
    await found();
    client.open('file:///work/2023/b.txt', reportOf());
    await found('file:///work/2023/b.txt');
    expect(memory.reads.length).toBe(before);
    expect(memory.reads).not.toContain('file:///.disclosure-audit.json');
  });
});

describe('what is wrong with a policy', () => {
  const toldOf = (file: string): readonly string[] | undefined =>
    client.published.findLast((each) => each.uri === file)?.diagnostics.map(({ message }) => String(message));

  test('is told on its own file at its place, and goes when it is set right', async () => {
    const files: Record<string, unknown> = { [above]: { rules: { 'relation/case-totl': 'off' }, edition: '2021' } };
    await start(files);
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toEqual([
      ['internal/policy-ignored', 2],
      ['relation/case-total', 1],
    ]);
    expect(first(await client.diagnostics(uri))).toMatchObject({
      message: '本地要求文件 .disclosure-audit.json 有几项有误，这几项未予采用；错在哪里，见该文件上标出的问题。',
      range: { start: { line: 0 } },
    });
    await expect
      .poll(() => client.published)
      .toMatchObject([
        {
          uri: above,
          diagnostics: [
            {
              range: { start: { line: 2, character: 4 }, end: { line: 2, character: 24 } },
              severity: 2,
              source: '年报审核',
              message: '没有规则 "relation/case-totl"（是否指 "relation/case-total"？），该项已忽略。',
              data: { title: '改为 "relation/case-total"', newText: '"relation/case-total"' },
            },
          ],
        },
      ]);
    files[above] = off;
    tellChange(above);
    await expect.poll(() => toldOf(above)).toEqual([]);
    expect(await found()).toEqual([]);
  });

  test('goes when the file is deleted', async () => {
    const files: Record<string, unknown> = { [above]: '{' };
    await start(files);
    client.open(uri, reportOf());
    await found();
    await expect.poll(() => toldOf(above)?.[0]).toContain('不是有效的 JSON');
    delete files[above];
    tellChange(above);
    await expect.poll(() => toldOf(above)).toEqual([]);
  });

  test('a file that cannot be read is told and costs nobody their diagnostics', async () => {
    await start({ [above]: new Error('EACCES') });
    client.open(uri, reportOf(brokenTotal));
    expect(await found()).toHaveLength(2);
    expect(first(await client.diagnostics(uri)).message).toContain('未予采用；错在哪里');
    await expect.poll(() => toldOf(above)?.[0]).toContain('EACCES');
  });

  test('nothing is pushed for a policy without faults', async () => {
    await start({ [above]: hint });
    client.open(uri, reportOf());
    await found();
    expect(client.published).toEqual([]);
  });
});

describe('a policy that means no good', () => {
  const { root, file, link } = scratch();
  const onDisk = (path: string): string => uriOf(join(root(), path));

  test.skipIf(process.platform === 'win32').each([
    ['a pipe', (path: string) => void spawnSync('mkfifo', [path]), '不是普通文件'],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path), '不是普通文件'],
    ['a string of 16 MB', (path: string) => writeFileSync(path, `{"edition":"${'a'.repeat(1 << 24)}"}`), '文件过大'],
    ['lists without end', (path: string) => writeFileSync(path, '['.repeat(1_000_000)), '嵌套过深'],
    ['more values than anybody needs', (path: string) => writeFileSync(path, `[${'0,'.repeat(60_000)}0]`), '内容过多'],
  ])('%s is told on its own file, and the report is audited', async (_, make, told) => {
    file('d/a.txt', '');
    make(join(root(), 'd/.disclosure-audit.json'));
    await start({}, { files: nodeFiles, workspaceFolders: [onDisk('d')] });
    client.open(onDisk('d/a.txt'), reportOf(brokenTotal));
    expect(await found(onDisk('d/a.txt'))).toEqual([
      ['internal/policy-ignored', 2],
      ['relation/case-total', 1],
    ]);
    const policy = onDisk('d/.disclosure-audit.json');
    await expect
      .poll(() => client.published.findLast((each) => each.uri === policy)?.diagnostics.map(({ message }) => message))
      .toEqual([expect.stringContaining(told)]);
  });

  test('waives nothing outside its folder, by no link', async () => {
    const rule = 'relation/case-total';
    file('elsewhere/a.txt', '');
    file('d/b.txt', '');
    link('d/out', 'elsewhere');
    const waivers = ['out/a.txt', 'b.txt'].map((path) => ({ rule, quote: '总计', reason: '省级模板', file: path }));
    file('d/.disclosure-audit.json', JSON.stringify({ waivers }));
    await start({}, { files: nodeFiles, workspaceFolders: [onDisk('d')], initializationOptions: { files: true } });
    client.open(onDisk('d/out/a.txt'), reportOf(brokenTotal));
    expect(await found(onDisk('d/out/a.txt'))).toContainEqual([rule, 1]);
    await expect
      .poll(() => client.published.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message)))
      .toEqual([expect.stringContaining('文件 out/a.txt 经由链接指向本文件所在文件夹以外')]);
  });
});

describe('waivers', () => {
  const commands = { initializationOptions: { commands: ['disclosureAudit.waive', 'disclosureAudit.revokeWaiver'] } };
  const title = '豁免此项…';

  test('a finding is handed to the client’s command with the words to quote, after its fixes', async () => {
    await start({}, commands);
    client.open(uri, renamed(reportOf()));
    const diagnostic = first(await client.diagnostics(uri));
    const actions = await client.actions(uri, diagnostic);
    expect(actions.at(-1)).toEqual({
      title,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      command: {
        title,
        command: 'disclosureAudit.waive',
        arguments: [
          {
            document: uri,
            policy: null,
            rule: 'structure/nonstandard-section-title',
            quote: '其他事项',
            message: diagnostic.message,
          },
        ],
      },
    });
    expect(actions.length).toBeGreaterThan(1);
  });

  test('to a client that completes actions when they are chosen, the words to quote are given then', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } };
    const capabilities = { ...pulling, textDocument: { ...pulling.textDocument, codeAction } };
    const files: Record<string, unknown> = { [above]: {} };
    await start(files, { ...commands, capabilities });
    client.open(uri, renamed(reportOf()));
    const diagnostic = first(await client.diagnostics(uri));
    const waiver = (await client.actions(uri, diagnostic)).at(-1) as CodeAction;
    expect(waiver).toMatchObject({ title, diagnostics: [diagnostic] });
    expect(waiver.command).toBeUndefined();
    const resolved: CodeAction = await client.connection.sendRequest('codeAction/resolve', waiver);
    const rule = 'structure/nonstandard-section-title';
    const argument = { document: uri, policy: above, rule, quote: '其他事项', message: diagnostic.message };
    expect(resolved.command).toEqual({ title, command: 'disclosureAudit.waive', arguments: [argument] });
    client.edit(uri, '六、其他事项', '六、其他需要报告的事项');
    expect(await client.connection.sendRequest('codeAction/resolve', waiver)).toEqual(waiver);
  });

  test('what the command is given makes the finding go, for this report alone', async () => {
    const files: Record<string, unknown> = { [above]: {} };
    await start(files, commands);
    const other = 'file:///work/2023/b.txt';
    for (const document of [uri, other]) client.open(document, renamed(reportOf()));
    const actions = await client.actions(uri, first(await client.diagnostics(uri)));
    const [argument] = actions.at(-1)?.command?.arguments ?? [];
    expect(argument).toMatchObject({ policy: above });
    const { rule, quote } = argument as { rule: string; quote: string };
    files[above] = newPolicyText({ rule, quote, reason: '省级模板', file: '2023/年报.txt' });
    tellChange(above);
    expect(await found()).toEqual([]);
    expect(await found(other)).toHaveLength(1);
    client.edit(uri, '六、其他事项', '六、其他需要报告的事项');
    expect(await found()).toEqual([['internal/unneeded-waiver', 3]]);
    const [revoke] = await client.actions(uri, first(await client.diagnostics(uri)));
    expect(revoke?.title).toContain('从本地要求文件中删除这项豁免');
    expect(revoke?.command).toMatchObject({
      command: 'disclosureAudit.revokeWaiver',
      arguments: [{ document: uri, policy: above, rule, quote, reason: '省级模板' }],
    });
  });

  test('what is waived is listed in the results, with its reason and the file to revoke it in', async () => {
    const rule = 'relation/case-total';
    const waiver = { rule, quote: '', reason: '省级模板' };
    const files: Record<string, unknown> = { [above]: {} };
    await start(files, commands);
    client.open(uri, reportOf(brokenTotal));
    const actions = await client.actions(uri, first(await client.diagnostics(uri)));
    const [argument] = actions.at(-1)?.command?.arguments ?? [];
    const { quote } = argument as { quote: string };
    files[above] = newPolicyText({ ...waiver, quote });
    tellChange(above);
    expect(await found()).toEqual([]);
    const results: Results = await client.connection.sendRequest(resultsMethod, { uri });
    expect(results.policy).toBe(above);
    expect(results.reports[0]?.waived).toMatchObject([{ rule, quote, reason: '省级模板' }]);
  });

  test('every finding at a place can be waived on its own', async () => {
    await start({}, commands);
    client.open(uri, renamed(reportOf()).replace('六、其他事项', '七、其他事项'));
    const diagnostics = await client.diagnostics(uri);
    const { start: from } = first(diagnostics).range;
    const range = { start: from, end: { line: from.line + 1, character: 0 } };
    const actions = await client.actions(uri, { ...first(diagnostics), range });
    expect(actions.filter((action) => action.title.startsWith(title)).map((action) => action.title)).toEqual([
      `${title}（structure/section-numbering）`,
      `${title}（structure/nonstandard-section-title）`,
    ]);
  });

  test.each([
    ['a client without the command', {}, uri],
    ['a document that is no file', commands, 'untitled:Untitled-1'],
  ])('is not offered to %s', async (_, options, document) => {
    await start({}, options);
    client.open(document, renamed(reportOf()));
    const actions = await client.actions(document, first(await client.diagnostics(document)));
    expect(actions.filter((action) => action.title.startsWith(title))).toEqual([]);
  });

  test('nor among other kinds of actions, nor for what the program says of itself', async () => {
    await start({ [above]: { waivers: [{ rule: 'table/empty-cell', quote: '没有的话', reason: '无' }] } }, commands);
    client.open(uri, reportOf());
    const diagnostic = first(await client.diagnostics(uri));
    expect(diagnostic.code).toBe('internal/unneeded-waiver');
    const offered = await client.actions(uri, diagnostic);
    expect(offered.map(({ command }) => command?.command)).toEqual(['disclosureAudit.revokeWaiver']);
    client.open('file:///work/c.txt', renamed(reportOf()));
    const other = first(
      (await client.diagnostics('file:///work/c.txt')).filter(({ code }) => code !== diagnostic.code),
    );
    expect(await client.actions('file:///work/c.txt', other, ['refactor'])).toEqual([]);
  });
});
