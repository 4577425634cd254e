/** The report on the desk: its text, what the audit says of it, and what was done to it. */
import { cellWriting } from '../../server/src/features/preview/cell-writing';
import type { CellText, WritingSource } from '../../server/src/features/preview/preview-model';
import type { PreviewAnswer } from '../../server/src/features/preview/sent-preview';
import { keysOfParts, sentPreview } from '../../server/src/features/preview/sent-preview';
import { safelyFixed } from '../../server/src/features/problems/fix-all';
import type { OfferedFix } from '../../server/src/features/problems/quick-fixes';
import { quickFixes } from '../../server/src/features/problems/quick-fixes';
import { lineIndexOf, positionAt } from '../../server/src/text/line-index';
import type { Edit, Span } from '../../server/src/text/span';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

export interface Desk {
  text(): string;
  snapshot(): Snapshot;
  /** How many times the text has changed. */
  version(): number;
  /** Another report; nothing of the one before is kept. */
  put(text: string): void;
  /** What the user has typed. */
  type(text: string): void;
  preview(known: ReadonlySet<string>): PreviewAnswer;
  fixesAt(span: Span): readonly OfferedFix[];
  apply(edits: readonly Edit[]): void;
  /** Makes all fixes that change no figure; how many findings they took away. */
  fixAll(): number;
  /** Why nothing was written; `null` where all stood there already; `undefined` where it is written. */
  write(cells: readonly CellText[], source: WritingSource): string | null | undefined;
  undo(): void;
  redo(): void;
  offsetAt(line: number, character: number): number;
}

/** Typing goes on within one step of the history for so long, in milliseconds. */
const oneStep = 1000;
const mostSteps = 500;

export function newDesk(): Desk {
  const keyOf = keysOfParts();
  let snapshot = snapshotOf('', {});
  let index = lineIndexOf('');
  let version = 0;
  let past: string[] = [];
  let future: string[] = [];
  let typedAt = Number.NEGATIVE_INFINITY;

  const become = (text: string, before?: Snapshot): void => {
    snapshot = snapshotOf(text, {}, before);
    index = lineIndexOf(text);
    version++;
  };
  const change = (text: string): void => {
    if (text === snapshot.text) return;
    past = [...past.slice(-mostSteps), snapshot.text];
    future = [];
    become(text, snapshot);
  };
  const step = (from: string[], to: string[]): void => {
    const text = from.pop();
    if (text === undefined) return;
    to.push(snapshot.text);
    typedAt = Number.NEGATIVE_INFINITY;
    become(text, snapshot);
  };
  return {
    text: () => snapshot.text,
    snapshot: () => snapshot,
    version: () => version,
    put: (text) => {
      past = [];
      future = [];
      become(text);
    },
    type: (text) => {
      const now = performance.now();
      if (now - typedAt < oneStep && past.length > 0) become(text, snapshot);
      else change(text);
      typedAt = now;
    },
    preview: (known) => {
      const place = (offset: number) => positionAt(index, offset);
      return sentPreview({ snapshot, version, positionAt: place, translations: undefined, writing: 'open' }, known, keyOf);
    },
    fixesAt: (span) => quickFixes(snapshot, span),
    apply: (edits) => change(applyEdits(snapshot.text, edits)),
    fixAll: () => {
      const { text, count } = safelyFixed(snapshot.text, {});
      change(text);
      return count;
    },
    write: (cells, source) => {
      const writing = cellWriting(snapshot, cells, source);
      if ('refusal' in writing) return worded(writing.refusal);
      if (writing.edits.length === 0) return null;
      change(applyEdits(snapshot.text, writing.edits));
      return undefined;
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    offsetAt: (line, character) => Math.min((index.starts[line] ?? index.length) + character, index.length),
  };
}
