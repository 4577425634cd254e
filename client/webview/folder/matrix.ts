/** Which body has a report for which year. Without a roster nobody is said to lack one. */
import type { FolderRoster } from '../../../server/src/lsp/wire/folder-protocol';
import type { Row } from './rows';

/** `missing`: owed by a roster; `none`: there is none here, and nobody says that it is owed; `not-owed`: the roster says that it is not. */
export type MatrixCell =
  | { readonly kind: 'reports'; readonly rows: readonly Row[] }
  | { readonly kind: 'missing' | 'none' | 'not-owed' };

export interface MatrixLine {
  readonly body: string;
  readonly name: string;
  /** Where there is a roster: whether it lists the body; else `null`. */
  readonly isListed: boolean | null;
  readonly cells: readonly MatrixCell[];
  readonly missing: number;
}

export interface Matrix {
  readonly years: readonly number[];
  readonly lines: readonly MatrixLine[];
  readonly missing: number;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Those that lack a report first, then those of the roster in its order, then the others by name. */
export function matrixOf(rows: readonly Row[], rosters: readonly FolderRoster[]): Matrix {
  const named = rows.filter((row) => row.body !== null && row.year !== null);
  const years = [
    ...new Set([...named.map(({ year }) => year as number), ...rosters.flatMap((roster) => roster.years)]),
  ].sort();
  const byBody = new Map<string, Row[]>();
  for (const row of named) {
    const own = byBody.get(row.body as string);
    if (own === undefined) byBody.set(row.body as string, [row]);
    else own.push(row);
  }
  const listed = rosters.flatMap((roster) => roster.bodies.map((body) => ({ ...body, years: new Set(roster.years) })));
  const reportsOf = (body: string, year: number): readonly Row[] =>
    (byBody.get(body) ?? []).filter((row) => row.year === year);
  const lineOf = (
    body: string,
    name: string,
    isListed: boolean | null,
    absent: (year: number) => MatrixCell,
  ): MatrixLine => {
    const cells = years.map((year): MatrixCell => {
      const reports = reportsOf(body, year);
      return reports.length > 0 ? { kind: 'reports', rows: reports } : absent(year);
    });
    return { body, name, isListed, cells, missing: cells.filter(({ kind }) => kind === 'missing').length };
  };
  const owed = listed.map(({ body, name, since, until, years: expected }) =>
    lineOf(body, name, true, (year) => {
      const isActive = (since === null || since <= year) && (until === null || year <= until);
      return { kind: !isActive ? 'not-owed' : expected.has(year) ? 'missing' : 'none' };
    }),
  );
  const inRoster = new Set(listed.map(({ body }) => body));
  const others = [...byBody]
    .filter(([body]) => !inRoster.has(body))
    .map(([body, [first]]) =>
      lineOf(body, first?.issuer ?? body, rosters.length === 0 ? null : false, () => ({ kind: 'none' })),
    )
    .sort((a, b) => collator.compare(a.name, b.name));
  const lines = [...owed, ...others].sort((a, b) => Number(b.missing > 0) - Number(a.missing > 0));
  return { years, lines, missing: lines.reduce((sum, line) => sum + line.missing, 0) };
}
