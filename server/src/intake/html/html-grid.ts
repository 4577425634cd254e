/** The tables of a page: which are for the layout only, and the cells of the others. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DocumentCell, DocumentRow } from '../document';
import { gridColumns } from '../grid-columns';
import { attribute, isElement, isHidden, nameOf } from './elements';

type Element = DefaultTreeAdapterTypes.Element;

/** The cells that are shown, row by row; those of tables within it are not among them. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  return partsOf(table).flatMap((part) => {
    const rows = nameOf(part) === 'tr' ? [part] : shownChildren(part, 'tr');
    return rows.map((row) => [...shownChildren(row, 'td', 'th')]);
  });
}

/** Rows and groups of rows; heads first and feet last, as they are shown. */
function partsOf(table: Element): readonly Element[] {
  const parts = shownChildren(table, 'tr', 'thead', 'tbody', 'tfoot');
  const rank = (part: Element): number => ({ thead: 0, tfoot: 2 })[nameOf(part) as 'thead' | 'tfoot'] ?? 1;
  return [...parts].sort((a, b) => rank(a) - rank(b));
}

function shownChildren(parent: Element, ...names: readonly string[]): readonly Element[] {
  return parent.childNodes.filter(
    (child): child is Element => isElement(child) && names.includes(nameOf(child)) && !isHidden(child),
  );
}

/** One whose cells hold tables, or that has a single column: its cells are read one after the other. */
export function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table);
  return rows.every((cells) => cells.length <= 1) || rows.some((cells) => cells.some(holdsTable));
}

function holdsTable(cell: Element): boolean {
  const open: Element[] = [cell];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of next.childNodes) {
      if (!isElement(child)) continue;
      if (nameOf(child) === 'table') return true;
      open.push(child);
    }
  }
  return false;
}

/** `null` for a table of more columns than any has. */
export function gridOf(table: Element, textOf: (cell: Element) => string): readonly DocumentRow[] | null {
  const columns = gridColumns();
  const rows = rowsOf(table);
  const grid = rows.map((cells, index) => ({
    cells: columns.row(
      cells.map((cell): Omit<DocumentCell, 'column'> => {
        const down = spanOf(cell, 'rowspan');
        return {
          text: textOf(cell),
          colSpan: Math.max(1, spanOf(cell, 'colspan')),
          // 0 means all rows that are left.
          rowSpan: Math.min(rows.length - index, down === 0 ? rows.length : down),
        };
      }),
    ),
  }));
  return columns.isTooWide() ? null : grid;
}

/** What browsers allow. */
const mostSpan = 1000;

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const stated = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(stated) || stated < 0 ? 1 : Math.min(mostSpan, stated);
}
