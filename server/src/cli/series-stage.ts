/** After the last file of a run: its reports beside one another. */
import type { FoundPolicy } from '../files/nearest-policy';
import type { AuditOptions } from '../findings/finding';
import type { Result } from '../output/result';
import { type Compared, seriesResults } from '../output/series-results';
import { seriesRules } from '../rules/series-registry';
import type { IndexRecord } from '../series/index-record';
import type { Roster } from '../series/roster';
import { optionsFor, rosterUnder } from './policies';
import type { PolicyUse } from './policy-use';

export interface SeriesStage {
  /** Takes note of reports that one policy governs. */
  add(records: readonly IndexRecord[], governing: FoundPolicy | null, options: AuditOptions): void;
  /** What is found between them; `null` where there is nothing to compare. */
  results(use: PolicyUse): readonly Result[] | null;
}

/** Whether some rule over many reports may be asked for: a policy can only add to what the command line says. */
export function isComparing({ rules = {} }: AuditOptions): boolean {
  return seriesRules.some(({ meta }) => rules[meta.id] !== 'off');
}

interface Held extends Compared {
  readonly governing: FoundPolicy | null;
}

/** `chosen`: what the command line says. */
export function seriesStage(chosen: AuditOptions): SeriesStage {
  const entries: Held[] = [];
  const rosters = new Map<FoundPolicy, Roster | null>();
  const held = (subject: Held['subject'], governing: FoundPolicy | null, options: AuditOptions): Held => {
    const { rules = {}, waivers = [] } = options;
    return { subject, rules, waivers, governing };
  };
  return {
    add: (records, governing, options) => {
      if (governing !== null && !rosters.has(governing)) rosters.set(governing, rosterUnder(governing));
      const roster = governing === null ? null : (rosters.get(governing) ?? null);
      for (const record of records) entries.push(held({ record, roster }, governing, options));
    },
    results: (use) => {
      // What holds for a roster is what its policy says of its own file.
      const lists = [...rosters].flatMap(([governing, roster]) =>
        roster === null ? [] : [held(roster, governing, optionsFor(governing, chosen, governing.uri))],
      );
      if (entries.length < 2 && lists.length === 0) return null;
      return seriesResults([...entries, ...lists]).map(([{ governing, waivers }, result]) => {
        if (governing !== null) use.add(governing, waivers, [result]);
        return result;
      });
    },
  };
}
