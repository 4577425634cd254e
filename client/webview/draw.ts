/** Elements for the blocks of a part. Words of the document go in as text only. */
import type {
  CellState,
  LinePlace,
  Mark,
  PreviewBlock,
  PreviewCell,
  PreviewRow,
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
    if (block.kind === 'image') element.prepend(smallNote(words.image.replace('{0}', '')));
  } else if ('rows' in block) {
    element.append(drawTable(block.rows, block.kind === 'form' ? block.table : 'grid', part, words));
  } else element.textContent = words.missingTable.replace('{0}', block.name);
  markElement(element, block.marks, part, words);
  return element;
}

function tagOf(block: PreviewBlock<LinePlace, string>): string {
  if (block.kind === 'title') return 'h1';
  if (block.kind === 'heading') return `h${block.level + 1}`;
  return 'runs' in block ? 'p' : 'div';
}

function drawRun(run: TextRun<LinePlace>, part: SentPart, words: Words): HTMLElement {
  const element = document.createElement(run.weight === 'strong' ? 'strong' : 'span');
  element.textContent = run.text;
  setPlace(element, run.at);
  markElement(element, run.marks, part, words);
  return element;
}

function drawTable(rows: readonly PreviewRow<LinePlace>[], kind: string, part: SentPart, words: Words): HTMLElement {
  const table = document.createElement('table');
  table.className = kind;
  for (const row of rows) {
    const line = table.insertRow();
    line.className = row.kind;
    if (row.kind !== 'form') line.title = row.kind === 'extra' ? words.extraRow : words.rest;
    for (const cell of row.cells) line.append(drawCell(cell, part, words));
  }
  return table;
}

const stateWords: Partial<Record<CellState, 'missingRow' | 'ambiguous' | 'blank'>> = {
  missing: 'missingRow',
  ambiguous: 'ambiguous',
  blank: 'blank',
};

function drawCell(cell: PreviewCell<LinePlace>, part: SentPart, words: Words): HTMLElement {
  const element = document.createElement('td');
  element.colSpan = cell.colSpan;
  element.rowSpan = cell.rowSpan;
  element.className = cell.state;
  element.textContent = cell.text;
  const state = stateWords[cell.state];
  if (state !== undefined) {
    element.title = words[state];
    element.setAttribute('aria-label', `${cell.text} ${words[state]}`.trim());
  }
  if (cell.at !== null) setPlace(element, cell.at);
  markElement(element, cell.marks, part, words);
  return element;
}

/** A letter beside the words, their outline, and what a screen reader says: never the colour alone. */
function markElement(element: HTMLElement, marks: readonly Mark[], part: SentPart, words: Words): void {
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
  element.setAttribute('aria-label', `${element.textContent} ${words[severity]}: ${all.join(' ')}`);
  const sign = smallNote(signs[severity]);
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
