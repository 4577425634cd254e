/** What a rule over many reports is: metadata, examples of several reports each, and a check of one report beside the others. */
import type { PlaceRange } from '../series/index-record';
import type { Roster } from '../series/roster';
import type { Entry, Series } from '../series/series';
import type { ExampleReport } from '../standard/example';
import type { Wording } from '../text/wording';
import type { RuleMeta } from './rule';

export interface SeriesPlace {
  readonly file: string;
  readonly range: PlaceRange;
  readonly message: Wording;
}

/** One defect, found. Ranges count from the file's start. */
export interface SeriesProblem {
  readonly range: PlaceRange;
  readonly message: Wording;
  /** Words of the report or the roster that it is about. */
  readonly names?: readonly string[];
  /** What tells this problem from the rule's others in the report. */
  readonly key: string;
  /** Places in other files, too. */
  readonly related?: readonly SeriesPlace[];
}

/** Reports side by side; what is found is marked in them. */
export interface SeriesExample {
  readonly shows: string;
  /** The bodies of a roster, as they stand in a policy; marks as in reports. */
  readonly bodies?: string;
  readonly reports: readonly (ExampleReport & { readonly file: string })[];
}

export interface SeriesExamples {
  readonly bad: readonly SeriesExample[];
  readonly good: readonly SeriesExample[];
}

export interface SeriesRule {
  readonly meta: RuleMeta;
  readonly examples: SeriesExamples;
  /** What is wrong with a report beside the others; pure. */
  check(entry: Entry, series: Series): Iterable<SeriesProblem>;
  /** What is wrong with a roster's own lines. */
  checkRoster?(roster: Roster, series: Series): Iterable<SeriesProblem>;
}
