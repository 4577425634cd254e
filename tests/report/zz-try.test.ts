import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { factsOf } from '/work/main/tests/report/facts-of';

test('x', () => {
  for (const line of readFileSync('/tmp/h3/s.txt', 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const { marked, facts } = factsOf(line);
    console.log(marked + '\n' + facts.map((f) => '      ' + f).join('\n'));
  }
});
