// Bundles the client, the language server and the command line into dist/, one file each, and the preview's page.
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  outdir: 'dist',
  minify: true,
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { client: 'client/src/extension.ts' },
});
await build({
  ...shared,
  entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
  banner: { js: '#!/usr/bin/env node' },
});
await build({
  ...shared,
  entryPoints: { preview: 'client/webview/main.ts' },
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
});
