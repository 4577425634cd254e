/** A finding is waived from its quick fix: the policy file is written, the finding goes, and comes back without it. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Test } from './runner';
import { until } from './runner';
import { openSample, samplesIn } from './samples';
import { diagnosticsOf, listing, quickFixes, ruleOf, untilDiagnostics } from './workbench';

const reason = '测试：系统导出口径';

export const policyTests: readonly Test[] = [
  {
    name: 'a finding is waived by its quick fix, listed with the reason, and back when the policy is deleted',
    body: async () => {
      const sample = samplesIn('flawed').find(({ path }) => path.endsWith('.txt'));
      if (!sample) throw new Error('there is no flawed sample');
      const policy = join(dirname(dirname(sample.path)), '.disclosure-audit.json');
      try {
        await waiveFirst(sample.path, policy);
      } finally {
        rmSync(policy, { force: true });
      }
      return undefined;
    },
  },
];

async function waiveFirst(path: string, policy: string): Promise<void> {
  const document = await openSample(path);
  const [finding, ...others] = await untilDiagnostics(document, (found) => found.length > 0);
  if (!finding) throw new Error('no finding');
  const rule = ruleOf(finding);
  const isThere = (found: readonly vscode.Diagnostic[]): boolean =>
    found.some((other) => ruleOf(other) === rule && other.message === finding.message);
  const isWaiver = ({ title, command }: vscode.CodeAction): boolean =>
    title.startsWith('豁免此项…') && command?.arguments?.[0]?.message === finding.message;
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
