/** The preview's page: draws the parts that it is sent, redraws only what changed, and follows clicks and the cursor. */
import './preview.css';
import type { LinePlace, SentPart } from '../../server/src/lsp/wire/preview-protocol';
import type { FromPage, ToPage, Words } from '../src/preview/messages';
import { cellGrid } from './cell-grid';
import type { Block } from './draw';
import { drawBlock, isPatchable, linePlaceOf, patchForm } from './draw';
import { drawSummary } from './summary';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: unknown): void };

const editor = acquireVsCodeApi();
editor.setState({ uri: document.body.dataset.uri });

interface ShownPart {
  readonly part: SentPart;
  readonly section: HTMLElement;
  /** What each block was drawn from. */
  drawn: readonly string[];
  line: number;
}

const trouble = document.createElement('aside');
trouble.setAttribute('role', 'alert');
const summary = document.createElement('header');
const paper = document.createElement('main');
const notice = document.createElement('output');
notice.setAttribute('role', 'alert');
document.body.append(trouble, summary, paper, notice);

let shown = new Map<string, ShownPart>();
let order: readonly string[] = [];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'model') {
    const { version, parts } = data.answer;
    cells.redraw(version, data.words, () => draw(parts, data.words, data.omitted ?? []));
  } else if (data.type === 'written') cells.written(data.version);
  else if (data.type === 'unwritten') cells.unwritten(data.sentence);
  else if (data.type === 'empty') empty(data.words, data.reason, data.sentence ?? '');
  else if (data.type === 'old') tellOld(data.words);
  else if (data.type === 'focus') cells.focus();
  else if (data.type === 'cursor') followCursor(data.line, data.character, data.reason);
  else download(data.name, data.html);
});
document.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-figure]') !== null && !ctrlKey && !metaKey) return;
  // Whoever selects words wants to copy them.
  if (document.getSelection()?.isCollapsed !== false) go(target, 'text');
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key !== 'Enter' && key !== ' ') return;
  if (!(target instanceof HTMLElement) || target.tabIndex < 0 || target.matches('button, input, [data-figure]')) return;
  event.preventDefault();
  go(target, 'text');
});
// What is scrolled to must not end up beneath the head of the page.
new ResizeObserver(() => {
  document.documentElement.style.scrollPaddingTop = `${summary.offsetHeight}px`;
}).observe(summary);
const cells = cellGrid({
  partOf: (element) => [...shown.values()].findIndex(({ section }) => section === element.closest('section')),
  sections: () => [...shown.values()].map(({ section }) => section),
  go,
  tell: (sentence) => {
    notice.textContent = sentence;
  },
  post: (message) => editor.postMessage(message),
});
editor.postMessage({ type: 'ready' });

type Answered = Extract<ToPage, { type: 'model' }>['answer']['parts'];

function draw(parts: Answered, words: Words, omitted: readonly string[]): void {
  trouble.replaceChildren();
  const next = new Map<string, ShownPart>();
  const old = order.flatMap((key) => shown.get(key) ?? []);
  parts.forEach(({ key, line, part }, index) => {
    const same = shown.get(key);
    if (same !== undefined && !next.has(key)) {
      same.line = line;
      next.set(key, same);
      return;
    }
    const content = part ?? same?.part;
    if (content === undefined) return;
    // The report that stood here before is patched, so that nothing jumps.
    const before = old[index];
    const isFree = before !== undefined && !parts.some((other) => shown.get(other.key) === before);
    next.set(key, drawPart(content, line, words, isFree ? before : undefined));
  });
  shown = next;
  order = [...next.keys()];
  place(
    paper,
    [...next.values()].map(({ section }) => section),
  );
  drawSummary(summary, [...next.values()], { words, omitted }, () => editor.postMessage({ type: 'print' }));
}

function drawPart(part: SentPart, line: number, words: Words, before: ShownPart | undefined): ShownPart {
  const section = before?.section ?? document.createElement('section');
  const known = new Map<string, Element[]>();
  before?.drawn.forEach((key, i) => {
    known.set(key, [...(known.get(key) ?? []), section.children[i] as Element]);
  });
  // Places are part of what a block is drawn from: a click must lead to where the words stand now.
  const drawn = part.blocks.map((block) => JSON.stringify([block, marksText(part, block)]));
  const free = new Map(
    [...(before?.part.blocks ?? [])].flatMap((block, i) =>
      drawn.includes(before?.drawn[i] as string) ? [] : [[block, section.children[i] as HTMLElement]],
    ),
  );
  const children = part.blocks.map(
    (block, i) =>
      known.get(drawn[i] as string)?.shift() ?? patched(free, block, part, words) ?? drawBlock(block, part, words),
  );
  place(section, children);
  return { part, section, drawn, line };
}

/** The element of a form that has the same cells, with what they hold now: it keeps the focus, and what is being typed. */
function patched(free: Map<Block, HTMLElement>, block: Block, part: SentPart, words: Words): HTMLElement | undefined {
  const old = [...free.keys()].find((one) => isPatchable(one, block));
  const element = old && free.get(old);
  if (old === undefined || element === undefined || block.kind !== 'form') return undefined;
  free.delete(old);
  patchForm(element, block, part, words);
  return element;
}

/** The findings that a block's marks mean, since their numbers say nothing of their words. */
function marksText(part: SentPart, block: SentPart['blocks'][number]): readonly string[] {
  const items = 'runs' in block ? block.runs : 'rows' in block ? block.rows.flatMap(({ cells }) => cells) : [];
  return [block, ...items].flatMap(({ marks }) => marks.map(({ finding }) => part.findings[finding]?.message ?? ''));
}

/** Makes `children` the parent's only ones, in their order, and moves none that stands right. */
function place(parent: Element, children: readonly Element[]): void {
  // Whatever is moved loses the focus.
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
}

function empty(words: Words, reason: 'loading' | 'notReport' | 'failed' | 'refused', sentence: string): void {
  shown = new Map();
  order = [];
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = words[reason].replace('{0}', sentence);
  trouble.replaceChildren();
  summary.replaceChildren();
  paper.replaceChildren(note);
  if (reason === 'failed') paper.append(restartButton(words));
}

/** Above what is shown, which stays. */
function tellOld(words: Words): void {
  const note = document.createElement('strong');
  note.textContent = words.old;
  trouble.replaceChildren(note, restartButton(words));
}

function restartButton(words: Words): HTMLElement {
  const button = document.createElement('button');
  button.className = 'restart';
  button.textContent = words.restart;
  button.addEventListener('click', () => editor.postMessage({ type: 'restart' }));
  return button;
}

function go(target: Element, focus: 'text' | 'page'): void {
  const element = target.closest('[data-place]');
  const part = target.closest<HTMLElement>('[data-part]')?.dataset.part;
  const at = element === null ? undefined : linePlaceOf(element);
  if (at === undefined) return;
  const section = element?.closest('section');
  const owner = [...shown.values()].find((one, i) =>
    part === undefined ? one.section === section : i === Number(part),
  );
  if (owner === undefined) return;
  const [line, character, endLine, endCharacter] = at;
  const place = [line + owner.line, character, endLine + owner.line, endCharacter] as const;
  editor.postMessage({ type: 'reveal', place, focus });
}

let here: Element | undefined;

function followCursor(line: number, character: number, reason: 'moved' | 'redrawn'): void {
  const owner = [...shown.values()].filter((one) => one.line <= line).at(-1);
  if (owner === undefined) return;
  let best: Element | undefined;
  let smallest: readonly [number, number] | undefined;
  for (const element of owner.section.querySelectorAll('[data-place]')) {
    const at = linePlaceOf(element);
    if (at === undefined || !holdsPosition(at, line - owner.line, character)) continue;
    const size = [at[2] - at[0], at[3] - at[1]] as const;
    if (smallest !== undefined && (size[0] > smallest[0] || (size[0] === smallest[0] && size[1] > smallest[1])))
      continue;
    best = element;
    smallest = size;
  }
  if (best === here) return;
  here?.classList.remove('here');
  here = best;
  best?.classList.add('here');
  if (reason === 'redrawn') return;
  const box = best?.getBoundingClientRect();
  if (box === undefined || (box.top >= summary.offsetHeight && box.bottom <= window.innerHeight)) return;
  best?.scrollIntoView({ block: 'center' });
}

function holdsPosition(
  [line, character, endLine, endCharacter]: LinePlace,
  atLine: number,
  atCharacter: number,
): boolean {
  const isAfter = atLine > line || (atLine === line && atCharacter >= character);
  return isAfter && (atLine < endLine || (atLine === endLine && atCharacter <= endCharacter));
}

function download(name: string, html: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = name;
  link.click();
  // Not every browser has read it when the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
