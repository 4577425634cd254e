/** Prints how many titles are read right, over everything that stands around them. */
import { readReports } from '../../server/src/report/read-reports';
import { parse } from '../../server/src/syntax/parse';
import { titledTexts } from '../support/title-forms';

export function printTitles(): void {
  let all = 0;
  let right = 0;
  for (const { text, body, year } of titledTexts()) {
    const [reading] = readReports(parse(text));
    const report = reading?.status === 'read' ? reading.report : undefined;
    const { issuer, year: read } = report?.title ?? {};
    all++;
    if (issuer?.text === body.name && read?.value === year && report?.level === body.level) right++;
  }
  console.log(`titles: ${right} of ${all} read right (${((100 * right) / all).toFixed(2)} %)\n`);
}
