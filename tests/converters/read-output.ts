/** What the engine makes of one converter's output, set against the form that it was made from. */
import { figuresOf } from '../../server/src/figures/figures';
import { compareExact } from '../../server/src/quantity/exact';
import { readFigure } from '../../server/src/quantity/figure';
import type { Cell, Report } from '../../server/src/report/report';
import { worded } from '../../server/src/text/wording';
import type { AuditedReport, Snapshot, SnapshotReport } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { cellsOf, keyOf } from './form-figures';
import type { ConverterForm } from './forms';

/** A cell that was bound to another value than its own. */
interface WrongCell {
  readonly key: string;
  readonly expected: string;
  readonly read: string;
}

interface CellCounts {
  readonly expected: number;
  readonly right: number;
  readonly wrong: readonly WrongCell[];
  /** Figures of the form that were bound as a blank or a dash, by key. */
  readonly blanked: readonly string[];
  readonly unreadable: number;
  /** Cells without a reading: the table or the row is missing, or the row is ambiguous. */
  readonly unread: number;
}

interface Reading {
  readonly cells: CellCounts;
  readonly ambiguousRows: readonly string[];
  /** Whether the form has all its figures, so that its relations can be assessed. */
  readonly isFilled: boolean;
  readonly relations: { readonly holds: number; readonly broken: number; readonly notAssessable: number };
  /** Findings above information that the form does not deserve: times by rule. */
  readonly falseFindings: ReadonlyMap<string, number>;
  readonly information: ReadonlyMap<string, number>;
}

export type Outcome =
  | { readonly state: 'threw'; readonly message: string }
  | { readonly state: 'refused'; readonly reason: string }
  | ({ readonly state: 'read'; readonly reports: number } & Reading);

/** What makes an output a failure, besides not being read whole. */
type FailureKind = 'threw' | 'wrong' | 'blanked' | 'silent';

/** Reads `text`, an output made from `form`. */
export function readOutput(form: ConverterForm, text: string): Outcome {
  return outcomeOf(form, () => snapshotOf(text, {}));
}

/** The same of whatever the form was made into. */
export function outcomeOf(form: ConverterForm, read: () => Snapshot): Outcome {
  let reports: readonly SnapshotReport[];
  try {
    reports = read().reports;
  } catch (error) {
    return { state: 'threw', message: String(error) };
  }
  const audited = reports.filter((report) => report.status === 'audited');
  const [first] = audited;
  if (first === undefined) {
    const [skipped] = reports;
    return { state: 'refused', reason: skipped?.status === 'skipped' ? worded(skipped.reason) : '' };
  }
  return { state: 'read', reports: audited.length, ...readingOf(form, first) };
}

function readingOf(form: ConverterForm, { report, findings, coverage }: AuditedReport): Reading {
  const tables = Object.values(report.tables).filter((table) => table.state === 'found');
  const isGrave = (severity: string): boolean => severity === 'error' || severity === 'warning';
  return {
    cells: cellCounts(form, figuresOf(report)),
    isFilled: [...form.figures.values()].every((figure) => figure !== ''),
    ambiguousRows: tables.flatMap(({ rows }) =>
      rows.filter(({ state }) => state === 'ambiguous').map(({ row }) => row),
    ),
    relations: { holds: coverage.holds, broken: coverage.broken, notAssessable: coverage.notAssessable },
    falseFindings: timesOf(
      findings.filter(({ rule, severity }) => isGrave(severity) && !form.due.includes(rule)).map(({ rule }) => rule),
    ),
    information: timesOf(findings.filter(({ severity }) => !isGrave(severity)).map(({ rule }) => rule)),
  };
}

function timesOf(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

function cellCounts(form: ConverterForm, figures: ReturnType<typeof figuresOf>): CellCounts {
  const empty = emptyRows(figures.report);
  const bound = new Map(figures.plan.refs.map((ref, slot) => [keyOf(ref), figures.cells[slot]]));
  const wrong: WrongCell[] = [];
  const blanked: string[] = [];
  const counts = { expected: 0, right: 0, unreadable: 0, unread: 0 };
  for (const cell of cellsOf(form.edition)) {
    const key = keyOf(cell);
    const expected = form.figures.get(key) ?? '';
    const read = bound.get(key);
    counts.expected++;
    if (read === undefined && expected === '' && empty.has(`${cell.table}/${cell.row}`)) counts.right++;
    else if (read === undefined) counts.unread++;
    else if (isRight(expected, read)) counts.right++;
    else if (read.kind === 'unreadable') counts.unreadable++;
    else if (read.kind === 'stated') wrong.push({ key, expected, read: read.raw.trim() });
    else blanked.push(key);
  }
  return { ...counts, wrong, blanked };
}

/**
 * Rows whose label was found and nothing else: where a blank leaves no trace, that is all there is to read. The row of
 * table four has no label: there, that the table was found.
 */
function emptyRows({ tables, edition }: Report): ReadonlySet<string> {
  const found = Object.values(tables).flatMap((table) => (table.state === 'found' ? [table] : []));
  return new Set(
    found.flatMap(({ table, rows }) => {
      const ids = rows.filter(({ cells }) => cells.every(({ kind }) => kind === 'blank')).map(({ row }) => row);
      const all = rows.length === 0 && table === 'review' ? edition.tables.review.rows.map(({ id }) => id) : [];
      return [...ids, ...all].map((row) => `${table}/${row}`);
    }),
  );
}

function isRight(expected: string, read: Cell): boolean {
  if (expected === '') return read.kind === 'blank' || read.kind === 'dash';
  const figure = readFigure(expected, 0, expected.length);
  return read.kind === 'stated' && figure.kind === 'stated' && compareExact(read.value, figure.value) === 0;
}

/** Whether every cell is right, every relation holds, and nothing is wrongly found. */
export function isWhole(outcome: Outcome): boolean {
  if (outcome.state !== 'read') return false;
  const { reports, cells, relations, isFilled, falseFindings } = outcome;
  const isAssessed = relations.broken === 0 && (relations.notAssessable === 0 || !isFilled);
  return reports === 1 && cells.right === cells.expected && isAssessed && falseFindings.size === 0;
}

/** What must not be, whatever the output looks like. `silent`: not all was read, and no finding says so. */
export function failuresOf(outcome: Outcome): readonly FailureKind[] {
  if (outcome.state === 'threw') return ['threw'];
  if (outcome.state === 'refused') return [];
  const { cells, falseFindings } = outcome;
  const kinds: FailureKind[] = [];
  if (cells.wrong.length > 0) kinds.push('wrong');
  if (cells.blanked.length > 0) kinds.push('blanked');
  if (cells.right < cells.expected && ![...falseFindings.keys()].some(tellsOfReading)) kinds.push('silent');
  return kinds;
}

/** Whether findings of the rule say that something of a table was not read. */
function tellsOfReading(rule: string): boolean {
  return rule.startsWith('table/') || rule === 'structure/missing-section';
}

/**
 * The figures of the form that the converter lost: fewer runs of digits of `text`, ordinals and prose included, state that
 * value than cells of the form do. A figure that may stand there in two pieces counts as kept.
 */
export function lostFigures(form: ConverterForm, text: string): readonly string[] {
  const runs = new Map<string, number>();
  for (const [run] of text.replaceAll('\\', '').matchAll(/[0-9]+(?:\.[0-9]+)?/g))
    runs.set(run, (runs.get(run) ?? 0) + 1);
  return [...form.figures].flatMap(([key, printed]) => {
    const figure = printed.replace(/^[+-]/, '');
    if (figure === '') return [];
    const left = runs.get(figure) ?? 0;
    runs.set(figure, left - 1);
    return left > 0 || isInPieces(figure, runs) ? [] : [key];
  });
}

function isInPieces(figure: string, runs: ReadonlyMap<string, number>): boolean {
  for (let i = 1; i < figure.length; i++) {
    if (runs.has(figure.slice(0, i).replace(/\.$/, '')) && runs.has(figure.slice(i).replace(/^\./, ''))) return true;
  }
  return false;
}
