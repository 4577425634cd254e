/** Marks of the other light markups that converters write: AsciiDoc, MediaWiki, Org, Textile, Jira. */
import { isLineEnd } from '../../text/characters';
import { beginsLine } from './line-marks';
import type { Painter } from './painter';

const headingMark = /={1,6}[ \t]{1,4}(?=[^\s=|])/y;
const closingMark = /[ \t]{1,4}={1,6}[ \t]{0,4}$/;
const longestHeading = 200;

/** `== 一、总体情况`, with or without its like at the line's end. */
export function paintEqualsHeading(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  headingMark.lastIndex = at;
  const mark = headingMark.exec(text)?.[0].length;
  if (mark === undefined || !beginsLine(text, at)) return false;
  let end = at;
  while (end < text.length && end - at < longestHeading && !isLineEnd(text.charCodeAt(end))) end++;
  painter.look(at, end + 1);
  painter.hide(at + mark);
  const closing = closingMark.exec(text.slice(at + mark, end));
  if (closing !== null) {
    const from = at + mark + closing.index + closing[0].indexOf('=');
    painter.hideLater(from, from + closing[0].trim().length);
    painter.region(at, end);
  }
  return true;
}

const title = /#\+title:[ \t]{0,9}/iy;

/** `#+title: …` of Org. */
export function paintOrgTitle(painter: Painter): boolean {
  return hideMatch(painter, title);
}

const drawer = /:PROPERTIES:[ \t]{0,9}\r?\n(?::[A-Za-z_-]{1,40}:[^\r\n]{0,200}\r?\n){0,20}:END:/iy;

/** `:PROPERTIES: … :END:` under a heading of Org. */
export function paintDrawer(painter: Painter): boolean {
  return hideMatch(painter, drawer);
}

const textile = /h[1-6](?:[(#][^()\r\n]{0,80}\))?\. (?=\S)/y;

/** `h2. …` of Textile and Jira, also with its id. */
export function paintTextileHeading(painter: Painter): boolean {
  return hideMatch(painter, textile);
}

function hideMatch(painter: Painter, pattern: RegExp): boolean {
  const { text } = painter;
  const at = painter.position();
  if (!beginsLine(text, at)) return false;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) {
    if (pattern === drawer) painter.look(at, Math.min(text.length + 1, at + longestDrawer));
    return false;
  }
  painter.hide(at + match[0].length);
  return true;
}

const longestDrawer = 5000;
