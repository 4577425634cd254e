/** All regular expressions of the program: those that its source has as literals, and those that are built while it runs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { pdfCore } from '../../../server/scripts/pdf-bundle.mjs';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** File and line of a literal; `built` where it was made at run time. */
  readonly place: string;
}

/** Each once, in the order of the files. */
export async function expressions(): Promise<readonly Expression[]> {
  const own = filesIn('server/src').concat(filesIn('client'));
  const all = own.flatMap(literalsIn).concat(await built(own));
  return [...new Map(all.map((each) => [`${each.source}/${each.flags}`, each])).values()];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function literalsIn(file: string): Expression[] {
  const found: Expression[] = [];
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${file}:${line}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Runs before all else: tells each expression that is made. */
const listener = `globalThis.builtExpressions = new Map();
globalThis.RegExp = new Proxy(RegExp, {
  construct(native, args, target) {
    const made = Reflect.construct(native, args, target);
    builtExpressions.set(made.source + '/' + made.flags, { source: made.source, flags: made.flags, place: 'built' });
    return made;
  },
});`;

/** What starts a program when it is loaded. */
const programs = /\/(?:main|worker|generate-\w+|node|browser)\.ts$/;

/** Those built while every module is loaded, and while the samples are read and audited and their bodies renamed. */
async function built(files: readonly string[]): Promise<readonly Expression[]> {
  const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
  const modules = files.filter(
    (file) => (file.startsWith('server/') || file === 'client/src/pages.ts') && !programs.test(file),
  );
  const samples = readdirSync('tests/corpus', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  try {
    const entry = modules.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n');
    await build({
      stdin: {
        contents: `${entry}
          import { readFileSync } from 'node:fs';
          import { snapshotOf } from './server/src/workspace/snapshot';
          import { bodyPlaces } from './server/src/features/rename/body-places';
          for (const file of ${JSON.stringify(samples)}) {
            const { reports } = snapshotOf(readFileSync(file, 'utf8'), {});
            for (const part of reports) if (part.status === 'audited') bodyPlaces(part.report);
          }
          process.stdout.write(JSON.stringify([...globalThis.builtExpressions.values()]));`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      plugins: [withoutEditor, pdfCore],
      banner: { js: listener },
      bundle: true,
      platform: 'node',
      outfile: join(folder, 'built.cjs'),
      logLevel: 'error',
    });
    return JSON.parse(execFileSync(process.execPath, [join(folder, 'built.cjs')], { maxBuffer: 2 ** 26 }).toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The editor's module is there in the editor only; what is built needs none of it. */
const withoutEditor: Plugin = {
  name: 'without-editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
    onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: `const nothing = new Proxy(function () {}, { get: (_, key) => (key === '__esModule' ? undefined : nothing) });
        module.exports = nothing;`,
    }));
  },
};
