/** Quick fixes: after one the finding is gone, nothing new appears, line ends stay. */
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../server/src/figures/figures';
import type { AuditOptions } from '../../server/src/findings/finding';
import { printExact } from '../../server/src/quantity/exact';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { spansOverlap } from '../../server/src/text/span';
import { check, fixed, readOne } from '../rules/check';
import type { Told, ToldFix } from '../support/told';

interface Case {
  readonly text: string;
  readonly finding: Told;
  readonly fix: ToldFix;
  /** The likeliest fix of its finding. */
  readonly first: boolean;
}

function casesOf(text: string, options: AuditOptions): readonly Case[] {
  return check(text, options).findings.flatMap((finding) =>
    finding
      .fixes()
      .filter((fix) => fix.applicability !== 'display')
      .map((fix, index) => ({ text, finding, fix, first: index === 0 })),
  );
}

const examples = rules.flatMap((rule) => rule.examples.bad);
const texts = examples.map(
  (example) => [example.shows, parseMarks(exampleText(example)).text, exampleOptions(example)] as const,
);
const lineEnds = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const;

describe.each(lineEnds)('%s', (_, eol) => {
  test.each(texts)('every fix of: %s', (_shows, example, options) => {
    for (const { text, finding, fix, first } of casesOf(example.replaceAll('\n', eol), options)) {
      expect(fix.title).not.toBe('');
      expect(['safe', 'suggested']).toContain(fix.applicability);
      const after = fixed(text, fix);
      const known = new Set(check(text, options).findings.map((each) => each.fingerprint));
      const now = check(after, options).findings;
      expect(now.map((each) => each.fingerprint)).not.toContain(finding.fingerprint);
      const added = now.filter((each) => !known.has(each.fingerprint)).map((each) => each.rule);
      const { broken } = check(text, options).coverage;
      expect(added.filter((rule) => !mayFollow(finding, fix, first, broken).test(rule))).toEqual([]);
      expect(after.replaceAll(eol, '')).not.toMatch(/[\r\n]/);
    }
  });
});

/**
 * A blank form and open sentences are still to be filled in; another cell of a relation may be the wrong one to change; and beside a
 * figure that is wrong no value of a blank makes everything hold.
 */
function mayFollow(finding: Told, fix: ToldFix, first: boolean, broken: number): RegExp {
  if (fix.title.includes('留空')) return /^table\/empty-cell$/;
  if (/文句/.test(fix.title)) return /^structure\/unfilled-placeholder$/;
  if (finding.rule === 'table/empty-cell' && broken > 0) return /^relation\//;
  const alone = finding.rule !== 'relation/request-balance';
  return finding.rule.startsWith('relation/') && !(first && alone) ? /^(?:relation|prose)\// : /^$/;
}

test.each(texts)('the edits of one fix never overlap: %s', (_, text, options) => {
  for (const { fix } of casesOf(text, options)) {
    const spans = fix.edits.map((edit) => edit.span);
    for (const [i, span] of spans.entries()) {
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
      for (const other of spans.slice(i + 1)) expect(spansOverlap(span, other)).toBe(false);
    }
  }
});

test.each(texts)('fixes are the same each time they are asked for: %s', (_, text, options) => {
  for (const finding of check(text, options).findings) expect(finding.fixes()).toEqual(finding.fixes());
});

test('a safe fix changes no figure', () => {
  const printed = (text: string): string[] => {
    const { cells } = figuresOf(readOne(text));
    return cells
      .filter((cell) => cell !== undefined)
      .map((cell) => (cell.kind === 'stated' ? printExact(cell.value) : cell.raw));
  };
  const safe = texts
    .flatMap(([, text, options]) => casesOf(text, options))
    .filter(({ fix }) => fix.applicability === 'safe');
  expect(safe.length).toBeGreaterThan(0);
  for (const { text, fix } of safe) expect(printed(fixed(text, fix))).toEqual(printed(text));
});

test('making safe fixes to the end converges and leaves none', () => {
  for (const [, example, options] of texts) {
    let text = example;
    for (let round = 0; round < 5; round++) {
      const next = casesOf(text, options).find(({ fix }) => fix.applicability === 'safe');
      if (next === undefined) break;
      text = fixed(text, next.fix);
    }
    expect(casesOf(text, options).filter(({ fix }) => fix.applicability === 'safe')).toEqual([]);
  }
});
