/** What findings are about, as data: complete, so that a waiver can go by whatever a message quotes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditOptions, Finding } from '../../server/src/findings/finding';
import { isWaivable } from '../../server/src/findings/waivers';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { faults } from '../faults/faults';
import { judged } from '../faults/measure';
import { layoutOf } from '../support/reports/render';

function findingsIn(text: string, options: AuditOptions = {}): readonly Finding[] {
  return snapshotOf(text, options).reports.flatMap((part) => (part.status === 'audited' ? part.findings : []));
}

/** What stands in quotation marks, the innermost where there are several. */
function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/“([^“”]+)”/g)].map((match) => match[1] as string);
}

function expectNames(findings: readonly Finding[]): void {
  for (const { rule, message, about } of findings.filter((finding) => isWaivable(finding.rule))) {
    const names = (about.names ?? []).flatMap((name) => quotedIn(`“${name}”`));
    expect(names, `${rule}: ${worded(message)}`).toEqual(quotedIn(worded(message)));
  }
}

const flawed = join(import.meta.dirname, '../corpus/flawed');

test.each(readdirSync(flawed).filter((name) => !name.endsWith('.json')))(
  '%s: names are what messages quote',
  (name) => {
    expectNames(findingsIn(readFileSync(join(flawed, name), 'utf8')));
  },
);

test.each(rules.map((rule) => [rule.meta.id, rule] as const))(
  '%s: names are what messages quote',
  (_, { examples }) => {
    for (const example of examples.bad) {
      expectNames(findingsIn(parseMarks(exampleText(example)).text, exampleOptions(example)));
    }
  },
);

test.each(faults.map((fault) => [fault.name, fault] as const))('%s: names are what messages quote', (_, fault) => {
  for (let seed = 0; seed < 6; seed++) expectNames(judged(fault, seed, layoutOf(seed))?.findings ?? []);
});

/** What is odd everywhere is told once a table. */
test.each(['', '１', '零', '1.0', '-1', '待补充'])(
  'a form filled with “%s”: names are what messages quote',
  (figure) => {
    for (const edition of Object.values(editions)) {
      const form = {
        layout: 'bar-row',
        issuer: '青山县白水镇人民政府',
        year: edition.id === '2019' ? 2020 : 2023,
      } as const;
      const findings = findingsIn(printReport(edition, { ...form, figures: () => figure }));
      expect(findings).not.toEqual([]);
      expectNames(findings);
    }
  },
);
