/** The extension in a browser, as on vscode.dev: the server is a worker. */
import type { ExtensionContext } from 'vscode';
import * as extension from './extension';

export function activate(context: ExtensionContext): void {
  extension.activate(context, async (...given) => (await import('./browser-client')).startBrowserClient(...given));
}

export const deactivate = extension.deactivate;
