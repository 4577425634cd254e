/** Which settings hold for which document, asked from the client where it can be asked. */
import type { Connection, DidChangeConfigurationParams, InitializeParams } from 'vscode-languageserver';
import { withinTime } from '../../files/patience';
import { worded } from '../../text/wording';
import { languageOf, translationsFor } from './languages';
import { readSettings } from './read-settings';
import type { Settings } from './settings';
import { defaultSettings } from './settings';

export interface Configuration {
  /** The document's settings: at once when they are known, else when the client has answered. */
  settingsFor(uri: string): Settings | Promise<Settings>;
  /** The client says that settings changed: whatever was known is asked again. */
  change(params: DidChangeConfigurationParams): void;
  /** Drops what is known about a closed document. */
  forget(uri: string): void;
}

/** How long the client may take to answer before the settings known so far are used. */
const patience = 2000;

/** Settings that the client can be asked for, else those of `initializationOptions` and `didChangeConfiguration`. */
export function configurationOf(connection: Connection, params: InitializeParams): Configuration {
  const asks = params.capabilities?.workspace?.configuration === true;
  const known = new Map<string, Settings | Promise<Settings>>();
  const reader = settingsReader(connection, params.locale);
  let common: Settings | Promise<Settings> = reader(ownOptions(params.initializationOptions));
  settle(common, (settings) => {
    common = settings;
  });

  const ask = async (uri: string): Promise<Settings> => {
    const answer = connection.workspace.getConfiguration({ scopeUri: uri, section: 'disclosureAudit' });
    const received = await withinTime(
      patience,
      Promise.resolve(answer).catch(() => undefined),
    );
    return received === undefined || received === null ? common : reader(received);
  };
  const fetch = (uri: string): Promise<Settings> => {
    const pending = ask(uri);
    known.set(uri, pending);
    settle(pending, (settings) => {
      if (known.get(uri) === pending) known.set(uri, settings);
    });
    return pending;
  };

  return {
    settingsFor: (uri) => (asks ? (known.get(uri) ?? fetch(uri)) : common),
    change: ({ settings }) => {
      known.clear();
      if (!asks) common = reader(ownOptions(settings));
    },
    forget: (uri) => {
      known.delete(uri);
    },
  };
}

/** Reads received values, reports each invalid one once, and gives equal settings as one object. */
function settingsReader(connection: Connection, locale: string | undefined): (received: unknown) => Promise<Settings> {
  const reported = new Set<string>();
  const shared = new Map([[JSON.stringify(defaultSettings), defaultSettings]]);
  return async (received) => {
    const { settings, problems } = await readSettings(received);
    const translations =
      problems.length === 0 ? undefined : await translationsFor(languageOf(settings.language, locale));
    for (const problem of problems.map((each) => worded(each, translations))) {
      if (reported.has(problem)) continue;
      reported.add(problem);
      connection.console.warn(problem);
    }
    const key = JSON.stringify(settings);
    const known = shared.get(key) ?? settings;
    shared.set(key, known);
    return known;
  };
}

/** `disclosureAudit` of the options, else the options themselves: both forms are in use among clients. */
function ownOptions(options: unknown): unknown {
  if (typeof options !== 'object' || options === null) return undefined;
  return (options as Readonly<Record<string, unknown>>).disclosureAudit ?? options;
}

function settle<T>(value: T | Promise<T>, use: (value: T) => void): void {
  if (value instanceof Promise) value.then(use, () => undefined);
}
