/** What is kept of the findings over many reports is what a new comparison of all of them finds, whatever came, changed or went. */
import { describe, expect, test } from 'vitest';
import { rosterFindings, seriesFindings } from '../../server/src/audit/audit-series';
import { type StandingSeries, standingSeries } from '../../server/src/audit/standing-series';
import { sourceOf } from '../../server/src/output/result-of';
import { readPolicy } from '../../server/src/policy/read-policy';
import { rosterOf } from '../../server/src/policy/roster-of';
import type { Roster } from '../../server/src/series/roster';
import { type Entry, seriesOf } from '../../server/src/series/series';
import { randomOf } from '../support/reports/random';
import { county, policyFile } from '../support/series/county';
import { entriesOf } from '../support/series/series-of-texts';

async function rosterIn(text: string): Promise<Roster> {
  const { policy } = await readPolicy(text, { name: policyFile, reports: 'several' });
  return rosterOf(policy, policyFile, sourceOf(text).position) as Roster;
}

function settled(standing: StandingSeries): StandingSeries {
  while (standing.step());
  return standing;
}

function anew(files: ReadonlyMap<string, readonly Entry[]>, roster: Roster) {
  const entries = [...files.keys()].sort().flatMap((file) => files.get(file) ?? []);
  const series = seriesOf(entries);
  const found = entries.map((entry) => [entry.record.file, entry.record.index, seriesFindings(entry, series, {})]);
  return [...found, [roster.file, -1, rosterFindings(roster, series, {})]];
}

function kept(standing: StandingSeries, files: ReadonlyMap<string, readonly Entry[]>, roster: Roster) {
  const entries = [...files.keys()].sort().flatMap((file) => files.get(file) ?? []);
  const found = entries.map(({ record: { file, index } }) => [file, index, standing.findingsOf(file, index)]);
  return [...found, [roster.file, -1, standing.rosterFindings(roster.file)]];
}

const edits: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ['a line more', (text) => `\n${text}`],
  ['another digit', (text) => text.replace(/\d(?=\D*$)/, '7')],
  ['another year', (text) => text.replaceAll('2022年', '2021年')],
  ['another body', (text) => text.replace(/岚溪县/g, '云梧县')],
  [
    'every fifth character of its long paragraphs',
    (text) => text.replace(/^.{100,}$/gm, (line) => line.replace(/(.{4})[\u4e00-\u9fff]/g, '$1某')),
  ],
  ['half of it', (text) => text.slice(0, text.length / 2)],
];

describe.each([1, 2])('county %i', (seed) => {
  test('after every change', async () => {
    const { texts } = county(seed);
    const roster = await rosterIn(texts.get(policyFile) as string);
    const names = [...texts.keys()].filter((file) => file !== policyFile);
    const files = new Map(names.map((file) => [file, entriesOf(file, texts.get(file) as string, roster)] as const));
    const standing = standingSeries();
    const put = (file: string): void =>
      standing.put(
        file,
        (files.get(file) ?? []).map((subject) => ({ subject, rules: {} })),
      );
    standing.putRosters([{ subject: roster, rules: {} }]);
    // The order in which files are read is not the order in which they are told.
    for (const file of [...names].reverse()) put(file);
    settled(standing);
    expect(kept(standing, files, roster)).toEqual(anew(files, roster));

    const random = randomOf(seed, 'changes');
    for (let round = 0; round < 12; round++) {
      const file = random.pick(names);
      const text = texts.get(file) as string;
      if (random.chance(0.2)) files.delete(file);
      else {
        const [, edit] = random.pick(edits);
        files.set(file, entriesOf(file, edit(text), roster));
      }
      put(file);
      settled(standing);
      expect(kept(standing, files, roster)).toEqual(anew(files, roster));
    }
  });
});

test('a change has only its neighbours judged again, and names the files whose findings are others', async () => {
  const { texts } = county(3);
  const roster = await rosterIn(texts.get(policyFile) as string);
  const names = [...texts.keys()].filter((file) => file !== policyFile);
  const standing = standingSeries();
  const put = (file: string, text: string): void =>
    standing.put(
      file,
      entriesOf(file, text, roster).map((subject) => ({ subject, rules: {} })),
    );
  for (const file of names) put(file, texts.get(file) as string);
  settled(standing);
  standing.changed();
  const file = names.find((name) => name.startsWith('2022/')) as string;
  put(file, `\n${texts.get(file)}`);
  let steps = 0;
  while (standing.step()) steps++;
  expect(steps).toBeLessThan(20);
  expect([...standing.changed()]).toContain(file);
});
