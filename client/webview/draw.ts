/** Elements for the blocks of a part. Words of the document go in as text only. */
import type {
  CellState,
  LinePlace,
  Mark,
  PreviewBlock,
  PreviewCell,
  SentPart,
  TextRun,
} from '../../server/src/lsp/wire/preview-protocol';
import type { Words } from '../src/preview/messages';
import { signs, worst } from './severity';

export function drawBlock(block: PreviewBlock<LinePlace, string>, part: SentPart, words: Words): HTMLElement {
  const element = document.createElement(tagOf(block));
  element.className = block.kind;
  setPlace(element, block.at);
  if ('runs' in block) {
    for (const run of block.runs) element.append(drawRun(run, part, words));
    if (block.kind === 'image') {
      element.prepend(smallNote(words.image.replace('{0}', '')));
      element.title = words.closedImage;
    }
  } else if ('rows' in block) element.append(drawTable(block, part, words));
  else element.textContent = words.missingTable.replace('{0}', block.name);
  markElement(element, block.marks, part, words);
  return element;
}

/** Whether the element of `old` can show `block`: the same table with the same cells. */
export function isPatchable(old: Block, block: Block): boolean {
  return old.kind === 'form' && block.kind === 'form' && shapeOf(old) === shapeOf(block);
}

function shapeOf({ table, rows }: FormBlock): string {
  const shape = rows.map(({ kind, cells }) => [
    kind,
    ...cells.map(({ colSpan, rowSpan, figure }) => [colSpan, rowSpan, figure?.row, figure?.column]),
  ]);
  return JSON.stringify([table, shape]);
}

/** Makes the element of another drawing of the form show `block`. What is being typed into one of its cells stays. */
export function patchForm(element: HTMLElement, block: FormBlock, part: SentPart, words: Words): void {
  element.className = block.kind;
  element.title = '';
  element.querySelector(':scope > .sign')?.remove();
  setPlace(element, block.at);
  markElement(element, block.marks, part, words);
  const cells = block.rows.flatMap((row) => row.cells);
  element.querySelectorAll('td').forEach((cell, i) => {
    fillCell(cell, cells[i] as Cell, part, words);
  });
  openForTab(element);
}

export type Block = SentPart['blocks'][number];
type FormBlock = Extract<Block, { kind: 'form' }>;
type Cell = PreviewCell<LinePlace>;

function tagOf(block: PreviewBlock<LinePlace, string>): string {
  if (block.kind === 'title') return 'h1';
  if (block.kind === 'heading') return `h${block.level + 1}`;
  return 'runs' in block ? 'p' : 'div';
}

function drawRun(run: TextRun<LinePlace>, part: SentPart, words: Words): HTMLElement {
  const element = document.createElement(run.weight === 'strong' ? 'strong' : 'span');
  const text = document.createElement('span');
  text.className = 'words';
  text.textContent = run.text;
  element.append(text);
  setPlace(element, run.at);
  markElement(element, run.marks, part, words);
  return element;
}

function drawTable(block: Extract<Block, { kind: 'form' | 'grid' }>, part: SentPart, words: Words): HTMLElement {
  const table = document.createElement('table');
  table.className = block.kind === 'form' ? block.table : 'grid';
  if (block.kind === 'form') {
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', block.name);
  }
  for (const row of block.rows) {
    const line = table.insertRow();
    line.className = row.kind;
    if (row.kind !== 'form') line.title = row.kind === 'extra' ? words.extraRow : words.rest;
    for (const cell of row.cells) {
      const element = document.createElement('td');
      element.colSpan = cell.colSpan;
      element.rowSpan = cell.rowSpan;
      fillCell(element, cell, part, words);
      line.append(element);
    }
  }
  openForTab(table);
  return table;
}

/** The Tab key leads to the first cell that can be written into, as well as to those with findings. */
function openForTab(table: Element): void {
  const first = table.querySelector<HTMLElement>('td[data-figure]');
  if (first !== null) first.tabIndex = 0;
}

const stateWords: Partial<Record<CellState, 'missingRow' | 'ambiguous' | 'blank'>> = {
  missing: 'missingRow',
  ambiguous: 'ambiguous',
  blank: 'blank',
};

/** The cell's words are its first child, a text; of what else is in it, only the sign of a finding is drawn anew. */
function fillCell(element: HTMLTableCellElement, cell: Cell, part: SentPart, words: Words): void {
  const { figure, text } = cell;
  const isHere = element.classList.contains('here');
  element.className = cell.state;
  element.classList.toggle('here', isHere);
  for (const name of ['title', 'aria-label', 'tabindex']) element.removeAttribute(name);
  element.querySelector('.sign')?.remove();
  setCellText(element, text);
  const state = stateWords[cell.state];
  if (state !== undefined) element.title = words[state];
  const label = [figure?.name, text, state && words[state]].filter(Boolean).join(' ');
  if (figure !== undefined || state !== undefined) element.setAttribute('aria-label', label);
  if (figure !== undefined) {
    element.setAttribute('role', 'gridcell');
    element.tabIndex = -1;
    element.dataset.figure = `${figure.row}/${figure.column}`;
  }
  if (cell.at !== null) setPlace(element, cell.at);
  markElement(element, cell.marks, part, words, label);
}

export function cellText(cell: Element): string {
  return cell.firstChild instanceof Text ? cell.firstChild.data : '';
}

export function setCellText(cell: Element, text: string): void {
  if (cell.firstChild instanceof Text) cell.firstChild.data = text;
  else cell.prepend(document.createTextNode(text));
}

/** A letter beside the words, their outline, and what a screen reader says: never the colour alone. */
function markElement(
  element: HTMLElement,
  marks: readonly Mark[],
  part: SentPart,
  words: Words,
  label = element.textContent ?? '',
): void {
  const own = marks.flatMap(({ finding, role }) => (role === 'place' ? (part.findings[finding] ?? []) : []));
  const severity = worst(own.map((finding) => finding.severity));
  const all = marks.flatMap(({ finding, role }) => {
    const message = part.findings[finding]?.message;
    return message === undefined ? [] : [role === 'place' ? message : `${words.related}: ${message}`];
  });
  if (all.length === 0) return;
  element.classList.add('marked', severity ?? 'related');
  element.title = [element.title, ...all].filter((line) => line !== '').join('\n');
  if (severity === undefined) return;
  element.tabIndex = 0;
  element.setAttribute('aria-label', `${label} ${words[severity]}: ${all.join(' ')}`);
  // The word joiner keeps the sign at the words; no line breaks before punctuation after it, as if it were not there.
  const sign = smallNote(`\u2060${signs[severity]}`);
  sign.classList.add('sign');
  sign.ariaHidden = 'true';
  element.append(sign);
}

function smallNote(text: string): HTMLElement {
  const element = document.createElement('small');
  element.textContent = text;
  return element;
}

export function setPlace(element: HTMLElement, at: LinePlace): void {
  element.dataset.place = at.join(',');
}

export function linePlaceOf(element: Element): LinePlace | undefined {
  const [line, character, endLine, endCharacter] = (element.getAttribute('data-place') ?? '').split(',').map(Number);
  if (line === undefined || character === undefined || endLine === undefined || endCharacter === undefined)
    return undefined;
  return [line, character, endLine, endCharacter];
}
