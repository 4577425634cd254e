/** Pictures in a light and in a dark theme. */
import * as vscode from 'vscode';
import { screenshot } from './driver';
import { pause } from './runner';

const themes = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const;

/** For what has colours of its own to be legible in. */
export const highContrast = ['contrast', 'Default High Contrast'] as const;

/** Runs `show` in each theme and takes `<name>-light.png`, `<name>-dark.png` and those of `more`; the light theme is put back. */
export async function pictures(
  name: string,
  show: () => Promise<void>,
  ...more: readonly (readonly [suffix: string, theme: string])[]
): Promise<void> {
  try {
    for (const [suffix, theme] of [...themes, ...more]) {
      await useTheme(theme);
      await show();
      await calm();
      await screenshot(`${name}-${suffix}`);
    }
  } finally {
    await useTheme(undefined);
  }
}

/** Every theme that VS Code itself brings for a whole window. */
export const defaultThemes = [
  'Default Light+',
  'Default Light Modern',
  'Default Dark+',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
] as const;

export async function useTheme(name: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
}

/** Animations and delayed decorations have no event to wait for. */
async function calm(): Promise<void> {
  await vscode.commands.executeCommand('notifications.hideToasts');
  await pause(1_500);
}

/** Leaves only the editor. */
export async function tidy(): Promise<void> {
  for (const part of ['closeAuxiliaryBar', 'closePanel', 'closeSidebar']) {
    await vscode.commands.executeCommand(`workbench.action.${part}`);
  }
}
