/** Binds a statement to the sums of cells that it may restate. */
import type { Exact } from '../quantity/exact';
import { exactOf, zero } from '../quantity/exact';
import type { CellRef, Edition } from '../standard/edition';
import { organisations } from '../standard/prose-names';
import { seenText } from '../text/seen';
import { shiftSpan } from '../text/span';
import type { Statement } from './facts';
import type { Fact } from './report';

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

type ByDetail = Map<string, Readings>;
type ByMeaning = Map<Statement['meaning'], { readonly carriedIn: ByDetail; readonly alone: ByDetail }>;

const remembered = new WeakMap<Edition, ByMeaning>();

/** The readings depend on nothing but the kind of statement, so the same ones serve for all of its kind. */
function rememberedReadings(statement: Statement, edition: Edition): Readings {
  const { meaning, detail, withCarriedIn } = statement;
  const byMeaning: ByMeaning = remembered.get(edition) ?? new Map();
  remembered.set(edition, byMeaning);
  const known = byMeaning.get(meaning) ?? { carriedIn: new Map(), alone: new Map() };
  byMeaning.set(meaning, known);
  const byDetail = withCarriedIn ? known.carriedIn : known.alone;
  const readings = byDetail.get(detail) ?? readingsOf(statement, edition);
  byDetail.set(detail, readings);
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
    case 'disposition':
      return dispositionReadings(detail, edition);
    case 'other-dispositions':
      return dispositionReadings(detail, edition).map((cells) => allBut(cells, edition));
    case 'applicant':
      return applicantReadings(detail);
    case 'other-applicants':
      return otherApplicants(detail);
    case 'cases':
      return [detail.split('+').map((group) => caseCell(group, 'total'))];
    case 'outcome':
      return outcomeReadings(detail);
    case 'disclosure':
      return detail.split('|').flatMap((cell) => disclosureReading(cell, edition));
    case 'information-fee':
      return [];
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

const groupPrefixes: Readonly<Record<string, RegExp>> = {
  granted: /^granted$/,
  partly: /^partly-granted$/,
  'granted+partly': /^(?:partly-)?granted$/,
  refused: /^refused-/,
  unable: /^unable-/,
  declined: /^declined-/,
  other: /^other/,
};

/** A group or a row; `?` after a group: also one of its rows alone, after 予以公开: also with what was partly granted. */
function dispositionReadings(detail: string, edition: Edition): CellRef[][] {
  const ids = dispositionIds(edition);
  const cells = (pattern: RegExp): CellRef[] => ids.filter((id) => pattern.test(id)).map(requestTotal);
  if (detail === 'granted?') return [cells(/^granted$/), cells(/^(?:partly-)?granted$/)];
  if (detail === 'not-existing')
    return [/^unable-not-held$/, /^unable-(?:not-held|to-be-made)$/, /^unable-/].map(cells);
  if (detail === 'not-own')
    return [/^unable-not-held$/, /^unable-/, /^other-rest$/, /^other/].map(cells).filter(isSome);
  if (detail === 'already-public') {
    return [/^granted$/, /^(?:partly-)?granted$/, /^other-rest$/, /^other/].map(cells).filter(isSome);
  }
  const prefix = groupPrefixes[detail.replace('?', '')];
  if (prefix === undefined) return ids.includes(detail) ? [[requestTotal(detail)]] : [];
  const group = cells(prefix);
  return detail.endsWith('?') ? [group, ...group.map((cell) => [cell])] : [group];
}

function isSome(cells: readonly CellRef[]): boolean {
  return cells.length > 0;
}

function allBut(cells: readonly CellRef[], edition: Edition): CellRef[] {
  const left = dispositionIds(edition).filter((id) => !cells.some((cell) => cell.row === id));
  return left.map(requestTotal);
}

const organisationColumns = ['enterprise', 'research', 'public-welfare', 'legal-service', 'other'];
const applicantColumns = ['natural-person', ...organisationColumns];

/** `?` after the columns: requests received, with those carried in, or closed; else those received. */
function rowsMeant(detail: string): readonly (readonly string[])[] {
  return detail.endsWith('?') ? [['received'], ['received', 'carried-in'], ['disposed']] : [['received']];
}

function inColumns(rows: readonly (readonly string[])[], columns: readonly string[]): CellRef[][] {
  return rows.map((ids) =>
    ids.flatMap((row) => columns.map((column): CellRef => ({ table: 'requests', row, column }))),
  );
}

function applicantReadings(detail: string): CellRef[][] {
  const rows = rowsMeant(detail);
  const [column = '', named] = detail.replace('?', '').split('/');
  if (column === organisations) return inColumns(rows, organisationColumns);
  if (named === undefined) return inColumns(rows, [column]);
  const unnamed = organisationColumns.filter((each) => !named.split(',').includes(each));
  return [...inColumns(rows, [column]), ...inColumns(rows, unnamed)];
}

function otherApplicants(detail: string): CellRef[][] {
  const column = detail.replace('?', '');
  const own = column === organisations ? organisationColumns : [column];
  return inColumns(
    rowsMeant(detail),
    applicantColumns.filter((each) => !own.includes(each)),
  );
}

function outcomeReadings(detail: string): CellRef[][] {
  const [groups = '', outcomes = ''] = detail.split('.');
  const names = outcomes.split('+');
  return [groups.split('+').flatMap((group) => names.map((outcome) => caseCell(group, outcome)))];
}

/** The columns of 2021 and what they are called in the 2019 edition, where it has the like. */
const columns2019: Readonly<Record<string, string>> = { issued: 'made', decisions: 'decisions' };

function disclosureReading(detail: string, edition: Edition): CellRef[][] {
  const [row = '', column2021 = ''] = detail.split('.');
  const column = edition.id === '2021' ? column2021 : columns2019[column2021];
  return column === undefined ? [] : [[{ table: 'disclosure', row, column }]];
}
