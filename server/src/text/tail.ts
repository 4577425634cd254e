/** What a text ends with. */

/**
 * `text` without the characters at its end that `character`, a pattern for one, is of. A pattern like `/x+$/` would be tried at
 * each x of the text.
 */
export function withoutTail(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What of `text` stands before the first place that `mark` finds; all of it where there is none. */
export function before(text: string, mark: RegExp): string {
  const at = text.search(mark);
  return at < 0 ? text : text.slice(0, at);
}
