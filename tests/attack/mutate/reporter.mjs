/** A reporter for Stryker: each mutant that was tried is a line of JSON in the file that MUTATE_RESULTS names, as soon as it is known. */
import { appendFileSync } from 'node:fs';

/** @param {{ status: string }} mutant */
function onMutantTested(mutant) {
  if (mutant.status === 'Ignored') return;
  const { fileName, location, mutatorName, replacement, status, static: isStatic, killedBy, statusReason } = mutant;
  const line = { fileName, location, mutatorName, replacement, status, isStatic, killedBy, statusReason };
  appendFileSync(process.env.MUTATE_RESULTS, `${JSON.stringify(line)}\n`);
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'lines', value: { onMutantTested } }];
