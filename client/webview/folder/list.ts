/** The list of all reports: only the lines in sight are elements, so that many are as quick as few. */
import type { FolderWords, OpenRange } from '../../src/folder/messages';
import { signs } from '../severity';
import { button, element, filled } from './elements';
import { type Column, columns, type Item, itemsOf, type Row, type View } from './rows';
import { scrollTo, visibleLines } from './visible';

interface Actions {
  readonly look: (change: Partial<View>) => void;
  readonly open: (uri: string, range: OpenRange | null) => void;
}

/** In pixels, as in the style. */
const lineHeight = 26;

export function folderList({ look, open }: Actions) {
  const box = element('section', '', 'list');
  const grid = element('div', '', 'grid');
  grid.setAttribute('role', 'treegrid');
  grid.setAttribute('aria-colcount', String(columns.length));
  grid.tabIndex = 0;
  const headings = element('div', '', 'headings row');
  headings.setAttribute('role', 'row');
  headings.setAttribute('aria-rowindex', '1');
  const body = element('div', '', 'lines');
  body.setAttribute('role', 'rowgroup');
  const before = element('div');
  const lines = element('div');
  const after = element('div');
  for (const each of [before, lines, after]) each.setAttribute('role', 'presentation');
  body.append(before, lines, after);
  grid.append(headings, body);
  box.append(grid);

  let items: readonly Item[] = [];
  let view: View | undefined;
  let words: FolderWords | undefined;
  let ruleName: (id: string) => string = (id) => id;
  let active = '';

  const toggle = (item: Item): void => {
    if (view === undefined || item.kind === 'finding') return;
    const key = item.kind === 'group' ? 'closed' : 'opened';
    const set = new Set(view[key]);
    if (!set.delete(item.id)) set.add(item.id);
    look({ [key]: set });
  };
  const go = (item: Item): void => {
    if (item.kind === 'group') toggle(item);
    else if (item.kind === 'finding') open(item.row.uri, item.finding.range);
    else open(item.row.uri, item.shown[0]?.range ?? null);
  };
  const room = (): number => grid.clientHeight - headings.offsetHeight;
  const activate = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    active = item.id;
    grid.scrollTop = scrollTo(index, lineHeight, grid.scrollTop, room());
    place();
  };
  const indexOfActive = (): number => items.findIndex(({ id }) => id === active);

  grid.addEventListener('scroll', () => place());
  new ResizeObserver(() => place()).observe(grid);
  grid.addEventListener('focus', () => {
    if (indexOfActive() < 0) activate(0);
  });
  grid.addEventListener('keydown', (event) => {
    if (event.target !== grid || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = indexOfActive();
    const item = items[at];
    const page = Math.max(1, Math.floor(room() / lineHeight) - 1);
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => activate(Math.min(items.length - 1, at + 1)),
      ArrowUp: () => activate(Math.max(0, at - 1)),
      PageDown: () => activate(Math.min(items.length - 1, at + page)),
      PageUp: () => activate(Math.max(0, at - page)),
      Home: () => activate(0),
      End: () => activate(items.length - 1),
      ArrowRight: () => item !== undefined && item.kind !== 'finding' && !item.isOpen && toggle(item),
      ArrowLeft: () => {
        if (item === undefined) return;
        if (item.kind === 'finding') activate(parentOf(at));
        else if (item.isOpen) toggle(item);
        else activate(parentOf(at));
      },
      ' ': () => item !== undefined && toggle(item),
      Enter: () => item !== undefined && go(item),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  });
  const parentOf = (at: number): number => {
    const kind = items[at]?.kind === 'finding' ? 'row' : 'group';
    for (let i = at - 1; i >= 0; i--) if (items[i]?.kind === kind) return i;
    return at;
  };
  lines.addEventListener('click', ({ target }) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(line?.dataset.index ?? -1);
    const item = items[index];
    if (item === undefined) return;
    active = item.id;
    const isLink = target instanceof Element && target.closest('.go') !== null;
    if (isLink || item.kind === 'finding') go(item);
    else toggle(item);
    place();
  });

  const drawHeadings = (sorting: View['sorting'], words: FolderWords): void => {
    const names: Readonly<Record<Column, string>> = {
      body: words.body,
      year: words.year,
      level: words.level,
      error: words.errors,
      warning: words.warnings,
      relations: words.relations,
      state: words.state,
      file: words.file,
    };
    const focused = headings.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.column
      : undefined;
    headings.replaceChildren(
      ...columns.map((column) => {
        const isSorted = sorting.column === column;
        const cell = element('div', '', `cell ${column}`);
        cell.setAttribute('role', 'columnheader');
        cell.setAttribute('aria-sort', isSorted ? sorting.direction : 'none');
        const arrow = isSorted ? (sorting.direction === 'ascending' ? ' ▲' : ' ▼') : '';
        const sort = button(names[column] + arrow, () => {
          const isNumber = column !== 'body' && column !== 'level' && column !== 'file' && column !== 'state';
          const first = isNumber ? 'descending' : 'ascending';
          const other = sorting.direction === 'ascending' ? 'descending' : 'ascending';
          look({ sorting: { column, direction: isSorted ? other : first } });
        });
        sort.dataset.column = column;
        cell.append(sort);
        return cell;
      }),
    );
    if (focused !== undefined) headings.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
  };

  /** Makes elements of the lines in sight. */
  const place = (): void => {
    if (words === undefined || box.hidden) return;
    const { first, end } = visibleLines(items.length, lineHeight, grid.scrollTop, room());
    before.style.height = `${first * lineHeight}px`;
    after.style.height = `${(items.length - end) * lineHeight}px`;
    const drawn: HTMLElement[] = [];
    for (let i = first; i < end; i++) drawn.push(lineOf(items[i] as Item, i, words));
    lines.replaceChildren(...drawn);
    const at = indexOfActive();
    if (at >= first && at < end) grid.setAttribute('aria-activedescendant', `line-${at}`);
    else grid.removeAttribute('aria-activedescendant');
  };

  const lineOf = (item: Item, index: number, words: FolderWords): HTMLElement => {
    const isGrouped = view?.group !== 'none';
    const line = element('div', '', `row ${item.kind}`);
    line.id = `line-${index}`;
    line.dataset.index = String(index);
    line.setAttribute('role', 'row');
    // The headings are the first row.
    line.setAttribute('aria-rowindex', String(index + 2));
    const level = (item.kind === 'group' ? 1 : item.kind === 'row' ? 2 : 3) - (isGrouped ? 0 : 1);
    line.setAttribute('aria-level', String(level));
    line.classList.toggle('active', item.id === active);
    if (item.id === active) line.setAttribute('aria-selected', 'true');
    if (item.kind === 'finding') line.append(...findingCells(item, words, ruleName));
    else {
      const hasMore = item.kind === 'group' || item.shown.length > 0;
      if (hasMore) line.setAttribute('aria-expanded', String(item.isOpen));
      const twisty = hasMore ? (item.isOpen ? '▾' : '▸') : '';
      line.append(...(item.kind === 'group' ? groupCells(item, twisty, words) : rowCells(item.row, twisty, words)));
    }
    return line;
  };

  return {
    element: box,
    place,
    draw: (rows: readonly Row[], next: View, said: FolderWords, names: (id: string) => string) => {
      view = next;
      words = said;
      ruleName = names;
      const groupNames = {
        noBody: said.noBody,
        noYear: said.noYear,
        year: (year: number) => filled(said.yearName, year),
        rule: names,
      };
      items = itemsOf(rows, next, groupNames);
      grid.setAttribute('aria-rowcount', String(items.length + 1));
      grid.setAttribute('aria-label', `${said.list}. ${said.keys}`);
      drawHeadings(next.sorting, said);
      const reports = new Set(items.flatMap((item) => (item.kind === 'row' ? item.row.id : [])));
      const isFolded = items.some((item) => item.kind === 'group' && !item.isOpen);
      return { items: items.length, reports: isFolded ? rows.length : reports.size };
    },
  };
}

function cell(name: string, text: string, title = text): HTMLElement {
  const made = element('div', text, `cell ${name}`);
  made.setAttribute('role', 'gridcell');
  if (title !== '') made.title = title;
  return made;
}

function groupCells(
  item: Extract<Item, { kind: 'group' }>,
  twisty: string,
  words: FolderWords,
): readonly HTMLElement[] {
  const counts = filled(words.groupCounts, item.reports, item.findings);
  const made = cell('whole', '', `${item.name} ${counts}`);
  made.append(sign(twisty), element('strong', item.name), element('small', counts));
  return [made];
}

function rowCells(row: Row, twisty: string, words: FolderWords): readonly HTMLElement[] {
  const name = cell('body', '', `${row.issuer ?? words.noBody} · ${row.path}`);
  const link = element('span', row.issuer ?? words.noBody, 'go');
  link.title = words.openReport;
  name.append(sign(twisty), link);
  const { holds, broken, notAssessable, unfilled } = row.relations;
  const isAudited = row.state === 'audited';
  const relations = isAudited ? `${holds} / ${broken} / ${notAssessable}` : '';
  const told = filled(words.relationsName, holds, broken, notAssessable);
  const made = cell(
    'relations',
    relations,
    isAudited ? (unfilled > 0 ? `${told} · ${filled(words.unfilled, unfilled)}` : told) : '',
  );
  if (isAudited) made.setAttribute('aria-label', told);
  if (broken > 0) made.classList.add('bad');
  const state = words.states[row.state];
  const reason = row.reason === null ? state : `${state}: ${row.reason}`;
  return [
    name,
    cell('year', row.year === null ? '–' : String(row.year)),
    cell('level', words.levels[row.level]),
    countCell('error', row, words),
    countCell('warning', row, words),
    made,
    cell(`state ${row.state}`, reason),
    cell('file', row.path),
  ];
}

function countCell(severity: 'error' | 'warning', row: Row, words: FolderWords): HTMLElement {
  const count = row.counts[severity];
  const made = cell(severity, '', `${words[severity]} ${count}`);
  if (row.state !== 'audited') return made;
  made.textContent = count === 0 ? '0' : `${signs[severity]} ${count}`;
  made.setAttribute('aria-label', `${words[severity]} ${count}`);
  if (count > 0) made.classList.add('some');
  return made;
}

function findingCells(
  { finding }: Extract<Item, { kind: 'finding' }>,
  words: FolderWords,
  ruleName: (id: string) => string,
): readonly HTMLElement[] {
  const lines = finding.message.split('\n').map((line) => line.trim());
  const text = lines.join(' · ');
  const made = cell('whole', '', `${finding.message}\n${ruleName(finding.rule)}（${finding.rule}）`);
  const mark = element('b', signs[finding.severity], finding.severity);
  mark.ariaLabel = words[finding.severity];
  made.append(mark, element('span', text, 'go'), element('small', ruleName(finding.rule)));
  return [made];
}

function sign(twisty: string): HTMLElement {
  const made = element('span', twisty, 'twisty');
  made.ariaHidden = 'true';
  return made;
}
