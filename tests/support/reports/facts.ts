/** What one logical report is about: a body, a year, and figures in which every relation holds. */
import { applicantColumns, caseGroups, caseOutcomes } from '../../../server/src/standard/columns';
import type { CellRef, Edition } from '../../../server/src/standard/edition';
import { editionFor } from '../../../server/src/standard/editions';
import type { Body } from './bodies';
import { drawBody, isDepartment } from './bodies';
import type { Random } from './random';
import { randomOf } from './random';

/** Figures as printed, by `table/row/column`. */
export type Figures = Map<string, string>;

export interface Facts {
  readonly seed: number;
  readonly body: Body;
  readonly year: number;
  readonly edition: Edition;
  readonly figures: Figures;
}

export const applicants = applicantColumns.slice(0, -1).map((column) => column.id);
export const outcomes = caseOutcomes.slice(0, -1).map((outcome) => outcome.id);

/** The groups of dispositions that the form prints, each with the ids of its rows. */
export const dispositionGroups: readonly (readonly [name: string, label: string, prefix: string])[] = [
  ['granted', '予以公开', 'granted'],
  ['partly-granted', '部分公开', 'partly-granted'],
  ['refused', '不予公开', 'refused-'],
  ['unable', '无法提供', 'unable-'],
  ['declined', '不予处理', 'declined-'],
  ['other', '其他处理', 'other'],
];

export function keyOf({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`;
}

/** The figure of a count; 0 where there is none. */
export function countAt(facts: Facts, table: CellRef['table'], row: string, column: string): number {
  return Number(facts.figures.get(keyOf({ table, row, column })) ?? 0);
}

/** A figure of table three's total column. */
export function requestCount(facts: Facts, row: string, column = 'total'): number {
  return countAt(facts, 'requests', row, column);
}

/** A figure of table four. */
export function caseCount(facts: Facts, group: string, outcome: string): number {
  return countAt(facts, 'review', 'cases', `${group}.${outcome}`);
}

/** The ids of the disposition rows whose id begins with `prefix`. */
function rowsOfGroup(edition: Edition, prefix: string): string[] {
  return dispositionRows(edition).filter((id) => id.startsWith(prefix));
}

export function dispositionRows(edition: Edition): string[] {
  return edition.tables.requests.rows
    .filter((row) => row.group !== undefined && row.id !== 'disposed')
    .map((row) => row.id);
}

/** The sum over a group of dispositions. */
export function groupCount(facts: Facts, prefix: string, column = 'total'): number {
  return rowsOfGroup(facts.edition, prefix).reduce((sum, id) => sum + requestCount(facts, id, column), 0);
}

export function drawFacts(seed: number): Facts {
  const random = randomOf(seed, 'facts');
  const body = drawBody(random);
  const year = random.chance(0.1) ? random.int(2019, 2020) : random.int(2021, 2025);
  const edition = editionFor(year);
  const figures: Figures = new Map();
  drawDisclosure(random, { body, edition, figures });
  drawRequests(random, edition, figures);
  drawCases(random, figures);
  return { seed, body, year, edition, figures };
}

interface Draft {
  readonly body: Body;
  readonly edition: Edition;
  readonly figures: Figures;
}

function drawDisclosure(random: Random, draft: Draft): void {
  const { edition, figures } = draft;
  for (const row of edition.tables.disclosure.rows) {
    for (const column of row.columns) {
      figures.set(`disclosure/${row.id}/${column.id}`, disclosureFigure(random, draft, row.id, column.kind));
    }
  }
  const documents = random.chance(0.5) ? 0 : random.int(1, 4);
  drawDocuments(random, figures, edition, 'normative-documents', documents);
  const rules = draft.body.mayMakeRules && random.chance(0.7) ? random.int(1, 6) : 0;
  drawDocuments(random, figures, edition, 'administrative-rules', rules);
}

/** Issued, repealed and in force, or made, newly disclosed and disclosed in all. */
function drawDocuments(random: Random, figures: Figures, edition: Edition, row: string, issued: number): void {
  const own = row === 'administrative-rules' && issued === 0;
  const repealed = own || random.chance(0.6) ? 0 : random.int(1, 3);
  const older = own || random.chance(0.3) ? 0 : random.int(1, 40);
  const stock = Math.max(0, issued - repealed) + older;
  const values = edition.id === '2021' ? [issued, repealed, stock] : [issued, issued, issued + older];
  const columns =
    edition.id === '2021' ? ['issued', 'repealed', 'in-force'] : ['made', 'newly-disclosed', 'disclosed-in-all'];
  columns.forEach((column, i) => {
    figures.set(`disclosure/${row}/${column}`, String(values[i]));
  });
}

function disclosureFigure(random: Random, { body, edition }: Draft, row: string, kind: string): string {
  if (row === 'fees') {
    if (kind === 'amount')
      return random.chance(0.5) ? '0' : random.pick(['12.5', '4068.208', '0.86', '34.8', '126', '7.02']);
  }
  if (kind === 'change') return random.chance(0.5) ? '0' : random.pick(['+', '-']) + random.int(1, 20);
  if (kind === 'amount') return random.chance(0.4) ? '0' : random.pick(['8040', '103.3879', '251000', '36.5']);
  if (random.chance(0.35)) return '0';
  if (isDepartment(body)) return String(random.int(1, random.pick([60, 900, 9800])));
  return String(random.int(1, edition.id === '2019' ? 90 : 260));
}

/** Every request gets an applicant and a disposition; what is open at either end of the year comes on top. */
function drawRequests(random: Random, edition: Edition, figures: Figures): void {
  const handled = random.pick([0, 0, 0, random.int(1, 6), random.int(1, 9), random.int(10, 60), random.int(60, 900)]);
  const rows = dispositionRows(edition);
  const likely = random.shuffle(rows).slice(0, random.int(3, 9));
  const types = ['natural-person', 'natural-person', ...random.shuffle(applicants).slice(0, random.int(1, 4))];
  const counts = new Map<string, number>();
  const add = (row: string, column: string, by: number): void => {
    counts.set(`${row}/${column}`, (counts.get(`${row}/${column}`) ?? 0) + by);
  };
  const bunch = 1 + Math.floor(handled / 60);
  for (let left = handled; left > 0; left -= bunch) {
    const column = random.pick(types);
    const by = Math.min(left, bunch);
    add(random.chance(0.45) ? 'granted' : random.pick(likely), column, by);
    add('disposed', column, by);
  }
  const carriedOut = random.chance(0.6) ? 0 : random.int(1, 1 + Math.ceil(handled / 8));
  for (let i = 0; i < carriedOut; i++) add('carried-out', random.pick(types), 1);
  const wanted = random.chance(0.6) ? 0 : random.int(1, 1 + Math.ceil(handled / 8));
  for (const column of applicants) {
    const settled = (counts.get(`disposed/${column}`) ?? 0) + (counts.get(`carried-out/${column}`) ?? 0);
    const carriedIn = column === 'natural-person' || random.chance(0.2) ? Math.min(wanted, settled) : 0;
    add('carried-in', column, carriedIn);
    add('received', column, settled - carriedIn);
  }
  for (const row of edition.tables.requests.rows) {
    let total = 0;
    for (const column of applicants) {
      const value = counts.get(`${row.id}/${column}`) ?? 0;
      total += value;
      figures.set(`requests/${row.id}/${column}`, String(value));
    }
    figures.set(`requests/${row.id}/total`, String(total));
  }
}

function drawCases(random: Random, figures: Figures): void {
  const any = random.chance(0.4);
  for (const group of caseGroups) {
    const present = any && random.chance(0.6);
    let total = 0;
    for (const outcome of outcomes) {
      const value = present && random.chance(0.5) ? random.int(0, random.pick([2, 2, 6, 30])) : 0;
      total += value;
      figures.set(`review/cases/${group.id}.${outcome}`, String(value));
    }
    figures.set(`review/cases/${group.id}.total`, String(total));
  }
}
