/** Where the cells of bar-drawn rows go so that columns stand under one another, merged ones included. */

/** One row: the display widths of its cells; 0 for an empty cell, which a merged cell before it may run over. */
export interface BarRow {
  readonly widths: readonly number[];
}

/** The columns that the table's cells begin in, and one more for the end. */
type Stops = readonly number[];

/**
 * The leftmost stops at which every row fits. A cell with empty cells behind it may be as wide as all of them,
 * so that a note over three columns does not make the first of them as wide as itself.
 */
export function stopsOf(rows: readonly BarRow[], separator: number, narrowest: number): Stops {
  const count = rows.reduce((most, { widths }) => Math.max(most, widths.length), 0);
  const needs = Array.from({ length: count + 1 }, (): { from: number; width: number }[] => []);
  for (const { widths } of rows) {
    let from = 0;
    for (let next = 1; next <= widths.length; next++) {
      if (next < widths.length && widths[next] === 0) continue;
      needs[next]?.push({ from, width: (widths[from] as number) + separator * (next - from) });
      from = next;
    }
  }
  const stops = [0];
  for (let i = 1; i <= count; i++) {
    const least = (stops[i - 1] as number) + narrowest + separator;
    stops.push(
      (needs[i] ?? []).reduce((most, { from, width }) => Math.max(most, (stops[from] as number) + width), least),
    );
  }
  return stops;
}

/** White space before and behind each cell's content; the separator's own two spaces are not counted. */
interface Padding {
  readonly before: number;
  readonly behind: number;
}

/** The padding of each cell of a row; `right` tells which cells stand at the right of their column. */
export function paddingOf(
  { widths }: BarRow,
  stops: Stops,
  separator: number,
  right: (cell: number) => boolean,
): readonly Padding[] {
  let cursor = 0;
  return widths.map((width, i) => {
    const end = Math.max(cursor + width, (stops[i + 1] as number) - separator);
    const free = end - cursor - width;
    const isMerged = widths[i + 1] === 0;
    cursor = end + separator;
    return right(i) && !isMerged ? { before: free, behind: 0 } : { before: 0, behind: free };
  });
}
