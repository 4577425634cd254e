/** Faults of the tables' make-up: tables missing or of the wrong edition, rows, and what stands in the cells. */
import type { RowSpec, TableId } from '../../../server/src/standard/edition';
import { editions } from '../../../server/src/standard/editions';
import type { Figures } from '../../support/reports/facts';
import type { LogicalReport } from '../../support/reports/logical-report';
import { paragraphs } from '../../support/reports/logical-report';
import { closePlace, openPlace, placed } from '../../support/reports/marks';
import type { Random } from '../../support/reports/random';
import { droppedCell, nextCell } from '../../support/reports/render-table';
import { tableOf, withFigures, withForm, withSection, withTable } from '../change';
import type { Fault } from '../fault';
import { drawRowTable, markAround, rowTable } from '../forms';

const tables: readonly TableId[] = ['disclosure', 'requests', 'review'];

export const wholeTableFaults: readonly Fault[] = [
  {
    name: 'table/missing-table',
    rules: ['table/missing-table'],
    allowed: ['structure/empty-section'],
    put: (report, random) => {
      const parts = random.chance(0.5) ? paragraphs([random.pick(['详见附表。', '有关数据另行公布。'])]) : [];
      return {
        report: withSection(report, random.pick(tables), (section) => ({
          ...section,
          title: openPlace + section.title + closePlace,
          parts,
        })),
      };
    },
  },
  {
    name: 'table/table-as-image',
    rules: ['table/table-as-image'],
    put: (report, random) => ({
      report: withTable(report, random.pick(tables), () => ({ kind: 'image', name: 'image3', isPlace: true })),
    }),
  },
  {
    name: 'table/outdated-edition',
    rules: ['table/outdated-edition'],
    put: (report, random) => ({ report: inOtherEdition(report, random.chance(0.6) ? tables : ['disclosure']) }),
  },
];

function inOtherEdition(report: LogicalReport, ids: readonly TableId[]): LogicalReport {
  const other = editions[report.facts.edition.id === '2021' ? '2019' : '2021'];
  let result = report;
  for (const id of ids) {
    result = withTable(result, id, (table) => {
      const figures: Figures = new Map(table.figures);
      for (const [key, value] of table.figures) {
        const column = key.slice(key.lastIndexOf('/') + 1);
        if (key.startsWith('requests/other/')) figures.set(`requests/other-rest/${column}`, value);
        if (!key.startsWith('requests/other-')) continue;
        const key2019 = `requests/other/${column}`;
        figures.set(key2019, String(Number(figures.get(key2019) ?? 0) + Number(value)));
      }
      return { kind: 'table', table: { ...table, form: other.tables[id].form, figures } };
    });
  }
  return result;
}

/** A fault of the rows of table two or three. */
function rowFault(
  name: string,
  change: (rows: readonly RowSpec[], at: number, random: Random) => RowSpec[] | undefined,
): Fault {
  return {
    name,
    rules: [name],
    put: (report, random) => {
      const { id, rows, form } = drawRowTable(report.facts.edition, random);
      const changed = change(rows, random.int(0, rows.length - 1), random);
      return changed && { report: withForm(report, id, form(changed)) };
    },
  };
}

function marked(row: RowSpec): RowSpec {
  return { ...row, label: placed(row.label) };
}

export const rowFaults: readonly Fault[] = [
  rowFault('table/missing-row', (rows, at) => {
    const opened = at === 0 ? -1 : at - 1;
    const closed = at === rows.length - 1 ? at - 1 : at + 1;
    return rows.flatMap((row, i) => {
      if (i === at) return [];
      const begins = i === opened || (opened < 0 && i === closed) ? openPlace : '';
      return [{ ...row, label: begins + row.label + (i === closed ? closePlace : '') }];
    });
  }),
  rowFault('table/duplicate-row', (rows, at) => rows.flatMap((row, i) => (i === at ? [row, marked(row)] : [row]))),
  rowFault('table/misplaced-row', (rows, at) => {
    const first = rows[at] as RowSpec;
    const second = rows[at + 1];
    if (second === undefined || second.group !== first.group) return undefined;
    const changed = [...rows];
    changed.splice(at, 2, marked(second), marked(first));
    return changed;
  }),
  rowFault('table/unknown-row', (rows, at, random) => {
    const row = rows[at] as RowSpec;
    const isRequests = row.columns.length === 7;
    const labels = isRequests
      ? ['9.属于其他情形', '6.申请人撤回申请', '4.转办其他机关']
      : ['行政确认', '行政征收', '行政检查'];
    const unknown = { ...row, id: 'unknown', label: placed(random.pick(labels)), aliases: [] };
    if (isRequests && !/^[0-9]\./.test(row.label)) return undefined;
    return rows.flatMap((other, i) => (i === at ? [other, unknown] : [other]));
  }),
  rowFault('table/nonstandard-row-label', (rows, at, random) => {
    const row = rows[at] as RowSpec;
    const wording = rewordings.find(([standard]) => row.label.includes(standard));
    if (wording === undefined) return undefined;
    const label = row.label.replace(wording[0], random.pick(wording[1]));
    return rows.map((other, i) => (i === at ? { ...row, label: placed(label) } : other));
  }),
];

/** Figures whose row has lost its label; only where lines are rows, since their neighbour would have too many else. */
export const lostLabel: Fault = {
  ...rowFault('table/unread-figures', (rows, at) =>
    rows.map((row, i) => (i === at ? { ...row, label: '', aliases: [] } : row)),
  ),
  // Behind a group's label its figures are a row of that name.
  rules: ['table/unread-figures', 'table/unknown-row'],
  allowed: ['table/missing-row'],
  layouts: ['markdown', 'bar-row', 'tsv', 'html'],
};

const rewordings: readonly (readonly [standard: string, others: readonly string[]])[] = [
  ['缴纳费用', ['交纳费用']],
  ['四、结转下年度继续办理', ['四、结转下一年度继续办理', '四、结转下年度办理']],
  ['本机关不掌握相关政府信息', ['本机关不掌握相关信息']],
  ['属于行政执法案卷', ['属于行政执法案卷信息']],
  ['本年新收政府信息公开申请数量', ['本年新收政府信息公开申请']],
  ['其他法律行政法规禁止公开', ['其他法律法规禁止公开']],
];

/** A fault of one figure's cell, which holds a count. */
function cellFault(
  name: string,
  put: (printed: string, random: Random) => string | undefined,
  more: Partial<Fault> = {},
): Fault {
  return {
    name,
    rules: [name.split(' ')[0] as string],
    ...more,
    put: (report, random) => {
      const { key, value } = drawCell(report, random);
      const printed = put(value, random);
      return printed === undefined ? undefined : { report: withFigures(report, new Map([[key, printed]])) };
    },
  };
}

function drawCell(report: LogicalReport, random: Random): { readonly key: string; readonly value: string } {
  const table = random.pick(['disclosure', 'requests', 'requests', 'review'] as const);
  // Anything but 0 in the row of administrative rules is a fault of its own.
  const rows = report.facts.edition.tables[table].rows.filter(({ id }) => id !== 'administrative-rules');
  const keys = rows.flatMap((row) =>
    row.columns.filter((column) => column.kind === 'count').map((column) => `${table}/${row.id}/${column.id}`),
  );
  const key = random.pick(keys);
  return { key, value: report.facts.figures.get(key) ?? '0' };
}

const relations = [
  'relation/request-balance',
  'relation/disposition-total',
  'relation/applicant-total',
  'relation/case-total',
  'relation/inconsistent-figure',
];

export const cellFaults: readonly Fault[] = [
  {
    name: 'table/empty-cell',
    rules: ['table/empty-cell'],
    put: (report, random) => {
      const { key } = drawCell(report, random);
      const id = key.slice(0, key.indexOf('/')) as TableId;
      const table = tableOf(report, id);
      const around = table && markAround(table, key);
      if (around === undefined) return undefined;
      const figures = new Map(around.figures).set(key, '');
      return { report: withTable(report, id, () => ({ kind: 'table', table: { ...around, figures } })) };
    },
  },
  {
    name: 'table/empty-cell several in a row',
    rules: ['table/empty-cell'],
    put: (report, random) => {
      const { edition } = report.facts;
      const row = random.pick(edition.tables.requests.rows);
      const blank = random.shuffle(row.columns).slice(0, random.int(2, 5));
      return {
        report: withFigures(report, new Map(blank.map((column) => [`requests/${row.id}/${column.id}`, '']))),
      };
    },
  },
  cellFault('table/non-numeric-cell', (_, random) => placed(random.pick(['/', '—', '无', '若干', '-', '／', '不详']))),
  cellFault(
    'table/invalid-count',
    (value, random) => placed(random.chance(0.5) ? `-${random.int(1, 20)}` : `${value}.5`),
    { allowed: [...relations, 'prose/count-conflict', 'prose/zero-conflict'] },
  ),
  cellFault('table/number-format', (value, random) => {
    const full = [...value].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const grouped = Number(value) >= 1000 ? [Number(value).toLocaleString('en-US')] : [];
    return placed(random.pick([full, `${value}件`, `0${value}`, ...grouped]));
  }),
];

/** A row of table three with another figure's place: `cell` gives what is printed for one of its figures. */
function widthFault(name: string, cell: (value: string, random: Random) => string | undefined): Fault {
  return {
    name,
    rules: ['table/row-width'],
    put: (report, random) => {
      const { figures, edition } = report.facts;
      const { rows, form } = rowTable(edition, 'requests');
      const value = (row: RowSpec, column: string): string => figures.get(`requests/${row.id}/${column}`) ?? '0';
      const places = rows.flatMap((row) => row.columns.slice(1, -1).map(({ id }) => ({ row, id })));
      const place = random.shuffle(places).find(({ row, id }) => cell(value(row, id), random) !== undefined);
      if (place === undefined) return undefined;
      const { row, id } = place;
      const opened = rows.map((other) => (other === row ? { ...row, label: openPlace + row.label } : other));
      const changed = new Map([
        [`requests/${row.id}/${id}`, cell(value(row, id), random) as string],
        [`requests/${row.id}/total`, value(row, 'total') + closePlace],
      ]);
      return { report: withFigures(withForm(report, 'requests', form(opened)), changed) };
    },
  };
}

export const widthFaults: readonly Fault[] = [
  widthFault('table/row-width one more', (value, random) => `${value}${nextCell}${random.int(0, 3)}`),
  widthFault('table/row-width split figure', (value) =>
    value.length > 1 ? `${value.charAt(0)}${nextCell}${value.slice(1)}` : undefined,
  ),
  { ...widthFault('table/row-width one less', () => droppedCell), rules: ['table/row-width', 'table/empty-cell'] },
];
