/** Many words looked for in a text at once. */

/** More words than this in one pattern leave an engine no character that it could skip. */
const mostTogether = 8;

/** Whether a text holds any of the words. */
export function anyOf(words: readonly string[]): (text: string) => boolean {
  const ordered = [...words].sort((a, b) => b.length - a.length);
  const patterns: RegExp[] = [];
  for (let i = 0; i < ordered.length; i += mostTogether) {
    const together = ordered.slice(i, i + mostTogether).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    patterns.push(new RegExp(together.join('|')));
  }
  return (text) => patterns.some((pattern) => pattern.test(text));
}
