/** Invisible marks in generated text: what a stretch states (tags), and where a fault was put in (places). */
import type { Span } from '../../../server/src/text/span';

const tagOpen = '\ue000';
const tagText = '\ue001';
const tagClose = '\ue002';
/** Begins and ends the place of a fault that reaches over several texts. */
export const openPlace = '\ue003';
export const closePlace = '\ue004';

/** A stretch of text that states something; tags may be nested. */
export interface Tag {
  readonly name: string;
  readonly text: string;
  /** With the marks themselves. */
  readonly span: Span;
}

/** `text`, marked as stating `name`. */
export function tagged(name: string, text: string): string {
  return `${tagOpen}${name}${tagText}${text}${tagClose}`;
}

/** `text`, marked as the place of a fault. */
export function placed(text: string): string {
  return `${openPlace}${text}${closePlace}`;
}

/** All tags in the order of their beginnings; `text` holds inner tags as they are. */
export function tagsIn(text: string): Tag[] {
  const found: { name: string; text: string; span: { start: number; end: number } }[] = [];
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === tagOpen) {
      const middle = text.indexOf(tagText, i);
      open.push(found.length);
      found.push({ name: text.slice(i + 1, middle), text: '', span: { start: i, end: middle + 1 } });
      i = middle;
    } else if (character === tagClose) {
      const tag = found[open.pop() as number] as (typeof found)[number];
      tag.text = text.slice(tag.span.end, i);
      tag.span.end = i + 1;
    }
  }
  return found;
}

/** The text with `tag` and its marks replaced. */
export function replaceTag(text: string, tag: Tag, put: string): string {
  return text.slice(0, tag.span.start) + put + text.slice(tag.span.end);
}

/** The text without its tags; places stay. */
export function untagged(text: string): string {
  return text.replace(/\ue000[^\ue001]*\ue001|\ue002/g, '');
}

/** The text without any mark. */
export function plain(text: string): string {
  return untagged(text).replace(/[\ue003\ue004]/g, '');
}

/** Whether a character is a mark that takes no room. */
export function isMark(character: string): boolean {
  return character >= tagOpen && character <= closePlace;
}

/** Takes the places out of a text and tells where they stood. They may be nested. */
export function takePlaces(marked: string): { readonly text: string; readonly places: readonly Span[] } {
  const places: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === openPlace) {
      const place = { start: text.length, end: text.length };
      places.push(place);
      open.push(place);
    } else if (character === closePlace) {
      const place = open.pop();
      if (place !== undefined) place.end = text.length;
    } else {
      text += character;
    }
  }
  for (const place of open) place.end = text.length;
  return { text, places };
}
