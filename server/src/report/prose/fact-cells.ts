/** Binds a statement to the sums of cells that it may restate. */

import type { Exact } from '../../quantity/exact';
import { exactOf, zero } from '../../quantity/exact';
import type { CellRef, Edition } from '../../standard/edition';
import type { DispositionGroup } from '../../standard/prose-names';
import { organisations } from '../../standard/prose-names';
import { perObject } from '../../text/per-object';
import { seenText } from '../../text/seen';
import { shiftSpan } from '../../text/span';
import type { Fact } from '../report';
import type { Detail, DisclosureFigure, VagueResult } from './fact-detail';
import { printedDetail } from './fact-detail';
import type { Statement } from './facts';

type Readings = readonly (readonly CellRef[])[];

/** The fact that a statement of the block at `start` is; `undefined` where the edition has no such figure. One that no table holds has no readings. */
export function factFrom(view: string, start: number, statement: Statement, edition: Edition): Fact | undefined {
  const readings = rememberedReadings(statement, edition);
  if (readings.length === 0 && statement.meaning !== 'information-fee') return undefined;
  const { subject, negated, implied } = statement;
  const span = shiftSpan(statement.span, start);
  const highest: Exact | null = statement.highest === null ? null : exactOf(statement.highest);
  const lowest = statement.lowest === 0 ? zero : exactOf(statement.lowest);
  return {
    subject,
    span,
    clause: shiftSpan(statement.clause, start),
    lowest,
    highest,
    negated,
    implied,
    raw: seenText(view, span.start, span.end),
    readings,
  };
}

/** The readings depend on nothing but the kind of statement, so the same ones serve for all of its kind. */
const knownReadings = perObject((_: Edition) => new Map<string, Readings>());

function rememberedReadings(statement: Statement, edition: Edition): Readings {
  const known = knownReadings(edition);
  const key = `${statement.meaning}/${printedDetail(statement.detail)}/${statement.withCarriedIn}`;
  const readings = known.get(key) ?? readingsOf(statement, edition);
  known.set(key, readings);
  return readings;
}

function requestTotal(row: string): CellRef {
  return { table: 'requests', row, column: 'total' };
}

function caseCell(group: string, outcome: string): CellRef {
  return { table: 'review', row: 'cases', column: `${group}.${outcome}` };
}

function readingsOf(statement: Statement, edition: Edition): Readings {
  const { detail } = statement;
  const received = [requestTotal('received')];
  const inAll = [requestTotal('received'), requestTotal('carried-in')];
  const closed = [requestTotal('disposed')];
  switch (statement.meaning) {
    case 'received':
      return statement.withCarriedIn ? [received, inAll] : [received];
    case 'handled':
      return [received, inAll, closed];
    case 'in-all':
      return [inAll];
    case 'disclosed-on-request':
      return [received, [requestTotal('granted'), requestTotal('partly-granted')]];
    case 'dealt-with':
      return [
        received,
        inAll,
        closed,
        [requestTotal('granted'), requestTotal('partly-granted')],
        [requestTotal('granted')],
      ];
    case 'carried-in':
      return [[requestTotal('carried-in')]];
    case 'carried-out':
      return [[requestTotal('carried-out')]];
    case 'closed':
      return [closed, ...closedWithout(edition)];
    case 'other-dispositions':
      return detailReadings(detail, edition).map((cells) => allBut(cells, edition));
    case 'other-applicants':
      return otherApplicants(detail);
    case 'disposition':
    case 'applicant':
    case 'cases':
    case 'outcome':
    case 'disclosure':
      return detailReadings(detail, edition);
    case 'information-fee':
      return [];
  }
}

/** The cells that a detail names; none for one that names none. */
function detailReadings(detail: Detail, edition: Edition): CellRef[][] {
  switch (detail.of) {
    case 'all':
      return [];
    case 'groups':
      return groupReadings(detail.groups, detail.sense, edition);
    case 'row':
      return dispositionIds(edition).includes(detail.row) ? [[requestTotal(detail.row)]] : [];
    case 'vague':
      return vagueReadings(detail.result, edition);
    case 'applicants':
      return [detail.columns, ...(detail.instead ? [detail.instead] : [])].flatMap((columns) =>
        inColumns(rowsMeant[detail.rows], columns),
      );
    case 'cases':
      return [detail.groups.flatMap((group) => (detail.outcomes ?? ['total']).map((each) => caseCell(group, each)))];
    case 'figures':
      return detail.alternatives.flatMap((figure) => disclosureReading(figure, edition));
  }
}

function dispositionIds(edition: Edition): readonly string[] {
  const rows = edition.tables.requests.rows.filter((row) => row.group !== undefined && row.id !== 'disposed');
  return rows.map((row) => row.id);
}

/** 办结 often leaves out what was not gone on with: （六） or one of its rows. */
function closedWithout(edition: Edition): CellRef[][] {
  const ids = dispositionIds(edition);
  const other = ids.filter((id) => id.startsWith('other'));
  return [other, ...other.map((id) => [id])].map((leftOut) =>
    ids.filter((id) => !leftOut.includes(id)).map(requestTotal),
  );
}

const groupRows: Readonly<Record<DispositionGroup, RegExp>> = {
  granted: /^granted$/,
  partly: /^partly-granted$/,
  refused: /^refused-/,
  unable: /^unable-/,
  declined: /^declined-/,
  other: /^other/,
};

function totalCells(edition: Edition, rows: RegExp): CellRef[] {
  return dispositionIds(edition)
    .filter((id) => rows.test(id))
    .map(requestTotal);
}

function groupReadings(groups: readonly DispositionGroup[], sense: 'strict' | 'loose', edition: Edition): CellRef[][] {
  const cells = groups.flatMap((group) => totalCells(edition, groupRows[group]));
  if (sense === 'strict') return [cells];
  const [first, second] = groups;
  if (first === 'granted' && second === undefined) return [cells, [...cells, ...totalCells(edition, groupRows.partly)]];
  return [cells, ...cells.map((cell) => [cell])];
}

/** What a vague wording may stand for. */
const vagueRows: Readonly<Record<VagueResult, readonly RegExp[]>> = {
  'not-existing': [/^unable-not-held$/, /^unable-(?:not-held|to-be-made)$/, /^unable-/],
  'not-own': [/^unable-not-held$/, /^unable-/, /^other-rest$/, /^other/],
  'already-public': [/^granted$/, /^(?:partly-)?granted$/, /^other-rest$/, /^other/],
};

function vagueReadings(result: VagueResult, edition: Edition): CellRef[][] {
  return vagueRows[result].map((rows) => totalCells(edition, rows)).filter(isSome);
}

function isSome(cells: readonly CellRef[]): boolean {
  return cells.length > 0;
}

function allBut(cells: readonly CellRef[], edition: Edition): CellRef[] {
  const left = dispositionIds(edition).filter((id) => !cells.some((cell) => cell.row === id));
  return left.map(requestTotal);
}

const applicantColumns = ['natural-person', ...organisations];

/** Requests received; or these, those with what was carried in, or those closed. */
const rowsMeant: Readonly<Record<'received' | 'any', readonly (readonly string[])[]>> = {
  received: [['received']],
  any: [['received'], ['received', 'carried-in'], ['disposed']],
};

function inColumns(rows: readonly (readonly string[])[], columns: readonly string[]): CellRef[][] {
  return rows.map((ids) =>
    ids.flatMap((row) => columns.map((column): CellRef => ({ table: 'requests', row, column }))),
  );
}

function otherApplicants(detail: Detail): CellRef[][] {
  if (detail.of !== 'applicants') return [];
  return inColumns(
    rowsMeant[detail.rows],
    applicantColumns.filter((each) => !detail.columns.includes(each)),
  );
}

/** A figure of table two by the name of its column, or by what another edition calls that. */
function disclosureReading([row, named]: DisclosureFigure, { tables, counterparts }: Edition): CellRef[][] {
  const columns = tables.disclosure.rows.find(({ id }) => id === row)?.columns ?? [];
  const column = columns.find(({ id }) => id === named) ?? columns.find(({ id }) => counterparts.columns[id] === named);
  return column === undefined ? [] : [[{ table: 'disclosure', row, column: column.id }]];
}
