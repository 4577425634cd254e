/**
 * All reports of the workspace's folders: audited one after the other between the client's messages, kept as plain records, and
 * audited again when a file or an open document changes. Nothing is done for a folder until its setting or its user asks.
 */
import type { FileEvent } from 'vscode-languageserver';
import { FileChangeType, RAL } from 'vscode-languageserver';
import type { StandingSeries } from '../../audit/standing-series';
import { standingSeries } from '../../audit/standing-series';
import { extensionOf, isLeftOut, isNamedLikeReport } from '../../files/file-names';
import type { Files } from '../../files/files';
import { asFolder, readableUri } from '../../files/folders';
import { ignoringOver } from '../../files/ignoring';
import type { FoundPolicy } from '../../files/nearest-policy';
import { mostBytes, reasonOf } from '../../files/unreadable';
import { walkOver } from '../../files/walk';
import type { RuleSetting, Waiver } from '../../findings/finding';
import type { Readers } from '../../intake/take-in';
import { takeInFile } from '../../intake/take-in';
import { policyFileName } from '../../policy/policy';
import { rosterOf } from '../../policy/roster-of';
import type { Roster } from '../../series/roster';
import type { Entry } from '../../series/series';
import { lineIndexOf, positionAt } from '../../text/line-index';
import { perObject } from '../../text/per-object';
import { phrase } from '../../text/wording';
import type { Budget, Documents } from '../documents';
import { snapshotWithin, takenSnapshot } from '../documents';
import type { Configuration } from '../settings/configuration';
import type { Policies } from '../settings/policies';
import type { DiagnosticMode } from '../settings/settings';
import type { WorkspaceFolders } from '../settings/workspace-folders';
import type { FolderFile } from './folder-record';
import { keptReports } from './folder-record';
import { turn } from './turn';

export interface FolderAudit {
  /** Audits all files of some of the workspace's folders, all where none is named, and keeps to them from now on. `false`: it was cancelled. */
  audit(folders: readonly string[], cancelled: CancelSignal): Promise<boolean>;
  /** Reads anew for which folders the settings ask; what these and the policies say of files may be another. */
  settingsChanged(): void;
  foldersChanged(): void;
  filesChanged(changes: readonly FileEvent[]): void;
  /** Those of the folders that are audited, in any order, by what `keyOf` makes of their URIs. */
  files(): ReadonlyMap<string, FolderFile>;
  /** However the client writes the URI. */
  fileAt(uri: string): FolderFile | undefined;
  /** Through which they are read. */
  readonly store: Files | undefined;
  /** What the file goes by in `files`. */
  keyOf(uri: string): string;
  /** Whether the problems of files that are not open are told. */
  isTold(uri: string): boolean;
  isAudited(root: string): boolean;
  /** Whether anything is asked for. */
  isActive(): boolean;
  series(): StandingSeries;
  /** The rosters that hold for some file, by the policy that lays them down. */
  rosters(): readonly HeldRoster[];
  /** The one that holds for a file. */
  rosterOf(uri: string): Roster | null;
  progress(): { readonly done: number; readonly total: number; readonly isRunning: boolean };
  leftOut(): Readonly<Record<string, number>>;
  /** How many folders and reports `.gitignore` files pass over. */
  ignored(): number;
  isCut(): boolean;
  /** How a file is called: its path in the workspace. */
  pathOf(uri: string): string;
  /** Called with the files whose records or findings have changed, those of rosters too; with none when only the progress has. */
  onChange(listener: (keys: ReadonlySet<string>) => void): void;
  /** When everything that was asked for is done. */
  settled(): Promise<void>;
}

export interface HeldRoster {
  /** Of the policy that lays it down. */
  readonly uri: string;
  readonly roster: Roster;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly waivers: readonly Waiver[];
}

export interface CancelSignal {
  readonly isCancellationRequested: boolean;
}

/** The same for every way in which a URI is written: clients do not agree on which characters are written in percents. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What a folder may have beside reports, a whole disk for instance, is not looked through. */
const most = { folders: 5000, files: 10_000, depth: 16 } as const;
/** In milliseconds: after a change of an open document nothing is done here for so long. */
const quiet = 300;
/** In milliseconds: so long at a time findings are compared before the client's messages are looked at. */
const slice = 8;
/** Files that are read ahead of their audit. */
const ahead = 6;
/** What a file that nobody looks at may cost. */
const mostOfAFile = 2000;

interface Surroundings {
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly policies: Policies;
  readonly folders: WorkspaceFolders;
  readonly files: Files | undefined;
  readonly readers: Readers;
  readonly budget: Budget;
  /** For what fails without costing more than itself. */
  readonly guard: (name: string, task: () => Promise<unknown>) => void;
  /** Asks the client to tell of changes of files; called when a folder is first audited. */
  readonly watch: () => Promise<void>;
}

interface Root {
  mode: DiagnosticMode;
  isAsked: boolean;
}

/** A file in the queue: from its store, or as an open document has it. */
interface Waiting {
  readonly uri: string;
  readonly root: string;
}

/** What holds for a file, whatever is in it. */
type Choice = Pick<FolderFile, 'uri' | 'root' | 'options' | 'policy'>;

export function folderAudit(around: Surroundings): FolderAudit {
  const { documents, configuration, policies, folders, files, guard } = around;
  const roots = new Map<string, Root>();
  const known = new Map<string, FolderFile>();
  const queue = new Map<string, Waiting>();
  const reading = new Map<string, ReturnType<typeof contentOf>>();
  const listeners: ((keys: ReadonlySet<string>) => void)[] = [];
  const standing = standingSeries((file) => keyOf(file).replaceAll('/', '\0'));
  /** Whose records are others since they were told of. */
  let touched = new Set<string>();
  let putPolicies = new Set<FoundPolicy>();
  /** What is chosen for the findings in their rosters. */
  const rosterRules = new WeakMap<FoundPolicy, HeldRoster['rules']>();
  let leftOut = new Map<string, number>();
  const ignored = new Map<string, number>();
  let isCut = false;
  let walking = 0;
  let running: Promise<void> | undefined;
  let isAtWork = false;
  let total = 0;
  let lastEdit = 0;
  let isWatching = false;

  const tell = (...keys: readonly string[]): void => {
    const rosterKeys = new Map([...heldPolicies()].map(({ uri }) => [pathOf(uri), keyOf(uri)]));
    const compared = [...standing.changed()].map((file) => rosterKeys.get(file) ?? file);
    const all = new Set([...touched, ...compared, ...keys]);
    touched = new Set();
    for (const listener of listeners) listener(all);
  };
  const rootOf = (uri: string): string | undefined => {
    const key = keyOf(uri);
    return folders.roots().find((root) => key.startsWith(keyOf(root)));
  };
  const isActive = (root: string): boolean => {
    const state = roots.get(root);
    return state !== undefined && (state.isAsked || state.mode === 'folder');
  };
  const pathOf = (uri: string): string => {
    const root = rootOf(uri);
    if (root === undefined) return readableUri(uri);
    const path = keyOf(uri).slice(keyOf(root).length);
    const all = folders.all();
    if (all.length < 2) return path;
    const name = all.find((folder) => asFolder(folder.uri) === root)?.name ?? '';
    const isOnly = name !== '' && all.filter((folder) => folder.name === name).length === 1;
    return `${isOnly ? name : readableUri(root).replace(/\/$/, '')}/${path}`;
  };
  const rosterUnder = perObject((found: FoundPolicy): Roster | null => {
    const lines = lineIndexOf(found.text ?? '');
    return rosterOf(found.policy, pathOf(found.uri), (offset) => positionAt(lines, offset));
  });
  const heldPolicies = (): ReadonlySet<FoundPolicy> =>
    new Set([...known.values()].flatMap(({ policy }) => policy ?? []));

  const set = (file: FolderFile): void => {
    const key = keyOf(file.uri);
    known.set(key, file);
    touched.add(key);
    const { rules = {} } = file.options;
    const roster = file.policy && rosterUnder(file.policy);
    const entries = file.reports.flatMap(({ record }): Entry[] => (record === null ? [] : [{ record, roster }]));
    standing.put(
      key,
      entries.map((subject) => ({ subject, rules })),
    );
  };
  const drop = (key: string): void => {
    queue.delete(key);
    reading.delete(key);
    if (!known.delete(key)) return;
    touched.add(key);
    standing.put(key, []);
  };
  const enqueue = (uri: string, root: string): void => {
    const key = keyOf(uri);
    if (!queue.has(key)) total += 1;
    queue.set(key, { uri, root });
    if (!known.has(key)) {
      set({ uri, root, state: 'unread', reports: [], options: {}, policy: null, modified: null });
    }
  };

  const contentOf = async (uri: string) => {
    if (files === undefined) return { taken: null, modified: null };
    const modified = (await files.stat?.(uri).catch(() => null))?.modified ?? null;
    return { taken: await takeInFile(files, uri, mostBytes.report, around.readers), modified };
  };
  const auditFile = async (key: string, { uri, root }: Waiting): Promise<void> => {
    const { isEnabled, ...base } = await choiceFor(uri, root);
    if (!isEnabled) {
      set({ ...base, state: 'failed', reason: phrase`设置中关闭了对它的审核`, reports: [], modified: null });
      return;
    }
    const open = openAs(key);
    const audited = open === undefined ? null : await documents.audited(open);
    const document = open === undefined ? undefined : documents.open.get(open);
    if (open !== undefined && document !== undefined) {
      const snapshot = audited?.snapshot ?? snapshotWithin(budget, document.getText(), base.options).snapshot;
      set({ ...base, uri: open, state: 'read', reports: keptReports(key, snapshot), modified: null });
      return;
    }
    if (await isAsBefore(key, base)) return;
    const { taken, modified } = await (reading.get(key) ?? contentOf(uri));
    reading.delete(key);
    if (taken === null) drop(key);
    else if (taken.kind === 'refused')
      set({ ...base, state: 'failed', reason: taken.reason, reports: [], modified: null });
    else {
      const snapshot = takenSnapshot(budget, taken, base.options);
      set({ ...base, state: 'read', reports: keptReports(key, snapshot), modified });
    }
  };
  const isAsBefore = async (key: string, { uri, options, policy }: Choice): Promise<boolean> => {
    const last = known.get(key);
    if (last?.state !== 'read' || last.modified === null || last.options !== options || last.policy !== policy) {
      return false;
    }
    return (await files?.stat?.(uri).catch(() => null))?.modified === last.modified;
  };
  const budget: Budget = { ...around.budget, milliseconds: Math.min(around.budget.milliseconds, mostOfAFile) };
  const choiceFor = async (uri: string, root: string): Promise<Choice & { readonly isEnabled: boolean }> => {
    const { audit, enable } = await configuration.settingsFor(folderUri(root));
    const options = await policies.optionsFor(uri, audit);
    return { uri, root, options, policy: await policies.policyFor(uri), isEnabled: enable };
  };
  const openAs = (key: string): string | undefined => documents.open.keys().find((uri) => keyOf(uri) === key);

  /** Looks for the files below a place. */
  const walkFrom = async (uri: string, root: string, cancelled?: CancelSignal): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    if (files === undefined) return found;
    const ignoring = ignoringOver(files, { patterns: [], gitignore: true, home: folderUri(root) });
    const walk = walkOver(files, { order: 'by-name', most, ignoring });
    for await (const place of walk.from({ uri, path: uri })) {
      if (cancelled?.isCancellationRequested) break;
      const key = keyOf(place.uri);
      if (rootOf(place.uri) !== root) continue;
      if (place.kind === 'file') {
        found.add(key);
        enqueue(place.uri, root);
        run();
      } else if (place.kind === 'unreadable') {
        found.add(key);
        const { isEnabled: _, ...base } = await choiceFor(place.uri, root);
        set({ ...base, state: 'failed', reason: place.reason, reports: [], modified: null });
      }
    }
    if (found.size >= most.files) isCut = true;
    if (uri === folderUri(root)) {
      leftOut = new Map([...leftOut, ...prefixed(root, walk.leftOut())]);
      ignored.set(root, walk.ignored());
    }
    return found;
  };
  const walkRoot = async (root: string, cancelled?: CancelSignal): Promise<void> => {
    if (!isWatching) {
      isWatching = true;
      guard('client/registerCapability', around.watch);
    }
    walking += 1;
    run();
    try {
      const found = await walkFrom(folderUri(root), root, cancelled);
      if (cancelled?.isCancellationRequested) return;
      for (const [key, file] of known) if (file.root === root && !found.has(key)) drop(key);
    } finally {
      walking -= 1;
      run();
    }
  };
  const forgetRoot = (root: string): void => {
    for (const [key, file] of known) if (file.root === root) drop(key);
    for (const kind of [...leftOut.keys()]) if (kind.startsWith(`${root}\n`)) leftOut.delete(kind);
    ignored.delete(root);
    run();
  };

  /** Works through the queue, then compares; one at a time. */
  const run = (): void => {
    if (running !== undefined) return;
    isAtWork = true;
    running = work()
      .catch((error: unknown) => guard('folder audit', () => Promise.reject(error)))
      .finally(() => {
        running = undefined;
        isAtWork = false;
        if (queue.size > 0 || walking > 0) run();
      });
  };
  const work = async (): Promise<void> => {
    for (;;) {
      await untilQuiet();
      const next = queue.entries().next().value;
      if (next !== undefined) {
        const [key, waiting] = next;
        readAhead();
        queue.delete(key);
        try {
          await auditFile(key, waiting);
        } catch (error) {
          const { uri, root } = waiting;
          const reason = phrase`审核时程序出错：${reasonOf(error)}`;
          set({ uri, root, state: 'failed', reason, reports: [], options: {}, policy: null, modified: null });
        }
        if (queue.size % 8 === 0) tell();
        continue;
      }
      if (walking > 0) {
        await turn();
        continue;
      }
      await putRosters();
      const end = performance.now() + slice;
      let isLeft = true;
      while (isLeft && performance.now() < end) isLeft = standing.step();
      if (!isLeft && queue.size === 0) break;
    }
    total = 0;
    isAtWork = false;
    tell();
  };
  const readAhead = (): void => {
    let left = ahead;
    for (const [key, { uri }] of queue) {
      if (left-- === 0) break;
      if (known.get(key)?.state !== 'unread' || reading.has(key) || openAs(key) !== undefined) continue;
      reading.set(key, contentOf(uri));
    }
  };
  const untilQuiet = async (): Promise<void> => {
    await turn();
    for (;;) {
      const left = lastEdit + quiet - performance.now();
      if (left <= 0) return;
      await new Promise<void>((resolve) => RAL().timer.setTimeout(resolve, left));
    }
  };

  const putRosters = async (): Promise<void> => {
    const held = heldPolicies();
    if (held.size === putPolicies.size && [...held].every((policy) => putPolicies.has(policy))) return;
    putPolicies = new Set(held);
    const rosters = [...held].flatMap((policy) => {
      const roster = rosterUnder(policy);
      return roster === null ? [] : [{ policy, roster }];
    });
    const standings = rosters.map(async ({ policy, roster }) => {
      const { uri } = policy;
      const root = rootOf(uri) ?? folders.roots()[0] ?? '';
      const { options } = await choiceFor(uri, root);
      const rules = options.rules ?? {};
      rosterRules.set(policy, rules);
      return { subject: roster, rules };
    });
    standing.putRosters(await Promise.all(standings));
  };

  const readModes = async (): Promise<void> => {
    for (const root of folders.roots()) {
      const { diagnosticMode, enable } = await configuration.settingsFor(folderUri(root));
      const state = roots.get(root) ?? { mode: 'openFiles', isAsked: false };
      const mode = enable ? diagnosticMode : 'openFiles';
      const was = isActive(root);
      const isOther = state.mode !== mode;
      roots.set(root, { ...state, mode });
      if (!was && isActive(root)) guard('folder audit', () => walkRoot(root));
      else if (was && !isActive(root)) forgetRoot(root);
      if (isOther) tell(...[...known].flatMap(([key, file]) => (file.root === root ? [key] : [])));
    }
    for (const root of roots.keys()) {
      if (folders.roots().includes(root)) continue;
      roots.delete(root);
      forgetRoot(root);
    }
  };
  const auditAgain = (): void => {
    for (const { uri, root } of known.values()) enqueue(uri, root);
    if (known.size > 0) run();
  };

  documents.open.onDidChangeContent(({ document: { uri } }) => {
    if (known.size === 0) return;
    lastEdit = performance.now();
    const file = known.get(keyOf(uri));
    if (file === undefined) return;
    enqueue(uri, file.root);
    run();
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    const file = known.get(keyOf(uri));
    if (file === undefined) return;
    // What was not saved is not in the file.
    enqueue(uri, file.root);
    run();
    tell(keyOf(uri));
  });

  return {
    audit: async (asked, cancelled) => {
      const named = new Set(asked.map(asFolder).map(keyOf));
      const chosen = folders.roots().filter((root) => named.size === 0 || named.has(keyOf(root)));
      for (const root of chosen) {
        roots.set(root, { mode: 'openFiles', ...roots.get(root), isAsked: true });
      }
      await Promise.all(chosen.map((root) => walkRoot(root, cancelled)));
      while (running !== undefined && !cancelled.isCancellationRequested) {
        await Promise.race([running, new Promise<void>((resolve) => RAL().timer.setTimeout(resolve, 50))]);
      }
      if (!cancelled.isCancellationRequested) return true;
      // What a setting asks for goes on.
      for (const [key, { root }] of queue) if (roots.get(root)?.mode !== 'folder') queue.delete(key);
      reading.clear();
      return false;
    },
    settingsChanged: () => {
      guard('folder audit', async () => {
        await readModes();
        auditAgain();
        // What is said may be said in another language.
        tell(...known.keys());
      });
    },
    foldersChanged: () => guard('folder audit', readModes),
    filesChanged: (changes) => {
      for (const { uri, type } of changes) {
        const root = rootOf(uri);
        if (root === undefined || !isActive(root)) continue;
        const key = keyOf(uri);
        const names = key.slice(keyOf(root).length).split('/');
        if (names.some((name) => isLeftOut(name) && name !== policyFileName)) continue;
        const name = names.at(-1) ?? '';
        if (name === policyFileName) continue;
        if (type === FileChangeType.Deleted) {
          // Of a folder that goes, nobody names the files.
          for (const each of [...known.keys()]) if (each === key || each.startsWith(`${key}/`)) drop(each);
        } else if (isNamedLikeReport(name)) {
          const file = known.get(key);
          // Its time may be as before although its text is not.
          if (file !== undefined) known.set(key, { ...file, modified: null });
          enqueue(uri, root);
        } else if (type === FileChangeType.Created && extensionOf(name) === '') {
          guard('folder audit', () => walkFrom(uri, root));
        }
      }
      run();
    },
    files: () => known,
    store: files,
    keyOf,
    fileAt: (uri) => known.get(keyOf(uri)),
    isTold: (uri) => roots.get(rootOf(uri) ?? '')?.mode === 'folder',
    isAudited: isActive,
    isActive: () => [...roots.keys()].some(isActive),
    series: () => standing,
    rosters: () =>
      [...heldPolicies()].flatMap((policy) => {
        const roster = rosterUnder(policy);
        return roster === null
          ? []
          : [{ roster, uri: policy.uri, rules: rosterRules.get(policy) ?? {}, waivers: policy.policy.waivers }];
      }),
    rosterOf: (uri) => {
      const policy = known.get(keyOf(uri))?.policy ?? null;
      return policy && rosterUnder(policy);
    },
    progress: () => ({ done: Math.max(0, total - queue.size), total, isRunning: isAtWork }),
    leftOut: () => summed(leftOut),
    ignored: () => [...ignored.values()].reduce((sum, count) => sum + count, 0),
    isCut: () => isCut,
    pathOf,
    onChange: (listener) => listeners.push(listener),
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
}

/** A folder's URI as the client names it. */
function folderUri(root: string): string {
  return root.length > 1 ? root.slice(0, -1) : root;
}

function prefixed(root: string, kinds: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...kinds].map(([kind, count]) => [`${root}\n${kind}`, count] as const);
}

function summed(kinds: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [kind, count] of kinds) {
    const extension = kind.slice(kind.indexOf('\n') + 1);
    sums[extension] = (sums[extension] ?? 0) + count;
  }
  return sums;
}
