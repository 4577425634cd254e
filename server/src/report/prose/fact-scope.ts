/** Whose work and which year a figure in running text is of. */

import type { Sentence } from '../../syntax/sentences';
import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { FactPattern } from './fact-pattern';
import { othersSubject, ownSubject } from './fact-words';

/** What the sentences before make a sentence that names no subject and no year of its own speak of. */
export type Context = 'this body' | 'other bodies' | 'another year';

export function contextsOf(text: string, sentences: readonly Sentence[], year: number | null): Context[] {
  /** The last sentence that is not led by another; what it speaks of is looked for only where it may lead one. */
  let leader = '';
  return sentences.map(({ squeezed }, i) => {
    const before = sentences[i - 1];
    const goesOn = before !== undefined && isAmong('；;', text, before.end);
    const mayBeLed = before !== undefined && (goesOn || squeezed.startsWith('其中'));
    const told = mayBeLed ? toldAfter(leader, year) : 'this body';
    const isLed =
      told !== 'this body' &&
      (goesOn || told === 'other bodies') &&
      !ownSubject.test(squeezed) &&
      !(told === 'another year' && ownTime.test(squeezed));
    if (!isLed) leader = squeezed;
    return isLed ? told : 'this body';
  });
}

function toldAfter(words: string, year: number | null): Context {
  if (year !== null && isOfAnotherYear(words, year)) return 'another year';
  const others = othersSubject.exec(words);
  return others === null || ownSubject.test(words.slice(others.index + others[0].length))
    ? 'this body'
    : 'other bodies';
}

const ownTime = /今年|本年|全年|[0-9]{4}年/;

/** 2021年收到……, told for its own sake. */
function isOfAnotherYear(words: string, year: number): boolean {
  const named = /^([0-9]{4})年度?，?[^，。；0-9]{0,12}(?:收到|新收|受理|接到|办理|办结|答复)/.exec(words);
  return named !== null && Number(named[1]) !== year && !/比|较|结转|转结|[0-9]{4}年.*[0-9]{4}年/.test(words);
}

/** Whether the requests counted here are other bodies': an earlier clause says so, and none since names this body. */
export function isOfOthers(
  text: string,
  at: number,
  pattern: FactPattern,
  { context, namesOthers }: { readonly context: Context; readonly namesOthers: boolean },
): boolean {
  if (!namesOthers && context !== 'other bodies') return false;
  // What an area issues and decides is told for it as a whole.
  if (pattern.meaning === 'disclosure' || pattern.meaning === 'information-fee') return false;
  const end = text.indexOf('，', at);
  const told = end < 0 ? text : text.slice(0, end);
  const subject = othersSubject.exec(told);
  if (subject === null) return context === 'other bodies' && !ownSubject.test(told);
  return !ownSubject.test(told.slice(subject.index + subject[0].length));
}

/** In squeezed characters: no more of what is told up to a statement is looked at for its year. */
const farthest = 1000;
const yearWord = /([0-9]{4})年(?!度?(?:[0-9]|结转|转结|转[至到入]|顺延))/y;
/** A day or month of another year: what happened then is not told of this one. */
const dateWord = /([0-9]{4})年[0-9]{1,2}月/g;

/** Whether the last year named up to here, if any is, is the report's own. */
export function speaksOfYear(year: number | null, told: string, clause: string): boolean {
  if (clause.includes('年') && /(?:比|较|超)[0-9]{4}年/.test(clause)) return false;
  if (year === null || !told.includes('年')) return true;
  const near = told.slice(-farthest);
  const before = near.includes('《') ? near.replace(/《[^《》]*》/g, '') : near;
  const own = before.slice(before.lastIndexOf('，', before.length - 2) + 1);
  if (own.includes('月') && matchesOf(dateWord, own).some((match) => Number(match[1]) < year)) return false;
  const last = lastYear(before);
  return last === undefined || Number(last) === year;
}

function lastYear(text: string): string | undefined {
  for (let at = text.lastIndexOf('年'); at >= yearDigits; at = text.lastIndexOf('年', at - 1)) {
    yearWord.lastIndex = at - yearDigits;
    const match = yearWord.exec(text);
    if (match !== null) return match[1];
  }
  return undefined;
}

const yearDigits = 4;
