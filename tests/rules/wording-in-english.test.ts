/** The same wording in English, for review: what an inspector reads whose editor speaks English. */
import { expect, test } from 'vitest';
import english from '../../l10n/engine.en.json';
import { auditReport } from '../../server/src/audit/audit';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { textOf } from '../../server/src/text/span';
import { toldOf } from '../support/told';
import { readOne } from './check';

const examples = rules.flatMap(({ examples: { bad } }) => bad);

function findingsOf(example: (typeof examples)[number]) {
  const { text } = parseMarks(exampleText(example));
  return { text, findings: toldOf(auditReport(readOne(text), exampleOptions(example)), english) };
}

function wordingOf(example: (typeof examples)[number]): string[] {
  const { text, findings } = findingsOf(example);
  return findings.flatMap((finding) => [
    `  ${finding.rule} ⟦${textOf(text, finding.span)}⟧ ${finding.message}`,
    ...finding.related.map(({ message }) => `      ↳ ${message}`),
    ...(finding.basis === undefined ? [] : [`      § ${finding.basis}`]),
    ...finding.fixes().map(({ applicability, title }) => `      ${applicability}: ${title}`),
  ]);
}

test('the wording of all findings and fixes', async () => {
  await expect(`${examples.flatMap(wordingOf).join('\n')}\n`).toMatchFileSnapshot('./wording.en.txt');
});

test('every message is one sentence without Chinese punctuation between its words', () => {
  for (const example of examples) {
    for (const { message } of findingsOf(example).findings) {
      expect(message.replace(/“[^“”]*”|《[^》]*》|（[七]）总计/g, '')).not.toMatch(/[，。；：、（）]/);
      expect(message).toMatch(/^[^\n]+\.$/);
    }
  }
});
