/** What an output format is: pure functions over results. A run is written piece by piece as it goes on, or as a whole. */
import type { Result } from './result';
import type { Totals } from './totals';
import { totalsOf } from './totals';

/** The program that the results come from. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

export interface OutputFormat {
  readonly begin: (tool: Tool) => string;
  /** One result; `index`: how many came before it in the run. */
  readonly result: (result: Result, index: number) => string;
  readonly end: (totals: Totals) => string;
}

/** All that a run has to say: what it comes to, then each report. Plain data. */
export interface Run {
  readonly tool: Tool;
  readonly totals: Totals;
  readonly results: readonly Result[];
}

export function runOf(tool: Tool, results: readonly Result[]): Run {
  return { tool, totals: totalsOf(results), results };
}

/** The whole output. */
export function wholeOutput({ begin, result, end }: OutputFormat, { tool, totals, results }: Run): string {
  return [begin(tool), ...results.map(result), end(totals)].join('');
}
