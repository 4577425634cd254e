/** Results for the tests of formats: those of the samples, and some whose every word is hostile. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../server/src/output/output-format';
import { runOf } from '../../server/src/output/output-format';
import type { FindingRecord, Result } from '../../server/src/output/result';
import { auditText, unaudited } from '../../server/src/output/result-of';

export const tool = { name: 'disclosure-audit', version: '1.2.3', pages: 'file:///rules/' };

const corpus = join(import.meta.dirname, '../corpus');

/** All samples of ours, and a file that is not there. */
export function sampleRun(): Run {
  const results = ['clean', 'flawed', 'other'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => !name.endsWith('.json'))
      .flatMap((name) =>
        auditText(`${folder}/${name}`, readFileSync(join(corpus, folder, name), 'utf8'), {}, ['places', 'figures']),
      ),
  );
  return runOf(tool, [...results, unaudited('没有.txt', 'failed', '找不到该文件或文件夹')]);
}

/** Words that mean something to one format or another. */
export const hostileWords = [
  '"quotes" and \'others\'',
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  ']]>',
  '&amp;&#x26;%0A%25',
  'line\nbreak\r\nand\ttab',
  'bell\x07 escape\x1b[31m null\x00',
  '\u202eright to left\u2066\u200b',
  'noncharacter \ufffe\uffff lone \ud800',
  '_x0041_ _x000D_',
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠A1',
  '\t=1+1',
  '\r=1+1',
  '::error::,a:b',
  'comma, semicolon; newline',
  '𠮷'.repeat(200),
] as const;

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };

/** A finding that says `text` wherever it can. */
export function findingOf(text: string, others: Partial<FindingRecord> = {}): FindingRecord {
  return {
    rule: 'table/empty-cell',
    severity: 'warning',
    message: text,
    range,
    related: [{ range, message: text }],
    basis: text,
    fingerprint: '0123456789012345',
    fixes: [{ title: text, applicability: 'safe', edits: [{ range, newText: text }] }],
    ...others,
  };
}

/** An audited report with these findings. */
export function resultWith(findings: readonly FindingRecord[], file = 'a.txt', issuer: string | null = '甲镇'): Result {
  const [first] = findings;
  const line = { text: first?.message ?? '', cutBefore: false, cutAfter: false };
  const frame = { line, start: 0, end: 1, before: line, lastLine: 1 };
  return {
    record: {
      file,
      issuer,
      level: 'township',
      year: 2023,
      edition: '2021',
      status: 'audited',
      coverage: { holds: 40, broken: 1, notAssessable: 1 },
      findings,
      waived: [],
    },
    frames: findings.map(() => frame),
    places: findings.map(() => ({ section: null })),
    figures: Array.from({ length: 200 }, () => ({ kind: 'dash', raw: first?.message ?? '/' })),
    unassessed: [{ why: first?.message ?? '', relations: 1 }],
    needed: [],
  };
}

/** One report for each of the hostile words, named after it and saying it; and one that was not read for that reason. */
export function hostileRun(): Run {
  return runOf(tool, [
    ...hostileWords.map((words) => resultWith([findingOf(words)], `${words}.txt`, words)),
    ...hostileWords.map((words) => unaudited(words, 'failed', words)),
    ...hostileWords.map((words) => unaudited(words, 'skipped', words)),
  ]);
}
