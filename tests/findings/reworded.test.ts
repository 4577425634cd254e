/** Nothing depends on how a message is worded: every rule says the same facts in other words, and all else comes out the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { hoverAt } from '../../server/src/features/hover/hover';
import { definitionAt, referencesAt } from '../../server/src/features/navigation/navigation';
import { quickFixes, ruleFix, safeEdits } from '../../server/src/features/problems/quick-fixes';
import { resultsOf } from '../../server/src/features/results/results';
import type { AuditOptions, Fix, RelatedPlace, Waiver } from '../../server/src/findings/finding';
import { unneededWaivers } from '../../server/src/findings/unneeded-waivers';
import { isWaivable, quoteFor } from '../../server/src/findings/waivers';
import { clausePage } from '../../server/src/rules/clause-page';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import type { Problem, Rule } from '../../server/src/rules/rule';
import type { Wording } from '../../server/src/text/wording';
import { worded } from '../../server/src/text/wording';
import type { AuditedReport } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const saying = vi.hoisted(() => ({ otherwise: false }));

vi.mock('../../server/src/rules/registry', async (original) => {
  const registry = await original<typeof import('../../server/src/rules/registry')>();
  return { ...registry, rules: registry.rules.map(retold) };
});

/** The rule with its messages in other words while `saying.otherwise`. */
function retold(rule: Rule): Rule {
  return {
    ...rule,
    *check(report, context) {
      for (const problem of rule.check(report, context)) yield saying.otherwise ? reworded(problem) : problem;
    },
  };
}

function reworded({ message, lines, related, fixes, ...facts }: Problem): Problem {
  return {
    ...facts,
    message: otherwise(message),
    ...(lines && { lines: lines.map(otherwise) }),
    ...(related && {
      related: related.map((place): RelatedPlace => ({ ...place, message: otherwise(place.message) })),
    }),
    ...(fixes && { fixes: () => fixes().map((fix): Fix => ({ ...fix, title: otherwise(fix.title) })) }),
  };
}

/** Other quotation marks, the parts from the last to the first, every third left out. */
function otherwise(wording: Wording): Wording {
  if (typeof wording === 'string') return wording.replaceAll('“', '「').replaceAll('”', '」');
  const parts = 'items' in wording ? wording.items : wording.parts;
  const kept = parts.filter((_, i) => i % 3 !== 1).map(otherwise);
  return { template: `另一种说法${kept.map((_, i) => `『{${i}}』`).join('')}。`, parts: kept.reverse() };
}

beforeEach(() => {
  saying.otherwise = false;
});

/** What `make` gives with the messages as they are, and with them in other words. */
function bothWays<T>(make: () => T): readonly [T, T] {
  saying.otherwise = false;
  const told = make();
  saying.otherwise = true;
  const retold = make();
  saying.otherwise = false;
  return [told, retold];
}

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly options: AuditOptions;
}

const flawed = join(import.meta.dirname, '../corpus/flawed');
const samples: readonly Sample[] = [
  ...readdirSync(flawed)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(flawed, name), 'utf8'), options: {} })),
  ...rules.flatMap(({ meta, examples }) =>
    examples.bad.map((example) => ({
      name: `${meta.id}: ${example.shows}`,
      text: parseMarks(exampleText(example)).text,
      options: exampleOptions(example),
    })),
  ),
];

function audited(text: string, options: AuditOptions): readonly AuditedReport[] {
  return snapshotOf(text, options).reports.filter((part): part is AuditedReport => part.status === 'audited');
}

function messagesIn(parts: readonly AuditedReport[]): readonly string[] {
  return parts.flatMap(({ findings }) => findings.map(({ message }) => worded(message)));
}

test('the messages are other ones', () => {
  for (const { text, options } of samples) {
    const [told, retold] = bothWays(() => messagesIn(audited(text, options)));
    expect(retold).toHaveLength(told.length);
    expect(told.filter((message) => retold.includes(message))).toEqual([]);
  }
});

/** What an office may have written down for the findings of a text: every quotation that covers one, and one that covers none. */
function waiversFor({ text, options }: Sample): readonly Waiver[] {
  const quotes = audited(text, options).flatMap(({ report, findings }) =>
    findings
      .filter(({ rule }) => isWaivable(rule))
      .flatMap((finding) => {
        const said = [...worded(finding.message).matchAll(/“([^“”]+)”/g)].map((match) => match[1] as string);
        const offered = quoteFor(report, finding, findings);
        return [...said, ...(offered === null ? [] : [offered])].map((quote) => ({ rule: finding.rule, quote }));
      }),
  );
  return [...quotes, { rule: 'structure/report-title', quote: '没有这样的话' }].map((waiver) => ({
    ...waiver,
    reason: '试验',
  }));
}

describe.each(samples)('$name', (sample) => {
  const { text, options } = sample;

  test('the same waivers are offered, and each covers the same findings', () => {
    const [told, retold] = bothWays(() =>
      audited(text, options).map(({ report, findings }) =>
        findings.map((finding) => quoteFor(report, finding, findings)),
      ),
    );
    expect(retold).toEqual(told);
    const waivers = waiversFor(sample);
    const [waived, again] = bothWays(() =>
      audited(text, { ...options, waivers }).map((part) => ({
        waived: part.waived.map(({ finding, waiver }) => [finding.fingerprint, waiver.quote]),
        left: part.findings.map(({ rule, fingerprint }) => [rule, fingerprint]),
      })),
    );
    expect(again).toEqual(waived);
    expect(waived.some((part) => part.waived.length > 0)).toBe(waivers.length > 1);
  });

  test('the results have the same groups, equations and places', () => {
    const [told, retold] = bothWays(() =>
      resultsOf(snapshotOf(text, options)).map((report) => ({
        ...report,
        groups: report.groups.map((group) => ({
          ...group,
          findings: group.findings.map(({ finding, span, equations, places }) => ({
            fingerprint: finding.fingerprint,
            span,
            equations,
            places: places.map((place) => place.span),
          })),
        })),
      })),
    );
    expect(retold).toEqual(told);
  });

  test('the same fixes are offered, for one finding, for a rule and for all', () => {
    const [told, retold] = bothWays(() => {
      const snapshot = snapshotOf(text, options);
      const whole = { start: 0, end: text.length };
      const offered = quickFixes(snapshot, whole).map(({ finding, index, applicability, preferred, edits }) => ({
        fingerprint: finding.fingerprint,
        index,
        applicability,
        preferred,
        edits,
      }));
      const ids = new Set(audited(text, options).flatMap(({ findings }) => findings.map(({ rule }) => rule)));
      return { offered, rules: [...ids].map((rule) => ruleFix(snapshot, rule)), safe: safeEdits(snapshot) };
    });
    expect(retold).toEqual(told);
  });

  test('hovers, hints and navigation tell the same', () => {
    const [told, retold] = bothWays(() => {
      const snapshot = snapshotOf(text, options);
      const places = snapshot.reports.flatMap((part) =>
        part.status === 'skipped'
          ? []
          : part.findings.flatMap(({ span }) => [part.start + span.start, part.start + span.end]),
      );
      return {
        hovers: places.map((offset) => hoverAt(snapshot, offset)),
        definitions: places.map((offset) => definitionAt(snapshot, offset)),
        references: places.map((offset) => referencesAt(snapshot, offset, 'with-declaration')),
        hints: inlayHints(snapshot, { start: 0, end: text.length }, ['total']).map(({ at, label, edits }) => ({
          at,
          label,
          edits,
        })),
      };
    });
    expect(retold).toEqual(told);
  });
});

test('a waiver of a rule that failed is not called unneeded, however the failure is told', () => {
  const [first] = samples as [Sample];
  const parts = audited(first.text, first.options).map(({ findings, waived }) => ({
    waived,
    findings: findings.map((finding) => ({
      ...finding,
      rule: 'internal/rule-crashed',
      message: '出了故障。',
      about: { rule: 'table/unknown-row' },
    })),
  }));
  const waivers = ['table/unknown-row', 'structure/report-title'].map((rule) => ({ rule, quote: '没有', reason: '' }));
  expect(unneededWaivers(parts, { waivers }).map(({ rule }) => rule)).toEqual(['structure/report-title']);
});

test('the page of the clauses has the same rules under each', () => {
  const page = readFileSync(join(import.meta.dirname, '../../server/docs/clauses.md'), 'utf8');
  expect(clausePage()).toBe(page.replaceAll('\r\n', '\n'));
});
