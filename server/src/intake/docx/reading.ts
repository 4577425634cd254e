/** What everything that is read of one Word file shares. */
import type { Budget } from '../budget';
import type { OmissionCounter } from '../omissions';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly budget: Budget;
  readonly omissions: OmissionCounter;
  /** Notes in the order in which the text names them. */
  readonly notes: NoteReference[];
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** What goes on from one paragraph of a text to the next. */
export interface Story {
  readonly fields: Field[];
}

/** A field whose end has not come yet. */
export interface Field {
  instruction: string;
  part: 'instruction' | 'result';
  /** Of its result: whether that is a table of contents. */
  isContents: boolean;
}

export function newStory(): Story {
  return { fields: [] };
}
