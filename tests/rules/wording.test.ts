/** All wording in one place, for review: what each rule's examples make the clerk read. */
import { expect, test } from 'vitest';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import type { Example } from '../../server/src/standard/example';
import { check, described } from './check';

function findingsOf(example: Example) {
  const { text } = parseMarks(exampleText(example));
  return { text, findings: check(text, exampleOptions(example)).findings };
}

function wordingOf(example: Example): string[] {
  const { text, findings } = findingsOf(example);
  return findings.flatMap((finding) => [
    `  ${finding.severity} ${described(text, finding)}`,
    ...finding.related.map((place) => `      ↳ ${place.message}`),
    ...finding.fixes().map((fix) => `      ${fix.applicability}: ${fix.title}`),
  ]);
}

test('the wording of all findings and fixes', async () => {
  const lines = rules.flatMap(({ meta, examples }) => [
    `${meta.id} ${meta.title}`,
    ...examples.bad.flatMap((example) => [` ${example.shows}`, ...wordingOf(example)]),
  ]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./wording.txt');
});

test('every message is one Chinese sentence', () => {
  for (const { examples } of rules) {
    for (const example of examples.bad) {
      for (const { message } of findingsOf(example).findings) {
        expect(message).toMatch(/^[^。\n]+。$/);
      }
    }
  }
});
