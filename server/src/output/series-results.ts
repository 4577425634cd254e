/** Compares the reports of a run and makes results of what is found: one for each report, and for each roster, of which there is something to tell. */
import { rosterFindings, type SeriesFinding, seriesFindings } from '../audit/audit-series';
import type { RuleSetting, Waiver } from '../findings/finding';
import type { IndexRecord } from '../series/index-record';
import type { Roster } from '../series/roster';
import type { Entry } from '../series/series';
import { seriesOf } from '../series/series';
import { fold } from '../standard/label-folding';
import { worded } from '../text/wording';
import type { FindingRecord, Result } from './result';

/** A report of the run, or a roster, with what its policy and its user have chosen. */
export interface Compared {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly waivers: readonly Waiver[];
}

export interface ComparedEntry extends Compared {
  readonly entry: Entry;
}

export interface ComparedRoster extends Compared {
  readonly roster: Roster;
}

export function seriesResults(
  entries: readonly ComparedEntry[],
  rosters: readonly ComparedRoster[],
): readonly Result[] {
  const series = seriesOf(entries.map(({ entry }) => entry));
  const ofReports = entries.flatMap(({ entry, rules, waivers }) => {
    const { record } = entry;
    return resultOf(record, seriesFindings(entry, series, rules), waivers, record);
  });
  const ofRosters = rosters.flatMap(({ roster, rules, waivers }) => {
    const about = { file: roster.file, issuer: null, level: 'unknown', year: null, edition: null } as const;
    return resultOf(about, rosterFindings(roster, series, rules), waivers);
  });
  return [...ofReports, ...ofRosters];
}

/** None where nothing was found. */
function resultOf(
  { file, issuer, level, year, edition }: Pick<Result['record'], 'file' | 'issuer' | 'level' | 'year' | 'edition'>,
  found: readonly SeriesFinding[],
  waivers: readonly Waiver[],
  index?: IndexRecord,
): readonly Result[] {
  if (found.length === 0) return [];
  const covering = found.map((finding) => waivers.find((waiver) => waives(waiver, finding)));
  const coverage = { holds: 0, broken: 0, notAssessable: 0 };
  const waived = covering.filter((waiver) => waiver !== undefined);
  return [
    {
      scope: 'series',
      record: {
        file,
        issuer,
        level,
        year,
        edition,
        status: 'audited',
        coverage,
        findings: found.filter((_, i) => covering[i] === undefined).map((finding) => recordOf(file, finding)),
        waived: waived.map(({ rule, quote, reason }) => ({ rule, quote, reason })),
      },
      frames: [],
      unassessed: [],
      needed: waived.map((waiver) => waivers.indexOf(waiver)),
      ...(index && { index }),
    },
  ];
}

/** The text is not at hand: a waiver goes by the names that a finding is about, or by words of its message. */
function waives({ rule, quote }: Waiver, finding: SeriesFinding): boolean {
  if (rule !== finding.rule || fold(quote) === '') return false;
  return [worded(finding.message), ...finding.names].some((words) => fold(words).includes(fold(quote)));
}

function recordOf(
  own: string,
  { rule, severity, message, range, related, basis, fingerprint }: SeriesFinding,
): FindingRecord {
  return {
    rule,
    severity,
    message: worded(message),
    range,
    related: related.map((place) => ({
      ...(place.file === own ? {} : { file: place.file }),
      range: place.range,
      message: worded(place.message),
    })),
    ...(basis && { basis: worded(basis.words) }),
    fingerprint,
    fixes: [],
  };
}
