/** The shape of inlay hints. */
import type { Edit } from '../../text/span';
import type { Wording } from '../../text/wording';

/** A short text shown at a place, not part of the document. Offsets count from the document's start. */
export interface InlayHint {
  /**
   * `column`: stands before a figure and names it. `row`: stands behind a row and names its figures that are not 0. `total`:
   * stands after a figure and says what it should agree with.
   */
  readonly kind: InlayHintKind;
  readonly at: number;
  readonly label: Wording;
  readonly tooltip: Wording;
  /** Puts the figure that the hint tells into the text; empty where that is not plain. */
  readonly edits: readonly Edit[];
}

export type InlayHintKind = 'column' | 'row' | 'total';
