import { defineConfig } from 'vitest/config';
import { builtCore } from './server/scripts/pdf-bundle.mjs';

/** They need the programs of tests/support/bundles.ts, and start processes. */
const processes = [
  'tests/cli/process.test.ts',
  'tests/lsp/{process,specification}.test.ts',
  'tests/lsp/worker.test.ts',
  'tests/editors/*.test.ts',
  'tests/many-machines.test.ts',
  'tests/readme.test.ts',
  'tests/new-rule.test.ts',
  'tests/notices.test.ts',
];

/** They put something else in a module's place, which the files after them in the same process would meet too: each loads the engine anew. */
const mocking = [
  'tests/cli/audit-command.test.ts',
  'tests/findings/reworded.test.ts',
  'tests/lsp/{budget,reading-failure}.test.ts',
  'tests/standard/new-{edition,relation}.test.ts',
];

/** A second or more each: faults, converters' outputs, and properties over every layout, change or text. `npm run test:quick` goes without. */
const thorough = [
  'tests/attack/*.test.ts',
  'tests/audit/standing-series.test.ts',
  'tests/faults/*.test.ts',
  'tests/converters/*.test.ts',
  'tests/files/{ignore-rules,walk}.test.ts',
  'tests/figures/{being-filled,suspect,wrong-digit}.test.ts',
  'tests/findings/about.test.ts',
  'tests/fixes/{fixes,fixes-in-layouts}.test.ts',
  'tests/features/{after-edits,completion,convert-tables,formatting,hover,navigation,preview,rename,totality}.test.ts',
  'tests/intake/{exported,libre-office,random-reports,refused,zip}.test.ts',
  'tests/page/*.test.ts',
  'tests/intake/pdf/{edge-files,printed-forms}.test.ts',
  'tests/l10n.test.ts',
  'tests/lsp/{after-edits,clients,places,settings}.test.ts',
  'tests/office/convert-reports.test.ts',
  'tests/output/{html,line-formats,office,results,sarif}.test.ts',
  'tests/policy/waivers.test.ts',
  'tests/report/{conservation,reading,recognise,tables-as-converters-leave-them,title-matrix}.test.ts',
  'tests/rules/{table-form,wording,wording-in-english}.test.ts',
  'tests/standard/blank-form.test.ts',
  'tests/syntax/{broken-labels,line-ends,mixed-layouts,parse,parted-tables}.test.ts',
];

/** Tests import the sources, which need the core of pdfjs as the bundles have it. */
const resolve = { alias: { 'pdfjs-dist/legacy/build/pdf.worker.mjs': await builtCore(import.meta.dirname) } };

const shared = { setupFiles: ['tests/setup.ts'], testTimeout: 60_000, hookTimeout: 120_000 };
/** The engine is loaded once a worker: no file of these leaves anything behind. */
const together = { ...shared, isolate: false };

export default defineConfig({
  test: {
    // What has not changed is not transformed again.
    experimental: { fsModuleCache: true },
    // Vitest leaves a core idle otherwise.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          ...together,
          name: 'quick',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/vscode/**', ...processes, ...mocking, ...thorough],
        },
      },
      { resolve, test: { ...together, name: 'thorough', include: thorough } },
      { resolve, test: { ...shared, name: 'mocking', include: mocking } },
      {
        resolve,
        test: { ...shared, name: 'processes', include: processes, globalSetup: ['tests/support/bundles.ts'] },
      },
    ],
  },
});
