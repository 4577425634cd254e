/** Where a word stands in a text. */

/** The offsets at which `word` occurs in the text. */
export function* occurrences(text: string, word: string): Iterable<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}
