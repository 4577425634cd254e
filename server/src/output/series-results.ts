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
  readonly subject: Entry | Roster;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly waivers: readonly Waiver[];
}

/** Each result with what it is about. */
export function seriesResults<T extends Compared>(compared: readonly T[]): readonly (readonly [T, Result])[] {
  const series = seriesOf(compared.flatMap(({ subject }) => ('record' in subject ? [subject] : [])));
  return compared.flatMap((each) => {
    const { subject, rules, waivers } = each;
    const result =
      'record' in subject
        ? resultOf(subject.record, seriesFindings(subject, series, rules), waivers, subject.record)
        : resultOf(aboutRoster(subject), rosterFindings(subject, series, rules), waivers);
    return result === null ? [] : [[each, result] as const];
  });
}

type About = Pick<Result['record'], 'file' | 'issuer' | 'level' | 'year' | 'edition'>;

function aboutRoster({ file }: Roster): About {
  return { file, issuer: null, level: 'unknown', year: null, edition: null };
}

/** `null` where nothing was found. */
function resultOf(
  { file, issuer, level, year, edition }: About,
  found: readonly SeriesFinding[],
  waivers: readonly Waiver[],
  index?: IndexRecord,
): Result | null {
  if (found.length === 0) return null;
  const covering = found.map((finding) => waiverOf(finding, waivers));
  const coverage = { holds: 0, broken: 0, notAssessable: 0 };
  const waived = covering.filter((waiver) => waiver !== undefined);
  const findings = found.filter((_, i) => covering[i] === undefined).map((finding) => recordOf(file, finding));
  return {
    scope: 'series',
    record: {
      file,
      issuer,
      level,
      year,
      edition,
      status: 'audited',
      coverage,
      findings,
      waived: waived.map(({ rule, quote, reason }) => ({ rule, quote, reason })),
    },
    frames: findings.map(() => null),
    unassessed: [],
    needed: waived.map((waiver) => waivers.indexOf(waiver)),
    ...(index && { index }),
  };
}

/** The waiver that lets a finding stand. */
export function waiverOf(finding: SeriesFinding, waivers: readonly Waiver[]): Waiver | undefined {
  return waivers.find((waiver) => waives(waiver, finding));
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
