/** Character references: `&nbsp;`, `&#48;`, `&#x4e91;`. */
import { printedForm } from '../../text/printed-form';
import type { Painter } from './painter';

const reference = /&(?:#([0-9]{1,7});?|#x([0-9a-f]{1,6});?|(nbsp)(?![a-z0-9]);?|([a-z][a-z0-9]{1,8});)/iy;

/** The names that pages of text use; any other is left as it stands. */
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  lsaquo: '‹',
  rsaquo: '›',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  minus: '−',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  permil: '‰',
  yen: '¥',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  larr: '←',
  rarr: '→',
  sol: '/',
  lowbar: '_',
  num: '#',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  comma: ',',
  period: '.',
  colon: ':',
  semi: ';',
  Tab: ' ',
  NewLine: ' ',
};
/** Nobody sees these. */
const invisible = new Set(['shy', 'zwj', 'zwnj', 'lrm', 'rlm', 'ZeroWidthSpace']);

/** Paints the reference that begins at the painter's position; leaves it where none does. */
export function paintReference(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  reference.lastIndex = at;
  const match = reference.exec(text);
  if (match === null) return false;
  const [whole, decimal, hexadecimal, space, name] = match;
  const printed =
    space !== undefined ? '\u00a0' : name !== undefined ? namedCharacter(name) : numbered(decimal, hexadecimal);
  if (printed === undefined) return false;
  painter.hide(at + whole.length, printed);
  return true;
}

function namedCharacter(name: string): string | undefined {
  return invisible.has(name) ? '' : (named[name] ?? named[name.toLowerCase()]);
}

/** A bar from a reference is no border of a cell; a control character is nothing. */
function numbered(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (code === 9 || code === 10 || code === 13) return ' ';
  if (code === 0x7c) return '¦';
  if (code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return printedForm(String.fromCharCode(code));
}
