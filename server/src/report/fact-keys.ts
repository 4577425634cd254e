/** Which of many phrasings a sentence may hold: one pass over it for the keys of all of them. */

interface Key {
  readonly word: string;
  /** The code of its second character; `NaN` for a word of one. */
  readonly second: number;
  /** The indices of what it is a key of, ascending. */
  readonly owners: readonly number[];
}

/** First characters share a place where they agree in these bits: a table this small stays at hand. */
const placeBits = 0x3ff;

const most = 0x7fffffff;

/** Given the keys of each phrasing, tells the indices of those of whose keys a text holds one, in ascending order. */
export function keyFinder(keysOf: readonly (readonly string[])[]): (text: string) => number[] {
  const groups: Key[][] = [[]];
  /** By the bits of a first character the index of its group; 0 where no key begins so. */
  const places = new Uint8Array(placeBits + 1);
  for (const word of new Set(keysOf.flat())) {
    const owners = keysOf.flatMap((keys, index) => (keys.includes(word) ? [index] : []));
    const place = word.charCodeAt(0) & placeBits;
    if (places[place] === 0) places[place] = groups.push([]) - 1;
    (groups[places[place] as number] as Key[]).push({ word, second: word.charCodeAt(1), owners });
  }
  /** For each phrasing the last text, by its number, in which one of its keys stood. */
  const lastHeld = new Int32Array(keysOf.length);
  let number = 0;
  return (text) => {
    number = number === most ? 1 : number + 1;
    if (number === 1) lastHeld.fill(0);
    for (let i = 0; i < text.length; i++) {
      const place = places[text.charCodeAt(i) & placeBits] as number;
      if (place === 0) continue;
      const next = text.charCodeAt(i + 1);
      for (const { word, second, owners } of groups[place] as Key[]) {
        if (second !== next && word.length > 1) continue;
        if (text.startsWith(word, i)) for (const owner of owners) lastHeld[owner] = number;
      }
    }
    const found: number[] = [];
    for (let index = 0; index < lastHeld.length; index++) if (lastHeld[index] === number) found.push(index);
    return found;
  };
}
