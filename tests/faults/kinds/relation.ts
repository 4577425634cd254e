/** Faults of figures: single wrong cells, pairs, shifted rows, rows and columns left out of a total. */

import { applicants, dispositionRows, keyOf } from '../../support/reports/facts';
import type { LogicalReport } from '../../support/reports/logical-report';
import { reportOn } from '../../support/reports/logical-report';
import { placed } from '../../support/reports/marks';
import type { Random } from '../../support/reports/random';
import { withFigures } from '../change';
import type { Fault, Faulty } from '../fault';
import { singleRepairs } from '../identify';

const proseConflicts = [
  'prose/count-conflict',
  'prose/zero-conflict',
  'prose/narrative-balance',
  'prose/self-contradiction',
];

/** Ways in which a figure is mistyped; `undefined` where it cannot be in this way. */
const mistypings: Readonly<Record<string, (value: string, random: Random) => string | undefined>> = {
  'wrong digit': (value, random) => {
    const at = random.int(0, value.length - 1);
    return value.slice(0, at) + random.int(0, 9) + value.slice(at + 1);
  },
  'off by one': (value, random) => String(Number(value) + random.pick([-1, 1])),
  'transposed digits': (value) =>
    value.length < 2 ? undefined : `${value.charAt(1)}${value.charAt(0)}${value.slice(2)}`,
  'dropped digit': (value) => (value.length < 2 ? undefined : value.slice(0, -1)),
  'doubled digit': (value) => (value === '0' ? undefined : value + value.slice(-1)),
  'set to 0': (value) => (value === '0' ? undefined : '0'),
};

function singleCell(table: 'requests' | 'review', mistyping: string): Fault {
  const rule = table === 'requests' ? 'relation/inconsistent-figure' : 'relation/case-total';
  return {
    name: `${rule} ${mistyping}`,
    rules: table === 'requests' ? [rule, unfinished] : [rule, 'relation/inconsistent-figure', unfinished],
    allowed: proseConflicts,
    put: (report, random) => {
      const { edition, figures } = report.facts;
      const keys = edition.tables[table].rows.flatMap((row) =>
        row.columns.map((column) => keyOf({ table, row: row.id, column: column.id })),
      );
      const able = random
        .shuffle(keys)
        .find((key) => mistypings[mistyping]?.(figures.get(key) ?? '0', random) !== undefined);
      if (able === undefined) return undefined;
      const truth = figures.get(able) ?? '0';
      const wrong = mistypings[mistyping]?.(truth, random) ?? truth;
      if (Number(wrong) === Number(truth) || Number(wrong) < 0 || /^0[0-9]/.test(wrong)) return undefined;
      return wrongCell(report, able, wrong);
    },
  };
}

function wrongCell(report: LogicalReport, key: string, wrong: string): Faulty {
  const { edition, figures } = report.facts;
  const repairs = singleRepairs(edition, new Map(figures).set(key, wrong));
  const [only] = repairs;
  const truth = figures.get(key) ?? '0';
  const table = key.slice(0, key.indexOf('/') + 1);
  // A figure alone among 0s is one that was filled in first.
  const isAlone = ![...figures].some(([other, figure]) => other !== key && other.startsWith(table) && figure !== '0');
  const identifiable = !isAlone && repairs.length === 1 && only?.key === key && only.value === Number(truth);
  return { report: withFigures(report, new Map([[key, placed(wrong)]])), cell: { key, truth, identifiable } };
}

/** A fault of several cells, each changed by an amount. */
function severalCells(
  name: string,
  rules: readonly string[],
  changes: (report: LogicalReport, random: Random) => readonly (readonly [key: string, change: number])[] | undefined,
): Fault {
  return {
    name,
    rules,
    allowed: [...proseConflicts, ...relationRules],
    put: (report, random) => {
      const changed = new Map<string, string>();
      for (const [key, change] of changes(report, random) ?? []) {
        const value = Number(report.facts.figures.get(key) ?? 0) + change;
        if (value < 0) return undefined;
        if (change !== 0) changed.set(key, placed(String(value)));
      }
      return changed.size === 0 ? undefined : { report: withFigures(report, changed) };
    },
  };
}

/** Where nothing else of a column or a table is filled in, a wrong figure looks like the first one of many. */
const unfinished = 'relation/unfinished-table';
const relationRules = ['relation/request-balance', 'relation/disposition-total', 'relation/applicant-total'];

function figure(report: LogicalReport, row: string, column: string): number {
  return Number(report.facts.figures.get(`requests/${row}/${column}`) ?? 0);
}

const everyColumn = [...applicants, 'total'];

export const relationFaults: readonly Fault[] = [
  severalCells(
    'relation/request-balance',
    ['relation/request-balance', 'relation/inconsistent-figure', unfinished],
    (_, random) => {
      const by = random.int(1, 4);
      const column = random.pick(applicants);
      const row = random.pick(['received', 'carried-in', 'carried-out']);
      return [
        [`requests/${row}/${column}`, by],
        [`requests/${row}/total`, by],
      ];
    },
  ),
  severalCells(
    'relation/disposition-total',
    ['relation/disposition-total', 'relation/inconsistent-figure'],
    (_, random) => {
      const by = random.int(1, 3);
      const column = random.pick(applicants);
      return [
        [`requests/disposed/${column}`, by],
        ['requests/disposed/total', by],
        [`requests/received/${column}`, by],
        ['requests/received/total', by],
      ];
    },
  ),
  severalCells(
    'relation/applicant-total',
    ['relation/applicant-total', 'relation/inconsistent-figure'],
    (report, random) => {
      const [first, second] = random.shuffle(dispositionRows(report.facts.edition));
      const by = random.int(1, 3);
      return [
        [`requests/${first}/total`, by],
        [`requests/${second}/total`, -by],
      ];
    },
  ),
  ...Object.keys(mistypings).map((mistyping) => singleCell('review', mistyping)),
  ...Object.keys(mistypings).map((mistyping) => singleCell('requests', mistyping)),
  severalCells(
    'relation/inconsistent-figure pair in a row',
    ['relation/inconsistent-figure', 'relation/disposition-total'],
    (report, random) => {
      const cells = dispositionRows(report.facts.edition).flatMap((row) =>
        applicants.map((column) => ({ row, column })),
      );
      const filled = cells.filter(({ row, column }) => figure(report, row, column) > 0);
      if (filled.length === 0) return undefined;
      const { row, column } = random.pick(filled);
      const by = random.int(1, Math.min(3, figure(report, row, column)));
      const other = random.pick(applicants.filter((id) => id !== column));
      return [
        [`requests/${row}/${other}`, by],
        [`requests/${row}/${column}`, -by],
      ];
    },
  ),
  severalCells(
    'relation/inconsistent-figure shifted row',
    ['relation/inconsistent-figure', 'relation/disposition-total', 'relation/request-balance'],
    (report, random) => {
      const rows = report.facts.edition.tables.requests.rows.filter(({ id }) => figure(report, id, 'total') > 0);
      if (rows.length === 0) return undefined;
      const { id } = random.pick(rows);
      const values = applicants.map((column) => figure(report, id, column));
      if (values.at(-1) !== 0) return undefined;
      return applicants.map((column, i) => [`requests/${id}/${column}`, (values[i - 1] ?? 0) - (values[i] as number)]);
    },
  ),
  severalCells(
    'relation/inconsistent-figure row left out',
    ['relation/inconsistent-figure', 'relation/disposition-total'],
    (report, random) => {
      const rows = dispositionRows(report.facts.edition).filter((id) => figure(report, id, 'total') > 0);
      if (rows.length < 2) return undefined;
      const left = random.pick(rows);
      return everyColumn.map((column) => [`requests/disposed/${column}`, -figure(report, left, column)]);
    },
  ),
  severalCells(
    'relation/inconsistent-figure column left out',
    ['relation/inconsistent-figure', 'relation/applicant-total', unfinished],
    (report, random) => {
      const column = random.pick(applicants.filter((id) => figure(report, 'disposed', id) > 0).concat('other'));
      const rows = report.facts.edition.tables.requests.rows;
      return rows.map(({ id }) => [`requests/${id}/total`, -figure(report, id, column)]);
    },
  ),
  {
    name: 'relation/document-stock',
    rules: ['relation/document-stock'],
    put: (report, random) => {
      if (report.facts.edition.id === '2019') return undefined;
      const issued = random.int(3, 9);
      return documentFigures(report, 'normative-documents', [issued, random.int(0, 1), random.int(0, issued - 2)]);
    },
  },
  {
    name: 'relation/rulemaking-authority',
    rules: ['relation/rulemaking-authority'],
    put: (report, random) => {
      if (report.facts.body.mayMakeRules) return undefined;
      return documentFigures(report, 'administrative-rules', [random.int(0, 2), 0, random.int(2, 6)]);
    },
  },
  severalCells('relation/unfinished-table', [unfinished], (report) => {
    if (figure(report, 'received', 'total') === 0 || figure(report, 'carried-in', 'total') > 0) return undefined;
    const rows = report.facts.edition.tables.requests.rows.filter(({ id }) => id !== 'received');
    return rows.flatMap(({ id }) =>
      everyColumn.map((column): [string, number] => [`requests/${id}/${column}`, -figure(report, id, column)]),
    );
  }),
];

/** The report on the same facts but for one row of table two, so that the prose agrees with it. */
function documentFigures(report: LogicalReport, row: string, values: readonly number[]): Faulty {
  const { facts } = report;
  const columns = facts.edition.tables.disclosure.rows.find(({ id }) => id === row)?.columns ?? [];
  const figures = new Map(facts.figures);
  const marks = new Map<string, string>();
  columns.forEach(({ id }, i) => {
    figures.set(`disclosure/${row}/${id}`, String(values[i]));
    marks.set(`disclosure/${row}/${id}`, placed(String(values[i])));
  });
  return { report: withFigures(reportOn({ ...facts, figures }), marks) };
}
