/** The cells of the forms as a spreadsheet: one box to type in stands in the current cell; keys move it, and what was typed is sent. */
import type { CellText, WritingSource } from '../../server/src/lsp/wire/preview-protocol';
import type { FromPage, Words } from '../src/preview/messages';
import { cellText, setCellText } from './draw';

interface Surroundings {
  /** The number of the report in the document. */
  partOf(element: Element): number;
  sections(): readonly Element[];
  /** Selects in the text what the element shows. */
  go(element: Element, focus: 'text' | 'page'): void;
  tell(sentence: string): void;
  post(message: FromPage): void;
}

interface CellGrid {
  /** Makes the page show that version by `draw`; the box stays in its cell. */
  redraw(version: number, words: Words, draw: () => void): void;
  /** The current cell, where there is one, takes the focus. */
  focus(): void;
  written(version: number): void;
  unwritten(sentence: string | null): void;
}

/** What was sent and is not drawn yet; it is shown already. */
interface Sent {
  readonly cells: readonly CellText[];
  readonly before: readonly string[];
  version: number | undefined;
}

export function cellGrid({ partOf, sections, go, tell, post }: Surroundings): CellGrid {
  const box = document.createElement('input');
  box.type = 'text';
  box.spellcheck = false;
  box.autocomplete = 'off';
  let current: HTMLElement | undefined;
  let key: Omit<CellText, 'was' | 'text'> | undefined;
  /** Whether the keys belong to what is typed. */
  let isEditing = false;
  /** What the cell held when it was entered. */
  let was = '';
  let shownVersion = 0;
  let words: Words | undefined;
  let sent: readonly Sent[] = [];
  /** The box is being moved: it loses the focus for that only. */
  let isMoving = false;

  const keyOf = (cell: HTMLElement): Omit<CellText, 'was' | 'text'> => {
    const [row = '', column = ''] = (cell.dataset.figure ?? '').split('/');
    return { part: partOf(cell), table: cell.closest('table')?.className as CellText['table'], row, column };
  };
  const cellOf = ({ part, table, row, column }: Omit<CellText, 'was' | 'text'>): HTMLElement | undefined =>
    sections()[part]?.querySelector<HTMLElement>(`table.${table} td[data-figure="${row}/${column}"]`) ?? undefined;

  const send = (cells: readonly CellText[], source: WritingSource): void => {
    tell('');
    sent = [...sent, { cells, before: cells.map(({ was: old }) => old), version: undefined }];
    show(cells);
    post({ type: 'write', version: shownVersion, cells, source });
  };
  const show = (cells: readonly CellText[]): void => {
    for (const cell of cells) {
      const element = cellOf(cell);
      if (element !== undefined) setCellText(element, cell.text);
    }
    refresh();
  };
  /** The box shows what its cell holds, unless something is being typed. */
  const refresh = (): void => {
    if (current === undefined || isEditing) return;
    was = cellText(current);
    if (box.value !== was) box.value = was;
    box.setAttribute('aria-label', current.getAttribute('aria-label') ?? '');
    if (document.activeElement === box) box.select();
  };
  const commit = (): void => {
    if (key === undefined) return;
    const text = box.value.trim();
    isEditing = false;
    if (text === was) refresh();
    else send([{ ...key, was, text }], 'typed');
  };
  const moveBox = (cell: HTMLElement, isFocused: boolean): void => {
    isMoving = true;
    cell.append(box);
    if (isFocused) box.focus({ preventScroll: true });
    isMoving = false;
  };
  const enter = (cell: HTMLElement): void => {
    if (current === cell) {
      box.focus();
      return;
    }
    if (current !== undefined) commit();
    current = cell;
    key = keyOf(cell);
    moveBox(cell, true);
    refresh();
    box.scrollLeft = 0;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // What was sent moves the places of the text.
    if (sent.length === 0) go(cell, 'page');
  };
  const leave = (): void => {
    isMoving = true;
    box.remove();
    isMoving = false;
    current = undefined;
    key = undefined;
    isEditing = false;
  };
  const edit = (): void => {
    isEditing = true;
    box.setSelectionRange(box.value.length, box.value.length);
  };
  const move = (to: HTMLElement | undefined): boolean => {
    commit();
    if (to !== undefined && to !== current) enter(to);
    else box.select();
    return true;
  };
  const paste = (event: ClipboardEvent): void => {
    const rows = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r?\n$/u, '').split(/\r?\n/u);
    const block = rows.map((row) => row.split('\t'));
    const isOne = rows.length === 1 && block[0]?.length === 1;
    if (current === undefined || (isOne && isEditing)) return;
    event.preventDefault();
    const targets = block.map((row, down) => row.map((_, across) => figureAt(current as HTMLElement, down, across)));
    if (targets.flat().includes(undefined)) {
      const width = Math.max(...block.map(({ length }) => length));
      tell(words?.tooLarge.replace('{0}', String(rows.length)).replace('{1}', String(width)) ?? '');
      return;
    }
    isEditing = false;
    const cells = block.flatMap((row, down) =>
      row.map((text, across) => {
        const target = targets[down]?.[across] as HTMLElement;
        return { ...keyOf(target), was: target === current ? was : cellText(target), text: text.trim() };
      }),
    );
    const news = cells.filter((cell) => cell.text !== cell.was);
    if (news.length > 0) send(news, 'pasted');
    else refresh();
  };

  /** Whether the key was ours. */
  const press = (event: KeyboardEvent, cell: HTMLElement): boolean => {
    const { key: name, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) return pressCommand(name.toLowerCase(), shiftKey, cell);
    if (event.altKey) return false;
    if (name === 'Enter') return move(vertical(cell, shiftKey ? -1 : 1) ?? cell);
    if (name === 'Tab') {
      const next = inOrder(cell, shiftKey ? -1 : 1);
      return next !== undefined && move(next);
    }
    if (name === 'F2') {
      edit();
      return true;
    }
    if (name === 'Escape') return giveUp(cell);
    if (isEditing || shiftKey) return false;
    if (name === 'Delete') box.value = '';
    const to = name === 'Delete' ? cell : (steps[name]?.(cell) ?? (name in steps ? cell : undefined));
    return to !== undefined && move(to);
  };
  const pressCommand = (name: string, shiftKey: boolean, cell: HTMLElement): boolean => {
    if (name === 'enter') {
      commit();
      go(cell, 'text');
      return true;
    }
    if (isEditing || (name !== 'z' && name !== 'y')) return false;
    post({ type: name === 'y' || shiftKey ? 'redo' : 'undo' });
    return true;
  };
  /** Gives up what is typed; where nothing is, the keys are the page's again. */
  const giveUp = (cell: HTMLElement): boolean => {
    tell('');
    if (isEditing) {
      isEditing = false;
      refresh();
    } else {
      leave();
      cell.tabIndex = 0;
      isMoving = true;
      cell.focus();
      isMoving = false;
    }
    return true;
  };

  box.addEventListener('input', () => {
    isEditing = true;
  });
  box.addEventListener('paste', paste);
  box.addEventListener('mousedown', () => {
    isEditing = true;
  });
  box.addEventListener('focus', () => {
    if (!isMoving && !isEditing) box.select();
  });
  box.addEventListener('blur', () => {
    if (isMoving) return;
    commit();
    // Whether the window has lost the focus is known afterwards; when it comes back, the cell is still the current one.
    setTimeout(() => {
      if (document.hasFocus() && document.activeElement !== box && current !== undefined) leave();
    });
  });
  const focus = (): void => {
    if (current !== undefined) box.focus({ preventScroll: true });
  };
  window.addEventListener('focus', focus);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || current === undefined || !press(event, current)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('mousedown', (event) => {
    const { target, button } = event;
    if (button !== 0 || event.ctrlKey || event.metaKey || target === box || !(target instanceof Element)) return;
    const cell = target.closest<HTMLElement>('td[data-figure]');
    if (cell === null) return;
    event.preventDefault();
    enter(cell);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (!isMoving && target instanceof HTMLElement && target.matches('td[data-figure]')) enter(target);
  });
  document.addEventListener('keydown', (event) => {
    const { key: name, target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('td[data-figure]')) return;
    if (name !== 'Enter' && name !== 'F2' && name !== ' ') return;
    event.preventDefault();
    enter(target);
  });

  return {
    focus,
    redraw: (version, next, draw) => {
      const hadFocus = document.activeElement === box;
      isMoving = true;
      draw();
      isMoving = false;
      shownVersion = version;
      words = next;
      sent = sent.filter((one) => one.version === undefined || one.version > version);
      if (current !== undefined && key !== undefined) {
        const cell = cellOf(key);
        if (cell === undefined) leave();
        else if (cell !== current || (hadFocus && document.activeElement !== box)) {
          current = cell;
          const range = [box.selectionStart, box.selectionEnd] as const;
          moveBox(cell, hadFocus);
          box.setSelectionRange(...range);
        }
      }
      show(sent.flatMap(({ cells }) => cells));
      if (current !== undefined && !isEditing && document.activeElement === box) go(current, 'page');
    },
    written: (version) => {
      const oldest = sent.find((one) => one.version === undefined);
      if (oldest !== undefined) oldest.version = version;
    },
    unwritten: (sentence) => {
      const oldest = sent.find((one) => one.version === undefined);
      sent = sent.filter((one) => one !== oldest);
      if (oldest !== undefined) show(oldest.cells.map((cell, i) => ({ ...cell, text: oldest.before[i] ?? '' })));
      if (sentence !== null) tell(sentence);
    },
  };
}

/** The figures of a table, row by row. */
function rowsAround(cell: HTMLElement): readonly (readonly HTMLElement[])[] {
  const rows = [...(cell.closest('table')?.rows ?? [])];
  return rows
    .map((row) => [...row.querySelectorAll<HTMLElement>('td[data-figure]')])
    .filter(({ length }) => length > 0);
}

/** The figure so many rows of figures below and so many to the right; `undefined` where there is none. */
function figureAt(cell: HTMLElement, down: number, across: number): HTMLElement | undefined {
  const rows = rowsAround(cell);
  const row = rows.findIndex((figures) => figures.includes(cell));
  return rows[row + down]?.[(rows[row]?.indexOf(cell) ?? 0) + across];
}

/** The figure above or below; rows of table two are of different lengths. */
function vertical(cell: HTMLElement, down: 1 | -1): HTMLElement | undefined {
  return figureAt(cell, down, 0) ?? figureAt(cell, down, -1) ?? figureAt(cell, down, -2);
}

/** The next cell of the page in reading order. */
function inOrder(cell: HTMLElement, distance: 1 | -1): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('td[data-figure]')];
  return all[all.indexOf(cell) + distance];
}

const steps: Readonly<Record<string, (cell: HTMLElement) => HTMLElement | undefined>> = {
  ArrowUp: (cell) => vertical(cell, -1),
  ArrowDown: (cell) => vertical(cell, 1),
  ArrowLeft: (cell) => figureAt(cell, 0, -1),
  ArrowRight: (cell) => figureAt(cell, 0, 1),
  Home: (cell) => cell.closest('tr')?.querySelector<HTMLElement>('td[data-figure]') ?? undefined,
  End: (cell) => [...(cell.closest('tr')?.querySelectorAll<HTMLElement>('td[data-figure]') ?? [])].at(-1),
};
