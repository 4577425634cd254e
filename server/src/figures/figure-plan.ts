/** Where each figure of an edition stands in a flat array, and which relations it takes part in. */

import type { CellRef, ColumnSpec, Edition, Relation, RowSpec, TableId, Term } from '../standard/edition';
import { perObject } from '../text/per-object';
import { unionFind } from './union-find';

/** A row's place: its figures are the slots `first` to `first + width - 1`. */
export interface RowPlace {
  readonly table: TableId;
  readonly spec: RowSpec;
  readonly first: number;
  readonly width: number;
}

/** A relation instance with its figures as slots. */
export interface PlannedRelation {
  readonly relation: Relation;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Those of both sides that are taken off. */
  readonly minus: readonly number[];
}

/** Everything about an edition's figures that does not depend on a report. */
export interface FigurePlan {
  readonly edition: Edition;
  /** Row places by table and row id, in form order. */
  readonly rows: Readonly<Record<TableId, ReadonlyMap<string, RowPlace>>>;
  /** The slots of each table: from `first` up to, without, `end`. */
  readonly ranges: Readonly<Record<TableId, { readonly first: number; readonly end: number }>>;
  /** The figure of each slot. */
  readonly refs: readonly CellRef[];
  /** The column of each slot. */
  readonly columns: readonly ColumnSpec[];
  /** Those that are laid down. */
  readonly relations: readonly PlannedRelation[];
  /** Those that are only usual: they take part in nothing below. */
  readonly notices: readonly PlannedRelation[];
  /** Indexes into `relations`, by slot. */
  readonly touching: readonly (readonly number[])[];
  /** Beside each of `touching`: 1 where more of the figure makes the left side heavier against the right, else -1. */
  readonly signs: readonly (readonly number[])[];
  /** By relation: a number for its kind, the kinds of few figures first. */
  readonly kinds: readonly number[];
  /** By the number of a kind: in how many relations of it one figure takes part at most. */
  readonly shares: readonly number[];
  /** By relation: two have the same number where figures that they share link them, directly or over others. */
  readonly families: readonly number[];
  /** Whether some relation calls the slot's figure its total, by slot. */
  readonly isTotal: readonly boolean[];
}

/** The plan of an edition, made once. */
export const planOf = perObject(makePlan);

/** @throws RangeError for a figure that the edition does not have. */
export function slotOf(plan: FigurePlan, ref: CellRef): number {
  const place = plan.rows[ref.table].get(ref.row);
  const offset = place?.spec.columns.findIndex((column) => column.id === ref.column) ?? -1;
  if (place === undefined || offset < 0) throw new RangeError(`no figure ${ref.table}/${ref.row}/${ref.column}`);
  return place.first + offset;
}

function makePlan(edition: Edition): FigurePlan {
  const bare = numberFigures(edition);
  const slots = (cells: readonly CellRef[]): number[] => cells.map((cell) => slotOf(bare, cell));
  const planned = (relation: Relation): PlannedRelation => {
    const [left, right] = [slots(relation.left), slots(relation.right)];
    const terms: readonly Term[] = [...relation.left, ...relation.right];
    return { relation, left, right, minus: [...left, ...right].filter((_, i) => terms[i]?.sign === 'minus') };
  };
  const relations = edition.relations.map(planned);
  const touching: number[][] = bare.refs.map(() => []);
  const signs: number[][] = bare.refs.map(() => []);
  relations.forEach((each, index) => {
    for (const slot of [...each.left, ...each.right]) {
      touching[slot]?.push(index);
      signs[slot]?.push(signIn(each, slot));
    }
  });
  const totals = new Set(relations.flatMap(({ relation }) => (relation.total ? slots([relation.total]) : [])));
  const isTotal = bare.refs.map((_, slot) => totals.has(slot));
  const families = familiesOf(relations.length, touching);
  const kinds = kindsOf(relations);
  const notices = edition.notices.map(planned);
  return { ...bare, relations, notices, touching, signs, kinds, shares: sharesOf(kinds, touching), families, isTotal };
}

/** 1 where more of the slot's figure makes the relation's left side heavier against its right one, else -1. */
export function signIn({ left, minus }: PlannedRelation, slot: number): 1 | -1 {
  return left.includes(slot) === minus.includes(slot) ? -1 : 1;
}

function sharesOf(kinds: readonly number[], touching: readonly (readonly number[])[]): readonly number[] {
  const shares = new Array<number>(new Set(kinds).size).fill(1);
  for (const relations of touching) {
    for (const [kind, most] of shares.entries()) {
      shares[kind] = Math.max(most, relations.filter((index) => kinds[index] === kind).length);
    }
  }
  return shares;
}

function kindsOf(relations: readonly PlannedRelation[]): readonly number[] {
  const widths = new Map(relations.map(({ relation, left, right }) => [relation.kind, left.length + right.length]));
  const order = [...widths.keys()].sort((a, b) => (widths.get(a) as number) - (widths.get(b) as number));
  return relations.map(({ relation }) => order.indexOf(relation.kind));
}

function familiesOf(count: number, touching: readonly (readonly number[])[]): readonly number[] {
  const links = unionFind(count);
  for (const [first, ...others] of touching) {
    for (const other of others) links.join(first as number, other);
  }
  return Array.from({ length: count }, (_, index) => links.find(index));
}

function numberFigures(edition: Edition): FigurePlan {
  const refs: CellRef[] = [];
  const columns: ColumnSpec[] = [];
  const number = (table: TableId) => {
    const range = { first: refs.length, end: refs.length };
    const rows = new Map<string, RowPlace>();
    for (const spec of edition.tables[table].rows) {
      rows.set(spec.id, { table, spec, first: refs.length, width: spec.columns.length });
      for (const column of spec.columns) {
        refs.push({ table, row: spec.id, column: column.id });
        columns.push(column);
      }
    }
    range.end = refs.length;
    return { range, rows };
  };
  const disclosure = number('disclosure');
  const requests = number('requests');
  const review = number('review');
  return {
    edition,
    rows: { disclosure: disclosure.rows, requests: requests.rows, review: review.rows },
    ranges: { disclosure: disclosure.range, requests: requests.range, review: review.range },
    refs,
    columns,
    relations: [],
    notices: [],
    touching: [],
    signs: [],
    kinds: [],
    shares: [],
    families: [],
    isTotal: [],
  };
}
