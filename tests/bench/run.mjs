// The benchmark: measures the language server and the command line beside programs that do nothing, in one run.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBatch } from './measure-batch.mjs';
import { editorTables, measureEditor } from './measure-editor.mjs';
import { measureEdits } from './measure-edits.mjs';
import { growthTable, measureGrowth } from './measure-growth.mjs';
import { measureStart } from './measure-start.mjs';
import { buildReadable, printProfiles, profiling } from './profile.mjs';
import { comparisonTable } from './statistics.mjs';

const usage = `node tests/bench/run.mjs [options]
  --quick           fewer edits, runs and files
  --only PART       edits | editor | start | batch | growth (repeatable)
  --document TEXT   of edits and editor only documents whose name contains TEXT, e.g. "1.5 MB"
  --server FILE     another server than dist/server.js
  --cli FILE        another command line than dist/cli.js
  --profile FOLDER  build server and command line with readable names, profile them, print where their time goes
  --self-test       the floor beside itself: every ratio should be about 1`;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const parts = ['edits', 'editor', 'start', 'batch', 'growth'];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: parts },
    document: { type: 'string' },
    server: { type: 'string' },
    cli: { type: 'string' },
    profile: { type: 'string' },
    'self-test': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
/** A profile of a minified bundle would name no function, so profiling has bundles of its own. */
function programToMeasure(program, floor) {
  if (selfTest) return floor;
  if (values[program] !== undefined) return values[program];
  return values.profile === undefined ? here(`../../dist/${program}.js`) : buildReadable(program, values.profile);
}

const unknown = values.only.find((part) => !parts.includes(part));
if (unknown !== undefined) fail(`no part ${unknown}\n${usage}`);

const selfTest = values['self-test'];
const floorServer = here('./floor-server.mjs');
const server = await programToMeasure('server', floorServer);
const cli = values.only.includes('batch') ? await programToMeasure('cli', here('./batch-floor.mjs')) : undefined;
for (const file of [server, ...(cli === undefined ? [] : [cli])]) {
  if (!existsSync(file)) fail(`${file} does not exist: run “npm run build” first`);
}

const profiler = values.profile === undefined ? [] : profiling(values.profile);
const notes = [];
const context = {
  servers: { floor: [floorServer, '--stdio'], ours: [...profiler, server, '--stdio'], checked: !selfTest },
  commandLine: selfTest ? [cli] : [...profiler, cli, '--format', 'json', '--fail-on', 'never'],
  checked: !selfTest,
  speed: values.quick ? 5 : 1,
  only: values.document,
  log: (note) => {
    notes.push(note);
    console.error(note);
  },
  /** Runs one measurement; one that fails is noted, fails the run, and leaves the others alone. */
  attempt: async (measure, task) => {
    try {
      return await task();
    } catch (error) {
      context.log(`**FAILED** ${measure}: ${error.message}`);
      process.exitCode = 1;
      return undefined;
    }
  },
};

const requests = [];
const measures = {
  edits: measureEdits,
  editor: (given) => measureEditor(given, requests),
  start: measureStart,
  batch: measureBatch,
};
const rows = [];
for (const part of parts) {
  if (part in measures && values.only.includes(part)) rows.push(...(await measures[part](context)));
}
const growth = values.only.includes('growth') ? await measureGrowth(context) : [];

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}${selfTest ? ', floor beside floor' : ''}\n`,
);
if (rows.length > 0) console.log(`${comparisonTable(rows)}\n`);
for (const table of editorTables(requests)) console.log(`${table}\n`);
if (growth.length > 0) console.log(`${growthTable(growth)}\n`);
for (const note of notes) console.log(`- ${note}`);
if (values.profile !== undefined) printProfiles(values.profile);
