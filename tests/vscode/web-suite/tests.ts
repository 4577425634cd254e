/** What must hold in a browser as well: where the extension runs, findings, fixes, policies, links, a picture. */
import * as vscode from 'vscode';
import type { Test } from '../suite/runner';
import { until } from '../suite/runner';
import {
  diagnosticsOf,
  listing,
  openFile,
  outline,
  quickFixes,
  ruleOf,
  settledDiagnostics,
  untilDiagnostics,
} from '../suite/workbench';
import { bytesOf, exists, sampleNames, textOf, uriOf } from './files';

const extensionId = 'disclosure-audit.disclosure-audit';
const reason = '测试：系统导出口径';

/** The last one: from then on what reports have with one another is told of every report that is open. */
export const webFolderTest: Test = {
  name: 'a folder is audited: problems of files that are not open are told',
  timeout: 120_000,
  body: async () => {
    const settings = vscode.workspace.getConfiguration('disclosureAudit');
    const told = (): number =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri, found]) => uri.path.includes('/flawed/') && found.some(({ source }) => source === '年报审核'))
        .length;
    const isTold = (wanted: (count: number) => boolean): Promise<true> =>
      until(
        () => (wanted(told()) ? true : undefined),
        () => `${told()} files have problems`,
      );
    await settings.update('diagnosticMode', 'folder', vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('disclosureAudit.auditFolder');
      await isTold((count) => count >= 15);
    } finally {
      await settings.update('diagnosticMode', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
    await isTold((count) => count === 0);
    return undefined;
  },
};

export const webTests: readonly Test[] = [
  {
    name: 'the extension runs in the web worker',
    // It is the first, and waits for the worker and the server to start.
    timeout: 60_000,
    body: async () => {
      const [name] = await sampleNames('flawed', '.txt');
      const { document } = await openFile(uriOf('flawed', name));
      await untilDiagnostics(document, (found) => found.length > 0);
      // This suite's own host: extensions of other hosts are not seen from it.
      const extension = vscode.extensions.getExtension(extensionId);
      if (!extension?.isActive) throw new Error('it is not active in this host');
      if (!Reflect.has(globalThis, 'WorkerGlobalScope')) throw new Error('this host is no worker');
      const node = typeof process === 'undefined' ? undefined : process.versions?.node;
      if (node !== undefined) throw new Error(`this host is Node ${node}`);
      console.log(`    ${extensionId} is active in ${String(Reflect.get(globalThis, 'location'))}`);
      return undefined;
    },
  },
  {
    name: 'every sample has its diagnostics, the clean ones none',
    timeout: 120_000,
    body: async () => {
      const wrong: string[] = [];
      for (const group of ['clean', 'flawed', 'other'] as const) {
        for (const name of await sampleNames(group, '')) {
          const { document } = await openFile(uriOf(group, name));
          const expected = await expectedRules(group, name);
          if (expected.length === 0) continue;
          const found = await untilDiagnostics(document, (all) => all.length === expected.length);
          const rules = found.map(ruleOf).sort();
          if (rules.join() !== expected.join()) wrong.push(`${name}: ${rules.join(' ')}`);
        }
      }
      // The flawed ones have been answered for; so have those before them.
      for (const document of vscode.workspace.textDocuments.filter(({ uri }) => !uri.path.includes('/flawed/'))) {
        const found = diagnosticsOf(document);
        if (found.length > 0) wrong.push(`${document.fileName}:\n${listing(found)}`);
      }
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
      return undefined;
    },
  },
  {
    name: 'a changed digit is found, and undone by its quick fix',
    body: async () => {
      const [name] = await sampleNames('clean', '.md');
      const { document } = await openFile(uriOf('clean', name));
      await outline(document);
      const text = document.getText();
      const total = /（七）\s*总计[^\d\n]*\d+/u.exec(text);
      if (!total) throw new Error('the sample has no row （七）总计');
      const at = document.positionAt(total.index + total[0].length);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, at, '7');
      await vscode.workspace.applyEdit(edit);
      const found = await untilDiagnostics(document, (all) => all.length > 0);
      const fixes = await Promise.all(found.map((diagnostic) => quickFixes(document, diagnostic)));
      const fix = fixes.flat().find(({ edit: change }) => change !== undefined);
      if (!fix?.edit) throw new Error(`no fix for\n${listing(found)}`);
      await vscode.workspace.applyEdit(fix.edit);
      await untilDiagnostics(document, (all) => all.length < found.length || all.length === 0);
      if (document.getText() !== text) throw new Error('the fix has not brought back the text');
      return undefined;
    },
  },
  {
    name: 'a finding’s link leads to its rule’s page in the extension',
    body: async () => {
      const [name] = await sampleNames('flawed', '.txt');
      const { document } = await openFile(uriOf('flawed', name));
      const [finding] = await untilDiagnostics(document, (found) => found.length > 0);
      const code = finding?.code;
      if (typeof code !== 'object') throw new Error('there is no link');
      const page = await vscode.workspace.openTextDocument(code.target);
      if (!page.getText().includes('## 怎么改')) throw new Error(`${code.target} is no page of a rule`);
      return undefined;
    },
  },
  {
    name: 'a finding is waived by its quick fix, and back when the policy is deleted',
    body: async () => {
      const [name] = await sampleNames('flawed', '.txt');
      const policy = uriOf('.disclosure-audit.json');
      const { document } = await openFile(uriOf('flawed', name));
      const [finding] = await untilDiagnostics(document, (found) => found.length > 0);
      if (!finding) throw new Error('no finding');
      try {
        await waive(document, finding);
        await until(
          async () => ((await exists(policy)) ? true : undefined),
          () => 'no policy was written',
        );
        await untilDiagnostics(document, (found) => !found.some(({ message }) => message === finding.message));
      } finally {
        if (await exists(policy)) await vscode.workspace.fs.delete(policy);
      }
      await untilDiagnostics(document, (found) => found.some(({ message }) => message === finding.message));
      return undefined;
    },
  },
  {
    name: 'screenshot: findings in a browser',
    body: async () => {
      if (vscode.env.uiKind !== vscode.UIKind.Web) return 'no screenshots in desktop VS Code';
      const [name] = await sampleNames('flawed', '.md');
      const { document } = await openFile(uriOf('flawed', name));
      await settledDiagnostics(document);
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      const done = uriOf('..', 'web.png.done');
      console.log('::wait .markers-panel .monaco-list-row .marker-line');
      console.log('::screenshot web');
      const answer = await until(
        async () => ((await exists(done)) ? textOf(await bytesOf(done)) || undefined : undefined),
        () => 'no screenshot was made',
      );
      if (answer !== 'ok') throw new Error(answer);
      return undefined;
    },
  },
];

async function waive(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<void> {
  const command = (await quickFixes(document, finding)).find(
    ({ title, command }) => title.startsWith('豁免此项…') && command?.arguments?.[0]?.rule === ruleOf(finding),
  )?.command;
  if (!command) throw new Error('“豁免此项…” is not offered');
  await vscode.commands.executeCommand(command.command, { ...command.arguments?.[0], reason });
}

async function expectedRules(group: string, name: string): Promise<readonly string[]> {
  const file = uriOf(group, `${name}.expected.json`);
  if (!(await exists(file))) return [];
  const { findings } = JSON.parse(textOf(await bytesOf(file))) as { findings: { rule: string }[] };
  return findings.map(({ rule }) => rule).sort();
}
