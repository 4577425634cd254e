/** What totals, balances and figures found wrong should agree with, told beside them. */
import type { PlannedRelation } from '../../figures/figure-plan';
import { slotOf } from '../../figures/figure-plan';
import type { Figures } from '../../figures/figures';
import { hasBlank, sideOf, sidesOf } from '../../figures/relations';
import { statedRelation } from '../../figures/stated-relation';
import type { Coverage, Finding } from '../../findings/finding';
import type { Exact } from '../../quantity/exact';
import { compareExact, exactOf, isWhole, printExact, subtractExact } from '../../quantity/exact';
import type { Cell } from '../../report/report';
import type { CellRef } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { InlayHint } from './inlay-hint';

/** What is told of one figure. */
interface Note {
  readonly label: Wording;
  readonly tooltip: Wording;
  /** The figure that should stand here, where nothing speaks for another. */
  readonly value?: Exact;
}

/** By slot of the plan. */
type Notes = Map<number, Note[]>;

/** The hints beside the figures of broken relations and beside totals that are left blank, in no order. */
export function totalHints(figures: Figures, coverage: Coverage, findings: readonly Finding[]): readonly InlayHint[] {
  const notes: Notes = new Map();
  const told = noteSuspects(figures, findings, notes);
  coverage.outcomes.forEach(({ state }, index) => {
    const planned = figures.plan.relations[index];
    if (state === 'broken' && planned !== undefined) noteBroken(figures, planned, told, notes);
  });
  noteBlanks(figures, notes);
  return [...notes].flatMap(([slot, own]) => {
    const cell = figures.cells[slot];
    return cell === undefined ? [] : [hintAt(cell, own)];
  });
}

function hintAt(cell: Cell, notes: readonly Note[]): InlayHint {
  const [first, second] = notes as readonly [Note, ...Note[]];
  const value = notes.find((own) => own.value !== undefined)?.value;
  return {
    kind: 'total',
    at: cell.span.end,
    label:
      second === undefined
        ? first.label
        : listed(
            notes.map(({ label }) => label),
            '；',
          ),
    tooltip: listed(
      notes.map(({ tooltip }) => tooltip),
      '\n',
    ),
    edits: value === undefined ? [] : [{ span: cell.span, newText: printExact(value) }],
  };
}

/** The figures that the audit has found to be the wrong ones. Returns their slots. */
function noteSuspects(figures: Figures, findings: readonly Finding[], notes: Notes): ReadonlySet<number> {
  const suspects = findings.filter(({ rule, suspect }) => suspect !== undefined && rule.startsWith('relation/'));
  const told = new Set<number>();
  for (const { suspect, message } of suspects) {
    if (suspect === undefined) continue;
    const slot = slotOf(figures.plan, suspect.cell);
    const cell = figures.cells[slot];
    if (cell?.kind !== 'stated' || told.has(slot) || !Number.isSafeInteger(suspect.expected)) continue;
    told.add(slot);
    const value = exactOf(suspect.expected);
    const label = phrase`应为 ${printExact(value)}，差 ${distance(cell.value, value)}`;
    addNote(notes, slot, { label, tooltip: message, value });
  }
  return told;
}

/**
 * Beside the last figure of either side, as the kind has it. Nothing where the relation fails because of a figure that is
 * told already: a second hint would blame the total, which is right.
 */
function noteBroken(figures: Figures, planned: PlannedRelation, told: ReadonlySet<number>, notes: Notes): void {
  const { equation, kind } = planned.relation;
  if ([...planned.left, ...planned.right].some((slot) => told.has(slot))) return;
  if (sidesOf(figures, planned) === undefined) return;
  const { left, right } = kind.hints(statedRelation(figures, planned));
  const tooltip = phrase`勾稽关系不成立：${equation}`;
  if (left !== undefined) addNote(notes, planned.left.at(-1), { label: left, tooltip });
  if (right !== undefined) addNote(notes, planned.right.at(-1), { label: right, tooltip });
}

/** Totals without a figure, where all that they are the sum of is there. */
function noteBlanks(figures: Figures, notes: Notes): void {
  const { plan, cells } = figures;
  const sums = new Map<number, Exact[]>();
  for (const { relation, left, right } of plan.relations) {
    const slot = relation.total === undefined ? undefined : right[0];
    const cell = slot === undefined ? undefined : cells[slot];
    if (slot === undefined || (cell?.kind !== 'blank' && cell?.kind !== 'dash')) continue;
    const side = sideOf(figures, left);
    if (side === undefined || hasBlank(side) || side.sum.units < 0 || !isWhole(side.sum)) continue;
    sums.set(slot, [...(sums.get(slot) ?? []), side.sum]);
  }
  for (const [slot, values] of sums) {
    const [value] = values as [Exact];
    if (values.some((other) => compareExact(other, value) !== 0)) continue;
    const name = cellName(figures.report.edition, plan.refs[slot] as CellRef);
    const label = phrase`合计 ${printExact(value)}`;
    const tooltip = phrase`${name}没有填数字，各项合计为${printExact(value)}。`;
    addNote(notes, slot, { label, tooltip, value });
  }
}

function addNote(notes: Notes, slot: number | undefined, added: Note): void {
  if (slot === undefined) return;
  const own = notes.get(slot);
  if (own === undefined) notes.set(slot, [added]);
  else own.push(added);
}

function distance(a: Exact, b: Exact): string {
  return printExact(subtractExact(a, b)).replace('-', '');
}
