// The project's own standard and form printer, compiled in memory: the benchmark's tables are those of the format.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../server/src/standard/', import.meta.url));

const { outputFiles } = await build({
  stdin: {
    contents: "export { headingOf, printForm } from './blank-form'; export { editions } from './editions';",
    resolveDir: folder,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
});

export const { headingOf, printForm, editions } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

/** The nine layouts in which tables reach us, in the order of DESIGN.md. */
export const layouts = ['tab-cell', 'bar-line', 'tsv', 'markdown', 'bar-row', 'stacked', 'bar-alone', 'spaced', 'html'];
