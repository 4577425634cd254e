// Bundles the client, the language server and the command line into dist/, and the first two for browsers into dist/web/.
import { build } from 'esbuild';

const shared = {
  bundle: true,
  external: ['vscode'],
  minify: true,
  logLevel: 'warning',
};

const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs', outdir: 'dist' };

// For a browser esbuild knows none of Node's modules: one that is imported ends the build.
const web = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/web' };

await build({
  ...node,
  entryPoints: { client: 'client/src/node.ts' },
});
await build({
  ...node,
  entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
  banner: { js: '#!/usr/bin/env node' },
});
await build({
  ...web,
  entryPoints: { client: 'client/src/browser.ts' },
  format: 'cjs',
});
await build({
  ...web,
  entryPoints: { server: 'server/src/lsp/worker.ts' },
  format: 'iife',
});
