/** The server dies: it is started again, and where that is in vain nothing that is shown passes for a result. */
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { canDrive, clickInWebview, textInWebview, waitFor } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { flawedSampleWith, openSample, samplesIn } from './samples';
import { pictures, tidy } from './themes';
import { diagnosticsOf, listing, openUntitled, quickFixes, settledDiagnostics, untilDiagnostics } from './workbench';

const stopped = /The report audit server has stopped|审核服务已停止/;

export const serverEndTests: readonly Test[] = [
  {
    name: 'server: one that dies is started again, and the findings come back',
    timeout: 60_000,
    body: async () => {
      const document = await openSample(flawedSampleWith('relation/inconsistent-figure').path);
      const before = listing(await settledDiagnostics(document));
      const [killed] = killServers();
      if (killed === undefined) throw new Error('there is no server to be killed');
      await until(
        () => servers().find((pid) => pid !== killed),
        () => 'no server was started again',
      );
      const after = listing(await settledDiagnostics(document));
      if (after !== before) throw new Error(`the findings were\n${before}\nand are\n${after}`);
      return undefined;
    },
  },
  {
    name: 'server: one that is dead is told of in problems, status, results and preview, never as nothing found',
    timeout: 180_000,
    body: async () => {
      if (!canDrive) return 'nobody looks at the window of desktop VS Code';
      await tidy();
      // The preview of an earlier test would be shown again where it stands, perhaps before the text.
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const document = await openSample(flawedSampleWith('relation/inconsistent-figure').path);
      const before = listing(await settledDiagnostics(document));
      await vscode.commands.executeCommand('disclosureAudit.auditReport');
      await waitFor('.pane-body .monaco-list-row:has-text("勾稽关系")');
      await vscode.commands.executeCommand('disclosureAudit.openPreview');
      await textInWebview('td.error');
      await vscode.commands.executeCommand('notifications.clearAll');
      const notice = await killedForGood(document);
      try {
        if (!stopped.test(notice.message)) throw new Error(`it is told: ${notice.message}`);
        if (listing(diagnosticsOf(document)) !== before) throw new Error('the old findings are gone');
        await untilText('aside', stopped);
        await waitFor('.notification-toast:has-text("has stopped"), .notification-toast:has-text("已停止")');
        await waitFor('.pane-body:has-text("has stopped"), .pane-body:has-text("已停止")');
        await waitFor('.pane-body .monaco-list-row .codicon-debug-restart');
        await pictures('server-stopped', async () => {
          await vscode.commands.executeCommand('workbench.actions.view.problems');
        });
        await tidy();
        await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        const clean = await openUntitled((await cleanText()).getText(), 'disclosure-report');
        const own = await untilNotice(clean.document);
        if (!/not being audited|没有审核/.test(own.message)) throw new Error(`it is told: ${own.message}`);
        const actions = await quickFixes(clean.document, own);
        const restart = actions.find(({ command }) => command?.command === 'disclosureAudit.restart');
        if (restart === undefined) throw new Error(actions.map(({ title }) => title).join(' · '));
        await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        await clickInWebview('aside button');
      } catch (error) {
        await vscode.commands.executeCommand('disclosureAudit.restart');
        throw error;
      }
      await until(
        () => (noticeOf(document) === undefined ? true : undefined),
        () => 'the notice stays',
      );
      await untilDiagnostics(document, (found) => listing(found) === before);
      await untilText('header', /./);
      return undefined;
    },
  },
];

async function cleanText(): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.file(samplesIn('clean')[0]?.path ?? ''));
}

/** Kills it as often as it is started again. */
function killedForGood(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return until(
    () => {
      killServers();
      return noticeOf(document);
    },
    () => 'the server is started again and again',
  );
}

function untilNotice(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return until(
    () => noticeOf(document),
    () => 'nothing is told',
  );
}

function noticeOf({ uri }: vscode.TextDocument): vscode.Diagnostic | undefined {
  return vscode.languages.getDiagnostics(uri).find(({ source }) => source === '年报审核服务');
}

async function untilText(selector: string, wanted: RegExp): Promise<void> {
  let text = '';
  await until(
    async () => {
      text = await textInWebview(selector);
      return wanted.test(text) ? true : undefined;
    },
    () => `${selector} shows ${text}`,
  );
}

function killServers(): readonly number[] {
  const all = servers();
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  return all;
}

/** The language servers that this extension host has started. */
function servers(): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && command.includes('dist/server.js') ? [Number(pid)] : [];
  });
}
