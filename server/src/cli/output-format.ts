/** What an output format is: text before, for each file, and after. */
import type { Result } from './audited-file';
import type { Tally } from './tally';

export interface OutputFormat {
  begin(): string;
  /** The results of one file. Called in the order of the output; may throw when a fix cannot be computed. */
  results(results: readonly Result[]): string;
  end(tally: Tally): string;
}
