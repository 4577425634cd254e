/** What is to be done about a finding: what stands first in its words, and the steps that lead on from it. */
import * as vscode from 'vscode';
import { canDrive, press, type, waitFor } from './driver';
import { requestsFigure } from './places';
import { openInput } from './quick-input';
import type { Test } from './runner';
import { until } from './runner';
import { samplesIn, textOf } from './samples';
import { highContrast, pictures, tidy } from './themes';
import {
  diagnosticsOf,
  listing,
  openUntitled,
  quickFixes,
  ruleOf,
  settledDiagnostics,
  untilDiagnostics,
} from './workbench';

const noDriver = 'no screenshots in desktop VS Code';
const received = '本年新收政府信息公开申请数量';
const rows = '.pane-body .monaco-list-row';

/** A clean report as text to be changed. */
function clean(layout: string): string {
  const sample = samplesIn('clean').find(({ name }) => name.includes(layout));
  if (!sample) throw new Error(`no clean sample is in ${layout}`);
  return textOf(sample.path);
}

export const nextStepTests: readonly Test[] = [
  {
    name: 'next steps: missing sections stand under a node of their own in their order, and are put in in one go',
    timeout: 90_000,
    body: async () => {
      const text = clean('tab-cell')
        .replace(/^五、[\s\S]*$/mu, '')
        .replace(/^二、[\s\S]*?(?=^三、)/mu, '');
      const { document } = await openUntitled(text, 'plaintext');
      const isMissing = (one: vscode.Diagnostic): boolean => ruleOf(one) === 'structure/missing-section';
      const found = await untilDiagnostics(document, (all) => all.filter(isMissing).length === 3);
      if (canDrive) {
        await tidy();
        await vscode.commands.executeCommand('disclosureAudit.results.focus');
        await waitFor(`${rows}:has-text("缺少的部分")`);
        await pictures('missing-sections', async () => {
          await vscode.commands.executeCommand('disclosureAudit.results.focus');
        });
      }
      const [first] = found.filter(isMissing);
      if (first === undefined) throw new Error(listing(found));
      const fixes = await quickFixes(document, first);
      const whole = fixes.find(({ title }) => title.startsWith('补齐缺少的3个部分'));
      if (whole?.edit === undefined) throw new Error(fixes.map(({ title }) => title).join(' · '));
      await vscode.workspace.applyEdit(whole.edit);
      await untilDiagnostics(document, (all) => all.length > 0 && !all.some(isMissing));
      const ordinals = [...document.getText().matchAll(/^([一二三四五六])、/gmu)].map(([, ordinal]) => ordinal);
      if (new Set(ordinals).size !== 6) throw new Error(`there are the sections ${ordinals.join('')}`);
      return undefined;
    },
  },
  {
    name: 'next steps: the prose can be made to say what the table has, and the way to the cell is offered',
    timeout: 90_000,
    body: async () => {
      const text = clean('tab-cell');
      const stated = /(?:收到|受理)[^。]{0,20}?政府信息公开申请(\d+)件|政府信息公开申请(\d+)件/u.exec(text);
      if (!stated) throw new Error('the sample states no requests');
      const changed = text.replace(stated[0], stated[0].replace(/\d+(?=件)/u, '0'));
      const { document } = await openUntitled(changed, 'plaintext');
      const [finding] = (
        await untilDiagnostics(document, (all) => all.some((one) => ruleOf(one) === 'prose/zero-conflict'))
      ).filter((one) => ruleOf(one) === 'prose/zero-conflict');
      if (finding === undefined) throw new Error(listing(diagnosticsOf(document)));
      const [lead, ...others] = finding.message.split('\n');
      if (!lead?.includes('正文说没有，表中是') || others.length === 0) throw new Error(finding.message);
      const fixes = await quickFixes(document, finding);
      const titles = fixes.map(({ title }) => title);
      const step = fixes.find(({ title }) => title.startsWith('到表格这一格'));
      const restated = fixes.find(({ title }) => title.startsWith('正文改为'));
      if (step?.command === undefined || restated?.edit === undefined) throw new Error(titles.join(' · '));
      await vscode.commands.executeCommand(step.command.command, ...(step.command.arguments ?? []));
      const editor = vscode.window.activeTextEditor;
      const row = document.positionAt(requestsFigure(changed, received)).line;
      const line = editor?.selection.active.line ?? -1;
      const selected = document.getText(editor?.selection);
      // Its last column, a figure a line.
      if (editor === undefined || line < row || line > row + 6 || selected !== (stated[1] ?? stated[2])) {
        throw new Error(`“${selected}” in line ${line} is selected, the row begins in line ${row}`);
      }
      if (canDrive) {
        editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
        editor.revealRange(finding.range, vscode.TextEditorRevealType.InCenter);
        await pictures(
          'next-step',
          async () => {
            await vscode.commands.executeCommand('editor.action.marker.next');
            await waitFor('.zone-widget .descriptioncontainer');
          },
          highContrast,
        );
        await press('Escape');
      }
      await vscode.workspace.applyEdit(restated.edit);
      await untilDiagnostics(document, (all) => !all.some((one) => ruleOf(one) === 'prose/zero-conflict'));
      return undefined;
    },
  },
  {
    name: 'next steps: conversions of tables are one action, which asks which of them',
    timeout: 90_000,
    body: async () => {
      const text = clean('bar-line');
      const editor = await openUntitled(text, 'plaintext');
      const { document } = editor;
      await settledDiagnostics(document);
      const at = document.positionAt(requestsFigure(text, received));
      editor.selection = new vscode.Selection(at, at);
      const offered = await until(
        async () => {
          const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            editor.selection,
          );
          return actions.some(({ title }) => title.includes('转换')) ? actions : undefined;
        },
        () => 'no conversion is offered',
      );
      const own = offered.filter(({ title }) => title.includes('转换'));
      const [action, ...others] = own;
      if (action?.command === undefined || others.length > 0) {
        throw new Error(own.map(({ title }) => title).join(' · '));
      }
      if (!canDrive) return noDriver;
      await tidy();
      const { command, arguments: given = [] } = action.command;
      await openInput(
        () => vscode.commands.executeCommand(command, ...given),
        ' .monaco-list-row:has-text("Markdown")',
      );
      await pictures('convert', async () => undefined);
      await type('此表转换为 Markdown');
      await press('Enter');
      await until(
        () => (document.getText().includes('| --- |') ? true : undefined),
        () => 'nothing was converted',
      );
      return undefined;
    },
  },
];
