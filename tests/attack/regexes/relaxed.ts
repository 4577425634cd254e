/**
 * A regular expression told in terms that recheck's automata understand, and that take no less time: what looks ahead or behind
 * is left out or becomes part of the match, and no match ever comes to an end. Where that is linear, the expression is.
 */

export interface Relaxed {
  /** One for each alternative: together they take as long as the whole. */
  readonly sources: readonly string[];
  /** Whether no repetition is without an end: at each place only so many ways are tried, however long the text. */
  readonly isBounded: boolean;
  /** Whether all that it leaves out is finite, and nothing refers back. */
  readonly isFaithful: boolean;
}

/** Stands in no text: with it behind an expression, all ways to match are tried. */
const neverThere = '\\ue0f0';

export function relaxed(source: string): Relaxed {
  const state: Reader = { source, at: 0, isFaithful: true };
  const { alternatives, isBounded } = disjunction(state, true);
  const sources = alternatives.map((text) => `(?:${text})${neverThere}`);
  return { sources, isBounded, isFaithful: state.isFaithful };
}

interface Reader {
  readonly source: string;
  at: number;
  isFaithful: boolean;
}

interface Piece {
  readonly text: string;
  readonly isBounded: boolean;
}

/** `isFirst`: whether nothing stands before it, so that what is looked for behind may be matched instead. */
function disjunction(reader: Reader, isFirst: boolean): Piece & { readonly alternatives: readonly string[] } {
  const alternatives: string[] = [];
  let text = '';
  let isBounded = true;
  let isLeading = isFirst;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ')') {
    if (reader.source[reader.at] === '|') {
      reader.at++;
      alternatives.push(text);
      text = '';
      isLeading = isFirst;
      continue;
    }
    const atom = repeated(reader, isLeading);
    text += atom.text;
    isBounded &&= atom.isBounded;
    isLeading &&= atom.text === '' || atom.text === '^';
  }
  alternatives.push(text);
  return { text: alternatives.join('|'), alternatives, isBounded };
}

function repeated(reader: Reader, isFirst: boolean): Piece {
  const start = reader.at;
  let atom = single(reader, isFirst);
  const quantifier =
    /^(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))?.[0] ?? '';
  if (quantifier !== '' && isFirst) {
    reader.at = start;
    atom = single(reader, false);
  }
  reader.at += quantifier.length;
  const isEndless = /^(?:[*+]|\{[0-9]+,\})/.test(quantifier);
  return { text: atom.text === '' ? '' : atom.text + quantifier, isBounded: atom.isBounded && !isEndless };
}

function single(reader: Reader, isFirst: boolean): Piece {
  const { source, at } = reader;
  const char = source.charAt(at);
  if (char === '(') return group(reader, isFirst);
  if (char === '[') {
    let end = at + 1;
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    reader.at = end + 1;
  } else if (char === '\\') {
    const escaped =
      /^\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]*\}|P\{[^}]*\}|k<[^>]*>|[1-9][0-9]*|.)/isu.exec(
        source.slice(at),
      )?.[0] ?? '\\';
    if (/^\\[1-9k]/.test(escaped)) reader.isFaithful = false;
    reader.at = at + escaped.length;
  } else reader.at = at + 1;
  return { text: source.slice(at, reader.at), isBounded: true };
}

function group(reader: Reader, isFirst: boolean): Piece {
  const { source, at } = reader;
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at))?.[0] ?? '(';
  reader.at = at + opening.length;
  const looks = opening.endsWith('=') || opening.endsWith('!');
  const inner = disjunction(reader, isFirst && !looks);
  const body = source.slice(at + opening.length, reader.at);
  reader.at++;
  if (!looks) return { text: `(?:${inner.text})`, isBounded: inner.isBounded };
  if (!inner.isBounded) reader.isFaithful = false;
  if (!isFirst || !opening.startsWith('(?<')) return { text: '', isBounded: inner.isBounded };
  if (opening === '(?<=') return { text: `(?:${inner.text})`, isBounded: inner.isBounded };
  const other = otherThan(body);
  return { text: other === undefined ? '' : `(?:^|${other})`, isBounded: inner.isBounded };
}

/** What matches any one character that `body`, a pattern of one, does not; `undefined` where it is more than one. */
function otherThan(body: string): string | undefined {
  if (/^\[\^(?:[^\]\\]|\\.)*\]$/.test(body)) return `[${body.slice(2)}`;
  if (/^\[(?:[^\]\\]|\\.)*\]$/.test(body)) return `[^${body.slice(1)}`;
  return /^(?:\\.|[^\\[\](){}|.?*+^$])$/.test(body) ? `[^${body}]` : undefined;
}
