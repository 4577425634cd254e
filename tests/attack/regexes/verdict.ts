/** Whether a regular expression takes time in proportion to the text, in the worst case. */
import { checkSync } from 'recheck';
import type { Expression } from './collect';
import { relaxed } from './relaxed';

export type Verdict =
  /** Nothing in it repeats without an end. */
  | 'finite'
  /** So says recheck, of itself or of the same expression relaxed. */
  | 'linear'
  | { readonly slow: string }
  /** Neither was found out. */
  | { readonly undecided: string };

/** In milliseconds. */
const patience = 4000;

export function verdictOf({ source, flags }: Expression): Verdict {
  const { source: loosened, isFinite, isFaithful } = relaxed(source);
  if (isFinite && isFaithful) return 'finite';
  // Indices take no part in matching.
  const own = flags.replace('d', '');
  const said = automatonSays(source, own);
  if (said === 'linear' || 'slow' in said || !isFaithful) return said;
  return automatonSays(loosened, own) === 'linear' ? 'linear' : said;
}

function automatonSays(source: string, flags: string): 'linear' | Exclude<Verdict, string> {
  const { status, complexity, error, attack } = checkSync(source, flags, { checker: 'automaton', timeout: patience });
  if (status === 'safe') return 'linear';
  if (status === 'vulnerable') return { slow: `${complexity.summary}: ${attack.pattern}` };
  return { undecided: error.kind === 'timeout' ? 'timeout' : `${error.kind}: ${'message' in error ? error.message : ''}` };
}
