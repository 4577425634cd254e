/** Which policy holds for which document; what is wrong with one is told on its own file. */

import type { Connection, Diagnostic, InitializeParams } from 'vscode-languageserver';
import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../files/files';
import { asFolder, foldersUpward, isInFolder, pathFrom } from '../../files/folders';
import type { FoundPolicy } from '../../files/nearest-policy';
import { nearestPolicies, policyReader } from '../../files/nearest-policy';
import type { AuditOptions } from '../../findings/finding';
import { emptyPolicy, policyFileName } from '../../policy/policy';
import { optionsUnder } from '../../policy/policy-options';
import { perObject } from '../../text/per-object';
import type { Translations } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import { guarding } from '../guard';
import { diagnosticSource, toRange } from '../services/to-protocol';
import type { PolicyFix } from '../wire/protocol';
import type { Configuration } from './configuration';
import { languageOf, translationsFor } from './languages';
import type { WorkspaceFolders } from './workspace-folders';

export interface Policies {
  /** The options for a document: what the user's settings state, and the policy where they are silent. */
  optionsFor(uri: string, chosen: AuditOptions): Promise<AuditOptions> | AuditOptions;
  /** The policy file that the document is under; `null` where there is none, `undefined` where there can be none. */
  fileFor(uri: string): Promise<string | null | undefined>;
  /** The policy that the document is under: the same object while it stays the same. */
  policyFor(uri: string): Promise<FoundPolicy | null>;
  /** A document was opened: where nobody tells of changes its policy is read again. */
  opened(uri: string): void;
  /** Files have changed: what is known of policies is read again. */
  change(uris: readonly string[]): void;
  /** The user may be spoken to in another language now: what is wrong is told again. */
  retell(): void;
  /** Asks the client to tell of changes. */
  watch(): Promise<void>;
}

const noPolicies: Policies = {
  optionsFor: (_, chosen) => chosen,
  fileFor: async () => undefined,
  policyFor: async () => null,
  opened: () => undefined,
  change: () => undefined,
  retell: () => undefined,
  watch: async () => undefined,
};

/** The policies in `files`; without files there are none. */
export function policiesOf(
  connection: Connection,
  configuration: Configuration,
  params: InitializeParams,
  files: Files | undefined,
  { roots }: WorkspaceFolders,
): Policies {
  if (files === undefined) return noPolicies;
  const watches = params.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const teller = policyTeller(connection, async (uri) => {
    const { language } = await configuration.settingsFor(uri);
    return translationsFor(languageOf(language, params.locale));
  });
  const reader = policyReader(files, () => policyFileName);
  const read = async (folder: string): Promise<FoundPolicy | null> => {
    const found = await reader(folder);
    teller.tell(folder + policyFileName, found);
    return found;
  };
  const nearest = nearestPolicies(read);
  const policyFor = (uri: string) => nearest.among(foldersUpward(uri, roots()));
  const optionsOf = optionsMemory();
  return {
    optionsFor: (uri, chosen) => {
      const found = policyFor(uri);
      return found instanceof Promise
        ? found.then((settled) => optionsOf(settled, uri, chosen))
        : optionsOf(found, uri, chosen);
    },
    fileFor: async (uri) => (isInFolder(uri) ? ((await policyFor(uri))?.uri ?? null) : undefined),
    policyFor: async (uri) => policyFor(uri),
    opened: (uri) => {
      if (watches && roots().some((root) => uri.startsWith(root))) return;
      nearest.forget(foldersUpward(uri, roots()));
    },
    change: (uris) => {
      nearest.forget();
      // A file that no open report is under any more is still told of, or is no longer wrong.
      for (const uri of uris) void read(asFolder(uri.slice(0, uri.lastIndexOf('/'))));
    },
    retell: teller.retell,
    watch: async () => {
      if (!watches) return;
      const watchers = [{ globPattern: `**/${policyFileName}` }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}

/** Shows the problems of policies on their files, and takes them back. */
function policyTeller(
  connection: Connection,
  translationsOf: (uri: string) => Promise<Translations | undefined>,
): { tell(uri: string, found: FoundPolicy | null): void; retell(): void } {
  const guard = guarding(connection);
  const told = new Map<string, FoundPolicy>();
  const send = async (latest: FoundPolicy): Promise<void> => {
    const { uri } = latest;
    const translations = await translationsOf(uri);
    if (told.get(uri) !== latest) return;
    await connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(latest, translations) });
  };
  return {
    tell: (uri, found) => {
      if (found !== null && found.problems.length > 0) {
        if (told.get(uri) === found) return;
        told.set(uri, found);
        guard('publishDiagnostics', () => send(found));
      } else if (told.delete(uri)) {
        guard('publishDiagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
      }
    },
    retell: () => {
      for (const latest of told.values()) guard('publishDiagnostics', () => send(latest));
    },
  };
}

function diagnosticsOf({ uri, text, problems }: FoundPolicy, translations: Translations | undefined): Diagnostic[] {
  const document = TextDocument.create(uri, 'json', 0, text ?? '');
  return problems.map(({ span, message, meant }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    message: worded(message, translations),
    ...(meant === undefined ? {} : { data: fixOf(meant, translations) }),
  }));
}

function fixOf(meant: string, translations: Translations | undefined): PolicyFix {
  return { title: worded(phrase`改为 ${meant}`, translations), newText: meant };
}

/** The options under a policy: the same object while policy and choice are, since what is known of a snapshot hangs on it. */
function optionsMemory(): (found: FoundPolicy | null, uri: string, chosen: AuditOptions) => AuditOptions {
  /** By policy, what was chosen and, where waivers are for single files, the document. */
  const known = perObject((_: FoundPolicy) => perObject((_chosen: AuditOptions) => new Map<string, AuditOptions>()));
  return (found, uri, chosen) => {
    if (found === null) return chosen;
    const { policy, folder } = found;
    const byFile = known(found)(chosen);
    const file = policy.waivers.some((waiver) => waiver.file !== undefined) ? pathFrom(folder, uri) : null;
    const options =
      byFile.get(file ?? '') ?? optionsUnder(policy, { ...statedOptions(chosen), ...ignoredOf(found) }, file);
    byFile.set(file ?? '', options);
    return options;
  };
}

/** What is wrong is told on the file; on the report, that it is. */
function ignoredOf({ policy, problems }: FoundPolicy): Pick<AuditOptions, 'ignored'> {
  if (problems.length === 0) return {};
  return { ignored: { source: policyFileName, extent: policy === emptyPolicy ? 'whole' : 'parts' } };
}

/** Settings always name an edition; `auto` is what they say when the user has said nothing. */
function statedOptions({ edition, ...others }: AuditOptions): AuditOptions {
  return edition === undefined || edition === 'auto' ? others : { edition, ...others };
}
