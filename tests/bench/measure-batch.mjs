// Batch: whole processes over a folder of distinct reports, the floor and the command line in turn.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportFile } from './documents.mjs';
import { comparison } from './statistics.mjs';

const target = 3;
const floorScript = fileURLToPath(new URL('./batch-floor.mjs', import.meta.url));
const memoryProbe = new URL('./peak-memory.mjs', import.meta.url).href;

/** One report in ten has a broken total. */
const isFlawed = (index) => index % 10 === 3;

/** One line; the peak memory of both is noted. */
export async function measureBatch({ commandLine, checked, speed, log, attempt }) {
  const count = speed > 1 ? 400 : 2000;
  const runs = Math.max(5, Math.ceil(9 / speed));
  const work = mkdtempSync(join(tmpdir(), 'disclosure-audit-bench-'));
  const measure = `batch, ${count} reports`;
  try {
    const folder = join(work, 'reports');
    const bytes = writeReports(folder, count);
    const output = join(work, 'output.json');
    const commands = { floor: [floorScript, folder], ours: [...commandLine, folder] };
    const took = await attempt(measure, () => runInTurn(commands, output, runs));
    if (took === undefined) return [];
    if (checked) await attempt(measure, () => checkOutput(readFileSync(output, 'utf8'), count));
    const peaks = Object.entries(commands).map(([name, args]) => `${name} ${peakMemory(args, output, work)} MB`);
    log(`${measure}: ${(bytes / 1e6).toFixed(1)} MB; peak memory ${peaks.join(', ')}`);
    return [comparison(measure, took.floor, took.ours, target)];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Ours comes last, so that what is left in `output` is ours. */
function runInTurn(commands, output, runs) {
  const took = { floor: [], ours: [] };
  for (let run = -1; run < runs; run++) {
    for (const name of ['floor', 'ours']) {
      const time = runOnce(commands[name], output);
      if (run >= 0) took[name].push(time);
    }
  }
  return took;
}

function writeReports(folder, count) {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const group = join(folder, `group-${String(index % 40).padStart(2, '0')}`);
    if (index < 40) mkdirSync(group, { recursive: true });
    const text = reportFile(index, isFlawed(index) ? 'flawed' : 'clean');
    bytes += Buffer.byteLength(text);
    writeFileSync(join(group, `report-${String(index).padStart(4, '0')}.txt`), text);
  }
  return bytes;
}

/** Milliseconds of the whole process; its output goes to a file, so nobody has to keep up with it. */
function runOnce(args, output, options = {}) {
  const file = openSync(output, 'w');
  try {
    const startedAt = performance.now();
    const { status, signal, stderr } = spawnSync(process.execPath, args, {
      stdio: ['ignore', file, 'pipe'],
      ...options,
    });
    const time = performance.now() - startedAt;
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${signal ?? status}\n${stderr}`);
    return time;
  } finally {
    closeSync(file);
  }
}

function peakMemory(args, output, work) {
  const file = join(work, 'peak-memory');
  runOnce(['--import', memoryProbe, ...args], output, { env: { ...process.env, PEAK_MEMORY_FILE: file } });
  return Math.round(Number(readFileSync(file, 'utf8')) / 1024);
}

/** Every file is audited; exactly the flawed ones have a finding about a broken figure. */
function checkOutput(output, count) {
  const { reports } = JSON.parse(output);
  if (reports.length !== count) throw new Error(`${reports.length} reports in the output, ${count} in the folder`);
  for (const { file, status, findings } of reports) {
    const index = Number(/report-(\d+)\.txt$/.exec(file)[1]);
    const broken = (findings ?? []).filter(({ rule }) => rule.startsWith('relation/'));
    if (status !== 'audited') throw new Error(`${file} was not audited: ${status}`);
    if (broken.length > 0 !== isFlawed(index)) {
      throw new Error(
        `${file} should ${isFlawed(index) ? '' : 'not '}have a broken total: ${JSON.stringify(broken[0])}`,
      );
    }
  }
}
