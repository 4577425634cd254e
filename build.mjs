// Bundles the client, the language server, the command line, what writes spreadsheets and documents for them, what reads PDF files, and the pages of the preview and of the folder's table into dist/,
// and the first two and the reader for browsers into dist/web/.
// The licences of what is in them go along.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledPackages, noticesText } from './.ci/notices.mjs';
import { officeApart, officeEntries, officeWebEntries } from './server/scripts/office-bundles.mjs';
import { pdfCore, pdfWebEntries } from './server/scripts/pdf-bundle.mjs';

const shared = {
  bundle: true,
  external: ['vscode'],
  minify: true,
  // Chinese as it is: half the size of its escapes.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
};

const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs', outdir: 'dist' };

// For a browser esbuild knows none of Node's modules: one that is imported ends the build.
const web = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/web' };

const programs = [
  await build({
    ...node,
    entryPoints: { client: 'client/src/node.ts' },
  }),
  await build({
    ...node,
    entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
    plugins: [officeApart],
  }),
  await build({ ...node, entryPoints: officeEntries, plugins: [officeApart] }),
  await build({
    ...shared,
    entryPoints: { preview: 'client/webview/main.ts', folder: 'client/webview/folder/main.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  }),
];
const bundles = [
  await build({ ...web, entryPoints: { client: 'client/src/browser.ts' }, format: 'cjs' }),
  await build({ ...web, entryPoints: { server: 'server/src/lsp/worker.ts' }, format: 'iife' }),
  await build({ ...web, entryPoints: officeWebEntries, format: 'iife' }),
  await build({ ...web, entryPoints: pdfWebEntries, format: 'iife', plugins: [pdfCore] }),
];
for (const { metafile } of bundles) checkImports(metafile);
const packages = bundledPackages([...programs, ...bundles].map(({ metafile }) => metafile));
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesText(packages));

/** A browser has nothing to import from but the editor. */
function checkImports({ outputs }) {
  for (const [file, { imports }] of Object.entries(outputs)) {
    const missing = imports.map(({ path }) => path).filter((path) => path !== 'vscode');
    if (missing.length > 0) throw new Error(`${file} needs ${missing.join(', ')}, which no browser has`);
  }
}
