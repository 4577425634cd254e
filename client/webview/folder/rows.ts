/** What of the reports is listed, and in which order: plain functions of the rows and of what the user has chosen. */
import type {
  FolderFileRows,
  FolderRow,
  FolderRowFinding,
  Severity,
} from '../../../server/src/lsp/wire/folder-protocol';
import { severities } from '../severity';

/** A report, or a file without one. */
export interface Row extends FolderRow {
  /** Stays the same while its findings change. */
  readonly id: string;
  readonly uri: string;
  /** How many findings it has of each severity. */
  readonly counts: Readonly<Record<Severity, number>>;
}

export const columns = ['body', 'year', 'level', 'error', 'warning', 'relations', 'state', 'file'] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

export interface Filter {
  /** Words that the body, the file or a finding must have, in any case of letters; all of them. */
  readonly text: string;
  /** Empty: any. */
  readonly rule: string;
  readonly severity: Severity | '';
  readonly state: FolderRow['state'] | '';
}

export const grouping = ['none', 'body', 'year', 'rule'] as const;
export type Grouping = (typeof grouping)[number];

export interface View {
  readonly sorting: Sorting;
  readonly filter: Filter;
  readonly group: Grouping;
  /** Ids of the rows whose findings are shown, and keys of the groups whose rows are not. */
  readonly opened: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

export const firstView: View = {
  sorting: { column: 'error', direction: 'descending' },
  filter: { text: '', rule: '', severity: '', state: '' },
  group: 'none',
  opened: new Set(),
  closed: new Set(),
};

/** A line of the list. */
export type Item =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly reports: number;
      readonly findings: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly row: Row;
      readonly isOpen: boolean;
      readonly shown: readonly FolderRowFinding[];
    }
  | { readonly kind: 'finding'; readonly id: string; readonly row: Row; readonly finding: FolderRowFinding };

export function rowsOf({ key, uri, rows }: FolderFileRows): readonly Row[] {
  return rows.map((row) => ({ ...row, uri, id: `${key}#${row.index}`, counts: countsOf(row.findings) }));
}

function countsOf(findings: readonly FolderRowFinding[]): Row['counts'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const states: readonly FolderRow['state'][] = ['failed', 'skipped', 'unread', 'audited'];
const levels: readonly FolderRow['level'][] = [
  'provincial',
  'municipal',
  'county',
  'township',
  'subdistrict',
  'department',
  'institution',
  'unknown',
];

type Compare = (a: Row, b: Row) => number;

const byName: Compare = (a, b) => collator.compare(a.issuer ?? '', b.issuer ?? '');
/** Those without a name last. */
const namedFirst: Compare = (a, b) => Number(a.issuer === null) - Number(b.issuer === null) || byName(a, b);
const byFile: Compare = (a, b) => collator.compare(a.path, b.path) || a.index - b.index;

const compares: Readonly<Record<Column, Compare>> = {
  body: byName,
  year: (a, b) => (a.year ?? 0) - (b.year ?? 0),
  level: (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
  error: (a, b) => a.counts.error - b.counts.error,
  warning: (a, b) => a.counts.warning - b.counts.warning,
  relations: (a, b) => a.relations.broken - b.relations.broken || a.relations.notAssessable - b.relations.notAssessable,
  state: (a, b) => states.indexOf(a.state) - states.indexOf(b.state),
  file: byFile,
};

/** What no one can name stands last, however it is sorted; of equal ones by body, year and file. */
export function sorted(rows: readonly Row[], { column, direction }: Sorting): readonly Row[] {
  const compare = compares[column];
  const sign = direction === 'ascending' ? 1 : -1;
  const isNameless = (row: Row): number =>
    Number((column === 'body' && row.issuer === null) || (column === 'year' && row.year === null));
  return [...rows].sort(
    (a, b) =>
      isNameless(a) - isNameless(b) ||
      sign * compare(a, b) ||
      namedFirst(a, b) ||
      (b.year ?? 0) - (a.year ?? 0) ||
      byFile(a, b),
  );
}

/** The findings of a row that the filter lets through; `null` where the row itself is not shown. */
export function shownFindings(row: Row, filter: Filter): readonly FolderRowFinding[] | null {
  if (filter.state !== '' && row.state !== filter.state) return null;
  const ofKind = row.findings.filter(
    ({ rule, severity }) =>
      (filter.rule === '' || rule === filter.rule) && (filter.severity === '' || severity === filter.severity),
  );
  if (ofKind.length === 0 && (filter.rule !== '' || filter.severity !== '')) return null;
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return ofKind;
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  if (has(`${row.issuer ?? ''} ${row.path} ${row.year ?? ''} ${row.reason ?? ''}`)) return ofKind;
  const named = ofKind.filter(({ message, rule }) => has(`${message} ${rule} ${row.issuer ?? ''}`));
  return named.length === 0 ? null : named;
}

interface Entry {
  readonly row: Row;
  readonly shown: readonly FolderRowFinding[];
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly entries: Entry[];
}

/** How the groups of those without a body, a year or a finding are called. */
export interface GroupNames {
  readonly noBody: string;
  readonly noYear: string;
  readonly year: (year: number) => string;
  readonly rule: (id: string) => string;
}

/** The lines of the list in their order. */
export function itemsOf(rows: readonly Row[], view: View, names: GroupNames): readonly Item[] {
  const entries = sorted(rows, view.sorting).flatMap((row): Entry[] => {
    const shown = shownFindings(row, view.filter);
    return shown === null ? [] : [{ row, shown }];
  });
  if (view.group === 'none') return entries.flatMap((entry) => linesOf(entry, '', view));
  return groupsOf(entries, view.group, names).flatMap((group): Item[] => {
    const id = `${view.group}:${group.key}`;
    const isOpen = !view.closed.has(id);
    const findings = group.entries.reduce((sum, { shown }) => sum + shown.length, 0);
    const head: Item = { kind: 'group', id, name: group.name, reports: group.entries.length, findings, isOpen };
    return isOpen ? [head, ...group.entries.flatMap((entry) => linesOf(entry, `${id}/`, view))] : [head];
  });
}

/** `within` keeps apart the lines of a row that stands in several groups. */
function linesOf({ row, shown }: Entry, within: string, { opened }: View): readonly Item[] {
  const id = within + row.id;
  const isOpen = opened.has(id);
  const line: Item = { kind: 'row', id, row, isOpen, shown };
  if (!isOpen) return [line];
  const bySeverity = [...shown].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return [line, ...bySeverity.map((finding, i): Item => ({ kind: 'finding', id: `${id}!${i}`, row, finding }))];
}

function groupsOf(entries: readonly Entry[], by: Exclude<Grouping, 'none'>, names: GroupNames): readonly Group[] {
  const groups = new Map<string, Group>();
  const put = (key: string, name: string, entry: Entry): void => {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { key, name, entries: [entry] });
    else known.entries.push(entry);
  };
  for (const entry of entries) {
    const { row, shown } = entry;
    if (by === 'body') put(row.body ?? '', row.body === null ? names.noBody : (row.issuer ?? row.body), entry);
    else if (by === 'year') put(String(row.year ?? ''), row.year === null ? names.noYear : names.year(row.year), entry);
    else {
      for (const rule of new Set(shown.map((finding) => finding.rule))) {
        put(rule, names.rule(rule), { row, shown: shown.filter((finding) => finding.rule === rule) });
      }
    }
  }
  const all = [...groups.values()];
  if (by === 'rule') return all.sort((a, b) => b.entries.length - a.entries.length || collator.compare(a.name, b.name));
  if (by === 'year') return all.sort((a, b) => Number(b.key) - Number(a.key));
  return all.sort((a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.name, b.name));
}

/** What the rows come to. */
export interface Sums {
  readonly states: Readonly<Record<FolderRow['state'], number>>;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly broken: number;
  readonly notAssessable: number;
}

export function sumsOf(rows: readonly Row[]): Sums {
  const states = { unread: 0, audited: 0, skipped: 0, failed: 0 };
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let [broken, notAssessable] = [0, 0];
  for (const row of rows) {
    states[row.state] += 1;
    for (const severity of severities) counts[severity] += row.counts[severity];
    broken += row.relations.broken;
    notAssessable += row.relations.notAssessable;
  }
  return { states, counts, broken, notAssessable };
}

/** The rules that occur, the most frequent first. */
export function rulesIn(rows: readonly Row[]): readonly (readonly [rule: string, findings: number])[] {
  const counts = new Map<string, number>();
  for (const { findings } of rows) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
