/** What is kept of a report to compare it with others: plain data, a line of JSON, with nothing of its text but fingerprints. */
import type { Level } from '../report/report';
import type { EditionId, SectionId, TableId } from '../standard/edition';

/** Zero-based line and UTF-16 column in the file, as in docs/contract.md. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** The figures of each row in the order of its columns; `null` where none can be told. */
export type RecordFigures = Readonly<Record<TableId, Readonly<Record<string, readonly (number | null)[]>>>>;

/** An audited report among others. Names and their order are those of docs/contract.md. */
export interface IndexRecord {
  readonly version: 1;
  readonly file: string;
  /** The how-manieth report of its file, from 0. */
  readonly index: number;
  readonly issuer: string | null;
  readonly level: Level;
  readonly year: number | null;
  readonly edition: EditionId;
  /** The day it was signed, `2023-01-20`; `null` where nothing tells. */
  readonly date: string | null;
  /** A hash of its text: the same text gives the same. */
  readonly digest: string;
  readonly figures: RecordFigures;
  /** Where the title (or the text's beginning) and then each figure of `figures` stand, packed: `places.ts`. */
  readonly places: string;
  /** Fingerprints of what its sections say, with their places, packed: `prints.ts`. Absent where a section says nothing. */
  readonly prints: Readonly<Partial<Record<SectionId, string>>>;
}
