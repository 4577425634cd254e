/** Reads table four: 15 figures in one row, found behind its header. */

import type { RowSpec, TableSpec } from '../../standard/edition';
import { caseGroupSigns, reviewHeaderSigns, reviewHeadWords } from '../../standard/signs';
import { isAmong } from '../../text/characters';
import { holdsDigit } from '../../text/digits';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { RowReading } from '../report';
import type { Atom } from './atoms';
import { isPageMark } from './atoms';
import { cellOf } from './cell';

const signsNeeded = 3;

/** Whether the atoms hold the header of table four. */
export function hasReviewHeader(atoms: readonly Atom[]): boolean {
  const folded = atoms.map((atom) => atom.folded).join('');
  return reviewHeaderSigns.filter((sign) => folded.includes(sign)).length >= signsNeeded;
}

export interface ReviewRows {
  readonly rows: readonly RowReading[];
  /** Figures that are not the row's. */
  readonly unread: readonly Span[];
}

/** The row of figures, where one stands behind the header. */
export function readReviewRow(text: string, table: TableSpec, atoms: readonly Atom[]): ReviewRows {
  const spec = table.rows[0];
  if (spec === undefined) return { rows: [], unread: [] };
  const width = spec.columns.length;
  const runs = figureRuns(atoms, width);
  const own = threeParts(runs, width) ?? ownRun(text, atoms, runs, width);
  if (own === undefined) return { rows: [], unread: figuresOutside(text, atoms, []) };
  const { used, isCertain } = own;
  const header = atoms.filter((atom) => atom.kind === 'label').pop();
  return {
    rows: [reviewRowReading(text, spec, header, used, isCertain ? 'read' : 'ambiguous')],
    unread: figuresOutside(text, atoms, used),
  };
}

function reviewRowReading(
  text: string,
  spec: RowSpec,
  header: Atom | undefined,
  used: readonly Atom[],
  state: RowReading['state'],
): RowReading {
  const first = used[0] as Atom;
  const last = used[used.length - 1] as Atom;
  const label = header ?? first;
  return {
    row: spec.id,
    label: { span: { start: label.start, end: label.end }, text: seenText(text, label.start, label.end) },
    span: { start: first.start, end: last.end },
    state,
    cells: used.map((atom) => cellOf(text, atom)),
    repeated: false,
  };
}

/** Figures and empty cells that follow one another, and the words of the header since the run before. */
interface FigureRun {
  readonly atoms: readonly Atom[];
  readonly header: string;
}

/** A run ends at the next label; where rows are known, with its row. */
function figureRuns(atoms: readonly Atom[], width: number): readonly FigureRun[] {
  const runs: FigureRun[] = [];
  let run: Atom[] = [];
  let header = '';
  const close = (): void => {
    if (run.some((atom) => atom.kind !== 'blank') || run.length >= width) {
      runs.push({ atoms: run, header });
      header = '';
    }
    run = [];
  };
  for (const atom of atoms) {
    const isParted = atom.rowKnown && run[0] !== undefined && run[0].line !== atom.line;
    if (isParted || (atom.kind === 'label' && !isStrayWord(atom, run, width))) close();
    if (atom.kind === 'label' && run.length === 0) header += atom.folded;
    else run.push(atom);
  }
  close();
  return runs;
}

/** A word amid the figures stands for one of them. */
function isStrayWord(atom: Atom, run: readonly Atom[], width: number): boolean {
  const figures = run.filter((piece) => piece.kind === 'figure').length;
  if (figures === 0 || run.length >= width || atom.end - atom.start > 8) return false;
  // A piece of the head is no figure, wherever it has got to.
  return !reviewHeadWords.some((word) => word.includes(atom.folded));
}

interface Own {
  readonly used: readonly Atom[];
  readonly isCertain: boolean;
}

/** The one run with figures; an empty row is the table's row only where there is no other. */
function ownRun(text: string, atoms: readonly Atom[], runs: readonly FigureRun[], width: number): Own | undefined {
  const behind = runs.filter((run, i) => i > 0 || run.header !== '');
  const candidates = behind.length > 0 ? behind : runs;
  const stated = candidates.filter((run) => run.atoms.some((atom) => atom.kind !== 'blank'));
  const numbers = stated.filter((run) => run.atoms.some((atom) => isFigureInDigits(text, atom)));
  const whole = numbers.filter((run) => withoutBullet(text, filledOf(run), width).length === width);
  const [only] = whole.length === 1 ? whole : numbers.length > 0 ? numbers : stated.length > 0 ? stated : candidates;
  if (only === undefined) return undefined;
  const run = withoutBullet(text, only.atoms, width);
  const picked = isBesideLabels(atoms, run, width) ? undefined : pickFigures(run, width);
  const used = picked ?? (filledOf(only).length > 0 ? filledOf(only) : run);
  const isDoubtful = (numbers.length > 1 && whole.length !== 1) || beginsBesideLabel(atoms, used);
  return { used, isCertain: picked !== undefined && !isDoubtful };
}

/** `- 1 0 0 …`: a list's mark before as many figures as the row has. */
function withoutBullet(text: string, run: readonly Atom[], width: number): readonly Atom[] {
  const [first] = run;
  if (first === undefined || run.length !== width + 1 || first.start !== first.line.start) return run;
  return first.end - first.start === 1 && isAmong('-*•', text, first.start) ? run.slice(1) : run;
}

/** Some figures and more empty cells than the row has, on one line with the head: nothing tells where the row begins. */
function isBesideLabels(atoms: readonly Atom[], run: readonly Atom[], width: number): boolean {
  const [first] = run;
  if (first === undefined || run.length <= width || run.every((atom) => atom.kind !== 'blank')) return false;
  if (run.filter((atom) => atom.kind !== 'blank').length === width) return false;
  return atoms.some((atom) => atom.kind === 'label' && atom.line === first.line);
}

/** Figures that begin behind a word on its line and go on elsewhere: the first may be a page's number. */
function beginsBesideLabel(atoms: readonly Atom[], used: readonly Atom[]): boolean {
  const [first] = used;
  if (first === undefined || first.rowKnown || used.every((atom) => atom.line === first.line)) return false;
  return atoms.some((atom) => atom.kind === 'label' && atom.line === first.line);
}

function filledOf(run: FigureRun): readonly Atom[] {
  return run.atoms.filter((atom) => atom.kind !== 'blank');
}

function pickFigures(run: readonly Atom[], width: number): readonly Atom[] | undefined {
  const filled = run.filter((atom) => atom.kind !== 'blank');
  return filled.length === width ? filled : windowOf(run, width);
}

/** As many cells as the row has, with nothing but empty ones outside. */
function windowOf(run: readonly Atom[], width: number): readonly Atom[] | undefined {
  if (run.length < width) return undefined;
  if (run.slice(width).some((atom) => atom.kind !== 'blank')) return undefined;
  return run.slice(0, width);
}

const parts = 3;

/** Three tables instead of one, each under the name of its group of columns, in the form's order. */
function threeParts(runs: readonly FigureRun[], width: number): Own | undefined {
  const share = width / parts;
  const filled = runs.filter((run) => filledOf(run).length > 0 || run.atoms.length >= share);
  if (filled.length !== parts) return undefined;
  const isNamed = filled.every((run, i) => run.header.includes(caseGroupSigns[i] as string));
  if (!isNamed) return undefined;
  const picked = filled.map((run) => pickFigures(run.atoms, share));
  if (picked.some((part) => part === undefined)) return undefined;
  return { used: picked.flatMap((part) => part ?? []), isCertain: true };
}

function isFigureInDigits(text: string, { kind, start, end }: Atom): boolean {
  return kind === 'figure' && holdsDigit(text, start, end);
}

function figuresOutside(text: string, atoms: readonly Atom[], used: readonly Atom[]): readonly Span[] {
  if (atoms.every((atom) => atom.kind !== 'figure' || used.includes(atom))) return [];
  const left = atoms.filter((atom) => isFigureInDigits(text, atom) && !used.includes(atom));
  return left.filter(({ start, end }) => !isPageMark(text, start, end)).map(({ start, end }) => ({ start, end }));
}
