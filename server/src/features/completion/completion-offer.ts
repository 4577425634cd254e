/** Something that may be inserted, and which of such things go with what is typed. */
import type { Report } from '../../report/report';
import type { Edit, Span } from '../../text/span';
import { shiftEdits, shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { Location, ReadPlace } from '../locate';
import type { Insertion } from './insertion';
import type { TypedLine, TypedMatch } from './typed';
import { matchOf } from './typed';

export type OfferKind = 'report' | 'title' | 'section' | 'aspect' | 'table' | 'row' | 'sentence';

/** Something to be inserted in place of what is typed. */
export interface Offer {
  readonly kind: OfferKind;
  /** Words of the form or of the sentence. */
  readonly label: string;
  /** What it is, in a few words. */
  readonly detail: Wording;
  /** What to know of it; with the clause that asks for it. */
  readonly note?: Wording;
  readonly clause?: Wording;
  /** What the user may type for it, or the pinyin initials of it. */
  readonly keys: readonly string[];
  readonly insertion: Insertion;
  /** Insertions elsewhere; they count from the report's start. */
  readonly extra?: readonly Edit[];
  /** It takes the place of the markup before what is typed too. */
  readonly wholeLine?: true;
}

/** An offer for a place of the document, whose offsets it counts. The order is that of the list. */
export interface Completion extends Omit<Offer, 'keys' | 'extra' | 'wholeLine'> {
  /** What is typed of it. */
  readonly span: Span;
  readonly extra: readonly Edit[];
  /** Begins with what is typed. */
  readonly filter: string;
}

/** A place within a report that was read, as the offers are worked out for it. Offsets count from the report's start. */
export interface Spot {
  readonly snapshot: Snapshot;
  readonly place: ReadPlace;
  readonly report: Report;
  readonly offset: number;
  readonly location: Location;
  readonly line: TypedLine;
}

/** The offers that go with what is typed, those first whose beginning it is. */
export function matched(offers: readonly Offer[], line: TypedLine, distance: number): readonly Completion[] {
  return offers
    .flatMap((offer) => {
      const match = matchOf(line.typed, offer.keys);
      return match === undefined ? [] : [{ offer, match }];
    })
    .sort((a, b) => a.match.rank - b.match.rank)
    .map(({ offer, match }) => completionOf(offer, match, line, distance));
}

function completionOf(offer: Offer, match: TypedMatch, line: TypedLine, distance: number): Completion {
  const { keys: _, extra = [], wholeLine, ...rest } = offer;
  const markup = wholeLine ? line.markup : '';
  const span = { start: line.from - markup.length, end: line.from + line.typed.length };
  return {
    ...rest,
    span: shiftSpan(span, distance),
    extra: shiftEdits(extra, distance),
    filter: markup + match.filter,
  };
}
