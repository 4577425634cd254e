// The suite that a real VS Code runs: the extension as a clerk meets it.
import { editingTests } from './editing';
import { featureTests } from './features';
import { findingTests } from './findings';
import type { Test } from './runner';
import { runAll } from './runner';
import { screenshotTests } from './screenshots';
import { closeAll } from './workbench';

/** Called by VS Code; rejects when a test fails. */
export async function run(): Promise<void> {
  const tests = [...findingTests(), ...editingTests(), ...featureTests(), ...screenshotTests].filter(t=>!process.env.ONLY||new RegExp(process.env.ONLY).test(t.name)).map(cleanedUp);
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
