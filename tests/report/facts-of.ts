/** The only caller of the reader in the tests of facts: a marked sentence in, the facts stated at its marks out. */

import { printExact } from '../../server/src/quantity/exact';
import { readReports } from '../../server/src/report/read-reports';
import type { Fact, Report } from '../../server/src/report/report';
import { printReport } from '../../server/src/standard/blank-form';
import type { CellRef, EditionId } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';

/** A report for 2022 (2020) whose paragraph on requests, or another section's sentence, is `sentence`. */
export function reportWith(sentence: string, edition: EditionId = '2021', replaced?: string): Report {
  const options = { layout: 'markdown', issuer: '清河县柳林镇人民政府', year: editionOf(edition).exampleYear } as const;
  const own = replaced ?? `（二）依申请公开情况。${editionOf(edition).exampleYear}年未收到政府信息公开申请。`;
  const form = printReport(editionOf(edition), options);
  if (!form.includes(own)) throw new RangeError(`the form has no ${own}`);
  const [reading] = readReports(parse(form.replace(own, sentence)));
  if (reading?.status !== 'read') throw new Error('no report');
  return reading.report;
}

/** The sentence with ⟦ ⟧ around what its facts stand on, and each fact in one line. */
export function factsOf(
  sentence: string,
  edition: EditionId = '2021',
  replaced?: string,
): { readonly marked: string; readonly facts: readonly string[] } {
  const bare = sentence.replace(/[⟦⟧]/g, '');
  const report = reportWith(bare, edition, replaced);
  const start = report.text.indexOf(bare);
  const end = start + bare.length;
  const facts = report.facts.filter((fact) => fact.span.start >= start && fact.span.end <= end);
  const places = [...new Set(facts.map(({ span }) => `${span.start},${span.end}`))].map((each) =>
    each.split(',').map(Number),
  );
  let marked = '';
  for (let i = start; i <= end; i++) {
    marked += '⟧'.repeat(places.filter((place) => place[1] === i).length);
    marked += '⟦'.repeat(places.filter((place) => place[0] === i).length);
    if (i < end) marked += report.text.charAt(i);
  }
  return { marked, facts: facts.map((fact) => describedFact(fact, edition)) };
}

/** E.g. `requests-received 3: received`, `requests-closed 2…: disposed | …`, `litigation none: …`. */
function describedFact(fact: Fact, edition: EditionId): string {
  const { lowest, highest, negated, implied } = fact;
  const low = printExact(lowest);
  const exact = highest !== null && printExact(highest) === low;
  const value = negated
    ? implied
      ? 'implied none'
      : 'none'
    : exact
      ? low
      : `${low}–${highest === null ? '' : printExact(highest)}`;
  const readings = fact.readings.map((reading) => printedReading(reading, edition));
  const cells = fact.subject === 'requests-closed' ? closedReadings(readings) : readings.join(' | ');
  return `${fact.subject} ${value}: ${cells === '' ? 'no cell' : cells}`;
}

/** 办结 with its variants without （六） or a row of it. */
function closedReadings([all, ...without]: readonly string[]): string {
  return without.length === 0 ? `${all}` : `${all} | without some other-*`;
}

function printedReading(reading: readonly CellRef[], edition: EditionId): string {
  const cells = reading.map(({ table, row, column }) => {
    if (table === 'review') return column;
    if (table === 'disclosure') return `${row}.${column}`;
    return column === 'total' ? row : `${row}.${column}`;
  });
  const ids = editionOf(edition).tables.requests.rows.map((row) => row.id);
  let text = cells.join('+');
  for (const group of ['refused-', 'unable-', 'declined-', 'other-']) {
    const all = ids.filter((id) => id.startsWith(group)).join('+');
    if (all !== '') text = text.replace(all, `${group}*`);
  }
  return text
    .replace(/([a-z]+)\.enterprise\+.*\1\.other/, '$1.organisations')
    .replace('direct-litigation.total+litigation-after-reconsideration.total', 'litigation');
}
