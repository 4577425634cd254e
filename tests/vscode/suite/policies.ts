/** A finding is waived from its quick fix: the policy file is written, the finding goes, and comes back without it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { canDrive, click, hover, waitFor } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { openSample, samplesIn } from './samples';
import { highContrast, pictures, tidy } from './themes';
import { diagnosticsOf, listing, quickFixes, ruleOf, untilDiagnostics } from './workbench';

const reason = '测试：系统导出口径';

export const policyTests: readonly Test[] = [
  {
    name: 'a finding is waived by its quick fix, listed with the reason, and back when the policy is deleted',
    body: async () => {
      await besidePolicy(waiveFirst);
      return undefined;
    },
  },
  {
    name: 'policy: a waiver goes through no link, and into no other file',
    body: async () => {
      await besidePolicy(waiveElsewhere);
      return undefined;
    },
  },
  {
    name: 'policy: a waived finding is listed in the results with its reason, and revoked there',
    body: async () => {
      if (!canDrive) return 'desktop VS Code has no driver for its views';
      await besidePolicy(revokeInResults);
      return undefined;
    },
  },
  {
    name: 'policy: a fault is told on the policy file with its fix, and the report says that it was not used',
    body: async () => {
      await besidePolicy(fixFault);
      return undefined;
    },
  },
];

/** Runs `body` with the first flawed sample and its policy file, which is gone afterwards. */
async function besidePolicy(body: (path: string, policy: string) => Promise<void>): Promise<void> {
  const sample = samplesIn('flawed').find(({ path }) => path.endsWith('.txt'));
  if (!sample) throw new Error('there is no flawed sample');
  const policy = join(dirname(dirname(sample.path)), '.disclosure-audit.json');
  try {
    await body(sample.path, policy);
  } finally {
    rmSync(policy, { force: true });
  }
}

async function waiveElsewhere(path: string, policy: string): Promise<void> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  const target = join(elsewhere, 'settings.json');
  try {
    writeFileSync(target, '{}');
    symlinkSync(target, policy);
    const report = vscode.Uri.file(path).toString();
    for (const file of [policy, target]) {
      const words = { rule: 'table/empty-cell', quote: '总计', message: '', reason };
      const argument = { document: report, policy: vscode.Uri.file(file).toString(), ...words };
      await vscode.commands.executeCommand('disclosureAudit.waive', argument);
    }
    if (readFileSync(target, 'utf8') !== '{}') throw new Error(`written: ${readFileSync(target, 'utf8')}`);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
    await vscode.commands.executeCommand('notifications.clearAll');
  }
}

async function fixFault(path: string, policy: string): Promise<void> {
  writeFileSync(policy, '{\n  "rules": { "relation/case-totl": "off" }\n}\n');
  const document = await openSample(path);
  const isIgnored = (one: vscode.Diagnostic): boolean => ruleOf(one) === 'internal/policy-ignored';
  await untilDiagnostics(document, (found) => found.some(isIgnored));
  const file = await vscode.workspace.openTextDocument(vscode.Uri.file(policy));
  const [fault] = await untilDiagnostics(file, (found) => found.length > 0);
  if (!fault) throw new Error('no fault is told');
  const voices = vscode.languages.getDiagnostics(file.uri).map(({ message }) => message);
  if (voices.length > 1) throw new Error(`the fault is told more than once: ${voices.join(' ')}`);
  await until(
    async () => {
      const names = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file.uri,
        new vscode.Position(1, '  "rules": {'.length),
      );
      return names.items.some(({ label }) => String(label).includes('relation/case-total')) ? true : undefined;
    },
    () => 'the names of rules are not offered',
  );
  const fixes = await quickFixes(file, fault);
  const fix = fixes.find(({ title }) => title === '改为 "relation/case-total"');
  if (!fix?.edit) throw new Error(`the fixes are ${fixes.map(({ title }) => title).join(', ')}`);
  if (canDrive) {
    await vscode.window.showTextDocument(file, { preview: false });
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await pictures('policy-fault', () => waitFor('.markers-panel .monaco-list-row'), highContrast);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  }
  await vscode.workspace.applyEdit(fix.edit);
  await file.save();
  await untilDiagnostics(document, (found) => !found.some(isIgnored));
  await untilDiagnostics(file, (found) => found.length === 0);
}

async function revokeInResults(path: string, policy: string): Promise<void> {
  await tidy();
  const document = await openSample(path);
  const [finding] = await untilDiagnostics(document, (found) => found.length > 0);
  if (!finding) throw new Error('no finding');
  const isThere = (found: readonly vscode.Diagnostic[]): boolean =>
    found.some(({ message }) => message === finding.message);
  const action = await until(
    async () => (await quickFixes(document, finding)).find(({ title }) => title.startsWith('豁免此项…')),
    () => 'no waiver is offered',
  );
  const [target] = (action?.command?.arguments ?? []) as [object];
  await vscode.commands.executeCommand(action?.command?.command ?? '', { ...target, reason });
  await untilDiagnostics(document, (found) => !isThere(found));
  await vscode.commands.executeCommand('disclosureAudit.results.focus');
  const list = '.pane-body .monaco-list-row';
  await click(`${list}:has-text("已豁免") .monaco-tl-twistie`);
  await waitFor(`${list}:has-text("${reason}")`);
  await pictures('waived', () => hover(`${list}:has-text("${reason}")`), highContrast);
  await hover(`${list}:has-text("${reason}")`);
  await click(`${list}:has-text("${reason}") .action-label[aria-label="Revoke the Waiver"]`);
  await untilDiagnostics(document, isThere);
  const text = readFileSync(policy, 'utf8');
  if (JSON.parse(text).waivers.length > 0) throw new Error(`the policy is still ${text}`);
  // It can be undone where it was done.
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(policy)));
  await vscode.commands.executeCommand('undo');
  const undone = vscode.window.activeTextEditor?.document.getText() ?? '';
  if (!undone.includes(reason)) throw new Error(`it is not undone: ${undone}`);
}

async function waiveFirst(path: string, policy: string): Promise<void> {
  const document = await openSample(path);
  const [finding, ...others] = await untilDiagnostics(document, (found) => found.length > 0);
  if (!finding) throw new Error('no finding');
  const rule = ruleOf(finding);
  const isThere = (found: readonly vscode.Diagnostic[]): boolean =>
    found.some((other) => ruleOf(other) === rule && other.message === finding.message);
  const isWaiver = ({ title, command }: vscode.CodeAction): boolean =>
    title.startsWith('豁免此项…') && command?.arguments?.[0]?.rule === rule;
  const action = await until(
    async () => (await quickFixes(document, finding)).find(isWaiver),
    () => `“豁免此项…” is not offered for ${finding.message}`,
  );
  if (!action?.command) throw new Error('“豁免此项…” is not offered');
  const [target] = action.command.arguments as [{ readonly quote: string }];
  await vscode.commands.executeCommand(action.command.command, { ...target, reason });

  const written = await until(
    () => (existsSync(policy) ? JSON.parse(readFileSync(policy, 'utf8')) : undefined),
    () => `${policy} is not there`,
  );
  const file = `${basename(dirname(path))}/${basename(path)}`;
  const expected = { waivers: [{ rule, quote: target.quote, reason, file }] };
  if (JSON.stringify(written) !== JSON.stringify(expected)) throw new Error(`written: ${JSON.stringify(written)}`);
  await untilDiagnostics(document, (found) => !isThere(found));
  const left = diagnosticsOf(document);
  if (left.length < others.length - 1) throw new Error(`too much is waived:\n${listing(left)}`);

  await vscode.workspace.fs.delete(vscode.Uri.file(policy));
  await untilDiagnostics(document, isThere);
}
