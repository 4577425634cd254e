/** The view that lists what the audit says of the report in front of the user, kept up to date while it is visible. */
import type { CodeAction, ExtensionContext, TreeDataProvider } from 'vscode';
import { CodeActionKind, commands, EventEmitter, env, Uri, window, workspace } from 'vscode';
import { goToCommand } from '../../server/src/lsp/wire/protocol';
import type {
  ResultFixes,
  ResultFixesParams,
  Results,
  ResultsFinding,
} from '../../server/src/lsp/wire/results-protocol';
import { noResults, resultFixesMethod, resultsMethod } from '../../server/src/lsp/wire/results-protocol';
import type { AuditServer } from './audit-server';
import { goToPlace } from './go-to';
import { openPage } from './pages';
import { rangeOf } from './range-of';
import type { ResultNode } from './results-tree';
import { applyFixCommand, childNodes, itemOf, restartNode, topNodes } from './results-tree';
import { say } from './say';
import { reportDiagnostics } from './status';
import { type Trouble, troubleOf, troubleWords } from './trouble';
import { revoke } from './waive';

export const resultsViewId = 'disclosureAudit.results';

interface ResultsView {
  /** Shows the results of the report there; `undefined`: there is no report in front of the user. */
  show(report: Uri | undefined): void;
}

export function createResultsView(context: ExtensionContext, server: AuditServer): ResultsView {
  const changed = new EventEmitter<undefined>();
  let shown: Uri | undefined;
  let results = noResults;
  let trouble: Trouble | undefined;
  const startOf = (uri: Uri): readonly ResultNode[] => [
    ...(trouble === undefined ? [] : [restartNode(uri)]),
    ...topNodes(uri, results.reports),
  ];
  const message = (): string => {
    if (trouble === undefined || shown === undefined) return results.summary;
    return troubleWords(trouble, results.reports.length > 0 ? 'old results' : 'no results');
  };
  const provider: TreeDataProvider<ResultNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async (node) => {
      if (node === undefined) return shown === undefined ? [] : [...startOf(shown)];
      if (node.kind !== 'finding') return [...childNodes(node)];
      return [...childNodes(node), ...(await fixNodes(server, node.uri, node.id, node.finding))];
    },
  };
  const view = window.createTreeView(resultsViewId, { treeDataProvider: provider, showCollapseAll: true });
  const display = (next: Results): void => {
    results = next;
    // Without a message the editor shows what can be done where there is no report.
    view.message = message();
    changed.fire(undefined);
  };
  const refresh = oneAtATime(async () => {
    const asked = shown;
    if (asked === undefined || !view.visible || server.state() !== 'ready') return;
    const answer = await server.request<Results | null>(resultsMethod, { uri: asked.toString() });
    if (asked === shown) display(answer ?? noResults);
  });
  context.subscriptions.push(
    changed,
    view,
    view.onDidChangeVisibility(refresh),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.toString() === shown?.toString()) refresh();
    }),
    ...resultCommands(() => view.selection[0]),
    commands.registerCommand('disclosureAudit.revokeResult', (given?: ResultNode) => {
      const node = given ?? view.selection[0];
      if (node?.kind !== 'waived' || results.policy === null) return askToChoose();
      const { rule, quote, reason } = node.waived;
      return revoke({ document: node.uri.toString(), policy: results.policy, rule, quote, reason });
    }),
  );
  return {
    show: (report) => {
      const count = report === undefined ? 0 : reportDiagnostics(report).length;
      view.badge = count === 0 ? undefined : { value: count, tooltip: say('{0} found in this report', count) };
      if (report?.toString() !== shown?.toString()) {
        shown = report;
        display(noResults);
      }
      const now = troubleOf(server.state());
      if (now !== trouble) {
        trouble = now;
        display(results);
      }
      refresh();
    },
  };
}

/** Runs `task`; asked again while it runs, it runs once more afterwards. Failures are the server's to log. */
function oneAtATime(task: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const run = async (): Promise<void> => {
    state = 'running';
    await task().catch(() => undefined);
    const again = (state as string) === 'again';
    state = 'idle';
    if (again) await run();
  };
  return () => {
    if (state === 'idle') void run();
    else state = 'again';
  };
}

/** The editor's own quick fixes of the finding, so that they are the same here and there. */
async function fixNodes(
  server: AuditServer,
  uri: Uri,
  parent: string,
  { fingerprint, range }: ResultsFinding,
): Promise<readonly ResultNode[]> {
  const params: ResultFixesParams = { uri: uri.toString(), fingerprint, start: range.start };
  const titles = (await server.request<ResultFixes>(resultFixesMethod, params).catch(() => undefined))?.titles ?? [];
  if (titles.length === 0) return [];
  const most = 20;
  const actions = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    rangeOf(range),
    CodeActionKind.QuickFix.value,
    most,
  );
  // The editor does not say which finding a quick fix belongs to, so it is known by its title.
  const own = (actions ?? []).filter(({ title }) => titles.includes(title));
  return own.map((action, index) => ({ uri, id: `${parent}/fix-${index}`, kind: 'fix', action }));
}

/** `chosen`: the node that is selected, for a key that the user has given the command. */
function resultCommands(chosen: () => ResultNode | undefined) {
  return [
    commands.registerCommand(goToCommand, goTo),
    commands.registerCommand(applyFixCommand, applyFix),
    commands.registerCommand('disclosureAudit.copyMessage', (given?: ResultNode) => {
      const node = given ?? chosen();
      if (node?.kind === 'finding') void env.clipboard.writeText(node.finding.message);
      else askToChoose();
    }),
    commands.registerCommand('disclosureAudit.showRule', (given?: ResultNode) => {
      const node = given ?? chosen();
      const page = node?.kind === 'finding' ? node.finding.page : node?.kind === 'basis' ? node.page : null;
      if (page === null) askToChoose();
      else void openPage(Uri.parse(page));
    }),
  ];
}

function askToChoose(): void {
  void window.showInformationMessage(say('Choose a finding in the results first.'));
}

/** An argument of the server's is a string. */
async function goTo(uri: Uri | string, range: ResultsFinding['range']): Promise<void> {
  await goToPlace(typeof uri === 'string' ? Uri.parse(uri) : uri, range);
}

async function applyFix(node: ResultNode): Promise<void> {
  if (node.kind !== 'fix') return;
  const { edit, command } = node.action;
  if (edit !== undefined && !(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(say('The document has changed meanwhile; please try again.'));
    return;
  }
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
