/** Where a report names the body that issues it, and the edits that give the body another name. */

import type { Report } from '../../report/report';
import { remembered } from '../../text/remembered';
import type { Edit, Span } from '../../text/span';
import { spansOverlap } from '../../text/span';
import { foundTables } from '../locate';
import type { NamePlace } from './name-places';
import { commonEnds, placeWithin, renamed } from './name-places';

/**
 * All places outside the tables at which the body's name stands in full: title, preface, prose, signature. White space
 * and one line break may part its characters. The name as the beginning of another body's (`…人民政府办公室`) does
 * not count.
 */
export function bodyPlaces(report: Report): readonly NamePlace[] {
  const { issuer, text } = report;
  if (issuer === null || issuer.length < 2) return [];
  const own = namedSpans(report).flatMap((span) => placeWithin(text, span, issuer) ?? []);
  const places = new Map(own.map((place) => [place.start, place]));
  const tables = foundTables(report).map(({ span }) => span);
  for (const match of text.matchAll(patternOf(issuer))) {
    const span = { start: match.index, end: match.index + match[0].length };
    const place = placeWithin(text, span, issuer);
    if (place === undefined || places.has(place.start) || isOtherBody(text, place)) continue;
    if (tables.some((table) => spansOverlap(table, place))) continue;
    places.set(place.start, place);
  }
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/**
 * The edits that rename the body. A place that stands before or behind words which the new name brings itself
 * (`清河县|柳林镇`) takes them in. Shorter names in the preface, the first sentence and the signature change where
 * the change lies within them.
 */
export function bodyEdits(report: Report, newName: string): readonly Edit[] {
  const { text, issuer } = report;
  const places = bodyPlaces(report);
  const whole = places.flatMap((place) => renamed(withNeighbours(text, place, newName), newName));
  const short = namedSpans(report)
    .filter((span) => issuer !== null && !places.some((place) => spansOverlap(place, span)))
    .flatMap((span) => shortNameEdits(text, span, issuer ?? '', newName));
  return withoutNested([...whole, ...short]);
}

/** Names that the reader found one within the other are changed once. */
function withoutNested(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= edit.span.start) kept.push(edit);
  }
  return kept;
}

/** Where the reader found the issuer's name, short or in full. */
function namedSpans(report: Report): readonly Span[] {
  const { title, prose } = report;
  const spans = [title?.issuer?.span, ...prose.bodies.map(({ span }) => span), prose.signature.issuer?.span];
  return spans.filter((span) => span !== undefined);
}

const space = '[ \\t\\u3000\\u00a0*_]{0,8}';
const lineBreaks = `${space}(?:\\r\\n|\\r|\\n)?${space}`;

const patternOf = remembered((name: string): RegExp => {
  const characters = [...name].map((char) => char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(characters.join(lineBreaks), 'g');
});

/** A name that says only the place: others' names begin with it too. */
const placeName = /(?:[省市县区旗州镇乡盟]|街道)$/;
const office = /^(?:办公[室厅]|办(?![理事件公]))/;
const government = /^(?:人民)?政府(?!信息|网站|门户)/;
const otherBodyOfPlace =
  /^(?!认真|全面|严格|坚持|深入|积极|始终|以|围绕|按照|政府信息|政务公开)[\u4e00-\u9fff]{1,10}?(?:局|委员会|办公室|中心|小学|中学|学校|医院|卫生院|村|社区|站|所|办事处|街道|镇|乡)/;

function isOtherBody(text: string, place: NamePlace): boolean {
  const behind = text.slice(place.end, place.end + 16);
  if (office.test(behind)) return true;
  if (!placeName.test(place.name)) return false;
  const word = government.exec(behind)?.[0];
  if (word !== undefined) return office.test(behind.slice(word.length));
  return otherBodyOfPlace.test(behind);
}

const longestNeighbour = 12;

/** The place with the words beside it that the new name repeats. */
function withNeighbours(text: string, place: NamePlace, newName: string): NamePlace {
  let before = 0;
  let behind = 0;
  for (let length = 2; length <= Math.min(longestNeighbour, newName.length); length++) {
    const head = newName.slice(0, length);
    if (/[省市县区州旗盟]$/.test(head) && text.endsWith(head, place.start)) before = length;
    const tail = newName.slice(-length);
    if (/^(?:人民)?政府|^街道|^办事处/.test(tail) && text.startsWith(tail, place.end)) behind = length;
  }
  if (place.name.startsWith(newName.slice(0, before))) before = 0;
  const span = { start: place.start - before, end: place.end + behind };
  const name = text.slice(span.start, place.start) + place.name + text.slice(place.end, span.end);
  return placeWithin(text, span, name) ?? place;
}

/** `柳林镇人民政府` for `清河县柳林镇人民政府`: renamed where what changes stands in the short name too. */
function shortNameEdits(text: string, span: Span, name: string, newName: string): readonly Edit[] {
  const printed = text.slice(span.start, span.end).replace(/[\s\u3000*_]/g, '');
  const at = name.indexOf(printed);
  if (at < 0 || printed.length < 2) return [];
  const { prefix, suffix } = commonEnds(name, newName);
  const end = at + printed.length;
  if (prefix < at || name.length - suffix > end || prefix === name.length) return [];
  const place = placeWithin(text, span, printed);
  const wanted = newName.slice(at, newName.length - (name.length - end));
  return place === undefined ? [] : renamed(place, wanted);
}
