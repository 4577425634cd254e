/** Faulty reports: recall by fault and layout, what is found besides, and how often the wrong cell is named. */
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import { faults } from './faults';
import type { Verdict } from './measure';
import { isThere, trialsOf } from './measure';

/** What to print besides the table. */
interface FaultOptions {
  /** Reports for each fault in each layout. */
  readonly trials: number;
  /** Only the faults whose name begins with this. */
  readonly only: string;
  /** How many misses and extras to print in full for each fault. */
  readonly details: number;
}

/** Prints one row for each fault, then the totals. */
export function printFaults({ trials, only, details }: FaultOptions): void {
  if (trials === 0) return;
  console.log(`\nfaults: found in % of ${trials} reports, by layout\n`);
  const width = Math.max(...faults.map(({ name }) => name.length)) + 2;
  console.log(`${'fault'.padEnd(width)}${layouts.map((layout) => layout.slice(0, 8).padStart(9)).join('')}   extra`);
  const all: Verdict[] = [];
  faults.forEach((fault, index) => {
    if (!fault.name.startsWith(only)) return;
    if (!isThere(fault)) {
      console.log(`${fault.name.padEnd(width)} rule not there yet`);
      return;
    }
    const own: Verdict[] = [];
    const cells = layouts.map((layout, column) => {
      if (fault.layouts !== undefined && !fault.layouts.includes(layout)) return '–';
      const verdicts = trialsOf(fault, layout, trials, index * 10_000 + column * 1000);
      own.push(...verdicts);
      return percent(verdicts.filter(({ isFound }) => isFound).length, verdicts.length);
    });
    all.push(...own);
    const extra = own.filter(({ extras }) => extras.length > 0).length;
    console.log(
      `${fault.name.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}${percent(extra, own.length).padStart(8)}`,
    );
    if (details > 0) printDetails(own, details);
  });
  printTotals(all);
}

function percent(part: number, whole: number): string {
  if (whole === 0) return 'no case';
  const value = (100 * part) / whole;
  return value === 0 || value === 100 ? String(value) : value.toFixed(1);
}

function printTotals(all: readonly Verdict[]): void {
  const found = all.filter(({ isFound }) => isFound).length;
  const clear = all.filter(({ extras }) => extras.length === 0).length;
  console.log(`\nrecall: ${found} of ${all.length} faults (${percent(found, all.length)} %)`);
  console.log(
    `precision: no other finding above information in ${clear} of ${all.length} (${percent(clear, all.length)} %)`,
  );
  const cells = all.flatMap(({ cell }) => (cell === undefined ? [] : [cell]));
  const identifiable = cells.filter((cell) => cell.identifiable);
  const right = identifiable.filter(({ named }) => named === 'right').length;
  const wrong = cells.filter(({ named }) => named === 'wrong').length;
  console.log(`single wrong cells: ${cells.length}, identifiable ${identifiable.length}`);
  console.log(
    `  cell and value named rightly: ${right} of the identifiable (${percent(right, identifiable.length)} %)`,
  );
  console.log(`  another cell or value named: ${wrong} of all`);
}

function printDetails(verdicts: readonly Verdict[], most: number): void {
  const missed = verdicts.filter(({ isFound }) => !isFound);
  for (const { seed, layout, text, places, findings } of missed.slice(0, most)) {
    const quotes = places.map(({ start, end }) =>
      JSON.stringify(text.slice(Math.max(0, start - 30), Math.min(end, start + 120) + 20)),
    );
    console.log(`    missed, seed ${seed} ${layout}: ${quotes.join(' … ')}`);
    for (const { rule, message } of findings.slice(0, 3))
      console.log(`      said: ${rule} ${worded(message).slice(0, 120)}`);
  }
  const extra = verdicts.filter(({ extras }) => extras.length > 0);
  for (const { seed, layout, text, extras } of extra.slice(0, most)) {
    for (const { rule, message, span } of extras.slice(0, 3)) {
      const quote = JSON.stringify(text.slice(span.start, Math.min(span.end, span.start + 80)));
      console.log(`    extra, seed ${seed} ${layout}: ${rule} ${quote} ${worded(message).slice(0, 120)}`);
    }
  }
  const misnamed = verdicts.filter(
    ({ cell }) => cell?.named === 'wrong' || (cell?.identifiable && cell.named === 'none'),
  );
  for (const { seed, layout, text, places, cell, findings } of misnamed.slice(0, most)) {
    const [place] = places;
    const quote = JSON.stringify(text.slice(Math.max(0, (place?.start ?? 0) - 40), (place?.end ?? 0) + 20));
    console.log(`    suspect ${cell?.named}, seed ${seed} ${layout}: ${quote}`);
    for (const { rule, message } of findings.slice(0, 3))
      console.log(`      said: ${rule} ${worded(message).slice(0, 160)}`);
  }
}
