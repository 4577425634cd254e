/** What the tables say on a fact that the prose states, and how a message sets the two side by side. */

import { slotOf } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figureAt, printedFigure } from '../figures/figures';
import { sideOf } from '../figures/relations';
import type { RelatedPlace } from '../findings/finding';
import type { Exact } from '../quantity/exact';
import { compareExact, printExact } from '../quantity/exact';
import type { Fact, Report } from '../report/report';
import type { CellRef } from '../standard/edition';
import { cellName } from '../standard/editions';
import { fold } from '../standard/label-folding';
import { seenText } from '../text/seen';
import type { Wording } from '../text/wording';
import { listed, phrase, worded } from '../text/wording';
import { cellWords } from './relation-words';
import { cellNames, squeezed } from './wording';

/** The value of a sum of cells: at least `lowest`, and exactly that unless blanks leave it open. */
export interface TableValue {
  readonly lowest: Exact;
  readonly open: boolean;
}

/** The value of each reading; `undefined` where one of them cannot be told, so that nothing can conflict. */
export function tableValues(figures: Figures, fact: Fact): readonly TableValue[] | undefined {
  const values: TableValue[] = [];
  for (const reading of fact.readings) {
    const value = readingValue(figures, reading);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length === 0 ? undefined : values;
}

/** Whether all readings of the fact can be told and are such that `conflicts`. */
export function conflictsInAll(figures: Figures, fact: Fact, conflicts: (value: TableValue) => boolean): boolean {
  return (
    fact.readings.length > 0 &&
    fact.readings.every((reading) => {
      const value = readingValue(figures, reading);
      return value !== undefined && conflicts(value);
    })
  );
}

function readingValue(figures: Figures, reading: Fact['readings'][number]): TableValue | undefined {
  const side = sideOf(
    figures,
    reading.map((ref) => slotOf(figures.plan, ref)),
  );
  return side && { lowest: side.sum, open: side.open };
}

/** Whether the prose says that there are none. */
export function saysNone(fact: Fact): boolean {
  return fact.negated || (fact.lowest.units === 0 && fact.highest !== null && fact.highest.units === 0);
}

/** Whether the prose and a reading can both be true. */
export function agrees(fact: Fact, value: TableValue): boolean {
  if (fact.highest !== null && compareExact(fact.highest, value.lowest) < 0) return false;
  return value.open || compareExact(value.lowest, fact.lowest) >= 0;
}

const longestSum = 4;

/** The readings that a message names: a long sum of cells only where there is no shorter one. */
function readingsToTell({ readings }: Fact): Fact['readings'] {
  const short = readings.filter((reading) => reading.length <= longestSum);
  return short.length === 0 ? readings.slice(0, 1) : short;
}

/** `正文写“…”，而…是3` or `…合计3`. */
export function contrast(figures: Figures, fact: Fact): Wording {
  const { report } = figures;
  const told = readingsToTell(fact).map((reading) => {
    const names = reading.map((ref) => cellName(report.edition, ref));
    const side = sideOf(
      figures,
      reading.map((ref) => slotOf(figures.plan, ref)),
    );
    const [only] = reading;
    if (reading.length === 1 && only !== undefined)
      return phrase`${listed(names, '＋')}是${printedFigure(figureAt(figures, only))}`;
    return phrase`${listed(names, '＋')}合计${side === undefined ? phrase`无法确定` : printExact(side.sum)}`;
  });
  const distinct = [...new Map(told.map((reading) => [worded(reading), reading])).values()];
  return phrase`正文写“${quoted(report, fact)}”，而表中${listed(distinct, '，或者')}`;
}

/** What `contrast` quotes: the statement, then what the names of the cells quote. */
export function contrastNames({ report }: Figures, fact: Fact): readonly string[] {
  const cells = readingsToTell(fact).flatMap((reading) => reading.flatMap((ref) => cellNames(report.edition, ref)));
  return [quoted(report, fact), ...cells];
}

/** Every cell of the readings that the message names, once. */
export function relatedCells(figures: Figures, fact: Fact): readonly RelatedPlace[] {
  const seen = new Set<number>();
  return readingsToTell(fact)
    .flat()
    .flatMap((ref: CellRef) => {
      const slot = slotOf(figures.plan, ref);
      const cell = figures.cells[slot];
      if (cell === undefined || seen.has(slot)) return [];
      seen.add(slot);
      return [{ span: cell.span, message: cellWords(figures, ref), cell: ref }];
    });
}

/** What tells one statement from another, wherever it stands. */
export function factKey(report: Report, fact: Fact): string {
  return `${fact.subject}:${fold(seenText(report.view, fact.clause.start, fact.clause.end))}`;
}

/** The clause, cut so that the statement itself stays in. */
export function quoted({ view }: Report, { clause, span }: Fact): string {
  const most = 40;
  const start = span.end - clause.start > most ? Math.max(clause.start, span.start - most / 2) : clause.start;
  return (start > clause.start ? '…' : '') + squeezed(seenText(view, start, clause.end), most);
}
