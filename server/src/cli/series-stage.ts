/** After the last file of a run: its reports beside one another. */
import type { FoundPolicy } from '../files/nearest-policy';
import type { AuditOptions } from '../findings/finding';
import type { Result } from '../output/result';
import { type ComparedEntry, type ComparedRoster, seriesResults } from '../output/series-results';
import { seriesRules } from '../rules/series-registry';
import type { Roster } from '../series/roster';
import { rosterUnder } from './policies';
import type { PolicyUse } from './policy-use';

export interface SeriesStage {
  /** Takes note of the reports of one file. */
  add(results: readonly Result[], governing: FoundPolicy | null, options: AuditOptions): void;
  /** What is found between them; `null` where there is nothing to compare. */
  results(use: PolicyUse): readonly Result[] | null;
}

/** Whether some rule over many reports may be asked for: a policy can only add to what the command line says. */
export function isComparing({ rules = {} }: AuditOptions): boolean {
  return seriesRules.some(({ meta }) => rules[meta.id] !== 'off');
}

interface OfPolicy {
  readonly roster: Roster | null;
  readonly options: AuditOptions;
}

export function seriesStage(): SeriesStage {
  const entries: (ComparedEntry & { readonly governing: FoundPolicy | null })[] = [];
  const policies = new Map<FoundPolicy, OfPolicy>();
  return {
    add: (results, governing, options) => {
      if (governing !== null && !policies.has(governing)) {
        policies.set(governing, { roster: rosterUnder(governing), options });
      }
      const roster = governing === null ? null : (policies.get(governing)?.roster ?? null);
      const { rules = {}, waivers = [] } = options;
      for (const { index } of results) {
        if (index !== undefined) entries.push({ entry: { record: index, roster }, rules, waivers, governing });
      }
    },
    results: (use) => {
      const rosters = [...policies.values()].flatMap(({ roster, options }): ComparedRoster[] =>
        roster === null ? [] : [{ roster, rules: options.rules ?? {}, waivers: options.waivers ?? [] }],
      );
      if (entries.length < 2 && rosters.length === 0) return null;
      const found = seriesResults(entries, rosters);
      tellUse(use, found);
      return found;
    },
  };

  /** Waivers that let something stand here are needed. */
  function tellUse(use: PolicyUse, found: readonly Result[]): void {
    const byRecord = new Map(entries.map((each) => [each.entry.record, each]));
    for (const result of found) {
      const own = result.index && byRecord.get(result.index);
      const governing = own?.governing ?? null;
      if (governing !== null) use.add(governing, own?.waivers ?? [], [result]);
    }
  }
}
