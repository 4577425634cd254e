/** The places of a report's title and figures in its file, packed: each from the one before. */
import type { Place, PlaceRange } from './index-record';
import type { Packer, Unpacker } from './packing';
import { packer, unpacker } from './packing';

/** In place of an even number, see {@link move}. */
const elsewhere = 1;
const nowhere = 3;

/** `null`: the figure cannot be told, so it has no place. Ranges go over no line end but for the title. */
export function packPlaces(places: readonly (PlaceRange | null)[]): string {
  const out = packer();
  let before: Place = { line: 0, character: 0 };
  for (const place of places) {
    if (place === null) {
      out.number(nowhere);
      continue;
    }
    const { start, end } = place;
    move(out, before, start);
    move(out, start, end);
    before = end;
  }
  return out.packed();
}

/** @throws RangeError for a string that `packPlaces` did not make. */
export function unpackPlaces(packed: string): readonly (PlaceRange | null)[] {
  const from = unpacker(packed);
  const places: (PlaceRange | null)[] = [];
  let before: Place = { line: 0, character: 0 };
  while (from.more()) {
    const step = from.number();
    if (step === nowhere) {
      places.push(null);
      continue;
    }
    const start = movedBy(step, from, before);
    const end = moved(from, start);
    places.push({ start, end });
    before = end;
  }
  return places;
}

/** On the same line, as most are, a place is one even number: how far on. Else 1, the lines and the column. */
export function move(out: Packer, from: Place, to: Place): void {
  if (to.line === from.line && to.character >= from.character) {
    out.number(2 * (to.character - from.character));
    return;
  }
  out.number(elsewhere);
  out.signed(to.line - from.line);
  out.number(to.character);
}

export function moved(from: Unpacker, before: Place): Place {
  return movedBy(from.number(), from, before);
}

function movedBy(step: number, from: Unpacker, before: Place): Place {
  if (step !== elsewhere) return { line: before.line, character: before.character + step / 2 };
  const line = before.line + from.signed();
  return { line, character: from.number() };
}

export function skipMove(from: Unpacker): void {
  if (from.number() !== elsewhere) return;
  from.signed();
  from.number();
}
