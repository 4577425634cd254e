/** All matches of a pattern at once; `matchAll` copies the pattern first, which costs more than most searches. */

/** The matches of `pattern`, which has flag `g`, in `text`. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
