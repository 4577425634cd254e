/** What the client has stated in lists: its commands of our own, among `commands` of its `initializationOptions`, and values that it takes. */
import type { InitializeParams } from 'vscode-languageserver';

export function hasCommand({ initializationOptions }: InitializeParams, command: string): boolean {
  const commands = (initializationOptions as { readonly commands?: unknown } | null | undefined)?.commands;
  return states(commands, command);
}

/** Whether a list that the client may have left out, or given another form, has the item. */
export function states(list: unknown, item: string | number): boolean {
  return Array.isArray(list) && list.includes(item);
}
