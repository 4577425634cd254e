/**
 * The tests that mutants of the engine meet: all of its rooms but the slowest, none that start a program, speak the protocol, put
 * something else in a module's place, or read the sources as text, which Stryker has changed. One worker, the likeliest file first,
 * so that a mutant falls as early as it can.
 */
import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What keeps results of the engine from one call to the next. */
const keeping = /\/server\/src\/text\/(per-object|remembered)\.ts$/;

interface Plan {
  /** Milliseconds by test file. */
  readonly took: Readonly<Record<string, number>>;
  /** The file of each mutant by its number. */
  readonly files: Readonly<Record<string, string>>;
}

interface Result {
  readonly fileName: string;
  readonly killedBy: readonly string[];
}

/** First the files that felled most mutants of the room a second so far; each begins with a chance, those of the room with a better one. */
class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { took, files: mutated } = read<Plan>(process.env.MUTATE_PLAN)[0] ?? { took: {}, files: {} };
    const { activeMutant } = this.ctx.getProvidedContext() as { activeMutant?: string };
    const room = roomOf(mutated[activeMutant ?? ''] ?? '');
    const results = read<Result>(process.env.MUTATE_RESULTS).filter(({ fileName }) => roomOf(fileName) === room);
    const promise = ({ project, moduleId }: TestSpecification): number => {
      const path = moduleId.slice(project.config.root.length + 1);
      const felled = results.filter(({ killedBy }) => killedBy[0] === path).length;
      const chance = path.startsWith(`tests/${room}/`) ? 3 : 1;
      return (chance + felled) / (500 + (took[path] ?? 0));
    };
    const promises = new Map(files.map((file) => [file, promise(file)]));
    return [...files].sort((a, b) => (promises.get(b) ?? 0) - (promises.get(a) ?? 0));
  }
}

/** `report` of `server/src/report/prose/facts.ts`. */
function roomOf(path: string): string {
  return path.split('/')[2] ?? '';
}

/** The lines of a file of JSON; none where it is not there. */
function read<T>(path = ''): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

export default defineConfig({
  plugins: [
    {
      name: 'forgetting',
      enforce: 'pre',
      transform(code, id) {
        return keeping.test(id) ? forgetting(code) : undefined;
      },
    },
  ],
  test: {
    setupFiles: ['tests/setup.ts', 'tests/attack/mutate/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    isolate: false,
    sequence: { sequencer: LikeliestFirst },
    include: [
      'tests/{text,quantity,syntax,standard,report,findings,figures,fixes,rules,audit}/**/*.test.ts',
      'tests/{workspace,policy,output,faults,converters,features}/**/*.test.ts',
      'tests/attack/edits.test.ts',
    ],
    exclude: [
      'tests/figures/{being-filled,suspect,wrong-digit}.test.ts',
      'tests/findings/reworded.test.ts',
      'tests/standard/new-{edition,relation}.test.ts',
      'tests/features/{cell-writing,completion,computing,convert-tables,preview,totality}.test.ts',
    ],
  },
});

/**
 * Its memories begin anew with each test while Stryker looks which test covers what (`setup.ts` counts the tests): otherwise only the
 * first test of all would count as one that covers, say, how the titles are compiled.
 */
function forgetting(code: string): string {
  const makers = [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const kept = code.replace(/^export function (\w+)/gm, 'function kept_$1');
  const exported = makers.map((name) => `export const ${name} = forgettingOnes(kept_${name});`);
  return `${kept}
function forgettingOnes(maker) {
  return (...how) => {
    let made;
    let test = null;
    return (...given) => {
      if (test !== globalThis.mutateTest) {
        test = globalThis.mutateTest;
        made = maker(...how);
      }
      return made(...given);
    };
  };
}
${exported.join('\n')}
`;
}
