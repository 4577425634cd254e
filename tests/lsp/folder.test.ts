/** All reports of a folder: problems of files that are not open, those that reports have with one another, and the table of all. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver-protocol/node';
import { hideFileMethod, showFileMethod } from '../../server/src/lsp/wire/shown-protocol';
import { personsRequests } from '../../server/src/standard/example';
import { writtenReport } from '../support/written-reports';
import { eventually, type FolderClient, startWithFolder, work } from './folder-client';
import { brokenTotal, minutes, reportOf } from './reports';
import { pushed } from './test-client';

const issuer = '云岭县清溪镇人民政府';
const at = (name: string): string => `${work}/${name}`;
const lastYear = reportOf({ issuer, year: 2022, figures: personsRequests({ received: '2', 'carried-out': '2' }) });
const thisYear = reportOf({
  issuer,
  year: 2023,
  figures: personsRequests({ 'carried-in': '1', granted: '1', disposed: '1' }),
});
const folderMode = { settings: () => ({ diagnosticMode: 'folder' }) };

let client: FolderClient;
afterEach(() => client.end());

async function start(contents: Record<string, unknown>, more = {}): Promise<void> {
  client = await startWithFolder(contents, more);
}

const codesOf = (held: { shown(): Readonly<Record<string, readonly string[]>> }, uri: string) =>
  held.shown()[uri] ?? [];

describe('in the mode “openFiles”', () => {
  test('nothing is read, registered or told until the folder’s audit is asked for', async () => {
    const contents = { [at('a.txt')]: reportOf(brokenTotal) };
    client = await startWithFolder(contents);
    client.open(at('b.txt'), reportOf());
    await client.diagnostics(at('b.txt'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client.registered).not.toContain('textDocument/diagnostic');
    expect((await client.table()).files).toEqual([]);

    expect(await client.audit()).toEqual({ isCancelled: false });
    expect(await client.rows()).toMatchObject([{ path: 'a.txt', state: 'audited', issuer, year: 2023 }]);
  });

  test('what reports have with one another is told in the open one, and closed ones stay silent', async () => {
    await start({ [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear });
    client.open(at('2023.txt'), thisYear);
    await client.diagnostics(at('2023.txt'));
    await client.audit();
    const held = client.hold();
    await eventually(() => codesOf(held, at('2023.txt')).length > 0, held.shown);
    expect(held.shown()).toEqual({ [at('2023.txt')]: ['series/carry-over-mismatch'] });
  });
});

describe('files that are no text', () => {
  const word = at('a.docx');

  test('have their row as any report, or the reason why not; what is shown is told of once', async () => {
    await start(
      {
        [word]: await writtenReport(reportOf(brokenTotal), 'docx'),
        [at('b.doc')]: '{\\rtf1',
        [at('c.docx')]: 'PK\x03\x04',
      },
      folderMode,
    );
    const held = client.hold();
    await eventually(() => codesOf(held, word).includes('relation/case-total'), held.shown);
    expect(await client.rows()).toMatchObject([
      { path: 'a.docx', state: 'audited', issuer },
      { path: 'b.doc', state: 'failed', reason: expect.stringContaining('RTF') },
      { path: 'c.docx', state: 'failed', reason: expect.stringContaining('损坏') },
    ]);
    await client.connection.sendRequest('disclosureAudit/showFile', { uri: word });
    await eventually(() => codesOf(held, word).length === 0, held.shown);
    await client.connection.sendNotification('disclosureAudit/hideFile', { uri: word });
    await eventually(() => codesOf(held, word).includes('relation/case-total'), held.shown);
  });
});

describe('in the mode “folder”', () => {
  test('problems of files that are not open are told, and related places lead into the other file', async () => {
    await start(
      { [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear, [at('x/y.txt')]: reportOf(brokenTotal) },
      folderMode,
    );
    const held = client.hold();
    await eventually(() => codesOf(held, at('2023.txt')).includes('series/carry-over-mismatch'), held.shown);
    expect(codesOf(held, at('x/y.txt'))).toContain('relation/case-total');
    const report = held.told.findLast(({ uri }) => uri === at('2023.txt'));
    const found =
      report?.kind === 'full' ? report.items.find(({ code }) => code === 'series/carry-over-mismatch') : undefined;
    const uris = found?.relatedInformation?.map(({ location }) => location.uri);
    expect(uris).toContain(at('2022.txt'));
    expect(client.registered).toContain('textDocument/diagnostic');
  });

  test('the request is held, and a change is told without its being asked again', async () => {
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    let isAnswered = false;
    const note = (): void => {
      isAnswered = true;
    };
    held.answer.then(note, note);
    client.write(at('a.txt'), reportOf());
    await eventually(() => codesOf(held, at('a.txt')).length === 0, held.shown);
    expect(isAnswered).toBe(false);
    held.cancel();
    await held.answer.catch(() => undefined);
  });

  test('who asks again with what he has is told nothing that he knows', async () => {
    await start(
      { [at('a.txt')]: reportOf(brokenTotal), [at('b.txt')]: reportOf({ ...brokenTotal, year: 2022 }) },
      folderMode,
    );
    const first = client.hold();
    await eventually(() => Object.keys(first.shown()).length === 2, first.shown);
    first.cancel();
    const second = client.hold(first);
    client.write(at('b.txt'), undefined);
    await eventually(
      () => second.told.length > 0,
      () => second.told,
    );
    expect(second.told).toMatchObject([{ kind: 'full', uri: at('b.txt'), items: [] }]);
  });

  test('a client that takes no partial results is answered once there is something to tell', async () => {
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, folderMode);
    const answer = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    expect(answer).toMatchObject({ items: [{ uri: at('a.txt'), kind: 'full' }] });
  });

  test('of a file that is shown in an editor of its own each problem is told once', async () => {
    const file = at('a.docx');
    await start({ [file]: await writtenReport(reportOf(brokenTotal), 'docx') }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, file).length > 0, held.shown);
    await client.connection.sendRequest(showFileMethod, { uri: file });
    await eventually(
      () => client.published.some(({ uri, diagnostics }) => uri === file && diagnostics.length > 0),
      () => client.published,
    );
    await eventually(() => codesOf(held, file).length === 0, held.shown);
    await client.connection.sendNotification(hideFileMethod, { uri: file });
    await eventually(() => codesOf(held, file).length > 0, held.shown);
  });

  // vscode-languageserver-node 1673 and 1039
  test('of a file that is opened and closed no problem stays behind, and none is missing', async () => {
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    client.open(at('a.txt'), reportOf(brokenTotal));
    expect((await client.diagnostics(at('a.txt'))).map(({ code }) => code)).toEqual(['relation/case-total']);
    // The first provider tells of it now.
    await eventually(() => codesOf(held, at('a.txt')).length === 0, held.shown);

    // Changed, and closed without being saved: the file is as it was.
    const before = held.told.length;
    client.edit(at('a.txt'), '依法做好政府信息公开工作。', '\n\n');
    client.close(at('a.txt'));
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    expect(held.told.slice(before).every(({ kind }) => kind === 'full')).toBe(true);

    // The same after it is asked about under the second identifier with an id of before.
    const { resultId } = (await client.connection.sendRequest('textDocument/diagnostic', {
      identifier: 'disclosure-audit-folder',
      textDocument: { uri: at('a.txt') },
    })) as { resultId: string };
    client.open(at('a.txt'), reportOf(brokenTotal));
    await client.diagnostics(at('a.txt'));
    const opened = await client.connection.sendRequest('textDocument/diagnostic', {
      identifier: 'disclosure-audit-folder',
      textDocument: { uri: at('a.txt') },
      previousResultId: resultId,
    });
    expect(opened).toMatchObject({ kind: 'full', items: [] });
  });

  test('a document that is open, but that the client does not ask about, keeps its problems', async () => {
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    client.open(at('a.txt'), reportOf(brokenTotal));
    await client.audit();
    expect(codesOf(held, at('a.txt'))).toEqual(['relation/case-total']);
  });

  test('files outside the folders are none of it', async () => {
    await start({ [at('a.txt')]: reportOf(brokenTotal), 'file:///elsewhere/b.txt': lastYear }, folderMode);
    const held = client.hold();
    client.open('file:///elsewhere/b.txt', lastYear);
    await client.diagnostics('file:///elsewhere/b.txt');
    client.write('file:///elsewhere/c.txt', reportOf(brokenTotal));
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    await client.audit();
    expect(Object.keys(held.shown())).toEqual([at('a.txt')]);
    expect((await client.rows()).map(({ path }) => path)).toEqual(['a.txt']);
  });

  test('a deleted file loses its problems, and so does the report that was compared with it', async () => {
    await start({ [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, at('2023.txt')).length > 0, held.shown);
    client.write(at('2022.txt'), undefined);
    await eventually(() => codesOf(held, at('2023.txt')).length === 0, held.shown);
    client.write(at('2022.txt'), lastYear);
    await eventually(() => codesOf(held, at('2023.txt')).length > 0, held.shown);
    client.write(at('2023.txt'), undefined);
    await eventually(() => codesOf(held, at('2023.txt')).length === 0, held.shown);
    expect((await client.rows()).map(({ path }) => path)).toEqual(['2022.txt']);
  });

  test('of a folder that is deleted or put in nobody names the files', async () => {
    await start({ [at('x/y/a.txt')]: reportOf(brokenTotal) }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, at('x/y/a.txt')).length > 0, held.shown);
    delete client.contents[at('x/y/a.txt')];
    const changed = (uri: string, type: FileChangeType): void =>
      void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    changed(at('x'), FileChangeType.Deleted);
    await eventually(() => codesOf(held, at('x/y/a.txt')).length === 0, held.shown);
    client.contents[at('z/b.txt')] = reportOf(brokenTotal);
    changed(at('z'), FileChangeType.Created);
    await eventually(() => codesOf(held, at('z/b.txt')).length > 0, held.shown);
  });

  test('an edit of an open report re-judges the closed one that is compared with it', async () => {
    await start({ [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear }, folderMode);
    const held = client.hold();
    client.open(at('2022.txt'), lastYear);
    await client.diagnostics(at('2022.txt'));
    await eventually(() => codesOf(held, at('2023.txt')).includes('series/carry-over-mismatch'), held.shown);
    const row =
      client
        .text(at('2022.txt'))
        .split('\n')
        .find((line) => line.startsWith('四、结转下年度')) ?? '';
    client.edit(at('2022.txt'), row, row.replaceAll('\t2', '\t1'));
    await eventually(() => !codesOf(held, at('2023.txt')).includes('series/carry-over-mismatch'), held.shown);
  });

  test('the way in which a client writes an address changes nothing', async () => {
    await start({ [at('报告(1).txt')]: reportOf(brokenTotal) }, folderMode);
    const held = client.hold();
    await eventually(() => Object.keys(held.shown()).length === 1, held.shown);
    const written = `${work}/${encodeURIComponent('报告')}%281%29.txt`;
    client.open(written, reportOf(brokenTotal));
    await client.diagnostics(written);
    await client.audit();
    expect(await client.rows()).toHaveLength(1);
    client.close(written);
    await eventually(
      () => held.told.at(-1)?.kind === 'full' && codesOf(held, held.told.at(-1)?.uri ?? '').length > 0,
      held.shown,
    );
  });

  test('when the setting is taken back, problems of files that are not open go', async () => {
    let mode = 'folder';
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, { settings: () => ({ diagnosticMode: mode }) });
    const held = client.hold();
    await eventually(() => codesOf(held, at('a.txt')).length > 0, held.shown);
    mode = 'openFiles';
    client.change({});
    await eventually(() => codesOf(held, at('a.txt')).length === 0, held.shown);
  });

  test('rules and waivers of the policy hold for what reports have with one another', async () => {
    const policy = at('.disclosure-audit.json');
    const files = { [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear };
    await start({ ...files, [policy]: { rules: { 'series/carry-over-mismatch': 'error' } } }, folderMode);
    const held = client.hold();
    const severityOf = (): number | undefined => {
      const report = held.told.findLast(({ uri }) => uri === at('2023.txt'));
      return report?.kind === 'full' ? report.items[0]?.severity : undefined;
    };
    await eventually(() => severityOf() === 1, held.shown);
    client.write(policy, { waivers: [{ rule: 'series/carry-over-mismatch', quote: '自然人', reason: '另有说明' }] });
    await eventually(() => codesOf(held, at('2023.txt')).length === 0, held.shown);
  });

  test('what reports have with one another is waived at its place, and then no longer told', async () => {
    const files = { [at('2022.txt')]: lastYear, [at('2023.txt')]: thisYear };
    const commands = { initializationOptions: { commands: ['disclosureAudit.waive'] } };
    await start(files, { ...folderMode, ...commands });
    const held = client.hold();
    await eventually(() => codesOf(held, at('2023.txt')).length > 0, held.shown);
    client.open(at('2023.txt'), thisYear);
    const told = (): Diagnostic | undefined => {
      const report = held.told.findLast(({ uri }) => uri === at('2023.txt'));
      return report?.kind === 'full' ? report.items.find(({ code }) => code === rule) : undefined;
    };
    const rule = 'series/carry-over-mismatch';
    const diagnostic = told() as Diagnostic;
    const actions = await client.actions(at('2023.txt'), diagnostic);
    const waiver = actions.find(({ command }) => command?.command === 'disclosureAudit.waive');
    expect(waiver).toMatchObject({ title: `豁免此项…（${rule}）`, diagnostics: [{ code: rule }] });
    const [argument] = (waiver?.command?.arguments ?? []) as readonly { readonly quote?: string }[];
    expect(argument).toMatchObject({ document: at('2023.txt'), policy: null, rule });
    const own = [{ rule, quote: argument?.quote, reason: '另有说明', file: '2023.txt' }];
    client.write(at('.disclosure-audit.json'), { waivers: own });
    await eventually(() => codesOf(held, at('2023.txt')).length === 0, held.shown);
    expect(await client.actions(at('2023.txt'), diagnostic)).not.toContainEqual(waiver);
  });

  test('a body of the roster without a report is told on the policy', async () => {
    const policy = at('.disclosure-audit.json');
    const roster = { bodies: [{ name: issuer }, { name: '云岭县白石镇人民政府' }] };
    await start({ [at('2023.txt')]: reportOf({ issuer }), [policy]: roster }, folderMode);
    const held = client.hold();
    await eventually(() => codesOf(held, policy).length > 0, held.shown);
    expect(codesOf(held, policy)).toEqual(['series/missing-report']);
    client.write(at('2.txt'), reportOf({ issuer: '云岭县白石镇人民政府' }));
    await eventually(() => codesOf(held, policy).length === 0, held.shown);
  });
});

test('a client that does not ask is sent the problems of all files, and they are taken back', async () => {
  const folderless = { ...pushed, workspace: { workspaceFolders: true } };
  await start({ [at('a.txt')]: reportOf(brokenTotal) }, { ...folderMode, capabilities: folderless });
  const last = () => client.published.findLast(({ uri }) => uri === at('a.txt'))?.diagnostics.map(({ code }) => code);
  await eventually(() => last()?.length === 1, last);
  client.open(at('a.txt'), reportOf(brokenTotal));
  await client.pushOf(at('a.txt'));
  await eventually(() => last()?.length === 1, last);
  client.close(at('a.txt'));
  client.write(at('a.txt'), undefined);
  await eventually(() => last()?.length === 0, last);
});

test('folders of their own settings: only what is under the one is told', async () => {
  const other = 'file:///other';
  await start(
    { [at('a.txt')]: reportOf(brokenTotal), [`${other}/b.txt`]: reportOf(brokenTotal) },
    {
      workspaceFolders: [work, other],
      settings: (uri: string | undefined) => ({ diagnosticMode: uri?.startsWith(other) ? 'folder' : 'openFiles' }),
    },
  );
  const held = client.hold();
  await eventually(() => codesOf(held, `${other}/b.txt`).length > 0, held.shown);
  expect(Object.keys(held.shown())).toEqual([`${other}/b.txt`]);

  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: other, name: other }] },
  });
  await eventually(() => codesOf(held, `${other}/b.txt`).length === 0, held.shown);
});

describe('the table', () => {
  test('every file has its row: what is no report with its reason, and what cannot be read with its own', async () => {
    await start({
      [at('a.txt')]: reportOf(brokenTotal),
      [at('b.txt')]: minutes,
      [at('c.txt')]: new Error('EACCES'),
      [at('d.png')]: 'x',
    });
    await client.audit();
    const rows = await client.rows();
    expect(rows.map(({ path, state }) => `${path} ${state}`).sort()).toEqual([
      'a.txt audited',
      'b.txt skipped',
      'c.txt failed',
    ]);
    expect(rows.filter(({ state }) => state !== 'audited').every(({ reason }) => reason !== null)).toBe(true);
    expect((await client.table()).leftOut).toEqual({ '.png': 1 });
  });

  test('what .gitignore passes over is counted, and audited by nobody', async () => {
    await start({
      [at('.gitignore')]: '草稿/\n*旧.txt',
      [at('a.txt')]: reportOf(),
      [at('a旧.txt')]: reportOf({ year: 2021 }),
      [at('草稿/b.txt')]: reportOf({ year: 2020 }),
    });
    await client.audit();
    expect((await client.rows()).map(({ path }) => path)).toEqual(['a.txt']);
    expect((await client.table()).ignored).toBe(2);
  });

  test('only what has changed is sent again', async () => {
    await start({ [at('a.txt')]: reportOf(), [at('b.txt')]: reportOf({ year: 2021 }) });
    await client.audit();
    const { revision } = await client.table();
    client.write(at('b.txt'), undefined);
    await eventually(
      async () => (await client.table(revision)).files.length > 0,
      () => revision,
    );
    expect((await client.table(revision)).files).toMatchObject([{ key: at('b.txt'), rows: [] }]);
  });

  test('when the language changes, so do the words of the table', async () => {
    let language = 'zh-cn';
    await start({ [at('a.txt')]: reportOf(brokenTotal) }, { settings: () => ({ language }) });
    await client.audit();
    const { revision } = await client.table();
    language = 'en';
    client.change({});
    const messages = async () => (await client.table(revision)).files.flatMap(({ rows }) => rows[0]?.findings ?? []);
    await eventually(
      async () => (await messages()).length > 0 && (await messages()).every(({ message }) => /[a-z]{4}/.test(message)),
      () => 'in Chinese',
    );
  });

  test('an audit that is cancelled leaves the rest unread, and the next one takes it up', async () => {
    const names = Array.from({ length: 40 }, (_, i) => at(`${i}.txt`));
    await start(Object.fromEntries(names.map((name) => [name, reportOf({ year: 2019 })])));
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const outcome = client.connection.sendRequest('disclosureAudit/auditFolder', { folders: [] }, source.token);
    await eventually(
      async () => (await client.rows()).some(({ state }) => state === 'audited'),
      () => 'none audited',
    );
    source.cancel();
    expect(await outcome.catch(() => ({ isCancelled: true }))).toEqual({ isCancelled: true });
    await client.audit();
    expect((await client.rows()).filter(({ state }) => state === 'audited')).toHaveLength(40);
  });

  test('rosters come with the years that are owed', async () => {
    const roster = { bodies: [{ name: issuer, level: 'township', since: 2022 }] };
    await start({ [at('2023.txt')]: reportOf({ issuer }), [at('.disclosure-audit.json')]: roster });
    await client.audit();
    expect((await client.table()).rosters).toMatchObject([
      {
        file: '.disclosure-audit.json',
        years: [2023],
        bodies: [{ name: issuer, level: 'township', since: 2022, until: null }],
      },
    ]);
  });
});

describe('a figure beside those of other reports', () => {
  const county = '云岭县人民政府';
  const policy = { bodies: [{ name: county }, { name: issuer, parent: county }] };
  const carriedOn = '四、结转下年度继续办理';

  async function opened(): Promise<{ textDocument: { uri: string }; position: { line: number; character: number } }> {
    await start({
      [at('2022.txt')]: lastYear,
      [at('2023.txt')]: reportOf({ issuer, year: 2023 }),
      [at('县2022.txt')]: reportOf({ issuer: county, year: 2022 }),
      [at('.disclosure-audit.json')]: policy,
    });
    await client.audit();
    client.open(at('2023.txt'), reportOf({ issuer, year: 2023 }));
    await client.diagnostics(at('2023.txt'));
    return { textDocument: { uri: at('2023.txt') }, position: figureIn(client.text(at('2023.txt')), carriedOn) };
  }

  /** Where the first figure of a row stands. */
  function figureIn(text: string, label: string): { line: number; character: number } {
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.startsWith(label));
    return { line, character: (lines[line] ?? '').search(/\d/) };
  }

  test('hover tells last year’s', async () => {
    const params = await opened();
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', params);
    expect(hover.contents.value).toContain('上一年（2022年）年报：2');
  });

  test('definition leads there, too', async () => {
    const params = await opened();
    const found = await client.connection.sendRequest<{ uri: string; range: { start: object } }[]>(
      'textDocument/definition',
      params,
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        uri: at('2022.txt'),
        range: expect.objectContaining({ start: figureIn(lastYear, carriedOn) }),
      }),
    );
    expect(found.some(({ uri }) => uri === at('2023.txt'))).toBe(true);
  });

  test('the call hierarchy goes from a parent body’s figure to those that it is summed from, and back', async () => {
    client = await startWithFolder(
      {
        [at('town.txt')]: lastYear,
        [at('county.txt')]: reportOf({ issuer: county, year: 2022 }),
        [at('.disclosure-audit.json')]: policy,
      },
      { capabilities: { textDocument: { diagnostic: {}, callHierarchy: {} } } },
    );
    await client.audit();
    const text = reportOf({ issuer: county, year: 2022 });
    client.open(at('county.txt'), text);
    const params = { textDocument: { uri: at('county.txt') }, position: figureIn(text, carriedOn) };
    const [item] = await client.connection.sendRequest<{ name: string; uri: string }[]>(
      'textDocument/prepareCallHierarchy',
      params,
    );
    expect(item).toMatchObject({ name: `${county} 0`, uri: at('county.txt') });
    const parts = await client.connection.sendRequest<{ to: { name: string } }[]>('callHierarchy/outgoingCalls', {
      item,
    });
    expect(parts).toMatchObject([{ to: { name: `${issuer} 2`, uri: at('town.txt') } }]);
    const sums = await client.connection.sendRequest('callHierarchy/incomingCalls', { item: parts[0]?.to });
    expect(sums).toMatchObject([{ from: { name: `${county} 0` } }]);
  });

  test('before the folder is audited nothing is told of other years', async () => {
    await start({ [at('2022.txt')]: lastYear });
    const text = reportOf({ issuer, year: 2023 });
    client.open(at('2023.txt'), text);
    const params = { textDocument: { uri: at('2023.txt') }, position: figureIn(text, carriedOn) };
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', params);
    expect(hover.contents.value).not.toContain('上一年（');
  });
});
