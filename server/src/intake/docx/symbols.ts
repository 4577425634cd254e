/** Characters of fonts that are made of signs, as the signs that they show. */

/** Those fonts have their signs at F020 … F0FF, or at 20 … FF. */
export function shownSymbol(code: number, font: string): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const set = sets.get(font.toLowerCase());
  const shown = set?.[place] ?? (set === symbol && place < 0x40 ? String.fromCharCode(place) : undefined);
  return shown ?? String.fromCodePoint(code);
}

/** Digits and signs below 40 are where they always are. */
const symbol: Readonly<Record<number, string>> = {
  163: '≤',
  165: '∞',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
};

const wingdings: Readonly<Record<number, string>> = {
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [0x81 + i, String.fromCharCode(0x2460 + i)])),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [0x8c + i, String.fromCharCode(0x2776 + i)])),
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  128: '⓪',
  139: '⓿',
  159: '•',
  161: '○',
  167: '▪',
  168: '□',
  171: '★',
  216: '➢',
  224: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const sets: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['symbol', symbol],
  ['wingdings', wingdings],
  ['wingdings 2', { 80: '✓', 82: '☑', 83: '☒', 163: '□' }],
]);
