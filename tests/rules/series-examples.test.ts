/** The examples of the rules over many reports: a bad one gives exactly its own findings at its marks, a good one none. */
import { describe, expect, test } from 'vitest';
import { exampleText, type MarkedFinding, parseMarks } from '../../server/src/rules/example';
import { seriesRules } from '../../server/src/rules/series-registry';
import type { SeriesExample } from '../../server/src/rules/series-rule';
import { type FoundInSeries, seriesOfTexts } from '../support/series/series-of-texts';

const policy = '.disclosure-audit.json';

interface Written {
  readonly file: string;
  readonly text: string;
  readonly marks: readonly MarkedFinding[];
}

function written({ reports, bodies }: SeriesExample): readonly Written[] {
  const texts = reports.map((report) => ({ file: report.file, ...parseMarks(exampleText(report)) }));
  return bodies === undefined ? texts : [...texts, { file: policy, ...parseMarks(`{ "bodies": ${bodies} }`) }];
}

/** Several reports are told apart by their files: what is marked in each, and what is found. */
async function found(example: SeriesExample): Promise<readonly FoundInSeries[]> {
  const texts = written(example);
  return seriesOfTexts(new Map(texts.map(({ file, text }) => [file, text])));
}

function shown(text: string, rule: string, start: number, end: number): string {
  return `${rule}: ${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`;
}

describe.each(seriesRules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, { examples }) => {
  test.each(examples.bad.map((example) => [example.shows, example] as const))('bad: %s', async (_, example) => {
    const texts = written(example);
    const marked = texts.flatMap(({ file, text, marks }) =>
      marks.map(({ rule, span }) => `${file} ${shown(text, rule, span.start, span.end)}`),
    );
    const findings = (await found(example)).map(
      ({ file, rule, text, start, end }) => `${file} ${shown(text, rule, start, end)}`,
    );
    expect(findings.sort()).toEqual([...marked].sort());
    expect(marked.join()).toContain(id);
  });

  test.each(examples.good.map((example) => [example.shows, example] as const))('good: %s', async (_, example) => {
    expect(await found(example)).toEqual([]);
  });
});
