/** An example of what a rule reports, or lets pass: a report as changes of the blank form. */
import type { Layout } from '../text/layout';

/** Replaces the first occurrence of `find`, which must occur. `{review}` and the like stand for that table's lines, `{blank review}` for them unfilled. */
export type TextChange = readonly [find: string, put: string];

/** A report that audits clean but for its changes. */
export interface Example extends ExampleReport {
  /** What it shows, in Chinese. */
  readonly shows: string;
}

export interface ExampleReport {
  /** Its id. Default: the edition in force, or the one for `year`. */
  readonly edition?: string;
  /** Default: the usual body and the usual year of the edition. */
  readonly issuer?: string;
  readonly year?: number;
  /** Default: `markdown`. */
  readonly layout?: Layout;
  /** Figures other than 0, by `table/row/column`. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Sub-headings that a policy demands in section six. */
  readonly requiredHeadings?: readonly string[];
  /** Made one after another; a bad example's put in marks like `⟦rule-id: text⟧`. */
  readonly changes?: readonly TextChange[];
  /** The changes that give the text after the first fix of its first finding; absent where there is no fix. */
  readonly fixed?: readonly TextChange[];
  /** For a good example: the text that its excerpt shows. */
  readonly focus?: string;
}

/** Figures of an example: so many requests, all from natural persons and all granted. */
export function requestsReceived(count: string): Readonly<Record<string, string>> {
  return personsRequests({ received: count, granted: count, disposed: count });
}

/** Figures of table three by row, all of natural persons. */
export function personsRequests(counts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([row, count]) => [
      [`requests/${row}/natural-person`, count],
      [`requests/${row}/total`, count],
    ]),
  );
}

/** What shows a rule. */
export interface Examples {
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}
