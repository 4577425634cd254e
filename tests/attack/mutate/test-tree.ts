/**
 * In place of vitest, for test files that are loaded by hand: what `describe` and `test` are told becomes a list of cases, each run by
 * itself. It knows what the engine's tests use; a file that asks for more fails when it is loaded. `expect` is vitest's own.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';

type Body = (...given: never[]) => unknown;

export interface Suite {
  readonly within: Suite | undefined;
  readonly name: string;
  readonly isSkipped: boolean;
  /** Left to run before its first case. */
  readonly before: (() => unknown)[];
}

export interface Case {
  readonly file: string;
  readonly within: Suite;
  /** With the words of its suites. */
  readonly name: string;
  run(): unknown;
}

/** The file of the case that runs. */
let running = '';
let suite: Suite = suiteOf('', undefined, false);
let cases: Case[] = [];
let loading = '';

/** The cases of what `load` declares. */
export function casesOf(file: string, load: () => void): readonly Case[] {
  suite = suiteOf(file, undefined, false);
  cases = [];
  loading = file;
  load();
  return cases;
}

/** Runs it, first what its suites want run before, if they have not yet: `inSuite` is told whose turn it is, `undefined` the case's own. */
export async function runCase(one: Case, inSuite: (suite: Suite | undefined) => void): Promise<void> {
  running = one.file;
  for (const around of suitesOf(one.within)) {
    inSuite(around);
    for (const before of around.before.splice(0)) await before();
  }
  inSuite(undefined);
  await one.run();
}

/** A suite and those around it, the outermost first. */
export function suitesOf(suite: Suite): readonly Suite[] {
  return suite.within === undefined ? [suite] : [...suitesOf(suite.within), suite];
}

export const describe = declaring((name, body, isSkipped) => {
  const outer = suite;
  suite = suiteOf(`${outer.name} > ${name}`, outer, isSkipped || outer.isSkipped);
  body();
  suite = outer;
});

export const test = declaring((name, run, isSkipped) => {
  if (!isSkipped && !suite.isSkipped)
    cases.push({ file: loading, within: suite, name: `${suite.name} > ${name}`, run });
});

export const it = test;

export function beforeAll(run: () => unknown): void {
  suite.before.push(run);
}

type Declare = (name: string, body: () => unknown, isSkipped: boolean) => void;

/** `describe` or `test`, with `each` and `skipIf`. */
function declaring(declare: Declare) {
  const under = (isSkipped: boolean) =>
    Object.assign((name: string, body: Body) => declare(name, body as () => unknown, isSkipped), {
      each: (rows: readonly unknown[]) => (name: string, body: Body) => {
        for (const row of rows) {
          const given = Array.isArray(row) ? row : [row];
          declare(named(name, given), () => body(...(given as never[])), isSkipped);
        }
      },
    });
  return Object.assign(under(false), { skipIf: (isSkipped: unknown) => under(Boolean(isSkipped)) });
}

/** `%s` and its kin for what is given in order, `$name` for a property of an object. */
function named(name: string, given: readonly unknown[]): string {
  const [first] = given;
  const filled = name.replace(/\$(\w+)/g, (whole, key) =>
    typeof first === 'object' && first !== null && key in first
      ? String((first as Record<string, unknown>)[key])
      : whole,
  );
  const places = filled.match(/%[sdifjoO]/g)?.length ?? 0;
  return format(filled, ...given.slice(0, places));
}

function suiteOf(name: string, within: Suite | undefined, isSkipped: boolean): Suite {
  return { within, name, isSkipped, before: [] };
}

/** What vitest's `expect` can do only in its own process: texts held beside the tests. One that is not there is another. */
export const snapshots = {
  toMatchFileSnapshot(received: string, path: string) {
    return same(received, readFileSync(join(dirname(running), path), 'utf8').replaceAll('\r\n', '\n'));
  },
  toMatchInlineSnapshot(received: string, held: string) {
    return same(received, flush(held).replace(/^"|"$/g, ''));
  },
};

function same(received: string, held: string) {
  return { pass: received === held, message: () => `${JSON.stringify(received)} is not ${JSON.stringify(held)}` };
}

/** The lines without what all of them are indented by. */
function flush(text: string): string {
  const lines = text.replace(/^\n|\n *$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
