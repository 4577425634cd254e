/** The suite that runs in VS Code's web extension host, in the same worker as the extension. */
import * as vscode from 'vscode';
import { awakeTests } from '../suite/awake';
import { otherTests } from '../suite/others';
import { runAll } from '../suite/runner';
import { shownTests } from '../suite/shown';
import { virtualTests } from '../suite/virtual';
import { closeAll } from '../suite/workbench';
import { webFolderTest, webTests } from './tests';

/** Set by run.mjs when it bundles the suite: here there is no environment. */
declare const CHOSEN_TESTS: string;

/** Called by VS Code; leaves the counts in a file beside the workspace, and rejects when a test fails. */
export async function run(): Promise<void> {
  const chosen = new RegExp(CHOSEN_TESTS, 'u');
  const tests = [...webTests, ...virtualTests, ...awakeTests, ...otherTests, ...shownTests, webFolderTest]
    .map((test) => ({ ...test, name: `web: ${test.name}`, body: () => closeAll().then(test.body) }))
    .filter(({ name }) => chosen.test(name));
  const counts = await runAll(tests);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const results = vscode.Uri.joinPath(folder, '..', 'results.json');
  await vscode.workspace.fs.writeFile(results, new TextEncoder().encode(JSON.stringify(counts)));
  if (counts.failed > 0) throw new Error(`${counts.failed} of ${tests.length} tests failed`);
}
