/** What an output format is: pure functions over results. A run is written piece by piece as it goes on, or as a whole. */
import { append } from '../text/append';
import type { Extra, Result } from './result';
import type { Totals } from './totals';
import { totalsOf } from './totals';

/** The program that the results come from. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** URI of the folder with the rules' pages, with a slash at its end; absent where nobody knows it. */
  readonly pages?: string;
}

/** Written as the run goes on, and never held as a whole. */
export interface OutputFormat {
  /** What of a result it shows beside the record and the frames. */
  readonly needs?: readonly Extra[];
  readonly begin: (tool: Tool) => string;
  /** One result; `index`: how many came before it in the run. */
  readonly result: (result: Result, index: number) => string;
  /** What was found by comparing the reports, where they were; after all results, which were so many. Default: as results. */
  readonly series?: (results: readonly Result[], count: number) => string;
  readonly end: (totals: Totals) => string;
}

/** Written when the run has ended: it begins with what the whole comes to, or is no text. */
export interface WholeFormat {
  readonly needs?: readonly Extra[];
  readonly whole: (run: Run) => string | Promise<Uint8Array>;
}

export type AnyFormat = OutputFormat | WholeFormat;

/** All that a run has to say: what it comes to, then each report. Plain data. */
export interface Run {
  readonly tool: Tool;
  readonly totals: Totals;
  readonly results: readonly Result[];
}

export function runOf(tool: Tool, results: readonly Result[]): Run {
  return { tool, totals: totalsOf(results), results };
}

/** A run as it is written in one format: its pieces in their order, joined, are the output. */
export interface Writing {
  begin(): string;
  add(results: readonly Result[]): string;
  addSeries(results: readonly Result[]): string;
  end(totals: Totals): Promise<string | Uint8Array>;
}

export function writingOf(format: AnyFormat, tool: Tool): Writing {
  if ('whole' in format) {
    let kept: Result[] = [];
    return {
      begin: () => '',
      add: (results) => {
        append(kept, results);
        return '';
      },
      addSeries: (results) => {
        kept = withOwnReports(kept, results);
        return '';
      },
      end: async (totals) => format.whole({ tool, totals, results: kept }),
    };
  }
  let count = 0;
  return {
    begin: () => format.begin(tool),
    add: (results) => results.map((result) => format.result(result, count++)).join(''),
    addSeries: (results) =>
      format.series?.(results, count) ?? results.map((result) => format.result(result, count++)).join(''),
    end: async (totals) => format.end(totals),
  };
}

/** What was found by comparison put to the report that it is about; a roster's findings are results of their own. */
function withOwnReports(results: readonly Result[], series: readonly Result[]): Result[] {
  const added = new Map(series.map((result) => [keyOf(result), result]));
  const own = results.map((result) => {
    const more = result.index && added.get(keyOf(result));
    if (more === undefined) return result;
    added.delete(keyOf(result));
    return {
      ...result,
      record: {
        ...result.record,
        findings: [...result.record.findings, ...more.record.findings],
        waived: [...result.record.waived, ...more.record.waived],
      },
      frames: [...result.frames, ...more.frames],
      ...(more.known && { known: (result.known ?? 0) + more.known }),
      ...(result.places && { places: [...result.places, ...(more.places ?? [])] }),
    };
  });
  return [...own, ...added.values()];
}

/** A result's report among all: its file, and which one of it. */
function keyOf({ record, index }: Result): string {
  return `${index?.index ?? ''}\n${record.file}`;
}

/** The whole output of a format that is text as it goes on. */
export function wholeOutput({ begin, result, end }: OutputFormat, { tool, totals, results }: Run): string {
  return [begin(tool), ...results.map(result), end(totals)].join('');
}
