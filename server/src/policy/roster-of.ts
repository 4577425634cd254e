/** The roster that a policy lays down, with its places by line and column. */

import type { Place } from '../series/index-record';
import type { Roster } from '../series/roster';
import type { Policy } from './policy';

/** `null` where the policy has none. `file`: how results call the policy's file. */
export function rosterOf({ bodies }: Policy, file: string, position: (offset: number) => Place): Roster | null {
  if (bodies === undefined) return null;
  return {
    file,
    bodies: bodies.map(({ span, ...body }) => ({
      ...body,
      range: { start: position(span.start), end: position(span.end) },
    })),
  };
}
