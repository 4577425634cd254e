/** The mark of our own page of results: it quotes reports and their titles, and is none. */

/** What its head says of the program; the version follows. */
export const ownMark = '<meta name="generator" content="disclosure-audit ';

/** Within the head of the page. */
const reach = 1000;

export function isOwnPage(text: string): boolean {
  return text.slice(0, reach).includes(ownMark);
}
