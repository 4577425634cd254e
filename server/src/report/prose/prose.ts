/** What running text says besides the facts that the tables hold too. All offsets count from the report's start. */
import type { Span } from '../../text/span';

/** A figure with its unit, exactly as stated. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  /** The figure alone. */
  readonly span: Span;
}

/** A part of a whole. */
interface TallyPart extends Amount {
  /** `least`: 100余条. */
  readonly bound: 'exact' | 'least';
}

/** 共N件，其中……a件、……b件. */
export interface Tally {
  readonly whole: Amount;
  /** What the parts may add up to instead (新收9件，上年结转1件，其中……). */
  readonly others: readonly number[];
  readonly parts: readonly TallyPart[];
  /** `closed`: the parts are all there is (其余, 分别, a split in two); `open`: they may be but some. */
  readonly extent: 'closed' | 'open';
  /** Whether the parts are of one kind (all channels, all applicants …), so that none is counted twice. */
  readonly alike: boolean;
  readonly clause: Span;
}

/** A percentage with the figures that it is worked out from. */
export interface Share {
  readonly percent: number;
  /** Printed decimals of the percentage. */
  readonly decimals: number;
  readonly span: Span;
  /** `share`: part of whole. `growth`: by how much `part` is more or less than `whole`. */
  readonly kind: 'share' | 'growth';
  readonly part: Amount;
  /** `null` where only words name it (占办结总数的…). */
  readonly whole: Amount | null;
  /** What those words name. */
  readonly of: 'received' | 'closed' | null;
  readonly clause: Span;
}

/** A document named by its number. */
export interface NumberCitation {
  readonly kind: 'number';
  /** E.g. 国办公开办函, 国务院令. */
  readonly agency: string;
  readonly year: number | null;
  readonly serial: number;
  /** `lost`: the year stands without its brackets, or with one of them only (〔202130号). */
  readonly brackets: 'whole' | 'lost';
  readonly span: Span;
  /** The title in 《》 that stands before or after it in the sentence. */
  readonly title: { readonly text: string; readonly span: Span } | null;
  /** Whether its sentence speaks of annual reports, or of making this one. */
  readonly onReports: boolean;
}

/** A document that the text names. */
export type Citation =
  | NumberCitation
  | { readonly kind: 'title'; readonly text: string; readonly span: Span }
  /** An article of the regulation, named as the ground for compiling the report. */
  | { readonly kind: 'article'; readonly articles: readonly string[]; readonly span: Span };

/** A year that a sentence names as the time of the work it tells of: the one before the title's; any where no title tells one. */
export interface WorkYear {
  readonly year: number;
  /** Its four digits. */
  readonly span: Span;
  readonly clause: Span;
}

/** Where the text itself says whose report it is. */
export interface BodyMention {
  readonly place: 'preface' | 'overview';
  readonly text: string;
  readonly span: Span;
}

export interface SignedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}

/** The body's name and the date at the report's end. */
export interface Signature {
  readonly issuer: { readonly text: string; readonly span: Span } | null;
  readonly date: SignedDate | null;
}

export interface Prose {
  readonly tallies: readonly Tally[];
  readonly shares: readonly Share[];
  readonly citations: readonly Citation[];
  readonly workYears: readonly WorkYear[];
  readonly bodies: readonly BodyMention[];
  readonly signature: Signature;
}

/** Of a text that says nothing of the kind. */
export const noProse: Prose = {
  tallies: [],
  shares: [],
  citations: [],
  workYears: [],
  bodies: [],
  signature: { issuer: null, date: null },
};
