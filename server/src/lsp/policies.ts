/** Which policy holds for which document; what is wrong with one is told on its own file. */
import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AuditOptions } from '../audit/finding';
import type { Policy, PolicyProblem } from '../policy/policy';
import { emptyPolicy, policyFileName } from '../policy/policy';
import { optionsUnder } from '../policy/policy-options';
import { reportsAmong } from '../policy/policy-scope';
import type { PolicySource } from '../policy/read-policy';
import { guarding } from './guard';
import type { PolicyFiles } from './policy-files';
import { asFolder, foldersUpward, isInFolder, pathWithin } from './policy-folders';
import { diagnosticSource, toRange } from './to-protocol';

export interface Policies {
  /** The options for a document: what the user's settings state, and the policy where they are silent. */
  optionsFor(uri: string, chosen: AuditOptions): Promise<AuditOptions> | AuditOptions;
  /** The policy file that the document is under; `null` where there is none, `undefined` where there can be none. */
  fileFor(uri: string): Promise<string | null | undefined>;
  /** A document was opened: where nobody tells of changes its policy is read again. */
  opened(uri: string): void;
  /** Files have changed: what is known of policies is read again. */
  change(uris: readonly string[]): void;
  /** Asks the client to tell of changes. */
  watch(): Promise<void>;
}

/** A policy as it was read; the same object while its file stays the same. */
interface Loaded {
  readonly uri: string;
  readonly folder: string;
  readonly text: string | null;
  readonly reports: PolicySource['reports'];
  readonly policy: Policy;
  /** By what was chosen and, where waivers are for single files, the document. */
  readonly options: WeakMap<AuditOptions, Map<string, AuditOptions>>;
}

const without: Policies = {
  optionsFor: (_, chosen) => chosen,
  fileFor: async () => undefined,
  opened: () => undefined,
  change: () => undefined,
  watch: async () => undefined,
};

/** The policies in `files`; without files there are none. */
export function policiesOf(connection: Connection, params: InitializeParams, files: PolicyFiles | undefined): Policies {
  if (files === undefined) return without;
  const roots = rootsOf(params);
  const watches = params.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const read = policyReader(files, policyTeller(connection));
  const known: Known = new Map();
  const policyFor = (uri: string) => look(known, read, foldersUpward(uri, roots));
  return {
    optionsFor: (uri, chosen) => {
      const loaded = policyFor(uri);
      return loaded instanceof Promise
        ? loaded.then((settled) => optionsOf(settled, uri, chosen))
        : optionsOf(loaded, uri, chosen);
    },
    fileFor: async (uri) => (isInFolder(uri) ? ((await policyFor(uri))?.uri ?? null) : undefined),
    opened: (uri) => {
      if (watches && roots.some((root) => uri.startsWith(root))) return;
      for (const folder of foldersUpward(uri, roots)) known.delete(folder);
    },
    change: (uris) => {
      known.clear();
      // A file that no open report is under any more is still told of, or is no longer wrong.
      for (const uri of uris) void read(asFolder(uri.slice(0, uri.lastIndexOf('/'))));
    },
    watch: async () => {
      if (!watches) return;
      const watchers = [{ globPattern: `**/${policyFileName}` }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}

type Read = (folder: string) => Promise<Loaded | null>;

/** The policy that counts in a folder: its own, or the nearest one above. */
type Known = Map<string, Promise<Loaded | null> | Loaded | null>;

function look(known: Known, read: Read, folders: readonly string[]): Promise<Loaded | null> | Loaded | null {
  const [folder, ...farther] = folders;
  if (folder === undefined) return null;
  const remembered = known.get(folder);
  if (remembered !== undefined) return remembered;
  const pending = read(folder).then((loaded) => loaded ?? look(known, read, farther));
  known.set(folder, pending);
  void pending.then((loaded) => {
    if (known.get(folder) === pending) known.set(folder, loaded);
  });
  return pending;
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' } satisfies WorkspaceFolder] : []);
  // Of folders within one another the innermost bounds the search.
  return folders.map(({ uri }) => asFolder(uri)).sort((a, b) => b.length - a.length);
}

type Tell = (uri: string, text: string, problems: readonly PolicyProblem[]) => void;

/** Shows the problems of policies on their files, and takes them back. */
function policyTeller(connection: Connection): Tell {
  const guard = guarding(connection);
  const shown = new Set<string>();
  return (uri, text, problems) => {
    if (problems.length === 0 && !shown.delete(uri)) return;
    if (problems.length > 0) shown.add(uri);
    const document = TextDocument.create(uri, 'json', 0, text);
    const diagnostics = problems.map(({ span, message }) => ({
      range: toRange(document, span),
      severity: DiagnosticSeverity.Warning,
      source: diagnosticSource,
      message,
    }));
    guard('publishDiagnostics', async () => connection.sendDiagnostics({ uri, diagnostics }));
  };
}

/** Reads the policy of one folder, and tells what is wrong with it whenever its file is another. */
function policyReader(files: PolicyFiles, tell: Tell): Read {
  const last = new Map<string, Loaded>();
  return async (folder) => {
    const uri = folder + policyFileName;
    const text = await files
      .read(uri)
      .catch((error: unknown) => (error instanceof Error ? error : Error(String(error))));
    if (text === null) {
      last.delete(uri);
      tell(uri, '', []);
      return null;
    }
    if (text instanceof Error) {
      const problem = { span: { start: 0, end: 0 }, message: `读不了政策文件（${text.message}），整个文件已忽略。` };
      tell(uri, '', [problem]);
      return keep(last, { uri, folder, text: null, reports: 'one', policy: emptyPolicy });
    }
    const reports = await files.list(folder).then(reportsAmong, () => 'several' as const);
    const known = last.get(uri);
    if (known?.text === text && known.reports === reports) return known;
    const { readPolicy } = await import('../policy/read-policy');
    const { policy, problems } = await readPolicy(text, { name: policyFileName, reports });
    tell(uri, text, problems);
    return keep(last, { uri, folder, text, reports, policy });
  };
}

function keep(last: Map<string, Loaded>, read: Omit<Loaded, 'options'>): Loaded {
  const loaded: Loaded = { ...read, options: new WeakMap() };
  last.set(read.uri, loaded);
  return loaded;
}

function optionsOf(loaded: Loaded | null, uri: string, chosen: AuditOptions): AuditOptions {
  if (loaded === null) return chosen;
  const { policy, folder } = loaded;
  const file = policy.waivers.some((waiver) => waiver.file !== undefined) ? pathWithin(folder, uri) : null;
  const byFile = loaded.options.get(chosen) ?? new Map<string, AuditOptions>();
  loaded.options.set(chosen, byFile);
  const known = byFile.get(file ?? '');
  if (known !== undefined) return known;
  const options = optionsUnder(policy, stated(chosen), file);
  byFile.set(file ?? '', options);
  return options;
}

/** Settings always name an edition; `auto` is what they say when the user has said nothing. */
function stated({ edition, ...others }: AuditOptions): AuditOptions {
  return edition === undefined || edition === 'auto' ? others : { edition, ...others };
}
