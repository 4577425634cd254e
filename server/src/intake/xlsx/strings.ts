/** Strings of a workbook: rich text is its letters, readings above them are none of it. */
import type { Budget } from '../budget';
import type { XmlEvents } from '../xml';

/** Texts of elements of one name, each with all the `t` in it but phonetic ones. */
export interface StringCollector extends XmlEvents {
  readonly texts: string[];
}

export function stringCollector(item: string, budget: Budget): StringCollector {
  const texts: string[] = [];
  let pieces: string[] | undefined;
  let isText = false;
  let phonetic = 0;
  return {
    texts,
    open(name) {
      if (name === item) pieces = [];
      else if (name === 's:rPh') phonetic++;
      isText = name === 's:t' && phonetic === 0;
    },
    text(text) {
      if (isText) pieces?.push(text);
    },
    close(name) {
      isText = false;
      if (name === 's:rPh') phonetic--;
      if (name !== item || pieces === undefined) return;
      texts.push(cleaned(pieces.join('')));
      pieces = undefined;
      // A string costs memory even where it is empty.
      if (texts.length % 1000 === 0) budget.take('cells', 250);
    },
  };
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function cleaned(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.includes('\r') ? plain.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : plain;
}
