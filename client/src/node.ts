/** The extension in VS Code's own process: the server is a child process. */
import type { ExtensionContext } from 'vscode';
import * as extension from './extension';

export function activate(context: ExtensionContext): void {
  extension.activate(context, async (...given) => (await import('./node-client')).startNodeClient(...given));
}

export const deactivate = extension.deactivate;
