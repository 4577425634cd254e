/** Every regular expression of the program: linear, or listed here with the reason why nothing comes of it. */
import type { Attack, Failure } from '../attack';
import { type Expression, expressions } from './collect';
import { verdictOf } from './verdict';

/** Expressions that recheck cannot decide on, as their source begins, and why they are linear all the same. */
const undecided: readonly { readonly source: string; readonly reason: string }[] = [
  {
    source: '(?:https?:\\/\\/|www\\.)([a-z0-9\\u4e00-\\u9fff.-]{1,255}',
    reason: 'sticky: tried where an address begins; what is endless comes last and cannot fail',
  },
  {
    source: '^(?=.*(?:信息公开|政务公开',
    reason: 'anchored: looks twice through a sentence, and of no more characters than `longestSentence` allows',
  },
];

/** How much slower an undecided expression may be on a text twice as long, where it takes more than a few milliseconds. */
const mostPerDoubling = 3;
const length = 20_000;
/** In milliseconds. */
const least = 20;

function failureOf(expression: Expression): Failure | undefined {
  const { source, flags, place } = expression;
  const verdict = verdictOf(expression);
  const listed = undecided.find((each) => source.startsWith(each.source));
  if (verdict === 'finite' || verdict === 'linear') {
    return listed && { what: `${place} is linear and need not be listed`, input: `/${source}/${flags}` };
  }
  if ('undecided' in verdict && listed !== undefined) return slowness(expression);
  const said = 'slow' in verdict ? verdict.slow : `undecided (${verdict.undecided})`;
  return { what: `${place}: ${said}`, input: `/${source}/${flags}` };
}

/** Tried on its own characters over and over, behind which nothing that it looks for stands. */
function slowness({ source, flags, place }: Expression): Failure | undefined {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const own = new Set(source.replace(/\\./g, '').match(/[^[\](){}|?*+^$.:=!<]/gu));
  for (const char of [...own, ' ', '\t', '\n', ' \n', '<', '<a']) {
    const [short, long] = [length, 2 * length].map((size) => timeOf(pattern, `${char.repeat(size / char.length)}\0`));
    if ((long as number) > least && (long as number) > mostPerDoubling * (short as number)) {
      return {
        what: `${place}: ${short} ms, ${long} ms on ${JSON.stringify(char)} twice as often`,
        input: `/${source}/`,
      };
    }
  }
  return undefined;
}

function timeOf(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = performance.now();
    pattern.test(text);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

export const regexes: Attack = {
  name: 'regexes',
  unit: 'expressions',
  usual: 0,
  async run() {
    const all = await expressions();
    return { tried: all.length, failures: all.flatMap((each) => failureOf(each) ?? []) };
  },
};
