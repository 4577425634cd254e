/** What Stryker would change in the sources, and the sources with the chosen changes in them, each waiting for its number to be called. */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** From 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Mutant {
  /** From the project's folder. */
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement: string;
}

/** The sources by their path from the project's folder. */
export type Sources = ReadonlyMap<string, string>;

export interface Instrumented {
  /** The files that have mutants in them now. */
  readonly sources: Sources;
  /** By the number that switches each on. */
  readonly mutants: ReadonlyMap<string, Mutant>;
}

/** Stryker's own, as its instrumenter collects them: one with a reason to be ignored is not placed. */
interface Collected {
  ignoreReason?: string;
  toApiMutant(): Mutant;
}
type Collect = (this: unknown, ...what: unknown[]) => Collected;

/** Every mutant that Stryker knows of the sources. */
export async function mutantsOf(sources: Sources): Promise<readonly Mutant[]> {
  return (await instrument(sources, () => false)).mutants.map(({ mutant }) => mutant);
}

/** The sources with those mutants whose key (`keyOf`) is wanted. */
export async function withMutants(sources: Sources, keys: ReadonlySet<string>): Promise<Instrumented> {
  const { files, mutants } = await instrument(sources, (mutant) => keys.has(keyOf(mutant)));
  const placed = mutants.filter(({ mutant }) => keys.has(keyOf(mutant)));
  const names = new Set(placed.map(({ mutant }) => mutant.fileName));
  return {
    sources: new Map(files.filter(({ name }) => names.has(name)).map(({ name, content }) => [name, content])),
    mutants: new Map(placed.map(({ id, mutant }) => [id, mutant])),
  };
}

/** Told apart by file, place and change. */
export function keyOf({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string {
  return `${fileName}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;
}

async function instrument(sources: Sources, isWanted: (mutant: Mutant) => boolean) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {} } as never;
  const files = [...sources].map(([name, content]) => ({ name, content, mutate: true }));
  const chosen = await choosing(isWanted);
  try {
    const made = await new Instrumenter(silent).instrument(files, {
      plugins: null,
      ignorers: [],
      excludedMutations: [],
    });
    return { files: made.files, mutants: made.mutants.map((mutant) => ({ id: mutant.id, mutant: plain(mutant) })) };
  } finally {
    chosen.end();
  }
}

function plain({ fileName, location, mutatorName, replacement = '' }: Partial<Mutant> & Omit<Mutant, 'replacement'>) {
  return { fileName, location, mutatorName, replacement };
}

/** Until `end`, Stryker leaves alone what is not wanted: it has no way of its own to place some mutants of a place and not others. */
async function choosing(isWanted: (mutant: Mutant) => boolean): Promise<{ end(): void }> {
  const at = dirname(createRequire(resolve('package.json')).resolve('@stryker-mutator/instrumenter/package.json'));
  const path = join(at, 'dist', 'src', 'transformers', 'mutant-collector.js');
  const { MutantCollector } = (await import(pathToFileURL(path).href)) as {
    MutantCollector: { prototype: { collect: Collect } };
  };
  const { collect } = MutantCollector.prototype;
  MutantCollector.prototype.collect = function (...what) {
    const mutant = collect.apply(this, what);
    if (!isWanted(plain(mutant.toApiMutant()))) mutant.ignoreReason ??= 'not drawn';
    return mutant;
  };
  return {
    end: () => {
      MutantCollector.prototype.collect = collect;
    },
  };
}
