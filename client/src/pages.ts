/**
 * The pages of rules and clauses as documents of their own that nobody can change, in the user's language. The manifest has the
 * editor open them rendered.
 */
import type { ExtensionContext, FileChangeEvent, FileSystemProvider, Hover } from 'vscode';
import {
  commands,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  MarkdownString,
  Uri,
  workspace,
} from 'vscode';
import { pageScheme, pagesRoot } from '../../server/src/lsp/wire/pages-protocol';
import { partUnder } from './page-text';
import { isChinese, say } from './say';

const openPageCommand = 'disclosureAudit.openPage';

export function registerPages(context: ExtensionContext): void {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const pages = pagesIn(Uri.joinPath(context.extensionUri, 'server', 'docs'), changed);
  context.subscriptions.push(
    changed,
    workspace.registerFileSystemProvider(pageScheme, pages, { isReadonly: true, isCaseSensitive: true }),
    commands.registerCommand(openPageCommand, (page: string) => openPage(Uri.parse(page))),
  );
}

/** Opens a page, whichever way the editor has of showing it. */
export async function openPage(page: Uri): Promise<void> {
  await commands.executeCommand('vscode.open', page, { preview: true });
}

/** A hover shows no links but to a few schemes; those to pages become calls of a command, and no other command is allowed. */
export function withPageLinks(hover: Hover | null | undefined): Hover | null | undefined {
  for (const [index, content] of (hover?.contents ?? []).entries()) {
    if (!(content instanceof MarkdownString) || !content.value.includes(`](<${pagesRoot}`)) continue;
    const linked = new MarkdownString(content.value.replace(linkToPage, (_, page: string) => `](<${callOf(page)}>)`));
    linked.isTrusted = { enabledCommands: [openPageCommand] };
    hover?.contents.splice(index, 1, linked);
  }
  return hover;
}

const linkToPage = new RegExp(`\\]\\(<(${pagesRoot}[^<>\\s]{0,200})>\\)`, 'g');

function callOf(page: string): string {
  return `command:${openPageCommand}?${encodeURIComponent(JSON.stringify([page]))}`;
}

/** The pages of `folder` by their addresses; `changed` is told when they are in another language. */
function pagesIn(folder: Uri, changed: EventEmitter<FileChangeEvent[]>): FileSystemProvider {
  const read = async (...path: readonly string[]): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, ...path)));
  const textOf = async (uri: Uri): Promise<string> => {
    const [, kind, name] = /^\/(rules|clauses)\/([\w-]+)\.md$/.exec(uri.path) ?? [];
    if (name === undefined) throw FileSystemError.FileNotFound(uri);
    const english = isChinese() ? undefined : partUnder(await read('en', `${kind}.md`), name);
    const chinese = kind === 'rules' ? await read('rules', `${name}.md`) : partUnder(await read('clauses.md'), name);
    if (chinese === undefined) throw FileSystemError.FileNotFound(uri);
    // From the page of all clauses to those of rules.
    const linked = kind === 'rules' ? chinese : chinese.replaceAll('](rules/', '](../rules/');
    return english === undefined
      ? linked
      : `${english}\n---\n\n${say('The page in Chinese, with examples:')}\n\n${linked}`;
  };
  let since = Date.now();
  const bytesOf = async (uri: Uri): Promise<Uint8Array> => new TextEncoder().encode(await textOf(uri));
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: (uri) =>
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('disclosureAudit.language')) return;
        since = Date.now();
        changed.fire([{ type: FileChangeType.Changed, uri }]);
      }),
    stat: async (uri) => ({ type: FileType.File, ctime: 0, mtime: since, size: (await bytesOf(uri)).length }),
    readFile: bytesOf,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
