/** Which policies a run has met and what of them it needed: the notes about policies go to the error stream. */

import type { Files } from '../files/files';
import { uriIn } from '../files/folders';
import type { FoundPolicy } from '../files/nearest-policy';
import type { AuditOptions, Waiver } from '../findings/finding';
import type { Result } from '../output/result';
import type { PolicyWaiver } from '../policy/policy';
import { placeOfWaiver, problemsOf } from './policies';

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
  leftOver(chosen: AuditOptions): Promise<readonly string[]>;
}

export function policyUse(files: Files): PolicyUse {
  const uses = new Map<FoundPolicy, Use>();
  return {
    meet: (governing) => {
      if (uses.has(governing)) return [];
      uses.set(governing, { reports: 0, needed: new Set() });
      return problemsOf(governing);
    },
    add: (governing, waivers, results) => {
      const use = uses.get(governing);
      for (const { record, needed, scope } of results) {
        if (record.status !== 'audited' || use === undefined) continue;
        if (scope !== 'series') use.reports++;
        for (const index of needed) use.needed.add(waivers[index] as Waiver);
      }
    },
    leftOver: async (chosen) => {
      const notes: string[] = [];
      for (const [governing, use] of uses) notes.push(...(await notesOn(files, governing, use, chosen)));
      return notes;
    },
  };
}

async function notesOn(
  files: Files,
  governing: FoundPolicy,
  { reports, needed }: Use,
  chosen: AuditOptions,
): Promise<readonly string[]> {
  const settings = { ...governing.policy.rules, ...chosen.rules };
  if (settings[unneeded] === 'off') return [];
  const notes: string[] = [];
  for (const waiver of governing.policy.waivers) {
    if (needed.has(waiver) || settings[waiver.rule] === 'off') continue;
    const why = await whyLeftOver(files, governing, waiver, reports);
    if (why === undefined) continue;
    notes.push(`${placeOfWaiver(governing, waiver)}: 对规则 ${waiver.rule} 的豁免（引文“${waiver.quote}”）${why}`);
  }
  return notes;
}

async function whyLeftOver(
  files: Files,
  { folder }: FoundPolicy,
  { file, shared }: PolicyWaiver,
  reports: number,
): Promise<string | undefined> {
  if (file === undefined) {
    return shared === true && reports > 0 ? `在本次审核的 ${reports} 份年报中都没有用到。` : undefined;
  }
  const isLost = (await files.stat?.(uriIn(folder, file)).catch(() => undefined)) === null;
  return isLost ? `所指的文件 ${file} 已不存在。` : undefined;
}
