/** Which policies a run has met and what of them it needed: the notes about policies go to the error stream. */
import type { AuditOptions, Waiver } from '../audit/finding';
import type { Result } from '../output/result';
import type { PolicyWaiver } from '../policy/policy';
import type { FoundPolicy } from './policies';
import { hasLostFile } from './policies';

const unneeded = 'internal/unneeded-waiver';

interface Use {
  reports: number;
  readonly needed: Set<Waiver>;
}

export interface PolicyUse {
  /** The problems of a policy that was not met before. */
  meet(governing: FoundPolicy): readonly string[];
  /** Takes note of those of `waivers` that the results needed. */
  add(governing: FoundPolicy, waivers: readonly Waiver[], results: readonly Result[]): void;
  /** After the last file: waivers that no report needed, where no report of its own has said so. */
  leftOver(chosen: AuditOptions): readonly string[];
}

export function policyUse(): PolicyUse {
  const uses = new Map<FoundPolicy, Use>();
  return {
    meet: (governing) => {
      if (uses.has(governing)) return [];
      uses.set(governing, { reports: 0, needed: new Set() });
      return governing.problems;
    },
    add: (governing, waivers, results) => {
      const use = uses.get(governing);
      for (const { record, needed } of results) {
        if (record.status !== 'audited' || use === undefined) continue;
        use.reports++;
        for (const index of needed) use.needed.add(waivers[index] as Waiver);
      }
    },
    leftOver: (chosen) => [...uses].flatMap(([governing, use]) => notesOn(governing, use, chosen)),
  };
}

function notesOn(governing: FoundPolicy, { reports, needed }: Use, chosen: AuditOptions): readonly string[] {
  const settings = { ...governing.policy.rules, ...chosen.rules };
  if (settings[unneeded] === 'off') return [];
  return governing.policy.waivers.flatMap((waiver) => {
    if (needed.has(waiver) || settings[waiver.rule] === 'off') return [];
    const why = whyLeftOver(governing, waiver, reports);
    return why === undefined
      ? []
      : [`${governing.place(waiver)}: 对规则 ${waiver.rule} 的豁免（引文“${waiver.quote}”）${why}`];
  });
}

function whyLeftOver(governing: FoundPolicy, { file, shared }: PolicyWaiver, reports: number): string | undefined {
  if (file !== undefined) return hasLostFile(governing, file) ? `所指的文件 ${file} 已不存在。` : undefined;
  return shared === true && reports > 0 ? `在本次审核的 ${reports} 份年报中都没有用到。` : undefined;
}
