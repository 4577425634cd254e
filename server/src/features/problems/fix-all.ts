/** A text with all made that may be made without asking. */
import type { AuditOptions } from '../../findings/finding';
import { chainedEdits } from '../../text/chained-edits';
import type { Edit } from '../../text/span';
import { applyEdits } from '../../text/span';
import { snapshotOf } from '../../workspace/snapshot';
import { safeFixes } from './quick-fixes';

export interface FixedText {
  readonly text: string;
  /** Of the text before, in order; none where nothing is to be made. */
  readonly edits: readonly Edit[];
  /** How many findings they take away. */
  readonly count: number;
}

/** Fixes that stand in each other's way are made one after another; more rounds would be a fault of ours. */
const mostRounds = 10;

/** Makes the safe fixes until none is left. */
export function safelyFixed(text: string, options: AuditOptions): FixedText {
  let fixed: FixedText = { text, edits: [], count: 0 };
  let snapshot = snapshotOf(text, options);
  for (let round = 0; round < mostRounds; round++) {
    const { edits, count } = safeFixes(snapshot);
    if (edits.length === 0) return fixed;
    fixed = {
      text: applyEdits(fixed.text, edits),
      edits: chainedEdits(text.length, fixed.edits, edits),
      count: fixed.count + count,
    };
    snapshot = snapshotOf(fixed.text, options, snapshot);
  }
  return fixed;
}
