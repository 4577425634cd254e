/**
 * Mutated reports through everything that is done with a text: nothing throws or reports a fault of ours, every place lies in the text,
 * the tree holds every character, and twice is the same. Inputs that reach code which none before has reached are mutated further.
 */
import { Session } from 'node:inspector';
import { fixesOf } from '../../server/src/audit/audit';
import { semanticTokens } from '../../server/src/features/colours/semantic-tokens';
import { completions } from '../../server/src/features/completion/completion';
import { formatEdits } from '../../server/src/features/formatting/formatting';
import { codeLenses } from '../../server/src/features/hints/code-lenses';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { hoverAt } from '../../server/src/features/hover/hover';
import { clauseLinks } from '../../server/src/features/navigation/document-links';
import { preview } from '../../server/src/features/preview/preview';
import { safeEdits } from '../../server/src/features/problems/quick-fixes';
import { resultsOf } from '../../server/src/features/results/results';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import { leavesOf } from '../../server/src/syntax/tree';
import type { Span } from '../../server/src/text/span';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import type { Random } from '../support/reports/random';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { formTexts, mutated, sampleTexts, shrunk } from './texts';

const ownFaults = ['internal/rule-crashed', 'internal/reading-failed'];

function isWithin({ start, end }: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
}

/** The spans of whatever was answered, however deep. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
    yield { start: value.start, end: value.end };
  }
  for (const part of Array.isArray(value) ? value : Object.values(value)) yield* spansIn(part);
}

function flawOfAudit({ text, reports, tree }: Snapshot): string | undefined {
  if (
    leavesOf(tree)
      .map(({ start, end }) => text.slice(start, end))
      .join('') !== text
  )
    return 'the tree loses characters';
  for (const place of reports) {
    if (!isWithin(place, text.length)) return 'a report lies outside of the text';
    if (place.status === 'skipped') continue;
    for (const [index, { rule, span, related }] of place.findings.entries()) {
      if (ownFaults.includes(rule)) return `told: ${rule}`;
      const spans = [
        span,
        ...related.map((one) => one.span),
        ...fixesOf(place, index).flatMap(({ edits }) => edits.map((edit) => edit.span)),
      ];
      if (!spans.every((one) => isWithin(one, place.end - place.start)))
        return `${rule} has a place outside of its report`;
    }
  }
  return undefined;
}

/** What is asked of a document, by name; places of the answers count from its start. */
function answersOf(snapshot: Snapshot, random: Random): readonly (readonly [string, unknown])[] {
  const whole = { start: 0, end: snapshot.text.length };
  const at = random.int(0, snapshot.text.length);
  return [
    ['outline', documentSymbols(snapshot)],
    ['folding', folds(snapshot)],
    ['colours', semanticTokens(snapshot, whole)],
    ['links', clauseLinks(snapshot)],
    ['formatting', formatEdits(snapshot)],
    ['fix all', safeEdits(snapshot)],
    ['hover', hoverAt(snapshot, at)],
  ];
}

/** What goes wrong with a text; `undefined` where nothing does. */
export function flawOf(text: string, random: Random): string | undefined {
  try {
    const snapshot = snapshotOf(text, {});
    const flaw = flawOfAudit(snapshot);
    if (flaw !== undefined) return flaw;
    for (const [name, answer] of answersOf(snapshot, random)) {
      for (const span of spansIn(answer))
        if (!isWithin(span, text.length)) return `${name} has a place outside of the text`;
    }
    const at = random.int(0, text.length);
    preview(snapshot);
    resultsOf(snapshot);
    codeLenses(snapshot);
    inlayHints(snapshot, { start: 0, end: text.length }, ['total', 'column', 'row']);
    completions(snapshot, at);
    const told = (one: Snapshot): string =>
      JSON.stringify(one.reports.map((place) => (place.status === 'audited' ? place.findings : place.status)));
    return told(snapshot) === told(snapshotOf(text, {})) ? undefined : 'twice is not the same';
  } catch (error) {
    return `thrown: ${error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)}`;
  }
}

/** V8's own record of what has run: each stretch of code is told once. */
interface Coverage {
  /** Whether code has run since the last time that had not run before. */
  hasNews(): boolean;
  end(): void;
}

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

function coverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const seen = new Set<string>();
  return {
    hasNews() {
      let news = false;
      session.post('Profiler.takePreciseCoverage', (_error, answer) => {
        for (const { url, functions } of answer?.result ?? []) {
          if (url.startsWith('node:')) continue;
          for (const { ranges } of functions) {
            for (const { startOffset, endOffset, count } of ranges as readonly Range[]) {
              const key = `${startOffset}-${endOffset}`;
              if (count === 0 || seen.has(key)) continue;
              seen.add(key);
              news = true;
            }
          }
        }
      });
      return news;
    },
    end() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** More inputs than these are not kept beside the samples. */
const mostKept = 2000;

export const fuzz: Attack = {
  name: 'fuzz',
  unit: 'texts',
  usual: 5000,
  run({ seed, count }) {
    const random = randomOf(seed, 'fuzz');
    const pool = [...sampleTexts(), ...formTexts()];
    const samples = pool.length;
    const failures = new Map<string, Failure>();
    const covered = coverage();
    covered.hasNews();
    for (let i = 0; i < count; i++) {
      const text = mutated(random.pick(pool), random);
      const place = random.int(0, 1_000_000);
      const asked = (one: string): string | undefined => flawOf(one, randomOf(place, 'place'));
      const what = asked(text);
      if (what !== undefined && !failures.has(what)) {
        failures.set(what, { what, input: shrunk(text, (shorter) => asked(shorter) === what) });
      }
      if (covered.hasNews() && pool.length < samples + mostKept && text.length < 60_000) pool.push(text);
    }
    covered.end();
    return {
      tried: count,
      failures: [...failures.values()],
      lines: [`${pool.length - samples} of them reached new code`],
    };
  },
};
