/** How a message sets a statement of the prose beside what the tables say. */

import { readingValue, saysNone } from '../figures/fact-values';
import { slotOf } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figureAt, printedFigure } from '../figures/figures';
import type { RelatedPlace } from '../findings/finding';
import { printExact } from '../quantity/exact';
import { quotedClause } from '../report/prose/quoted-clause';
import type { Fact, Report } from '../report/report';
import type { CellRef } from '../standard/edition';

import { cellName, cellNames } from '../standard/editions';
import { fold } from '../standard/label-folding';
import { shortCellName } from '../standard/short-names';
import { squeezed } from '../text/fold';

import { seenText } from '../text/seen';
import type { Wording } from '../text/wording';
import { listed, phrase, worded } from '../text/wording';
import { cellWords } from './relation-words';

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
    const [only] = reading;
    if (reading.length === 1 && only !== undefined)
      return phrase`${listed(names, '＋')}是${printedFigure(figureAt(figures, only))}`;
    return phrase`${listed(names, '＋')}合计${sumWords(figures, reading)}`;
  });
  return phrase`正文写“${quotedClause(report, fact)}”，而表中${listed(distinctWordings(told), '，或者')}`;
}

/** The same in short lines: the cell with what each says, then the statement. */
export function contrastLines(figures: Figures, fact: Fact): readonly Wording[] {
  const { report } = figures;
  const said = saysNone(fact) ? phrase`没有` : squeezed(fact.raw, 20);
  const leads = readingsToTell(fact).map((reading) => {
    const names = listed(
      reading.map((ref) => shortCellName(report.edition, ref)),
      '＋',
    );
    return phrase`${names}：正文说${said}，表中是${sumWords(figures, reading)}`;
  });
  return [...distinctWordings(leads), phrase`正文写“${quotedClause(report, fact)}”`];
}

function sumWords(figures: Figures, reading: Fact['readings'][number]): Wording {
  const value = readingValue(figures, reading);
  return value === undefined ? phrase`无法确定` : printExact(value.lowest);
}

function distinctWordings(wordings: readonly Wording[]): readonly Wording[] {
  return [...new Map(wordings.map((one) => [worded(one), one])).values()];
}

/** What `contrast` quotes: the statement, then what the names of the cells quote. */
export function contrastNames({ report }: Figures, fact: Fact): readonly string[] {
  const cells = readingsToTell(fact).flatMap((reading) => reading.flatMap((ref) => cellNames(report.edition, ref)));
  return [quotedClause(report, fact), ...cells];
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
