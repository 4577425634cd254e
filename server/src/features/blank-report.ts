/** A whole report for a body, to be filled in. */
import { isGovernment } from '../report/issuer';
import type { Fill } from '../standard/blank-form';
import { printReport } from '../standard/blank-form';
import { editionFor } from '../standard/editions';
import type { Layout } from '../text/layout';

export interface BlankReport {
  readonly issuer: string;
  readonly year: number;
  readonly layout: Layout;
  readonly fill: Fill;
}

/** In the edition for the year; a government's says besides what article 50 asks of governments. */
export function blankReport({ issuer, year, layout, fill }: BlankReport): string {
  const body = issuer.trim();
  const reporter = isGovernment(body) ? 'government' : 'other';
  return printReport(editionFor(year), { layout, issuer: body, year, figures: fill, reporter });
}
