/** A whole report for a body, to be filled in. */
import type { ReportingLevel } from '../../report/title/issuer';
import { reportingLevelOf } from '../../report/title/issuer';
import type { Fill } from '../../standard/blank-form';
import { printReport } from '../../standard/blank-form';
import { editionFor } from '../../standard/editions';
import type { Layout } from '../../text/layout';

interface BlankReport {
  readonly issuer: string;
  readonly year: number;
  /** Without it the name decides. */
  readonly level?: ReportingLevel | undefined;
  readonly layout: Layout;
  readonly fill: Fill;
}

/** With marks for what is to be written, in the edition for the year; a government's says besides what article 50 asks of governments. */
export function blankReport({ issuer, year, level, layout, fill }: BlankReport): string {
  const body = issuer.trim();
  const reporter = (level ?? reportingLevelOf(body)) === 'government' ? 'government' : 'other';
  return printReport(editionFor(year), { layout, issuer: body, year, figures: fill, reporter, sentences: 'open' });
}
