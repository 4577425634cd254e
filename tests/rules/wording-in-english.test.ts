/** The same wording in English, for review: what an inspector reads whose editor speaks English. */
import { expect, test } from 'vitest';
import english from '../../l10n/engine.en.json';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { check } from './check';

const examples = rules.flatMap(({ examples: { bad } }) => bad);

function findingsOf(example: (typeof examples)[number]) {
  const { text } = parseMarks(exampleText(example));
  return { text, findings: check(text, exampleOptions(example)).findings };
}

function wordingOf(example: (typeof examples)[number]): string[] {
  const { text, findings } = findingsOf(example);
  return findings.flatMap((finding) => [
    `  ${finding.rule} ⟦${textOf(text, finding.span)}⟧ ${worded(finding.wording, english)}`,
    ...finding.related.map(({ wording }) => `      ↳ ${worded(wording, english)}`),
    ...(finding.clause === undefined ? [] : [`      § ${worded(finding.clause, english)}`]),
    ...finding.fixes().map(({ applicability, wording }) => `      ${applicability}: ${worded(wording, english)}`),
  ]);
}

test('the wording of all findings and fixes', async () => {
  await expect(`${examples.flatMap(wordingOf).join('\n')}\n`).toMatchFileSnapshot('./wording.en.txt');
});

test('every message is one sentence without Chinese punctuation between its words', () => {
  for (const example of examples) {
    for (const { wording } of findingsOf(example).findings) {
      const message = worded(wording, english);
      expect(message.replace(/“[^“”]*”|《[^》]*》|（[七]）总计/g, '')).not.toMatch(/[，。；：、（）]/);
      expect(message).toMatch(/^[^\n]+\.$/);
    }
  }
});
