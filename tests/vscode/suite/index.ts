// The suite that a real VS Code runs: the extension as a clerk meets it.

import { commandTests } from './commands';
import { completionTests } from './completing';
import { editingTests } from './editing';
import { featureTests } from './features';
import { findingTests } from './findings';
import { languageTests } from './language';
import { policyTests } from './policies';
import type { Test } from './runner';
import { runAll } from './runner';
import { screenshotTests } from './screenshots';
import { closeAll } from './workbench';

/** The tests to run, as a pattern for their names; all of them where it is not set. */
const chosen = new RegExp(process.env.DISCLOSURE_AUDIT_ONLY ?? '', 'u');

/** Called by VS Code; rejects when a test fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const all = [
    ...findingTests(),
    ...editingTests(),
    ...featureTests(),
    ...languageTests,
    ...policyTests,
    ...completionTests,
    ...commandTests,
    ...screenshotTests,
  ];
  const tests = all.filter(({ name }) => chosen.test(name)).map(cleanedUp);
  const failed = await runAll(tests, process.env.DISCLOSURE_AUDIT_RESULTS);
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/** Each test begins with an empty editor. */
function cleanedUp(test: Test): Test {
  return {
    ...test,
    body: async () => {
      await closeAll();
      return test.body();
    },
  };
}
