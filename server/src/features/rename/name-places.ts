/** Where a name stands in the text, character by character, and the edits that put another in its place. */
import type { Edit, Span } from '../../text/span';

/** A name as it stands in the text: white space and line breaks may part its characters. */
export interface NamePlace extends Span {
  readonly name: string;
  /** Where each character of the name stands. */
  readonly offsets: readonly number[];
}

/** The place of `name` in `span`, whose characters stand there in order; `undefined` where they do not. */
export function placeWithin(text: string, span: Span, name: string): NamePlace | undefined {
  const offsets: number[] = [];
  let at = span.start;
  for (let i = 0; i < name.length; i++) {
    const found = text.indexOf(name.charAt(i), at);
    if (found < 0 || found >= span.end) return undefined;
    offsets.push(found);
    at = found + 1;
  }
  const [first] = offsets;
  return first === undefined ? undefined : { name, offsets, start: first, end: at };
}

/** The edits that turn the name at `place` into `newName`; what both have in common stays, with the breaks in it. */
export function renamed(place: NamePlace, newName: string): readonly Edit[] {
  const { name, offsets } = place;
  if (name.length === newName.length) return characterEdits(place, newName);
  const { prefix, suffix } = commonEnds(name, newName);
  const from = prefix === 0 ? place.start : (offsets[prefix - 1] as number) + 1;
  const isInsertion = prefix === name.length - suffix;
  const start = isInsertion ? from : (offsets[prefix] as number);
  const end = isInsertion ? from : (offsets[name.length - suffix - 1] as number) + 1;
  return [{ span: { start, end }, newText: newName.slice(prefix, newName.length - suffix) }];
}

/** How many characters two names have in common at both ends. */
export function commonEnds(first: string, second: string): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(first.length, second.length);
  let prefix = 0;
  while (prefix < shorter && first.charAt(prefix) === second.charAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    first.charAt(first.length - 1 - suffix) === second.charAt(second.length - 1 - suffix)
  )
    suffix++;
  return { prefix, suffix };
}

function characterEdits({ name, offsets }: NamePlace, newName: string): readonly Edit[] {
  const edits: { span: { start: number; end: number }; newText: string }[] = [];
  for (let i = 0; i < name.length; i++) {
    if (name.charAt(i) === newName.charAt(i)) continue;
    const at = offsets[i] as number;
    const last = edits[edits.length - 1];
    if (last !== undefined && last.span.end === at) {
      last.span.end = at + 1;
      last.newText += newName.charAt(i);
    } else edits.push({ span: { start: at, end: at + 1 }, newText: newName.charAt(i) });
  }
  return edits;
}
