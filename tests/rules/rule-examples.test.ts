/** Every rule's examples: a bad one gives exactly its own findings at its marks, a good one none. */
import { describe, expect, test } from 'vitest';
import { exampleOptions, exampleText, fixedText, type MarkedFinding, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { check, fixed } from './check';

/** One line a finding: its rule, and the marked text in its lines, the first with its number. */
function marked(text: string, entries: readonly MarkedFinding[]): string[] {
  return entries.map(({ rule, span: { start, end } }) => {
    const before = text.slice(0, start).split('\n');
    const after = text.slice(end).split('\n')[0];
    return `${rule}, line ${before.length}: ${before.at(-1)}⟦${text.slice(start, end)}⟧${after}`;
  });
}

/** `internal/rule-crashed` is no defect of a report; tests/audit/audit.test.ts shows it. */
const shown = rules.filter((rule) => !rule.meta.id.startsWith('internal/'));

describe.each(shown.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.bad.map((example) => [example.shows, example] as const))('bad: %s', (_, example) => {
    const { text, marks } = parseMarks(exampleText(example));
    const { findings } = check(text, exampleOptions(example));
    expect(marked(text, findings).sort()).toEqual(marked(text, marks).sort());
    expect(marks.map((mark) => mark.rule)).toContain(id);
  });

  test.each(rule.examples.bad.flatMap((example) => (example.fixed ? [[example.shows, example] as const] : [])))(
    'fixed: %s',
    (_, example) => {
      const { text } = parseMarks(exampleText(example));
      const own = check(text, exampleOptions(example)).findings.find((finding) => finding.rule === id);
      const first = own?.fixes()[0];
      expect(first && fixed(text, first)).toBe(fixedText(example));
    },
  );

  test.each(rule.examples.good.map((example) => [example.shows, example] as const))('good: %s', (_, example) => {
    expect(check(exampleText(example), exampleOptions(example)).findings.map((finding) => finding.message)).toEqual([]);
  });
});
