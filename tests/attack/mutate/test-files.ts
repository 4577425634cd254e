/**
 * The test files that mutants of the engine meet: those of all of its rooms, but none that starts a program, speaks the protocol, puts
 * something else in a module's place, or reads the sources as text, and not the slowest.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folders = [
  ...['text', 'quantity', 'syntax', 'standard', 'report', 'findings', 'figures', 'fixes', 'rules', 'audit'],
  ...['workspace', 'policy', 'output', 'faults', 'converters', 'features'],
];

const left = new Set([
  // They put something else in a module's place.
  ...['findings/reworded', 'standard/new-edition', 'standard/new-relation'],
  // It waits for a grammar while it is loaded, and is about that grammar alone.
  'features/grammar',
  // The slowest.
  ...['figures/being-filled', 'figures/suspect', 'figures/wrong-digit'],
  ...['cell-writing', 'completion', 'computing', 'convert-tables', 'preview', 'totality'].map(
    (name) => `features/${name}`,
  ),
]);

/** From the project's folder. */
export function engineTests(): readonly string[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join('tests', folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      `${folder}/${path}`.replaceAll('\\', '/'),
    ),
  );
  const names = paths.filter((path) => path.endsWith('.test.ts')).map((path) => path.slice(0, -'.test.ts'.length));
  return [...names.filter((name) => !left.has(name)), 'attack/edits'].sort().map((name) => `tests/${name}.test.ts`);
}
