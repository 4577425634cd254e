/** What is found across texts by their file names; a policy among them lays down the roster. */
import { rosterFindings, seriesFindings } from '../../../server/src/audit/audit-series';
import { indexRecordOf } from '../../../server/src/output/index-record-of';
import { sourceOf } from '../../../server/src/output/result-of';
import { readPolicy } from '../../../server/src/policy/read-policy';
import { rosterOf } from '../../../server/src/policy/roster-of';
import type { PlaceRange } from '../../../server/src/series/index-record';
import type { Roster } from '../../../server/src/series/roster';
import { type Entry, seriesOf } from '../../../server/src/series/series';
import { worded } from '../../../server/src/text/wording';
import { snapshotOf } from '../../../server/src/workspace/snapshot';

const policyFile = '.disclosure-audit.json';

export interface FoundInSeries {
  readonly file: string;
  /** The whole text of the file. */
  readonly text: string;
  readonly rule: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export async function seriesOfTexts(texts: ReadonlyMap<string, string>): Promise<readonly FoundInSeries[]> {
  const roster = await rosterIn(texts.get(policyFile));
  const entries = [...texts].flatMap(([file, text]): Entry[] =>
    file === policyFile ? [] : entriesOf(file, text, roster),
  );
  const series = seriesOf(entries);
  const found = entries.flatMap((entry) =>
    seriesFindings(entry, series, {}).map((finding) => ({ file: entry.record.file, ...finding })),
  );
  const told = roster === null ? [] : rosterFindings(roster, series, {});
  return [...found, ...told.map((finding) => ({ file: policyFile, ...finding }))].map(
    ({ file, rule, message, range }) => {
      const text = texts.get(file) ?? '';
      return { file, text, rule, message: worded(message), ...offsetsOf(text, range) };
    },
  );
}

export function entriesOf(file: string, text: string, roster: Roster | null): Entry[] {
  const { position } = sourceOf(text);
  return snapshotOf(text, {}).reports.flatMap((place, index) =>
    place.status === 'skipped' ? [] : [{ record: indexRecordOf(file, index, place, position), roster }],
  );
}

async function rosterIn(text: string | undefined): Promise<Roster | null> {
  if (text === undefined) return null;
  const { policy, problems } = await readPolicy(text, { name: policyFile, reports: 'several' });
  if (problems.length > 0) throw new Error(worded(problems[0]?.message ?? ''));
  return rosterOf(policy, policyFile, sourceOf(text).position);
}

function offsetsOf(text: string, { start, end }: PlaceRange): { readonly start: number; readonly end: number } {
  const lines = text.split('\n');
  const offset = ({ line, character }: PlaceRange['start']): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return { start: offset(start), end: offset(end) };
}
