/** The problem of several broken relations that have one cause: where it stands, its words and its fixes. */
import type { PlannedRelation } from '../figures/figure-plan';
import { printedFigure } from '../figures/figures';
import type { Change, Residuals } from '../figures/residuals';
import { exactAfter } from '../figures/residuals';
import type { Diagnosis, Explanation, Remedy } from '../figures/suspect';
import type { Fix, RelatedPlace } from '../findings/finding';
import { printExact } from '../quantity/exact';
import type { CellRef } from '../standard/edition';
import { cellName, cellNames, columnSpec, quotedIn, rowSpec } from '../standard/editions';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';
import {
  brokenLines,
  brokenNames,
  brokenSides,
  cellWords,
  changedCell,
  changedRef,
  changeLine,
  mostSpelled,
  placesOfWitnesses,
  relationLine,
  setFigureFix,
  suspectOf,
} from './relation-words';
import type { Problem } from './rule';
import { cellKey } from './wording';

/** Ways to set figures right that are offered where none is likelier than the others. */
const mostFixes = 8;

export function causeProblem({ residuals }: Diagnosis, explanation: Explanation): Problem {
  const { cause, remedies, relations } = explanation;
  const { plan } = residuals.figures;
  const suspect = cause && suspectOf(residuals, cause);
  return {
    span: causePlace(residuals, explanation),
    message: causeMessage(residuals, explanation),
    lines: causeLines(residuals, explanation),
    about: {
      names: quotedNames(residuals, explanation),
      relations: relations.map((index) => (plan.relations[index] as PlannedRelation).relation.key),
    },
    key: causeKey(residuals, explanation),
    related: relatedOf(residuals, explanation),
    ...(suspect === undefined ? {} : { suspect }),
    fixes: () => (cause ? [cause] : remedies.slice(0, mostFixes)).map((remedy) => fixOf(residuals, remedy)),
  };
}

/** The key of the explanation's problem: its cells, or its relations where no cell is named. */
export function causeKey({ figures: { plan } }: Residuals, { cause, relations }: Explanation): string {
  const keys = cause
    ? cause.changes.map(({ slot }) => cellKey(plan.refs[slot] as CellRef))
    : relations.map((index) => (plan.relations[index] as PlannedRelation).relation.key);
  return keys.join(' ');
}

/** At the wrong figure, the first of several; where it is not known, at a total that does not agree. */
function causePlace(residuals: Residuals, { cause, remedies, relations }: Explanation): Span {
  const { figures } = residuals;
  if (cause === undefined) {
    for (const index of relations) {
      const { relation, right } = figures.plan.relations[index] as PlannedRelation;
      const cell = relation.total && figures.cells[right[0] as number];
      if (cell?.kind === 'stated') return cell.span;
    }
  }
  const { changes } = (cause ?? remedies[0]) as Remedy;
  return changedCell(residuals, changes[0] as Change).span;
}

function causeMessage(residuals: Residuals, { cause, remedies, relations, complete, beside }: Explanation): Wording {
  const count = relations.length;
  const broken = brokenSides(residuals.figures, relations);
  if (cause === undefined) {
    return complete
      ? phrase`${count}项勾稽关系一起不成立（${broken}），差错互相牵连，有${remedies.length}种改法都能使它们全部成立，无法断定错在哪一格，应对照台账核对。`
      : phrase`${count}项勾稽关系一起不成立（${broken}），差错互相牵连，有多种改法都能使它们全部成立，无法断定错在哪一格，应对照台账核对。`;
  }
  const wrong = wrongWords(residuals, cause);
  return beside.length > 0
    ? phrase`${wrong}，与${count}项勾稽关系不符（${broken}），连同相关位置的其他差错一起改正后才全部成立。`
    : phrase`${wrong}，与${count}项勾稽关系不符（${broken}），改正后全部成立。`;
}

function causeLines(residuals: Residuals, { cause, remedies, relations, complete }: Explanation): readonly Wording[] {
  const broken = brokenLines(residuals.figures, relations);
  if (cause !== undefined) return [...wrongLines(residuals, cause), ...broken];
  const count = relations.length;
  const lead = complete
    ? phrase`${count}项勾稽关系一起不成立，有${remedies.length}种改法，应对照台账核对`
    : phrase`${count}项勾稽关系一起不成立，有多种改法，应对照台账核对`;
  return [lead, ...broken];
}

/** What is wrong, a figure a line; of a mistake in a line of the table, the sentence that tells it. */
function wrongLines(residuals: Residuals, cause: Remedy): readonly Wording[] {
  const { mistake, changes } = cause;
  const isOfLine = mistake.kind === 'shifted' || mistake.kind === 'left-out' || mistake.kind === 'counted-twice';
  if (isOfLine || changes.length > mostSpelled) return [wrongWords(residuals, cause)];
  return changes.map((change) => changeLine(residuals, change));
}

/** What the message quotes, in its order. */
function quotedNames(residuals: Residuals, { cause, relations }: Explanation): readonly string[] {
  const broken = brokenNames(residuals.figures, relations);
  return cause === undefined ? broken : [...wrongNames(residuals, cause), ...broken];
}

/** What is wrong, with the figures as printed and as they should be. */
function wrongWords(residuals: Residuals, { mistake, changes }: Remedy): Wording {
  const [first, second] = changes as [Change, Change];
  const name = (change: Change): Wording => cellName(residuals.figures.report.edition, changedRef(residuals, change));
  const both = (): Wording => phrase`${filledWords(residuals, first)}、${filledWords(residuals, second)}`;
  const after = (change: Change): string => printExact(exactAfter(residuals, change));
  switch (mistake.kind) {
    case 'figure':
      return phrase`${filledWords(residuals, first)}，应为${after(first)}`;
    case 'transposed':
      return phrase`${filledWords(residuals, first)}，应为${after(first)}，数字前后颠倒`;
    case 'exchanged':
      return phrase`${both()}，两格的数填反了，应为${after(first)}和${after(second)}`;
    case 'split':
      return phrase`${both()}，一个数拆在了相邻两格，应为${after(first)}和${after(second)}`;
    case 'merged':
      return phrase`${both()}，两个数并在了一格，应为${after(first)}和${after(second)}`;
    case 'shifted':
      return mistake.towards === 'right'
        ? phrase`“${rowLabel(residuals, first)}”行的数整体向右错了一列`
        : phrase`“${rowLabel(residuals, first)}”行的数整体向左错了一列`;
    case 'left-out':
      return phrase`${totalsName(residuals, mistake.line, first)}漏加了${partName(residuals, mistake)}的数，${shouldBe(residuals, changes)}`;
    case 'counted-twice':
      return phrase`${totalsName(residuals, mistake.line, first)}把${partName(residuals, mistake)}的数加了两次，${shouldBe(residuals, changes)}`;
    case 'several':
      return changes.length === 2
        ? phrase`${both()}，应为${after(first)}和${after(second)}`
        : phrase`${name(first)}等${changes.length}个数填错，${shouldBe(residuals, changes)}`;
  }
}

/** What `wrongWords` quotes. */
function wrongNames(residuals: Residuals, { mistake, changes }: Remedy): readonly string[] {
  const [first] = changes as [Change];
  const cells = (some: readonly Change[]): readonly string[] =>
    some.flatMap((change) => cellNames(residuals.figures.report.edition, changedRef(residuals, change)));
  switch (mistake.kind) {
    case 'shifted':
      return [rowLabel(residuals, first)];
    case 'left-out':
    case 'counted-twice':
      return [
        ...(mistake.line === 'row' ? quotedIn(rowLabel(residuals, first)) : [columnOf(residuals, first).label]),
        ...mistake.parts.map((part) => partLabel(residuals, mistake, part)),
        ...shouldBeNames(residuals, changes),
      ];
    case 'several':
      return changes.length === 2 ? cells(changes) : [...cells([first]), ...shouldBeNames(residuals, changes)];
    default:
      return cells(changes.slice(0, 2));
  }
}

function filledWords(residuals: Residuals, change: Change): Wording {
  const name = cellName(residuals.figures.report.edition, changedRef(residuals, change));
  return phrase`${name}填的是${printedFigure(changedCell(residuals, change))}`;
}

/** The figures with what each should be, the first of many. */
function shouldBe(residuals: Residuals, changes: readonly Change[]): Wording {
  const words = changes.slice(0, mostSpelled).map((change) => {
    const where = areInOneColumn(residuals, changes)
      ? phrase`“${rowLabel(residuals, change)}”行`
      : phrase`“${columnOf(residuals, change).label}”列`;
    const printed = printedFigure(changedCell(residuals, change));
    return phrase`${where}的${printed}应为${printExact(exactAfter(residuals, change))}`;
  });
  return changes.length > mostSpelled ? phrase`${listed(words)}等` : listed(words);
}

/** What `shouldBe` quotes. */
function shouldBeNames(residuals: Residuals, changes: readonly Change[]): readonly string[] {
  const byRow = areInOneColumn(residuals, changes);
  return changes
    .slice(0, mostSpelled)
    .map((change) => (byRow ? rowLabel(residuals, change) : columnOf(residuals, change).label));
}

function areInOneColumn(residuals: Residuals, [first, ...others]: readonly Change[]): boolean {
  const labelOf = (change: Change): string => columnOf(residuals, change).label;
  return first === undefined || others.every((other) => labelOf(other) === labelOf(first));
}

type PartMistake = Extract<Remedy['mistake'], { readonly parts: unknown }>;

function partName(residuals: Residuals, mistake: PartMistake): Wording {
  const names = mistake.parts.map((part) => {
    const label = partLabel(residuals, mistake, part);
    return mistake.line === 'row' ? phrase`“${label}”行` : phrase`“${label}”列`;
  });
  return listed(names, '或');
}

function partLabel({ figures }: Residuals, { line }: PartMistake, part: CellRef): string {
  const { edition } = figures.report;
  return line === 'row' ? rowSpec(edition, part.table, part.row).label : columnSpec(edition, part).label;
}

function totalsName(residuals: Residuals, line: 'row' | 'column', change: Change): Wording {
  return line === 'row' ? rowLabel(residuals, change) : phrase`“${columnOf(residuals, change).label}”列`;
}

function rowLabel(residuals: Residuals, change: Change): string {
  const { table, row } = changedRef(residuals, change);
  return rowSpec(residuals.figures.report.edition, table, row).label;
}

function columnOf(residuals: Residuals, change: Change) {
  return columnSpec(residuals.figures.report.edition, changedRef(residuals, change));
}

/** Every broken relation at a figure of it, then the figures that may be wrong, then what the prose says. */
function relatedOf(residuals: Residuals, explanation: Explanation): readonly RelatedPlace[] {
  const { cause, remedies, relations, beside } = explanation;
  const { figures } = residuals;
  const own = new Set(cause?.changes.map(({ slot }) => slot));
  const equations = relations.map((index): RelatedPlace => {
    const planned = figures.plan.relations[index] as PlannedRelation;
    const { left, right, relation } = planned;
    const slots = [...right, ...left].filter((slot) => figures.cells[slot] !== undefined);
    const anchor = slots.find((slot) => !own.has(slot)) ?? slots[0];
    const cell = figures.cells[anchor as number];
    return {
      span: cell?.span ?? { start: 0, end: 0 },
      message: relationLine(figures, planned),
      relation: relation.key,
    };
  });
  if (cause === undefined) {
    const slots = new Set(remedies.flatMap(({ changes }) => changes.map(({ slot }) => slot)));
    const cells = [...slots].sort((a, b) => a - b).map((slot) => ({ slot, by: 0 }));
    return [...equations, ...cells.map((change) => cellPlace(residuals, change))];
  }
  const should = (change: Change): string => printExact(exactAfter(residuals, change));
  const others = [...cause.changes.slice(1), ...beside].map((change) => cellPlace(residuals, change, should(change)));
  return [...equations, ...others, ...placesOfWitnesses(figures, explanation)];
}

function cellPlace(residuals: Residuals, change: Change, expected?: string): RelatedPlace {
  const cell = changedCell(residuals, change);
  const ref = changedRef(residuals, change);
  const name = cellName(residuals.figures.report.edition, ref);
  const message =
    expected === undefined
      ? cellWords(residuals.figures, ref)
      : phrase`${name}：${printedFigure(cell)}，应为${expected}`;
  return { span: cell.span, message, cell: ref };
}

function fixOf(residuals: Residuals, { changes }: Remedy): Fix {
  return setFigureFix(
    residuals.figures,
    changes.map((change) => ({
      ref: changedRef(residuals, change),
      span: changedCell(residuals, change).span,
      value: exactAfter(residuals, change),
    })),
  );
}
