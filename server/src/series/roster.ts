/** A 名单: the bodies that owe a report, as an office lays them down. */

import type { Level } from '../report/report';
import { fold } from '../standard/label-folding';
import type { PlaceRange } from './index-record';

export interface RosterBody {
  readonly name: string;
  /** Former and short names. */
  readonly aliases: readonly string[];
  readonly level?: Level;
  /** The name of the body whose figures hold this one's; roll-ups are looked at only where this is said. */
  readonly parent?: string;
  /** Whether this is the parent's own share (本级), so that all shares together are the parent's figures. */
  readonly isOwnShare: boolean;
  /** The first and the last year that it owes a report for; absent: always. */
  readonly since?: number;
  readonly until?: number;
  /** Where it stands in the roster's file. */
  readonly range: PlaceRange;
}

export interface Roster {
  /** The file that it stands in, as results call it. */
  readonly file: string;
  readonly bodies: readonly RosterBody[];
}

/** A name as it is compared: without notes in brackets, spaces, and what every government's name ends in. */
export function bodyName(name: string): string {
  const bare = name.replace(/[（(【[].*$/s, '').replace(/\s+/g, '');
  return fold(bare.replace(/(?:人民政府|政府|街道办事处|街道办)$/, (end) => (end.startsWith('街道') ? '街道' : '')));
}

/** Whether the body owes a report for `year`. */
export function isActive({ since, until }: RosterBody, year: number): boolean {
  return (since === undefined || since <= year) && (until === undefined || year <= until);
}
