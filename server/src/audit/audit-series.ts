/** Runs the rules over many reports: severities, order, fingerprints, isolation of crashes. */

import type { RuleSetting, Severity } from '../findings/finding';
import { seriesRules } from '../rules/series-registry';
import type { SeriesPlace, SeriesProblem, SeriesRule } from '../rules/series-rule';
import type { PlaceRange } from '../series/index-record';
import type { Roster } from '../series/roster';
import type { Entry, Series } from '../series/series';
import type { Basis } from '../standard/clauses';
import { newestFirst } from '../standard/editions';
import type { Wording } from '../text/wording';
import { crashOf, problemFingerprint } from './crash';

/** What is wrong with a report, or a line of a roster, beside other reports. Plain data. */
export interface SeriesFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly names: readonly string[];
  /** Counts from the file's start. */
  readonly range: PlaceRange;
  readonly related: readonly SeriesPlace[];
  readonly basis?: Basis;
  /** As of any finding: 16 hexadecimal digits, stable while its report's text changes elsewhere. */
  readonly fingerprint: string;
}

/** What is found in one report, in the rules' order. */
export function seriesFindings(
  entry: Entry,
  series: Series,
  settings: Readonly<Record<string, RuleSetting>>,
): readonly SeriesFinding[] {
  const { edition } = entry.record;
  return seriesRules.flatMap((rule) => run(rule, edition, settings, () => rule.check(entry, series)));
}

/** What is found in a roster's lines. */
export function rosterFindings(
  roster: Roster,
  series: Series,
  settings: Readonly<Record<string, RuleSetting>>,
): readonly SeriesFinding[] {
  const edition = newestFirst[0]?.id ?? '';
  return seriesRules.flatMap((rule) => run(rule, edition, settings, () => rule.checkRoster?.(roster, series) ?? []));
}

const start = { line: 0, character: 0 };

function run(
  { meta }: SeriesRule,
  edition: string,
  settings: Readonly<Record<string, RuleSetting>>,
  check: () => Iterable<SeriesProblem>,
): readonly SeriesFinding[] {
  const setting = settings[meta.id];
  if (setting === 'off') return [];
  try {
    const seen = new Map<string, number>();
    return [...check()].map(({ range, message, names = [], key, related = [] }) => {
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const basis = meta.clause?.(edition);
      return {
        rule: meta.id,
        severity: setting ?? meta.severity,
        message,
        names,
        range,
        related,
        ...(basis && { basis }),
        fingerprint: problemFingerprint(meta.id, key, times),
      };
    });
  } catch (error) {
    const crash = crashOf(meta.id, error, settings);
    if (crash === undefined) return [];
    const { rule, severity, message, fingerprint } = crash;
    return [{ rule, severity, message, fingerprint, names: [], range: { start, end: start }, related: [] }];
  }
}
