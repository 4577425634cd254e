/** Which commands of our own the client has: it names them among `commands` of its `initializationOptions`. */
import type { InitializeParams } from 'vscode-languageserver';

export function hasCommand({ initializationOptions }: InitializeParams, command: string): boolean {
  const commands = (initializationOptions as { readonly commands?: unknown } | null | undefined)?.commands;
  return Array.isArray(commands) && commands.includes(command);
}
