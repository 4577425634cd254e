/** The page of the folder's table: a list of all reports that can be sorted, filtered and grouped, and one of bodies and years. */
import './folder.css';
import type { FolderTable } from '../../../server/src/lsp/wire/folder-protocol';
import type { FolderWords, FromFolderPage, OpenRange, ToFolderPage } from '../../src/folder/messages';
import { folderHead } from './head';
import { folderList } from './list';
import { matrixTable } from './matrix-table';
import { firstView, type Row, rowsOf, type View } from './rows';

declare function acquireVsCodeApi(): {
  postMessage(message: FromFolderPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

type Tab = 'list' | 'matrix';

interface Kept {
  readonly tab: Tab;
  readonly view: Omit<View, 'opened' | 'closed'>;
}

const editor = acquireVsCodeApi();
const kept = editor.getState() as Kept | undefined;
let tab: Tab = kept?.tab ?? 'list';
let view: View = { ...firstView, ...kept?.view };

const byFile = new Map<string, readonly Row[]>();
const titles = new Map<string, string>();
let table: FolderTable | undefined;
let words: FolderWords | undefined;

const post = (message: FromFolderPage): void => editor.postMessage(message);
const open = (uri: string, range: OpenRange | null): void => post({ type: 'open', uri, range });
const keep = (): void => {
  const { sorting, filter, group } = view;
  editor.setState({ tab, view: { sorting, filter, group } } satisfies Kept);
};
const look = (change: Partial<View>): void => {
  view = { ...view, ...change };
  keep();
  draw();
};

const head = folderHead({
  post,
  look,
  show: (next) => {
    tab = next;
    keep();
    draw();
  },
});
const list = folderList({ look, open });
const matrix = matrixTable({ open });
document.body.append(head.element, list.element, matrix.element);

window.addEventListener('message', ({ data }: MessageEvent<ToFolderPage>) => {
  words = data.words;
  if (data.type === 'stopped') return head.tellStopped(data.words);
  if (data.isWhole) byFile.clear();
  for (const file of data.table.files) {
    const rows = rowsOf(file);
    if (rows.length === 0) byFile.delete(file.key);
    else byFile.set(file.key, rows);
  }
  for (const [rule, title] of Object.entries(data.table.titles)) titles.set(rule, title);
  table = data.table;
  drawSoon();
});
post({ type: 'ready' });

let isDue = false;

/** Many rows that come one after the other are drawn once a frame. */
function drawSoon(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    draw();
  });
}

function draw(): void {
  if (table === undefined || words === undefined) return;
  const rows = [...byFile.values()].flat();
  const ruleName = (id: string): string => titles.get(id) || id;
  const shown = list.draw(rows, view, words, ruleName);
  head.draw({ rows, table, view, tab, words, ruleName, shown });
  list.element.hidden = tab !== 'list' || shown.reports === 0;
  matrix.element.hidden = tab !== 'matrix' || rows.length === 0;
  if (tab === 'matrix') matrix.draw(rows, table.rosters, words);
  else list.place();
}
