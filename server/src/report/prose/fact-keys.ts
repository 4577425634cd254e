/** Which of many phrasings a sentence may hold: one pass over it for the keys of all of them. */

interface Key {
  readonly word: string;
  /** The code of its second character; `NaN` for a word of one. */
  readonly second: number;
  /** The indices of what it is a key of. */
  readonly owners: readonly number[];
  /** The number of the last text that held it. */
  last: number;
}

/** First characters share a place where they agree in these bits: a table this small stays at hand. */
const placeBits = 0x3ff;

/** Given the keys of each phrasing, tells the indices of those of whose keys a text holds one, in ascending order. */
export function keyFinder(keysOf: readonly (readonly string[])[]): (text: string) => number[] {
  /** By the bits of a first character the keys that begin so. */
  const groups: (Key[] | undefined)[] = new Array(placeBits + 1).fill(undefined);
  for (const word of new Set(keysOf.flat())) {
    const owners = keysOf.flatMap((keys, index) => (keys.includes(word) ? [index] : []));
    const place = word.charCodeAt(0) & placeBits;
    groups[place] = [...(groups[place] ?? []), { word, second: word.charCodeAt(1), owners, last: 0 }];
  }
  /** For each phrasing the number of the last text that held one of its keys. */
  const lastHeld = new Float64Array(keysOf.length);
  let number = 0;
  return (text) => {
    number++;
    const end = text.length;
    for (let i = 0; i < end; i++) {
      const group = groups[text.charCodeAt(i) & placeBits];
      if (group === undefined) continue;
      const next = text.charCodeAt(i + 1);
      for (let k = 0; k < group.length; k++) {
        const key = group[k] as Key;
        if (key.last === number || (key.second !== next && key.word.length > 1) || !text.startsWith(key.word, i))
          continue;
        key.last = number;
        for (let j = 0; j < key.owners.length; j++) lastHeld[key.owners[j] as number] = number;
      }
    }
    const found: number[] = [];
    for (let index = 0; index < lastHeld.length; index++) if (lastHeld[index] === number) found.push(index);
    return found;
  };
}
