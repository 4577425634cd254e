/** Bodies and years as a table, with what is missing marked. */
import type { FolderRoster } from '../../../server/src/lsp/wire/folder-protocol';
import type { FolderWords, OpenRange } from '../../src/folder/messages';
import { signs } from '../severity';
import { element, filled } from './elements';
import { type Matrix, type MatrixCell, type MatrixLine, matrixOf } from './matrix';
import type { Row } from './rows';

interface Actions {
  readonly open: (uri: string, range: OpenRange | null) => void;
}

export function matrixTable({ open }: Actions) {
  const box = element('section', '', 'matrix');
  const note = element('p', '', 'notes');
  const scroller = element('div', '', 'scroller');
  const table = element('table');
  table.setAttribute('role', 'grid');
  scroller.append(table);
  box.append(note, scroller);
  let drawn = '';
  /** Of the cell that the keys move from: row and column, without the headings. */
  let at: readonly [row: number, column: number] = [0, 0];
  let cells: (() => void)[][] = [];

  const cellAt = ([row, column]: readonly [number, number]): HTMLElement | null =>
    table.tBodies[0]?.rows[row]?.cells[column + 1] ?? null;
  const move = (to: readonly [number, number]): void => {
    const next = cellAt(to);
    if (next === null) return;
    const old = cellAt(at);
    if (old !== null) old.tabIndex = -1;
    at = to;
    next.tabIndex = 0;
    next.focus();
  };
  table.addEventListener('keydown', (event) => {
    const [row, column] = at;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move([row + 1, column]),
      ArrowUp: () => move([Math.max(0, row - 1), column]),
      ArrowRight: () => move([row, column + 1]),
      ArrowLeft: () => move([row, Math.max(0, column - 1)]),
      Home: () => move([row, 0]),
      Enter: () => cells[row]?.[column]?.(),
      ' ': () => cells[row]?.[column]?.(),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  });
  table.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : null;
    if (cell === null) return;
    const [row = 0, column = 0] = (cell.dataset.at ?? '').split(',').map(Number);
    move([row, column]);
    cells[row]?.[column]?.();
  });

  return {
    element: box,
    draw: (rows: readonly Row[], rosters: readonly FolderRoster[], words: FolderWords): void => {
      const matrix = matrixOf(rows, rosters);
      const key = JSON.stringify([matrix, words.list]);
      if (key === drawn) return;
      drawn = key;
      note.textContent = noteOf(matrix, rosters, words);
      table.setAttribute('aria-label', `${words.matrix}. ${note.textContent}`);
      const head = element('thead');
      const years = element('tr');
      years.append(heading('col', words.body), ...matrix.years.map((year) => heading('col', String(year))));
      head.append(years);
      const body = element('tbody');
      cells = [];
      matrix.lines.forEach((line, row) => {
        const element_ = element('tr');
        element_.append(bodyCell(line, words));
        cells.push(
          line.cells.map((cell, column) => {
            const [made, act] = cellOf(cell, line, matrix.years[column] ?? 0, words);
            made.dataset.at = `${row},${column}`;
            made.tabIndex = row === at[0] && column === at[1] ? 0 : -1;
            element_.append(made);
            return act;
          }),
        );
        body.append(element_);
      });
      table.replaceChildren(head, body);
    },
  };

  function cellOf(
    cell: MatrixCell,
    line: MatrixLine,
    year: number,
    words: FolderWords,
  ): readonly [HTMLElement, () => void] {
    const made = element('td', '', cell.kind);
    made.setAttribute('role', 'gridcell');
    const name = `${line.name} ${year}`;
    if (cell.kind !== 'reports') {
      const word = { missing: words.missing, none: words.noReport, 'not-owed': words.notOwed }[cell.kind];
      made.textContent = cell.kind === 'missing' ? word : cell.kind === 'none' ? '–' : '／';
      made.title = `${name}: ${word}`;
      made.setAttribute('aria-label', made.title);
      return [made, () => undefined];
    }
    const { rows } = cell;
    const sum = (severity: 'error' | 'warning'): number =>
      rows.reduce((total, { counts }) => total + counts[severity], 0);
    const [errors, warnings] = [sum('error'), sum('warning')];
    if (errors + warnings === 0) made.append(element('span', '✓', 'fine'));
    if (errors > 0) made.append(element('span', `${signs.error} ${errors}`, 'error'));
    if (warnings > 0) made.append(element('span', `${signs.warning} ${warnings}`, 'warning'));
    if (rows.length > 1) made.append(element('small', filled(words.reports, rows.length)));
    made.title = `${name}: ${words.errors} ${errors}, ${words.warnings} ${warnings}\n${rows.map(({ path }) => path).join('\n')}`;
    made.setAttribute('aria-label', made.title);
    const [first] = rows;
    return [made, () => first !== undefined && open(first.uri, first.findings[0]?.range ?? null)];
  }
}

function noteOf({ missing }: Matrix, rosters: readonly FolderRoster[], words: FolderWords): string {
  return rosters.length === 0 ? words.noRoster : filled(words.missingSum, missing);
}

function heading(scope: 'col' | 'row', text: string): HTMLElement {
  const made = element('th', text);
  made.scope = scope;
  return made;
}

function bodyCell(line: MatrixLine, words: FolderWords): HTMLElement {
  const made = heading('row', line.name);
  made.title = line.name;
  if (line.isListed === false) made.append(element('small', words.unlisted));
  return made;
}
