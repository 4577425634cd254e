/** The programs as users get them, bundled once a run: vitest calls the default export before the first test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { officeApart, officeEntries } from '../../server/scripts/office-bundles.mjs';

/** Where they are. */
interface Bundles {
  /** The folder that stands for the installed extension. */
  readonly installation: string;
  readonly server: string;
  readonly command: string;
  readonly generateDocs: string;
  /** The server of browsers, and esbuild's account of what went into it. */
  readonly worker: string;
  readonly workerMetafile: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    bundles: Bundles;
  }
}

const shared: BuildOptions = { bundle: true, logLevel: 'error' };
const node: BuildOptions = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

export default async function bundle(project: TestProject): Promise<() => void> {
  const installation = mkdtempSync(join(tmpdir(), 'disclosure-audit-'));
  const dist = join(installation, 'dist');
  const bundles: Bundles = {
    installation,
    server: join(dist, 'server.js'),
    command: join(dist, 'cli.js'),
    generateDocs: join(dist, 'generate-docs.js'),
    worker: join(dist, 'web', 'server.js'),
    workerMetafile: join(dist, 'web', 'server.json'),
  };
  const [{ metafile }] = await Promise.all([
    build({
      ...shared,
      entryPoints: ['server/src/lsp/worker.ts'],
      outfile: bundles.worker,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      metafile: true,
    }),
    build({ ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: bundles.server, plugins: [officeApart] }),
    build({ ...node, entryPoints: ['server/src/cli/main.ts'], outfile: bundles.command, plugins: [officeApart] }),
    build({ ...node, entryPoints: { ...officeEntries }, outdir: dist, plugins: [officeApart] }),
    build({ ...node, entryPoints: ['server/src/cli/generate-docs.ts'], outfile: bundles.generateDocs }),
  ]);
  writeFileSync(bundles.workerMetafile, JSON.stringify(metafile));
  project.provide('bundles', bundles);
  return () => rmSync(installation, { recursive: true, force: true });
}
