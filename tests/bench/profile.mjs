// Where the time goes: bundles with readable names, and the functions that their CPU profiles name.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { markdownTable } from './statistics.mjs';

const entries = { server: 'lsp/main.ts', cli: 'cli/main.ts' };
const shown = 30;

/** Node's options for a program whose profile is to be left in `folder`. */
export const profiling = (folder) => ['--cpu-prof', '--cpu-prof-interval=250', `--cpu-prof-dir=${folder}`];

/** Bundles `server` or `cli` as esbuild.mjs does, but does not minify it. Gives the file. */
export async function buildReadable(program, folder) {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${program}.cjs`);
  const entry = fileURLToPath(new URL(`../../server/src/${entries[program]}`, import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  return outfile;
}

/** One table for each program: the functions with the most time of their own in all profiles of `folder`. */
export function printProfiles(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  const profiles = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  for (const program of Object.keys(entries)) {
    const own = profiles.filter(({ nodes }) => nodes.some(({ callFrame }) => callFrame.url.endsWith(`${program}.cjs`)));
    if (own.length === 0) continue;
    const functions = new Map();
    for (const profile of own) addFunctions(functions, profile);
    const slowest = [...functions.values()].sort((a, b) => b.own - a.own).slice(0, shown);
    const lines = slowest.map(({ where, own, within }) => [where, own.toFixed(1), within.toFixed(1)]);
    const header = [`${program}: function:line, ${own.length} process(es)`, 'own (ms)', 'with callees (ms)'];
    console.log(`\n${markdownTable(header, lines)}`);
  }
}

function addFunctions(functions, { nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, { ...node, own: 0 }]));
  samples.forEach((id, index) => {
    byId.get(id).own += timeDeltas[index] / 1000;
  });
  const visit = (node, above) => {
    const { functionName, lineNumber } = node.callFrame;
    if (functionName === '(idle)') return 0;
    const where = `${functionName || '(anonymous)'}:${lineNumber + 1}`;
    const entry = functions.get(where) ?? { where, own: 0, within: 0 };
    functions.set(where, entry);
    const inner = new Set(above).add(where);
    let within = node.own;
    for (const child of node.children ?? []) within += visit(byId.get(child), inner);
    entry.own += node.own;
    if (!above.has(where)) entry.within += within;
    return within;
  };
  visit(byId.get(nodes[0].id), new Set());
}
