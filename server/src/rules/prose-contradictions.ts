/** Where two statements of the running text exclude each other, before any table is looked at. */
import { compareExact } from '../quantity/exact';
import type { Fact, Report } from '../report/report';
import type { CellRef } from '../standard/edition';
import { cellKey } from './wording';

/** `later` is the statement that a clerk would look at first: the general one, or the second of two figures. */
interface Contradiction {
  readonly stated: Fact;
  readonly later: Fact;
}

/** The statement that gives a figure for what `fact` only implies to be none; `undefined` where there is none. */
export function figureAgainst(report: Report, fact: Fact): Fact | undefined {
  if (!fact.implied) return undefined;
  return report.facts.find((other) => {
    if (other.implied || other.lowest.units <= 0 || other.readings.length !== 1) return false;
    const [cells = []] = other.readings;
    return fact.readings.every((reading) => includesAll(reading, cells));
  });
}

function includesAll(reading: readonly CellRef[], cells: readonly CellRef[]): boolean {
  return cells.every(({ table, row, column }) =>
    reading.some((own) => own.row === row && own.column === column && own.table === table),
  );
}

/** All pairs of statements of which one at least is wrong, each statement at most once as the later one. */
export function contradictionsIn(report: Report): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const first = new Map<string, Fact>();
  for (const fact of report.facts) {
    if (fact.implied) {
      const stated = figureAgainst(report, fact);
      if (stated !== undefined) found.push({ stated, later: fact });
      continue;
    }
    const key = subjectKey(fact);
    if (key === undefined) continue;
    const stated = first.get(key);
    if (stated === undefined) first.set(key, fact);
    else if (exclude(stated, fact)) found.push({ stated, later: fact });
  }
  return found;
}

/** What two statements must share to be of one thing; `undefined` where the wording leaves it open. */
function subjectKey({ subject, readings }: Fact): string | undefined {
  if (subject === 'information-fee') return subject;
  const [only] = readings;
  return readings.length === 1 && only !== undefined ? only.map(cellKey).join('+') : undefined;
}

function exclude(a: Fact, b: Fact): boolean {
  if (a.subject === 'information-fee') return (a.lowest.units === 0) !== (b.lowest.units === 0);
  const above = a.highest !== null && compareExact(b.lowest, a.highest) > 0;
  return above || (b.highest !== null && compareExact(a.lowest, b.highest) > 0);
}
