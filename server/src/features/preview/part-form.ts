/** The printed form reduced to some of its rows, merged cells shortened to what is left of them. */
import type { GridCell } from '../../text/grid';

interface Owner<Cell> {
  readonly cell: Cell;
  readonly row: number;
}

/** The rows of `form` for which `keep` says so, as a form of its own. */
export function partOfForm<Cell extends Omit<GridCell, 'text'>>(
  form: readonly (readonly Cell[])[],
  width: number,
  keep: (row: number) => boolean,
): readonly (readonly Cell[])[] {
  const owners = cellOwners(form, width);
  const kept = owners.filter((_, row) => keep(row));
  return kept.map((row, index) => {
    const cells: Cell[] = [];
    row.forEach((owner, column) => {
      if (owner === undefined || owner === row[column - 1] || owner === kept[index - 1]?.[column]) return;
      let rowSpan = 1;
      while (kept[index + rowSpan]?.[column] === owner) rowSpan++;
      cells.push({ ...owner.cell, rowSpan });
    });
    return cells;
  });
}

/** Which cell covers each place of the grid. */
function cellOwners<Cell extends Omit<GridCell, 'text'>>(
  form: readonly (readonly Cell[])[],
  width: number,
): (Owner<Cell> | undefined)[][] {
  const grid = form.map(() => new Array<Owner<Cell> | undefined>(width).fill(undefined));
  form.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (column < width && grid[row]?.[column] !== undefined) column++;
      const owner = { cell, row };
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          const line = grid[row + down];
          if (line !== undefined && column + across < width) line[column + across] = owner;
        }
      }
      column += cell.colSpan;
    }
  });
  return grid;
}
