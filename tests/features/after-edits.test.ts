/** After any edits a feature says what it would say of the text seen for the first time: nothing is remembered that is no longer so. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { semanticTokens } from '../../server/src/features/colours/semantic-tokens';
import { codeLenses } from '../../server/src/features/hints/code-lenses';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { clauseLinks } from '../../server/src/features/navigation/document-links';
import { figurePlaceAt } from '../../server/src/features/navigation/figure-places';
import { highlightsAt } from '../../server/src/features/navigation/navigation';
import { preview } from '../../server/src/features/preview/preview';
import { resultsOf } from '../../server/src/features/results/results';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import { selectionRanges } from '../../server/src/features/structure/selection-ranges';
import { computingAt } from '../../server/src/features/totals/computing';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { allSamples, printedForms } from './sample-texts';

const shorter = [...allSamples, ...printedForms('odd')].map(({ text }) => text).filter(({ length }) => length < 12_000);

/** What every feature says, with the cursor at `at`. */
const features: Readonly<Record<string, (snapshot: Snapshot, at: number) => unknown>> = {
  symbols: documentSymbols,
  folds,
  links: clauseLinks,
  lenses: codeLenses,
  tokens: (snapshot) => semanticTokens(snapshot, { start: 0, end: snapshot.text.length }),
  hints: (snapshot) => inlayHints(snapshot, { start: 0, end: snapshot.text.length }, ['column', 'total']),
  results: resultsOf,
  preview,
  highlights: highlightsAt,
  selection: selectionRanges,
  figure: figurePlaceAt,
  totals: (snapshot, at) => computingAt(snapshot, at, 'table'),
};

interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 2, 30),
    added: fc.constantFrom(
      '7',
      '并',
      '',
      '\n',
      '\r\n\r\n',
      '\t',
      '第五条',
      '|',
      '一、总体情况\n',
      '<td>',
      '清溪镇2023年政府信息公开工作年度报告\n',
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function edited(text: string, { at, removed, added }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
}

/** Plain data: what two snapshots have in common is no matter. */
function plain(answer: unknown): string | undefined {
  return JSON.stringify(answer);
}

const texts = fc
  .tuple(fc.constantFrom(...shorter), fc.option(fc.constantFrom(...shorter)))
  .map(([first, second]) => (second === null ? first : `${first}\n\n${second}`));

test('what is said after edits is what is said of the text anew', () => {
  const options = {};
  fc.assert(
    fc.property(texts, edits, (text, changes) => {
      let snapshot = snapshotOf(text, options);
      for (const feature of Object.values(features)) feature(snapshot, 0);
      for (const change of changes) {
        snapshot = snapshotOf(edited(snapshot.text, change), options, snapshot);
        const fresh = snapshotOf(snapshot.text, options);
        const at = Math.floor(change.at * snapshot.text.length);
        for (const [name, feature] of Object.entries(features)) {
          expect(plain(feature(snapshot, at)), name).toBe(plain(feature(fresh, at)));
        }
      }
    }),
    { numRuns: 20 },
  );
});
