/** The suite that a real VS Code runs: the extension as a clerk meets it. */
import { writeFileSync } from 'node:fs';

import { awakeTests } from './awake';
import { awakeWindowTests } from './awake-window';
import { colorTests } from './colors';
import { commandTests } from './commands';
import { completionTests } from './completing';
import { editingTests } from './editing';
import { featureTests } from './features';
import { fillingTests } from './filling';
import { findingTests } from './findings';
import { folderTests } from './folder';
import { formEditingTests } from './form-editing';
import { languageTests } from './language';
import { nextStepTests } from './next-steps';
import { nothingTests } from './nothing';
import { otherTests } from './others';
import { pageTests } from './pages';
import { policyTests } from './policies';
import { previewTests } from './preview';

import type { Test } from './runner';
import { runAll } from './runner';
import { screenshotTests } from './screenshots';
import { serverEndTests } from './server-ends';
import { shownTests } from './shown';
import { shownWindowTests } from './shown-window';
import { virtualTests } from './virtual';
import { languageNoticeTest, wordingTests } from './wordings';
import { closeAll } from './workbench';

/** The tests to run, as a pattern for their names; all of them where it is not set. */
const chosen = new RegExp(process.env.DISCLOSURE_AUDIT_ONLY ?? '', 'u');

/** Called by VS Code; rejects when a test fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const all = [
    languageNoticeTest,
    ...findingTests(),
    ...editingTests(),
    ...featureTests(),
    ...fillingTests,
    ...languageTests,
    ...pageTests,
    ...policyTests,
    ...wordingTests,
    ...virtualTests,
    ...completionTests,
    ...awakeTests,
    ...awakeWindowTests,
    ...nextStepTests,
    ...otherTests,
    ...commandTests,
    ...nothingTests,
    ...previewTests,
    ...formEditingTests,
    ...folderTests,
    ...shownTests,
    ...shownWindowTests,
    ...colorTests,
    ...serverEndTests,
    ...screenshotTests,
  ];
  const tests = all.filter(({ name }) => chosen.test(name)).map(cleanedUp);
  const counts = await runAll(tests);
  const { failed } = counts;
  if (process.env.DISCLOSURE_AUDIT_RESULTS) {
    writeFileSync(process.env.DISCLOSURE_AUDIT_RESULTS, JSON.stringify(counts));
  }
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
