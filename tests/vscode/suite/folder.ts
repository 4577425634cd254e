/** A folder of 500 reports: audited at once, listed, compared, and told of in the Problems panel. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { county } from '../../support/series/county';
import { canDrive, clickInWebview, focusInWebview, press, textInWebview } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { highContrast, pictures, tidy } from './themes';

const reports = 500;
const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const folder = join(root, '各县年报');

/** Two counties that are made up, with faults planted among their reports, and what is no report. */
function writeReports(): void {
  let left = reports;
  for (const seed of [1, 2]) {
    for (const [name, given] of county(seed).texts) {
      const text = seed === 1 ? given : given.replaceAll('岚溪县', '清溪县');
      if (name.endsWith('.txt') && left-- <= 0) continue;
      const file = join(
        folder,
        ['岚溪县', '清溪县'][seed - 1] ?? '',
        name.replace('岚溪县', ['岚溪县', '清溪县'][seed - 1] ?? ''),
      );
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(join(folder, '会议纪要.txt'), '关于做好政务公开工作的会议纪要\n\n会议听取了汇报。\n');
  writeFileSync(join(folder, '坏了.txt'), Buffer.from([0xff, 0x00, 0x81, 0xff, 0xfe]));
}

const noDriver = 'nobody looks into a webview of desktop VS Code';

export const folderTests: readonly Test[] = [
  {
    name: 'folder: 500 reports are audited, listed and compared',
    timeout: 240_000,
    body: () =>
      withReports(async () => {
        await tidy();
        if (!canDrive) {
          await vscode.commands.executeCommand('disclosureAudit.auditFolder');
          return noDriver;
        }
        const opened = Date.now();
        await vscode.commands.executeCommand('disclosureAudit.showFolder');
        await untilText('.count', (text) => text.includes('还没有审核'));
        console.log(`    the empty table after ${Date.now() - opened} ms`);
        const began = Date.now();
        const audited = vscode.commands.executeCommand('disclosureAudit.auditFolder');
        await until(
          async () => ((await textInWebview('.lines')).includes('已审核') ? true : undefined),
          () => 'no row is shown',
        );
        const first = Date.now() - began;
        await audited;
        const whole = Date.now() - began;
        console.log(`    first rows after ${first} ms, all ${reports} audited after ${whole} ms`);
        await untilText('.summary', (text) => /已审核5\d\d份/.test(text));
        await pictures('folder-table', async () => undefined, highContrast);

        await clickInWebview('.headings [data-column=year]');
        await untilText('.lines .row:nth-child(1) .year', (text) => text === '2024');
        await focusInWebview('[role=treegrid]');
        await press('Home');
        await press('ArrowRight');
        await pictures('folder-findings', async () => undefined);

        await clickInWebview('[role=tab]:nth-child(2)');
        await untilText('.matrix thead', (text) => text.includes('2024'));
        await pictures('folder-matrix', async () => undefined, highContrast);
        await untilText('.matrix td.missing', (text) => text === '缺');
        return undefined;
      }),
  },
  {
    name: 'folder: Enter on a finding of the list opens it beside the list',
    timeout: 120_000,
    body: () =>
      withReports(async () => {
        if (!canDrive) return noDriver;
        await vscode.commands.executeCommand('disclosureAudit.auditFolder');
        await clickInWebview('[role=tab]:nth-child(1)');
        await focusInWebview('[role=treegrid]');
        for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'Enter']) await press(key);
        const editor = await until(
          () => vscode.window.activeTextEditor,
          () => 'no report is opened',
        );
        if (editor.viewColumn === vscode.ViewColumn.One) throw new Error('it has taken the place of the list');
        return undefined;
      }),
  },
  {
    name: 'folder: in the mode “folder” problems of files that are not open are told, and go with their files',
    timeout: 240_000,
    body: () =>
      withReports(async () => {
        const settings = vscode.workspace.getConfiguration('disclosureAudit');
        const ours = ([, found]: [vscode.Uri, vscode.Diagnostic[]]): boolean =>
          found.some(({ source }) => source === '年报审核');
        const early = vscode.languages.getDiagnostics().filter(ours);
        if (early.length > 0) throw new Error(`before it is asked for: ${early.map(([uri]) => uri.path).join(' ')}`);
        const closed = (): readonly string[] =>
          vscode.languages
            .getDiagnostics()
            .filter(([uri, found]) => uri.path.includes('/各县年报/') && found.length > 0)
            .map(([uri]) => uri.path);
        await settings.update('diagnosticMode', 'folder', vscode.ConfigurationTarget.Workspace);
        try {
          await vscode.commands.executeCommand('disclosureAudit.auditFolder');
          await until(
            () => (closed().length > 30 ? true : undefined),
            () => `${closed().length} files have problems`,
          );
          const compared = await until(
            () =>
              vscode.languages
                .getDiagnostics()
                .flatMap(([uri, found]) => found.map((each) => ({ uri, each })))
                .find(({ each }) => JSON.stringify(each.code).includes('carry-over')),
            () => 'nothing is told of two reports beside one another',
          );
          const places = (compared.each.relatedInformation ?? []).map(({ location }) => location.uri.toString());
          if (places.every((place) => place === compared.uri.toString())) {
            throw new Error(`nothing leads into the report of the year before: ${places.join(' ')}`);
          }
          rmSync(folder, { recursive: true, force: true });
          await until(
            () => (closed().length === 0 ? true : undefined),
            () => `${closed().length} files that are gone have problems`,
          );
        } finally {
          await settings.update('diagnosticMode', undefined, vscode.ConfigurationTarget.Workspace);
        }
        return undefined;
      }),
  },
];

async function withReports(body: () => Promise<string | undefined>): Promise<string | undefined> {
  writeReports();
  try {
    return await body();
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilText(selector: string, isRight: (text: string) => boolean): Promise<void> {
  let last = '';
  await until(
    async () => {
      last = await textInWebview(selector);
      return isRight(last) ? true : undefined;
    },
    () => `${selector} shows ${last}`,
  );
}
