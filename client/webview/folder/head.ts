/** The head of the page: what all reports come to, the filters, and what can be done. */
import type { FolderRow, FolderTable, Severity } from '../../../server/src/lsp/wire/folder-protocol';
import type { FolderWords, FromFolderPage } from '../../src/folder/messages';
import { severities } from '../severity';
import { button, element, filled } from './elements';
import { type Grouping, grouping, type Row, rulesIn, sumsOf, type View } from './rows';

interface Drawing {
  readonly rows: readonly Row[];
  readonly table: FolderTable;
  readonly view: View;
  readonly tab: 'list' | 'matrix';
  readonly words: FolderWords;
  readonly ruleName: (id: string) => string;
  readonly shown: { readonly reports: number; readonly items: number };
}

interface Actions {
  readonly post: (message: FromFolderPage) => void;
  readonly look: (change: Partial<View>) => void;
  readonly show: (tab: 'list' | 'matrix') => void;
}

const states: readonly FolderRow['state'][] = ['audited', 'unread', 'skipped', 'failed'];

export function folderHead({ post, look, show }: Actions) {
  const header = element('header');
  const alert = element('p', '', 'alert');
  alert.setAttribute('role', 'alert');
  const summary = element('p', '', 'summary');
  summary.setAttribute('role', 'status');
  const progress = element('progress');
  const notes = element('p', '', 'notes');
  const tabs = element('div', '', 'tabs');
  tabs.setAttribute('role', 'tablist');
  const list = button('', () => show('list'));
  const matrix = button('', () => show('matrix'));
  for (const each of [list, matrix]) each.setAttribute('role', 'tab');
  tabs.append(list, matrix);
  tabs.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = document.activeElement === list ? matrix : list;
    next.focus();
    next.click();
  });
  const audit = button('', () => post({ type: 'audit' }), 'primary');
  const cancel = button('', () => post({ type: 'cancel' }));
  const save = button('', () => post({ type: 'export' }));
  const first = element('div', '', 'line');
  first.append(tabs, audit, cancel, save);
  const text = element('input');
  text.type = 'search';
  const rule = element('select');
  const severity = element('select');
  const state = element('select');
  const group = element('select');
  const filters = element('div', '', 'line filters');
  const labels = [rule, severity, state, group].map((select) => {
    const label = element('label');
    label.append(element('span'), select);
    return label;
  });
  filters.append(text, ...labels);
  const count = element('p', '', 'count');
  count.setAttribute('role', 'status');
  header.append(alert, first, summary, progress, notes, filters, count);

  let view: View | undefined;
  const filterBy = (change: Partial<View['filter']>): void => {
    if (view !== undefined) look({ filter: { ...view.filter, ...change } });
  };
  text.addEventListener('input', () => filterBy({ text: text.value }));
  rule.addEventListener('change', () => filterBy({ rule: rule.value }));
  severity.addEventListener('change', () => filterBy({ severity: severity.value as Severity | '' }));
  state.addEventListener('change', () => filterBy({ state: state.value as FolderRow['state'] | '' }));
  group.addEventListener('change', () => look({ group: group.value as Grouping }));

  return {
    element: header,
    tellStopped: (words: FolderWords): void => {
      alert.replaceChildren(
        element('strong', words.stopped),
        button(words.restart, () => post({ type: 'restart' })),
      );
    },
    draw: (drawing: Drawing): void => {
      const { rows, table, tab, words, ruleName, shown } = drawing;
      view = drawing.view;
      const { filter } = view;
      const { progress: done } = table;
      alert.replaceChildren();
      for (const [each, word, name] of [
        [list, words.list, 'list'],
        [matrix, words.matrix, 'matrix'],
      ] as const) {
        each.textContent = word;
        each.setAttribute('aria-selected', String(tab === name));
        each.tabIndex = tab === name ? 0 : -1;
      }
      audit.textContent = words.audit;
      cancel.textContent = words.cancel;
      save.textContent = words.export;
      audit.hidden = done.isRunning;
      cancel.hidden = !done.isRunning;
      save.disabled = rows.length === 0 || done.isRunning;
      summary.textContent = summaryOf(rows, words);
      progress.hidden = !done.isRunning;
      if (done.total > 0) {
        progress.max = done.total;
        progress.value = done.done;
      } else progress.removeAttribute('value');
      progress.setAttribute('aria-label', progressText(done, words));
      notes.textContent = notesOf(drawing);
      notes.hidden = notes.textContent === '';
      filters.hidden = tab !== 'list' || rows.length === 0;
      if (text.value !== filter.text) text.value = filter.text;
      text.placeholder = words.search;
      text.setAttribute('aria-label', words.search);
      const names = [words.rule, words.severity, words.state, words.group];
      labels.forEach((label, i) => {
        (label.firstChild as HTMLElement).textContent = names[i] ?? '';
      });
      const any = ['', words.any] as const;
      const rules = rulesIn(rows);
      const isThere = filter.rule === '' || rules.some(([id]) => id === filter.rule);
      const others = isThere ? rules : [...rules, [filter.rule, 0] as const];
      fill(rule, [any, ...others.map(([id, findings]) => [id, `${ruleName(id)} ${findings}`] as const)], filter.rule);
      fill(severity, [any, ...severities.map((each) => [each, words[each]] as const)], filter.severity);
      fill(state, [any, ...states.map((each) => [each, words.states[each]] as const)], filter.state);
      const groups = { none: words.noGroup, body: words.byBody, year: words.byYear, rule: words.byRule };
      fill(
        group,
        grouping.map((each) => [each, groups[each]] as const),
        view.group,
      );
      count.textContent = countOf(drawing);
      count.hidden = count.textContent === '' || (tab === 'matrix' && rows.length > 0);
      count.classList.toggle('empty', shown.reports === 0);
    },
  };
}

function summaryOf(rows: readonly Row[], words: FolderWords): string {
  if (rows.length === 0) return '';
  const { states: by, counts, broken, notAssessable } = sumsOf(rows);
  const parts = [filled(words.summary, by.audited, counts.error, counts.warning)];
  if (broken + notAssessable > 0) parts.push(filled(words.brokenSum, broken, notAssessable));
  if (by.unread > 0) parts.push(filled(words.unreadSum, by.unread));
  if (by.skipped > 0) parts.push(filled(words.skippedSum, by.skipped));
  if (by.failed > 0) parts.push(filled(words.failedSum, by.failed));
  return parts.join(' · ');
}

function progressText({ done, total }: FolderTable['progress'], words: FolderWords): string {
  return total === 0 ? words.looking : filled(words.running, done, total, total - done);
}

function notesOf({ table, words, rows }: Drawing): string {
  const kinds = Object.entries(table.leftOut);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  const named = kinds
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([kind, count]) => `${kind || '–'} ${count}`);
  return [
    ...(table.progress.isRunning ? [progressText(table.progress, words)] : []),
    ...(all > 0 && rows.length > 0 ? [filled(words.leftOut, all, named.join(' '))] : []),
    ...(table.ignored > 0 ? [filled(words.ignored, table.ignored)] : []),
    ...(table.isCut ? [words.cut] : []),
  ].join(' ');
}

/** An empty table says whether nothing was found or nothing was audited. */
function countOf({ rows, table, view, words, shown }: Drawing): string {
  if (rows.length === 0) {
    if (table.progress.isRunning) return words.looking;
    if (!table.folders.some(({ isAudited }) => isAudited)) return words.notAudited;
    const others = Object.values(table.leftOut).reduce((sum, count) => sum + count, 0);
    const kinds = Object.keys(table.leftOut).map((kind) => kind || '–');
    return [
      words.nothingHere,
      ...(others === 0 ? [] : [filled(words.leftOut, others, kinds.join(' '))]),
      ...(table.ignored === 0 ? [] : [filled(words.ignored, table.ignored)]),
    ].join(' ');
  }
  if (shown.reports < rows.length) {
    const counted = filled(words.reportsShown, shown.reports, rows.length);
    if (shown.reports > 0) return counted;
    const { filter } = view;
    const isFiltered = filter.text !== '' || filter.rule !== '' || filter.severity !== '' || filter.state !== '';
    return isFiltered ? words.nothingMatches : words.nothingFoundByRule;
  }
  const isClean = rows.every(({ findings, state }) => findings.length === 0 && state === 'audited');
  return isClean ? filled(words.nothingFound, rows.length) : '';
}

/** Its options, drawn anew only where they are others: an open list would be closed. */
function fill(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
): void {
  const key = JSON.stringify(options);
  if (select.dataset.options !== key) {
    select.dataset.options = key;
    select.replaceChildren(
      ...options.map(([value, text]) => {
        const option = element('option', text);
        option.value = value;
        return option;
      }),
    );
  }
  if (select.value !== chosen) select.value = chosen;
}
