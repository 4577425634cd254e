/** The figures of the test bed's forms: chosen by plain counting, so that they stay what they are, and every relation holds. */
import { applicantColumns, caseGroups, caseOutcomes } from '../../server/src/standard/columns';
import type { CellRef, ColumnSpec, Edition } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';

/** Figures as printed, by `keyOf`; an empty string is a cell left empty. */
export type Figures = ReadonlyMap<string, string>;

export function keyOf({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`;
}

/** Every cell of the edition's tables, in the form's order. */
export function cellsOf(
  edition: Edition,
): readonly (CellRef & { readonly column: string; readonly spec: ColumnSpec })[] {
  return tableIds.flatMap((table) =>
    edition.tables[table].rows.flatMap((row) =>
      row.columns.map((spec) => ({ table, row: row.id, column: spec.id, spec })),
    ),
  );
}

const applicants = applicantColumns.map(({ id }) => id).filter((id) => id !== 'total');
const outcomes = caseOutcomes.map(({ id }) => id).filter((id) => id !== 'total');

function dispositionsOf(edition: Edition): readonly string[] {
  const rows = edition.tables.requests.rows;
  return rows.filter(({ id, group }) => group !== undefined && id !== 'disposed').map(({ id }) => id);
}

/** What a form's figures are made of: numbers for the cells that are no sums. */
interface Source {
  /** A figure of table two. */
  readonly stated: (cell: CellRef, spec: ColumnSpec) => string;
  /** Requests of one applicant decided in one way, carried in or carried out; cases of one outcome. */
  readonly counted: (row: string, column: string) => number;
}

/** Table two as the source says; tables three and four with their sums, and received so that the balance holds. */
function filled(edition: Edition, source: Source): Map<string, number | string> {
  const figures = new Map<string, number | string>();
  for (const { spec, ...cell } of cellsOf(edition)) {
    if (cell.table === 'disclosure') figures.set(keyOf(cell), source.stated(cell, spec));
  }
  const request = (row: string, column: string): number => Number(figures.get(`requests/${row}/${column}`) ?? 0);
  const put = (row: string, column: string, value: number): void => {
    figures.set(`requests/${row}/${column}`, value);
  };
  const dispositions = dispositionsOf(edition);
  for (const column of applicants) {
    for (const row of [...dispositions, 'carried-in', 'carried-out']) put(row, column, source.counted(row, column));
    put('disposed', column, sum(dispositions.map((row) => request(row, column))));
    const open = request('carried-out', column) - request('carried-in', column);
    put('received', column, request('disposed', column) + open);
  }
  for (const { id } of edition.tables.requests.rows) {
    put(id, 'total', sum(applicants.map((column) => request(id, column))));
  }
  for (const group of caseGroups) {
    const values = outcomes.map((outcome) => source.counted('cases', `${group.id}.${outcome}`));
    outcomes.forEach((outcome, i) => {
      figures.set(`review/cases/${group.id}.${outcome}`, values[i] as number);
    });
    figures.set(`review/cases/${group.id}.total`, sum(values));
  }
  return figures;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function printed(figures: ReadonlyMap<string, number | string>): Figures {
  return new Map([...figures].map(([key, value]) => [key, String(value)]));
}

const modulus = 211;
const least = 100;
const leastCarriedIn = 30;

/**
 * A different figure in every cell, sums included: a value at a wrong place always shows. Cases are few, since table
 * four has narrow columns.
 *
 * @throws Error when no step of the counting gives different sums (a programming error).
 */
export function distinctFigures(edition: Edition): Figures {
  for (let step = 2; step < modulus; step++) {
    let turn = 0;
    let cases = 1;
    let carried = leastCarriedIn;
    const next = (): number => least + ((++turn * step) % modulus);
    const counts: Readonly<Record<string, () => number>> = {
      cases: () => (cases += 2),
      'carried-in': () => (carried += 1 + (step % 7)),
    };
    const figures = filled(edition, {
      stated: (_cell, spec) => statedFigure(spec, next()),
      counted: (row) => (counts[row] ?? next)(),
    });
    const values = [...figures.values()].map((value) => Math.abs(Number(value)));
    if (new Set(values).size === values.length) return printed(inOrder(figures));
  }
  throw new Error('no distinct figures');
}

function statedFigure(spec: ColumnSpec, value: number): string {
  if (spec.kind === 'amount') return `${value}.5${value % 9}`;
  if (spec.kind === 'change') return value % 2 === 0 ? `+${value}` : `-${value}`;
  return String(value);
}

/** Documents in force, or disclosed in all, are at least those of the year. */
function inOrder(figures: Map<string, number | string>): Map<string, number | string> {
  for (const row of ['administrative-rules', 'normative-documents']) {
    const keys = [...figures.keys()].filter((key) => key.startsWith(`disclosure/${row}/`));
    const values = keys.map((key) => Number(figures.get(key))).sort((a, b) => a - b);
    const [least, middle, most] = values as [number, number, number];
    const isStock = keys.some((key) => key.endsWith('/repealed'));
    const ordered = isStock ? [middle, least, most] : [least, middle, most];
    keys.forEach((key, i) => {
      figures.set(key, String(ordered[i]));
    });
  }
  return figures;
}

/** Only what is given by key; all other cells that are no sums are 0. */
export function fewFigures(edition: Edition, given: Readonly<Record<string, string>>): Figures {
  return printed(
    filled(edition, {
      stated: ({ row, column }) => given[`${row}/${column}`] ?? '0',
      counted: (row, column) => Number(given[`${row}/${column}`] ?? 0),
    }),
  );
}

/** The same with every 0 left out. */
export function withoutZeros(figures: Figures): Figures {
  return new Map([...figures].map(([key, value]) => [key, value === '0' ? '' : value]));
}

/** No figure at all. */
export function noFigures(edition: Edition): Figures {
  return new Map(cellsOf(edition).map((cell) => [keyOf(cell), '']));
}
