/** A report's text read once more, as one of another edition. */
import type { EditionId } from '../standard/edition';
import { parse } from '../syntax/parse';
import { readReports } from './read-reports';
import type { Report } from './report';

/** The report bound to the tables of `edition`; `undefined` where its text alone is not read as one report. */
export function rereadAs(report: Report, edition: EditionId): Report | undefined {
  const [reading] = readReports(parse(report.text), edition, undefined, 'insisted');
  return reading?.status === 'read' && reading.start === 0 ? reading.report : undefined;
}
