/** The head of the page: counts, what was checked, the print button, and the list of findings. */
import type { CoverageCounts, SentPart } from '../../server/src/lsp/wire/preview-protocol';
import type { Words } from '../src/preview/messages';
import { setPlace } from './draw';
import { severities, signs } from './severity';

/** As in the style. */
const narrowPane = matchMedia('(width < 500px)');

export function drawSummary(
  header: HTMLElement,
  shown: readonly { readonly part: SentPart }[],
  { words, omitted }: { readonly words: Words; readonly omitted: readonly string[] },
  print: () => void,
): void {
  const parts = shown.map(({ part }) => part);
  // In a narrow pane the list would leave no room for the report.
  const isOpen = header.querySelector('details')?.open ?? !narrowPane.matches;
  const scroll = header.querySelector('ol')?.scrollTop ?? 0;
  const focused = [...header.querySelectorAll<HTMLElement>('[tabindex], button, summary')].indexOf(
    document.activeElement as HTMLElement,
  );
  const button = element('button', words.print);
  button.className = 'print';
  button.addEventListener('click', print);
  const list = element('ol');
  for (const [index, part] of parts.entries()) {
    list.append(...part.findings.map((finding) => item(finding, index, words)));
  }
  const details = element('details');
  details.open = isOpen;
  narrowPane.onchange = ({ matches }) => {
    if (matches) details.open = false;
  };
  details.append(element('summary', countsOf(parts, words)), list);
  // A text that nobody audited is not one without findings.
  const isAudited = parts.some(({ coverage, findings }) => coverage !== null || findings.length > 0);
  header.replaceChildren(
    button,
    ...(isAudited ? [details] : []),
    ...[...coverageLines(parts, words), ...omissionLines(omitted, words)].map((line) => element('p', line)),
  );
  list.scrollTop = scroll;
  if (focused >= 0)
    header.querySelectorAll<HTMLElement>('[tabindex], button, summary')[focused]?.focus({ preventScroll: true });
}

function countsOf(parts: readonly SentPart[], words: Words): string {
  const all = parts.flatMap(({ findings }) => findings);
  const counts = severities.flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${signs[severity]} ${words[severity]} ${count}`];
  });
  if (counts.length > 0) return words.counts.replace('{0}', counts.join('  '));
  return parts.some(({ coverage }) => (coverage?.unfilled ?? 0) > 0) ? words.notFinished : words.noFindings;
}

function coverageLines(parts: readonly SentPart[], words: Words): readonly string[] {
  const judged = parts.flatMap(({ coverage }) => coverage ?? []);
  const sum = (of: keyof CoverageCounts): number => judged.reduce((total, one) => total + one[of], 0);
  const sums = words.coverage.replace('{0}', String(sum('holds'))).replace('{1}', String(sum('broken')));
  const open =
    sum('notAssessable') === 0 ? '' : ` · ${words.notAssessable.replace('{0}', String(sum('notAssessable')))}`;
  const empty = sum('unfilled') === 0 ? '' : ` · ${words.unfilled.replace('{0}', String(sum('unfilled')))}`;
  const skipped = parts.flatMap((part) => (part.skipped === null ? [] : [words.skipped.replace('{0}', part.skipped)]));
  return [...(judged.length === 0 ? [] : [sums + open + empty]), ...skipped];
}

/** What nobody has looked at. */
function omissionLines(omitted: readonly string[], words: Words): readonly string[] {
  return omitted.length === 0 ? [] : [words.omitted.replace('{0}', omitted.join('、'))];
}

function item(finding: SentPart['findings'][number], part: number, words: Words): HTMLElement {
  const { severity, message, basis, rule, title, at } = finding;
  const line = element('li');
  line.className = severity;
  line.tabIndex = 0;
  line.dataset.part = String(part);
  setPlace(line, at);
  const source = `${title}（${rule}）`;
  const extra = basis === null ? source : `${words.basis.replace('{0}', basis)} · ${source}`;
  line.append(element('b', `${signs[severity]} ${words[severity]}`), element('span', message), element('small', extra));
  return line;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
