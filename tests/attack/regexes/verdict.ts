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
  const { sources, isBounded, isFaithful } = relaxed(source);
  if (isBounded && isFaithful) return 'finite';
  // Indices take no part in matching.
  const own = flags.replace('d', '');
  const said = automatonSays(source, own);
  if (said === 'linear' || 'slow' in said || !isFaithful) return said;
  return sources.every((each) => automatonSays(each, own) === 'linear') ? 'linear' : said;
}

function automatonSays(source: string, flags: string): 'linear' | Exclude<Verdict, string> {
  const told = checkSync(source, flags, { checker: 'automaton', timeout: patience });
  if (told.status === 'safe') return 'linear';
  if (told.status === 'vulnerable') return { slow: `${told.complexity.summary}: ${told.attack.pattern}` };
  return { undecided: `${told.error.kind} ${'message' in told.error ? told.error.message : ''}`.trim() };
}
