/** Every feature on every sample, cut and spoilt anywhere, asked at any place: it answers, and its answer fits the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { semanticTokens } from '../../server/src/features/colours/semantic-tokens';
import { completions } from '../../server/src/features/completion/completion';
import { skeletonCompletions } from '../../server/src/features/completion/completion-skeleton';
import { conversions } from '../../server/src/features/conversion/convert-tables';
import { formatEdits } from '../../server/src/features/formatting/formatting';
import { codeLenses, tableInsertion } from '../../server/src/features/hints/code-lenses';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { hoverAt } from '../../server/src/features/hover/hover';
import { clauseLinks } from '../../server/src/features/navigation/document-links';
import { figurePlaceAt } from '../../server/src/features/navigation/figure-places';
import { definitionAt, highlightsAt, referencesAt } from '../../server/src/features/navigation/navigation';
import { cellWriting } from '../../server/src/features/preview/cell-writing';
import { preview } from '../../server/src/features/preview/preview';
import type { CellText } from '../../server/src/features/preview/preview-model';
import { changesFigures, tabStops } from '../../server/src/features/problems/figure-edits';
import { quickFixes, ruleFix, safeEdits } from '../../server/src/features/problems/quick-fixes';
import { waivableFindings, waiverQuote } from '../../server/src/features/problems/waivable';
import { rename, renameTarget } from '../../server/src/features/rename/rename';
import { resultsOf } from '../../server/src/features/results/results';
import type { OutlineNode } from '../../server/src/features/structure/document-symbols';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import { reportNames } from '../../server/src/features/structure/report-names';
import { selectionRanges } from '../../server/src/features/structure/selection-ranges';
import { computingAt, computingScopes } from '../../server/src/features/totals/computing';
import type { Edit, Span } from '../../server/src/text/span';
import { applyEdits } from '../../server/src/text/span';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { allSamples, printedForms, realSamples } from './sample-texts';

const texts = [...allSamples, ...realSamples, ...printedForms('odd')].map(({ text }) => text);

type Spoil = (text: string, at: number, length: number) => string;

/** What happens to texts on their way to us, and while they are written. */
const spoils: Readonly<Record<string, Spoil>> = {
  'cut off': (text, at) => text.slice(0, at),
  'without its beginning': (text, at) => text.slice(at),
  'without a piece': (text, at, length) => text.slice(0, at) + text.slice(at + length),
  'a piece twice': (text, at, length) => text.slice(0, at + length) + text.slice(at),
  'a piece elsewhere': (text, at, length) => text.slice(at, at + length) + text.slice(0, at) + text.slice(at + length),
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  CR: (text) => text.replace(/\r?\n/g, '\r'),
  'byte order mark': (text) => `\ufeff${text}`,
  'high surrogate': (text, at) => `${text.slice(0, at)}\ud83d${text.slice(at)}`,
  'low surrogate': (text, at) => `${text.slice(0, at)}\udc00${text.slice(at)}`,
  'blank line': (text, at) => `${text.slice(0, at)}\n\n${text.slice(at)}`,
  'wide space': (text, at) => `${text.slice(0, at)}\u3000\t ${text.slice(at)}`,
  'lines run together': (text, at, length) =>
    text.slice(0, at) + text.slice(at, at + length).replace(/[\r\n]/g, '') + text.slice(at + length),
};

/** The text alone, so that a failure shows what it is about. */
interface Case {
  readonly text: string;
  readonly offset: number;
  readonly range: Span;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const spoilt = fc.tuple(fc.constantFrom(...Object.keys(spoils)), share, fc.nat(120));

const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...texts), fc.array(spoilt, { maxLength: 3 }), share, share)
  .map(([whole, changes, first, second]) => {
    const text = changes.reduce(
      (known, [name, at, length]) => (spoils[name] as Spoil)(known, Math.round(at * known.length), length),
      whole,
    );
    const [start, end] = [first, second].map((part) => Math.round(part * text.length)).sort((a, b) => a - b);
    const range = { start: start as number, end: end as number };
    return { text, offset: Math.round(first * text.length), range };
  });

function fits(span: Span, { text }: Snapshot): void {
  if (span.start < 0 || span.end > text.length || span.start > span.end || !Number.isInteger(span.start + span.end)) {
    throw new Error(`${span.start}–${span.end} is no span of a text of ${text.length}`);
  }
}

function applies(edits: readonly Edit[], snapshot: Snapshot): void {
  for (const { span } of edits) fits(span, snapshot);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [i, { span }] of sorted.entries()) {
    const before = sorted[i - 1]?.span;
    if (before !== undefined && span.start < before.end) throw new Error(`edits overlap at ${span.start}`);
  }
  expect(typeof applyEdits(snapshot.text, edits)).toBe('string');
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function sorted(spans: readonly Span[]): void {
  for (const [i, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.start ?? 0);
}

function checkNode(node: OutlineNode, snapshot: Snapshot, parent?: OutlineNode): void {
  fits(node.span, snapshot);
  expect(holds(node.span, node.selection)).toBe(true);
  expect(node.name).not.toBe('');
  if (parent !== undefined) expect(holds(parent.span, node.span)).toBe(true);
  sorted(node.children.map(({ span }) => span));
  for (const child of node.children) checkNode(child, snapshot, node);
}

type Asked = Pick<Case, 'offset' | 'range'> & { readonly snapshot: Snapshot };

const checks: Readonly<Record<string, (asked: Asked) => void>> = {
  'a hover stands at its offset': ({ snapshot, offset }) => {
    const hover = hoverAt(snapshot, offset);
    if (hover === undefined) return;
    fits(hover.span, snapshot);
    expect(hover.blocks).not.toEqual([]);
    expect(hover.span.start <= offset && offset <= hover.span.end).toBe(true);
  },
  'definition, references and highlights lie in the text': ({ snapshot, offset }) => {
    const definition = definitionAt(snapshot, offset);
    if (definition !== undefined) fits(definition.origin, snapshot);
    for (const { span, selection } of definition?.targets ?? []) {
      fits(span, snapshot);
      expect(holds(span, selection)).toBe(true);
    }
    const references = referencesAt(snapshot, offset, 'with-declaration');
    for (const span of references) fits(span, snapshot);
    sorted(references);
    const highlights = highlightsAt(snapshot, offset).map(({ span }) => span);
    for (const span of highlights) fits(span, snapshot);
    sorted(highlights);
  },
  'links lie in one line and do not overlap': ({ snapshot }) => {
    let last = 0;
    for (const { span } of clauseLinks(snapshot)) {
      fits(span, snapshot);
      expect(span.start).toBeGreaterThanOrEqual(last);
      last = span.end;
    }
  },
  'what completion replaces holds the cursor': ({ snapshot, offset }) => {
    const skeletons = skeletonCompletions(snapshot.text, offset, { layout: 'tsv', year: 2024, eol: '\n' });
    for (const { span, extra, filter } of [...completions(snapshot, offset), ...skeletons]) {
      fits(span, snapshot);
      expect(span.start <= offset && offset <= span.end).toBe(true);
      const typed = snapshot.text.slice(span.start, span.end);
      expect(typed).not.toMatch(/[\r\n]/);
      expect(filter.startsWith(typed)).toBe(true);
      applies([...extra, { span, newText: '' }], snapshot);
    }
  },
  'inlay hints stand in the range, in order': ({ snapshot, range }) => {
    const hints = inlayHints(snapshot, range, ['column', 'total']);
    sorted(hints.map(({ at }) => ({ start: at, end: at })));
    for (const { at, edits } of hints) {
      expect(range.start <= at && at <= range.end).toBe(true);
      applies(edits, snapshot);
    }
  },
  'lenses stand in the text, in order': ({ snapshot }) => {
    const lenses = codeLenses(snapshot);
    for (const { at, action } of lenses) {
      fits({ start: at, end: at }, snapshot);
      if (action.kind === 'show') for (const span of action.places) fits(span, snapshot);
      if (action.kind !== 'insert-table') continue;
      const edits = tableInsertion(snapshot, at, action.table, action.fill);
      expect(edits).toBeDefined();
      applies(edits ?? [], snapshot);
    }
    sorted(lenses.map(({ at }) => ({ start: at, end: at })));
  },
  'tokens are apart, in order, each in one line': ({ snapshot, range }) => {
    let last = 0;
    for (const { span } of semanticTokens(snapshot, range)) {
      fits(span, snapshot);
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThan(span.start);
      expect(snapshot.text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
      last = span.end;
    }
  },
  'selection ranges grow': ({ snapshot, offset }) => {
    const ranges = selectionRanges(snapshot, offset);
    expect(ranges.at(-1)).toEqual({ start: 0, end: snapshot.text.length });
    for (const [i, span] of ranges.entries()) {
      fits(span, snapshot);
      expect(span.start <= offset && offset <= span.end).toBe(true);
      const inner = ranges[i - 1];
      if (inner === undefined) continue;
      expect(holds(span, inner)).toBe(true);
      expect(span.end - span.start).toBeGreaterThan(inner.end - inner.start);
    }
  },
  'folds lie within one another or apart': ({ snapshot }) => {
    const found = folds(snapshot).map(({ span }) => span);
    for (const span of found) fits(span, snapshot);
    for (const [i, a] of found.entries()) {
      for (const b of found.slice(i + 1)) {
        const apart = a.end <= b.start || b.end <= a.start;
        expect(apart || holds(a, b) || holds(b, a)).toBe(true);
      }
    }
  },
  'the outline is a tree': ({ snapshot }) => {
    for (const node of documentSymbols(snapshot)) checkNode(node, snapshot);
  },
  'every report has a name in the text': ({ snapshot }) => {
    for (const { name, span } of reportNames(snapshot.reports)) {
      expect(name).not.toBe('');
      fits(span, snapshot);
    }
  },
  'formatting, conversions and renaming are edits of the text': ({ snapshot, offset, range }) => {
    applies(formatEdits(snapshot), snapshot);
    applies(formatEdits(snapshot, [range]), snapshot);
    for (const conversion of conversions(snapshot, range)) {
      if (conversion.state === 'possible') applies(conversion.edits, snapshot);
    }
    const target = renameTarget(snapshot, offset);
    if (target.state === 'refused') return;
    fits(target.span, snapshot);
    const renaming = rename(snapshot, offset, target.kind === 'year' ? '2022' : '云岭县清溪镇人民政府');
    if (renaming.state === 'renamed') applies(renaming.edits, snapshot);
  },
  'fixes are edits of the text': ({ snapshot, range }) => {
    const offered = quickFixes(snapshot, range);
    for (const { edits } of offered) {
      applies(edits, snapshot);
      expect(typeof changesFigures(snapshot, edits)).toBe('boolean');
    }
    for (const rule of new Set(offered.map(({ finding }) => finding.rule)))
      applies(ruleFix(snapshot, rule).edits, snapshot);
    applies(safeEdits(snapshot), snapshot);
    const [first] = offered;
    for (const stops of first === undefined ? [] : tabStops(snapshot, first.edits)) sorted(stops);
    for (const placed of waivableFindings(snapshot, range)) expect(waiverQuote(placed)).not.toBe('');
  },
  'figures and computed totals lie in the text': ({ snapshot, offset }) => {
    const place = figurePlaceAt(snapshot, offset);
    for (const span of [place?.span, place?.previous, place?.next]) if (span !== undefined) fits(span, snapshot);
    for (const scope of computingScopes) {
      const changes = computingAt(snapshot, offset, scope)?.changes ?? [];
      applies(
        changes.flatMap(({ edits }) => edits),
        snapshot,
      );
    }
  },
  'results lie in the text and tell every finding once': ({ snapshot }) => {
    const results = resultsOf(snapshot);
    for (const { span, groups, coverage } of results) {
      fits(span, snapshot);
      for (const { findings } of groups) {
        for (const found of findings) {
          fits(found.span, snapshot);
          for (const place of found.places) fits(place.span, snapshot);
          for (const equation of found.equations) if (equation.span !== undefined) fits(equation.span, snapshot);
        }
      }
      const open = [...(coverage?.failing ?? []), ...(coverage?.unjudged ?? []).flatMap(({ equations }) => equations)];
      for (const equation of open) if (equation.span !== undefined) fits(equation.span, snapshot);
    }
    const told = results.flatMap(({ groups }) =>
      groups.flatMap(({ findings }) => findings.map(({ finding }) => finding)),
    );
    const all = snapshot.reports.flatMap((place) => (place.status === 'audited' ? place.findings : []));
    expect(new Set(told)).toEqual(new Set(all));
    expect(told).toHaveLength(all.length);
  },
  'the preview lies in the text': ({ snapshot }) => {
    for (const { start, part } of preview(snapshot)) {
      const fitting = (span: Span | null): void => {
        if (span !== null) fits({ start: span.start + start, end: span.end + start }, snapshot);
      };
      for (const block of part.blocks) {
        fitting(block.at);
        if ('runs' in block) for (const run of block.runs) fitting(run.at);
        if ('rows' in block) for (const row of block.rows) for (const cell of row.cells) fitting(cell.at);
      }
    }
  },
  'a cell of the preview is written as it is shown afterwards, or refused': ({ snapshot, offset }) => {
    const figures = writable(snapshot);
    if (figures.length === 0) return;
    const at = offset % figures.length;
    const { shown, ...cell } = figures[at] as Writable;
    for (const text of ['88', '']) {
      const writing = cellWriting(snapshot, [{ ...cell, was: shown, text }], 'typed');
      if ('refusal' in writing) continue;
      applies(writing.edits, snapshot);
      const after = writable(snapshotOf(applyEdits(snapshot.text, writing.edits), {}));
      expect(after).toEqual(figures.map((figure, i) => (i === at ? { ...figure, shown: text } : figure)));
    }
  },
};

type Writable = Omit<CellText, 'was' | 'text'> & { readonly shown: string };

function writable(snapshot: Snapshot): readonly Writable[] {
  return preview(snapshot).flatMap(({ part }, index) =>
    part.blocks.flatMap((block) =>
      block.kind !== 'form'
        ? []
        : block.rows.flatMap(({ cells }) =>
            cells.flatMap(({ figure, text: shown }) =>
              figure === undefined
                ? []
                : [{ part: index, table: block.table, row: figure.row, column: figure.column, shown }],
            ),
          ),
    ),
  );
}

describe('on any text', () => {
  test.each(Object.entries(checks))('%s', (_, check) => {
    fc.assert(
      fc.property(cases, ({ text, ...asked }) => check({ ...asked, snapshot: snapshotOf(text, {}) })),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });

  test('there is nothing to say of an empty one', () => {
    const snapshot = snapshotOf('', {});
    for (const check of Object.values(checks)) check({ snapshot, offset: 0, range: { start: 0, end: 0 } });
    expect(documentSymbols(snapshot)).toEqual([]);
  });
});
