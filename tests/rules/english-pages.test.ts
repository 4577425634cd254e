/** The short English pages: as generated, complete, in English but for what documents and words of the form are called. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from '../../l10n/engine.en.json';
import {
  englishClauses,
  englishClausesName,
  englishFolder,
  englishRules,
  englishRulesName,
} from '../../server/src/rules/english-pages';

const onDisk = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../server/docs', englishFolder, name), 'utf8').replaceAll('\r\n', '\n');

test('the pages on disk are those that are generated: run npm run docs', () => {
  expect(onDisk(englishRulesName)).toBe(englishRules(english));
  expect(onDisk(englishClausesName)).toBe(englishClauses(english));
});

test('what is reported is told in English', () => {
  const told = englishRules(english)
    .split('\n')
    .filter((line) => !/《|〕|^It rests|^- /.test(line))
    .join('\n');
  expect(told.replace(/“[^“”]*”/g, '')).not.toMatch(/[\u3400-\u9fff]/);
});
