/**
 * The tests that mutants of the engine meet: all of its rooms but the slowest, none that start a program, speak the protocol or put
 * something else in a module's place. One worker, the quickest file first, so that a mutant falls as early as it can.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What keeps results of the engine from one call to the next. */
const keeping = /\/server\/src\/text\/(per-object|remembered)\.ts$/;

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = ({ project, moduleId }: TestSpecification): number => {
      const key = `${project.name}:${moduleId.slice(project.config.root.length + 1)}`;
      return this.ctx.cache.getFileTestResults(key)?.duration ?? Number.POSITIVE_INFINITY;
    };
    return [...files].sort((a, b) => took(a) - took(b));
  }
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
    sequence: { sequencer: QuickestFirst },
    include: [
      'tests/{text,quantity,syntax,standard,report,findings,figures,fixes,rules,audit}/**/*.test.ts',
      'tests/{workspace,policy,output,faults,converters,features}/**/*.test.ts',
      'tests/l10n.test.ts',
    ],
    exclude: [
      'tests/findings/reworded.test.ts',
      'tests/standard/new-{edition,relation}.test.ts',
      'tests/features/{after-edits,cell-writing,completion,computing,convert-tables,preview,totality}.test.ts',
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
