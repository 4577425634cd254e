/**
 * A reporter for Stryker. Each mutant that was tried is a line of JSON in the file that MUTATE_RESULTS names, as soon as it is known;
 * in the one that MUTATE_PLAN names stands what tells which tests ought to go first (`vitest.config.mts`).
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Milliseconds a test file takes, by its path from the project's folder. */
const took = {};

function pathOf(file) {
  return relative('.', file).split(sep).join('/');
}

function onDryRunCompleted({ result }) {
  for (const { id, timeSpentMs } of result.tests) {
    const file = testFileOf(id);
    took[file] = (took[file] ?? 0) + timeSpentMs;
  }
}

function onMutationTestingPlanReady({ mutantPlans }) {
  const files = {};
  for (const { mutant } of mutantPlans) {
    if (mutant.status !== 'Ignored') files[mutant.id] = pathOf(mutant.fileName);
  }
  writeFileSync(process.env.MUTATE_PLAN, JSON.stringify({ took, files }));
}

function onMutantTested(mutant) {
  if (mutant.status === 'Ignored') return;
  const {
    fileName,
    location,
    mutatorName,
    replacement,
    status,
    static: isStatic,
    killedBy = [],
    statusReason,
  } = mutant;
  const result = {
    fileName: pathOf(fileName),
    location,
    mutatorName,
    replacement,
    status,
    isStatic,
    killedBy: killedBy.map(testFileOf),
    statusReason: statusReason?.slice(0, 500),
  };
  appendFileSync(process.env.MUTATE_RESULTS, `${JSON.stringify(result)}\n`);
}

/** Stryker names a test by its file, `#`, and its words. */
function testFileOf(id) {
  const file = id.split('#')[0];
  return file.slice(file.indexOf('tests/'));
}

export const strykerPlugins = [
  { kind: 'Reporter', name: 'lines', value: { onDryRunCompleted, onMutationTestingPlanReady, onMutantTested } },
];
