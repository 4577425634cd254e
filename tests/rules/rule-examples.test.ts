/** Every rule's examples: a bad one gives exactly its own findings at its marks, a good one none. */
import { describe, expect, test } from 'vitest';
import { exampleOptions, exampleText, fixedText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { check, fixed } from './check';

function placed(
  entries: readonly { readonly rule: string; readonly span: { start: number; end: number } }[],
): string[] {
  return entries.map(({ rule, span }) => `${rule} ${span.start}–${span.end}`).sort();
}

/** `internal/rule-crashed` is no defect of a report; tests/audit/crash.test.ts shows it. */
const shown = rules.filter((rule) => !rule.meta.id.startsWith('internal/'));

describe.each(shown.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.bad.map((example) => [example.shows, example] as const))('bad: %s', (_, example) => {
    const { text, marks } = parseMarks(exampleText(example));
    const { findings } = check(text, exampleOptions(example));
    expect(placed(findings)).toEqual(placed(marks));
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
