/** The registry against the contract, the files and the generated pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contributes } from '../../package.json';
import { severityNames } from '../../server/src/findings/severity-names';
import { explainRule, pageName, rulesIndex } from '../../server/src/rules/explain';
import { everyRule, ruleById } from '../../server/src/rules/registry';
import { relationKinds } from '../../server/src/standard/relations/kinds';
import { worded } from '../../server/src/text/wording';

const source = join(import.meta.dirname, '../../server/src/rules');
const docs = join(import.meta.dirname, '../../server/docs/rules');

/** Ids and default severities as promised to other programs. */
const promised = {
  'structure/missing-section': 'error',
  'structure/misplaced-section': 'warning',
  'structure/duplicate-section': 'warning',
  'structure/nonstandard-section-title': 'warning',
  'structure/section-numbering': 'warning',
  'structure/empty-section': 'error',
  'structure/missing-aspect': 'warning',
  'structure/missing-supplement': 'warning',
  'structure/report-title': 'warning',
  'structure/reporting-period': 'warning',
  'structure/unfilled-placeholder': 'warning',
  'structure/extraction-residue': 'information',
  'structure/template-residue': 'warning',
  'structure/foreign-text': 'warning',
  'structure/preamble-section-list': 'information',
  'structure/institution-report': 'information',
  'table/missing-table': 'error',
  'table/table-as-image': 'error',
  'table/outdated-edition': 'error',
  'table/missing-row': 'error',
  'table/unknown-row': 'warning',
  'table/duplicate-row': 'warning',
  'table/misplaced-row': 'warning',
  'table/nonstandard-row-label': 'information',
  'table/row-width': 'error',
  'table/unread-figures': 'warning',
  'table/empty-cell': 'warning',
  'table/non-numeric-cell': 'error',
  'table/invalid-count': 'error',
  'table/number-format': 'information',
  'relation/request-balance': 'error',
  'relation/disposition-total': 'error',
  'relation/applicant-total': 'error',
  'relation/case-total': 'error',
  'relation/inconsistent-figure': 'error',
  'relation/document-stock': 'information',
  'relation/rulemaking-authority': 'error',
  'relation/unfinished-table': 'error',
  'prose/zero-conflict': 'error',
  'prose/count-conflict': 'error',
  'prose/narrative-sum': 'warning',
  'prose/narrative-balance': 'warning',
  'prose/narrative-share': 'warning',
  'prose/self-contradiction': 'warning',
  'prose/wrong-citation': 'information',
  'prose/stale-year': 'warning',
  'prose/issuer-mismatch': 'warning',
  'prose/other-jurisdiction': 'information',
  'prose/fee-not-reported': 'information',
  'prose/problems-and-improvements': 'warning',
  'prose/late-publication': 'information',
  'series/carry-over-mismatch': 'warning',
  'series/document-stock-mismatch': 'information',
  'series/roll-up-mismatch': 'information',
  'series/duplicate-report': 'warning',
  'series/copied-figures': 'warning',
  'series/missing-report': 'information',
  'series/unlisted-body': 'information',
  'series/copied-text': 'warning',
  'internal/reading-failed': 'error',
  'internal/rule-crashed': 'error',
  'internal/unneeded-waiver': 'information',
  'internal/policy-ignored': 'warning',
};

const own = everyRule.filter((rule) => !rule.meta.id.startsWith('internal/'));

test('ids and severities are those of the contract', () => {
  expect(Object.fromEntries(everyRule.map(({ meta }) => [meta.id, meta.severity]))).toEqual(promised);
});

test('a rule is found by its id', () => {
  for (const rule of everyRule) expect(ruleById(rule.meta.id)).toBe(rule);
  expect(ruleById('structure/no-such-rule')).toBeUndefined();
});

/** The rule of a kind of relation is made from the kind. */
function fileOf(id: string): string {
  const kind = relationKinds.find((each) => id === `relation/${each.id}`);
  return kind === undefined ? join(source, `${id}.ts`) : join(source, `../standard/relations/${kind.id}.ts`);
}

describe.each(everyRule.map((rule) => [rule.meta.id, rule] as const))('%s', (id, { meta, examples }) => {
  test('is a file of its own that imports no other rule', () => {
    const text = readFileSync(fileOf(id), 'utf8');
    const groups = [...new Set(everyRule.map((rule) => rule.meta.id.split('/')[0]))];
    for (const group of groups) expect(text).not.toMatch(new RegExp(`from '(?:\\.\\./)${group}/`));
    expect(text).not.toMatch(/from '\.\/(?!places')|registry'/);
  });

  test('is documented in Chinese', () => {
    for (const text of [meta.title, meta.summary, meta.why, meta.whatToDo, ...meta.fixes]) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const text of [meta.summary, meta.why, meta.whatToDo, ...meta.fixes]) expect(text).toMatch(/。$/);
    const shown = [...examples.bad, ...examples.good].map(({ shows }) => shows);
    const unwritten = [...Object.values(meta), ...shown].filter((text) => String(text).includes('待填写'));
    expect(unwritten, 'still to be written').toEqual([]);
  });

  test('has its page on disk as generated', () => {
    expect(readFileSync(join(docs, pageName(id)), 'utf8')).toBe(explainRule(id));
  });
});

test.each(own.map((rule) => [rule.meta.id, rule] as const))('%s has a bad and a good example', (_, { examples }) => {
  expect(examples.bad.length).toBeGreaterThan(0);
  expect(examples.good.length).toBeGreaterThan(0);
});

test('every error cites a clause of either edition', () => {
  for (const { meta } of own) {
    if (meta.severity !== 'error') continue;
    expect(worded(meta.clause?.('2021').words ?? '')).toMatch(/第五十条|国办公开办函〔2021〕30号/);
    expect(worded(meta.clause?.('2019').words ?? '')).toMatch(/第五十条|国办公开办函〔2019〕60号/);
  }
});

test('the pages on disk are those of the rules, with an index', () => {
  expect(existsSync(docs)).toBe(true);
  expect(readdirSync(docs).sort()).toEqual([...everyRule.map(({ meta }) => pageName(meta.id)), 'README.md'].sort());
  expect(readFileSync(join(docs, 'README.md'), 'utf8')).toBe(rulesIndex());
});

test('the setting of severities offers every rule by its name, with its title, and says once what it may be', () => {
  const setting = contributes.configuration.properties['disclosureAudit.rules'];
  expect(setting.propertyNames.enum).toEqual(everyRule.map(({ meta }) => meta.id));
  expect(setting.propertyNames.enumDescriptions).toEqual(
    everyRule.map(({ meta }) => `${meta.title}（默认：${severityNames[meta.severity]}）`),
  );
  expect(setting.additionalProperties.enum).toEqual(['off', 'hint', 'information', 'warning', 'error']);
  expect(Object.keys(setting)).not.toContain('properties');
});

test('there is no page for an unknown rule', () => {
  expect(explainRule('structure/no-such-rule')).toBeNull();
});
