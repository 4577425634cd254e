/** Pictures in a light and in a dark theme. */
import * as vscode from 'vscode';
import { screenshot } from './driver';
import { pause } from './runner';

const themes = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const;

/** Runs `show` in each theme and takes `<name>-light.png` and `<name>-dark.png`; the light theme is put back. */
export async function pictures(name: string, show: () => Promise<void>): Promise<void> {
  try {
    for (const [suffix, theme] of themes) {
      await useTheme(theme);
      await show();
      await calm();
      await screenshot(`${name}-${suffix}`);
    }
  } finally {
    await useTheme(undefined);
  }
}

async function useTheme(name: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
}

/** Animations and delayed decorations have no event to wait for. */
export async function calm(): Promise<void> {
  await vscode.commands.executeCommand('notifications.hideToasts');
  await pause(1_500);
}

/** Leaves only the editor. */
export async function tidy(): Promise<void> {
  for (const part of ['closeAuxiliaryBar', 'closePanel', 'closeSidebar']) {
    await vscode.commands.executeCommand(`workbench.action.${part}`);
  }
}
