/** What HTML hides: tags, comments, declarations, and whole elements that are no text; what its tags do to lines. */
import { breakAfterCode, breakBeforeCode, imageCode, tableCode } from '../../text/seen';
import type { Painter } from './painter';
import { tagEnd } from './tag';

const breakBefore = String.fromCharCode(breakBeforeCode);
const breakAfter = String.fromCharCode(breakAfterCode);
const tableMark = String.fromCharCode(tableCode);
const imageMark = String.fromCharCode(imageCode);

const opening = /<(\/?)([a-z][a-z0-9]*(?:[:-][a-z0-9]+)*)/iy;
/** `<!DOCTYPE …>`, `<![if …]>`, `<?xml …?>`. */
const declaration = /<[!?][a-z[?/][^<>]{0,2000}>/iy;

/** Elements that are no text of the page. */
const withoutText = new Set([
  'head',
  'style',
  'script',
  'title',
  'xml',
  'svg',
  'template',
  'textarea',
  'select',
  'math',
]);
const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'caption',
  'div',
  'figcaption',
  'center',
]);
const blocks = new Set([
  ...paragraphs,
  'html',
  'body',
  'table',
  'tr',
  'ul',
  'ol',
  'dl',
  'section',
  'article',
  'header',
  'footer',
  'nav',
  'main',
  'aside',
  'blockquote',
  'form',
  'fieldset',
  'figure',
  'address',
  'pre',
  'hr',
  'details',
  'summary',
]);
const blockTag = new RegExp(`<(/?)(${[...blocks].join('|')})(?![\\w:-])`, 'gi');

/** A paragraph of HTML longer than this is left with its line ends. */
const longestParagraph = 20_000;

/** What has been searched for in vain, so that nothing is searched twice: past that offset there is none. */
export interface Searched {
  readonly absent: Map<string, number>;
  nextBlockTag: number;
}

export function nothingSearched(): Searched {
  return { absent: new Map(), nextBlockTag: -1 };
}

/** Paints the tag, comment or element that begins at the painter's position; leaves it where none does. */
export function paintTag(painter: Painter, searched: Searched): boolean {
  const { text } = painter;
  const at = painter.position();
  const second = text.charCodeAt(at + 1);
  if (second === 0x21 || second === 0x3f) return paintDeclaration(painter, searched);
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (match === null) return false;
  const name = (match[2] as string).toLowerCase();
  const closing = match[1] === '/';
  const end = tagEnd(text, at + match[0].length);
  if (end < 0) {
    painter.look(at, -end);
    return false;
  }
  if (!closing && withoutText.has(name) && !text.startsWith('/>', end - 2)) {
    const close = closeOf(painter, searched, name, end);
    if (close > 0) {
      // A table's tags are looked for in what is hidden, too.
      painter.region(at, close);
      painter.hide(close, breakBefore);
      return true;
    }
  }
  if (name === 'img') painter.hide(end, imageMark, imageMark);
  else if (name === 'table') painter.hide(end, closing ? undefined : tableMark, closing ? breakAfter : undefined);
  else if ((name === 'td' || name === 'th') && closing) painter.hide(end, undefined, '\t');
  else if (name === 'td' || name === 'th') painter.hide(end);
  else if (name === 'br') painter.hide(end, undefined, breakAfter);
  else if (blocks.has(name)) painter.hide(end, closing ? undefined : breakBefore, closing ? breakAfter : undefined);
  else painter.hide(end);
  if (!closing && paragraphs.has(name)) softenParagraph(painter, searched, name, at, end);
  return true;
}

/** The line ends within `<p>…</p>` are white space, where nothing but running text stands in it. */
function softenParagraph(painter: Painter, searched: Searched, name: string, at: number, from: number): void {
  const { text } = painter;
  const tag = nextBlockTag(text, from, searched);
  const limit = from + longestParagraph;
  if (tag === undefined || tag.index > limit) {
    painter.look(at, Math.min(text.length + 1, limit));
    return;
  }
  const content = text.slice(from, tag.index);
  painter.look(at, tag.index + tag[0].length + 1);
  // A table of Markdown behind an empty line: what an empty line parts is no HTML.
  if (!/[\r\n\t]/.test(content) || /\n[ \t]*\r?\n[ \t]*\|/.test(content)) return;
  if (tag[1] !== '/' || (tag[2] as string).toLowerCase() !== name) return;
  painter.soften(tag.index);
  painter.region(at, tag.index);
}

function nextBlockTag(text: string, from: number, searched: Searched): RegExpExecArray | undefined {
  if (searched.nextBlockTag > text.length) return undefined;
  blockTag.lastIndex = Math.max(from, searched.nextBlockTag);
  const match = blockTag.exec(text);
  searched.nextBlockTag = match === null ? text.length + 1 : match.index;
  return match ?? undefined;
}

/** Past the closing tag of an element without text; 0 where there is none. The head ends with the body, too. */
function closeOf(painter: Painter, searched: Searched, name: string, from: number): number {
  const { text } = painter;
  const absent = searched.absent.get(name) ?? text.length + 1;
  if (from < absent) {
    const close = name === 'head' ? /<\/head\s{0,9}>|(?=<body[\s>])/gi : closePattern(name);
    close.lastIndex = from;
    const match = close.exec(text);
    if (match !== null) return match.index + match[0].length;
    searched.absent.set(name, from);
  }
  painter.look(painter.position(), text.length + 1);
  return 0;
}

const closePatterns = new Map<string, RegExp>();

function closePattern(name: string): RegExp {
  let pattern = closePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`</${name}\\s{0,9}>`, 'gi');
    closePatterns.set(name, pattern);
  }
  return pattern;
}

function paintDeclaration(painter: Painter, searched: Searched): boolean {
  const { text } = painter;
  const at = painter.position();
  if (text.startsWith('<!--', at)) {
    const absent = searched.absent.get('<!--') ?? text.length + 1;
    const end = at < absent ? text.indexOf('-->', at + 4) : -1;
    if (end >= 0) {
      painter.hide(end + 3);
      return true;
    }
    searched.absent.set('<!--', Math.min(absent, at));
    painter.look(at, text.length + 1);
    return false;
  }
  declaration.lastIndex = at;
  const match = declaration.exec(text);
  if (match === null) {
    painter.look(at, Math.min(text.length + 1, at + 2004));
    return false;
  }
  painter.hide(at + match[0].length);
  return true;
}
