/** One program of the changed sources and the tests that they meet: each time it is started, all its modules are new. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { Sources } from './mutants';

/** What keeps results of the engine from one call to the next. */
const keeping = /\/text\/(per-object|remembered)\.ts$/;

export interface Bundled {
  /** Where its modules and their paths stand. */
  readonly folder: string;
  readonly sources: Sources;
  /** Loaded one by one when they are called for; paths from the folder. */
  readonly tests: readonly string[];
  /** Loaded before each of them. */
  readonly setup: readonly string[];
  /** Whether what a mutant is come by is counted, which takes time. */
  readonly isCounting: boolean;
  readonly outfile: string;
}

/** CommonJS that exports `files`: a function a test file, by its path, that loads it. */
export async function bundle({ folder, sources, tests, setup, isCounting, outfile }: Bundled): Promise<void> {
  const loads = tests.map((path) => {
    const all = [...setup, path].map((file) => `require(${JSON.stringify(`./${file}`)})`);
    return `${JSON.stringify(path)}: () => { ${all.join('; ')}; }`;
  });
  await build({
    stdin: { contents: `exports.files = {\n${loads.join(',\n')}\n};`, resolveDir: folder, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    outfile,
    logLevel: 'error',
    plugins: [changing(folder, isCounting ? sources : withoutCounting(sources))],
  });
}

/** The program that starts it (`child.ts`). */
export async function bundleChild(outfile: string): Promise<void> {
  mkdirSync(dirname(outfile), { recursive: true });
  const entry = resolve('tests', 'attack', 'mutate', 'child.ts');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile });
}

/** Without what Stryker puts beside each place that it changes, to count how often it is come by. */
function withoutCounting(sources: Sources): Sources {
  return new Map(
    [...sources].map(([name, text]) => [name, text.replace(/\bstryCov_9fa48\((?:"\d+"(?:, )?)+\)/g, '0')]),
  );
}

function changing(folder: string, sources: Sources): Plugin {
  return {
    name: 'changing',
    setup(on) {
      on.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = relative(folder, path).split(sep).join('/');
        let contents = sources.get(name) ?? readFileSync(path, 'utf8');
        if (keeping.test(`/${name}`)) contents = forgetting(contents);
        return { contents: placed(contents, path), loader: 'ts' };
      });
    },
  };
}

/** With what a module asks of its own place, which is lost in one file. */
function placed(contents: string, path: string): string {
  return contents
    .replace(/\bimport\.meta\.dirname\b|\b__dirname\b/g, JSON.stringify(dirname(path)))
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href));
}

/**
 * Its memories begin anew with each test while it is looked which test covers what (`mutateTest` counts the tests): otherwise only the
 * first test of a file would count as one that covers, say, how the titles are compiled.
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
