// The preview beside the report: what it shows, and that it and the editor follow one another.
import * as vscode from 'vscode';
import {
  canDrive,
  clickInWebview,
  focusInWebview,
  press,
  showInWebview,
  textInWebview,
  topInWebview,
  waitFor,
} from './driver';
import { requestsFigure } from './places';
import type { Test } from './runner';
import { until } from './runner';
import { flawedSampleWith, openSample } from './samples';
import { pictures, tidy } from './themes';
import { settledDiagnostics } from './workbench';

const noDriver = 'nobody clicks in a webview of desktop VS Code';

const finding = 'header li:has-text("合计")';

export const previewTests: readonly Test[] = [
  driven('preview: a flawed report as it is printed, with its findings', async () => {
    await openPreview();
    await showInWebview('.requests');
    await pictures('preview', async () => undefined);
  }),
];

function driven(name: string, body: () => Promise<void>): Test {
  return {
    name,
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await body();
      return undefined;
    },
  };
}

/** Opens a sample with a wrong figure and its preview beside it, and waits until the findings are shown. */
async function openPreview(): Promise<vscode.TextEditor> {
  await tidy();
  const document = await openSample(flawedSampleWith('relation/inconsistent-figure').path);
  await settledDiagnostics(document);
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error('no editor is open');
  await vscode.commands.executeCommand('disclosureAudit.openPreview');
  await textInWebview('header li');
  return editor;
}
