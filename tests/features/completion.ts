/** The one caller of completion in the tests: `▮` marks the cursor. */
import { completions } from '../../server/src/features/completion/completion';
import type { Completion } from '../../server/src/features/completion/completion-offer';
import { plainText } from '../../server/src/features/completion/insertion';
import { applyEdits } from '../../server/src/text/span';
import { snapshotOf } from '../../server/src/workspace/snapshot';

interface Completed {
  /** Without the mark. */
  readonly text: string;
  readonly items: readonly Completion[];
}

export function completed(marked: string): Completed {
  const offset = marked.indexOf('▮');
  if (offset < 0 || marked.indexOf('▮', offset + 1) >= 0) throw new Error('one ▮ must mark the cursor');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, items: completions(snapshotOf(text, {}), offset) };
}

/** The text after one of the items, placeholders as they are. */
export function accepted(text: string, { span, insertion, extra }: Completion): string {
  return applyEdits(text, [{ span, newText: plainText(insertion) }, ...extra]);
}

/** The rules of the findings in a text, one for each finding. */
export function rulesOf(text: string): readonly string[] {
  return snapshotOf(text, {}).reports.flatMap((part) =>
    part.status === 'audited' ? part.findings.map(({ rule }) => rule) : ['skipped'],
  );
}
