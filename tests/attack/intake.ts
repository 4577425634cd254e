/** Mutated files of each kind through its reader: always an answer, of the right form, soon, and nothing is kept of it. */
import type { DocumentGrid, Intake } from '../../server/src/intake/document';
import { documentTree } from '../../server/src/intake/document-tree';
import { worded } from '../../server/src/text/wording';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import type { FileKind } from './intake/kinds';
import { fileKinds } from './intake/kinds';

/** What is waited for a file, by its unpacked size: a hang is told from a machine that has something else to do. */
const patience = { least: 5000, aMegabyte: 1000 };
/** How much more memory the last files may leave than the first. */
const growth = 1.5;
const slack = 48 * 1024 * 1024;

function flawOf(intake: Intake): string | undefined {
  if (!intake.ok) return worded(intake.reason) === '' ? 'refused without a reason' : undefined;
  const { blocks, omissions } = intake.document;
  if (omissions.some(({ count }) => !(count >= 1))) return 'an omission of none';
  for (const block of blocks) {
    const flaw = block.kind === 'grid' ? flawOfGrid(block) : undefined;
    if (flaw !== undefined) return flaw;
    if (block.kind === 'paragraph' && block.text.trim() === '') return 'a paragraph of nothing';
  }
  documentTree(intake.document);
  return undefined;
}

/** Cells lie side by side, and no cell reaches below the last row. */
function flawOfGrid({ rows }: DocumentGrid): string | undefined {
  for (const [index, { cells }] of rows.entries()) {
    let free = 1;
    for (const { column, colSpan, rowSpan } of cells) {
      if (![column, colSpan, rowSpan].every(Number.isInteger)) return 'a span that is no whole number';
      if (column < free) return 'a cell over another';
      if (colSpan < 1 || rowSpan < 1 || index + rowSpan > rows.length) return 'a span of none, or out of the grid';
      free = column + colSpan;
    }
  }
  return undefined;
}

/** What goes wrong with a file, else what became of it. */
async function tried(kind: FileKind, bytes: Uint8Array): Promise<{ readonly flaw?: string; readonly isRead: boolean }> {
  const began = performance.now();
  try {
    const intake = await kind.read(bytes);
    const flaw = flawOf(intake);
    if (flaw !== undefined) return { flaw, isRead: intake.ok };
    const allowed = patience.least + (patience.aMegabyte * bytes.length) / 1e6;
    return { isRead: intake.ok, ...(performance.now() - began > allowed && { flaw: 'slow' }) };
  } catch (error) {
    const thrown = `thrown: ${error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)}`;
    return { flaw: thrown, isRead: false };
  }
}

/** After a collection, where the run can ask for one. */
function memory(): number | undefined {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

interface Run {
  readonly failures: readonly Failure[];
  readonly line: string;
}

async function runOf(kind: FileKind, seed: number, count: number): Promise<Run> {
  const samples = kind.samples();
  const failures = new Map<string, Failure>();
  let [read, slowest] = [0, 0];
  let early: number | undefined;
  for (let i = 0; i < count; i++) {
    const random = randomOf(seed, `${kind.name} ${i}`);
    const bytes = kind.mutated(random.pick(samples), random);
    const began = performance.now();
    const { flaw: what, isRead } = await tried(kind, bytes);
    slowest = Math.max(slowest, performance.now() - began);
    if (what !== undefined && !failures.has(what)) {
      const input = JSON.stringify({ kind: kind.name, seed, nth: i, bytes: Buffer.from(bytes).toString('base64') });
      failures.set(what, { what: `${kind.name}: ${what}`, input });
    }
    if (isRead) read++;
    if (i === Math.floor(count / 10)) early = memory();
  }
  const late = memory();
  if (early !== undefined && late !== undefined && late > early * growth + slack) {
    failures.set('memory', { what: `${kind.name}: memory grows from ${early} to ${late} bytes`, input: '' });
  }
  const line = `${kind.name}: ${count} files, ${read} of them read, the slowest in ${Math.round(slowest)} ms${late === undefined ? '' : `, ${Math.round(late / 1e6)} MB in use at the end`}`;
  return { failures: [...failures.values()], line };
}

/** @param kinds those that are tried; by name all of them are. */
export function intakeAttack(kinds: readonly FileKind[]): Attack {
  return {
    name: 'intake',
    unit: 'files',
    usual: 2000,
    async run({ seed, count }) {
      const runs: Run[] = [];
      for (const kind of kinds) runs.push(await runOf(kind, seed, count));
      return {
        tried: count * kinds.length,
        failures: runs.flatMap(({ failures }) => failures),
        lines: runs.map(({ line }) => line),
      };
    },
  };
}

export const intake = intakeAttack(fileKinds);
