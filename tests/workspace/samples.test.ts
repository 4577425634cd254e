import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableReadings } from '../../server/src/report/report';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const samples = resolve(__dirname, '../corpus');
const realReports = resolve(__dirname, '../../../shared/corpus');

function read(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(samples, folder)).filter((name) => !name.endsWith('.json'));
}

interface Placed {
  readonly rule: string;
  /** What the suspect cell should have held. */
  readonly suspected: number | undefined;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Findings with all their places in the document: their own first, then the related ones. */
function findingsOf(snapshot: Snapshot): Placed[] {
  return snapshot.reports.flatMap((report) =>
    report.status === 'skipped'
      ? []
      : report.findings.map((finding) => ({
          rule: finding.rule,
          suspected: finding.suspect?.expected,
          places: [finding.span, ...finding.related.map((related) => related.span)].map((span) => ({
            start: span.start + report.start,
            end: span.end + report.start,
          })),
        })),
  );
}

describe('clean samples: nothing is found and every relation is seen to hold', () => {
  test.each(filesIn('clean'))('%s', (name) => {
    const snapshot = snapshotOf(read(join(samples, 'clean', name)), {});
    expect(findingsOf(snapshot)).toEqual([]);
    for (const report of snapshot.reports) {
      if (report.status !== 'audited') throw new Error(worded(report.reason));
      expect(report.coverage).toMatchObject({
        holds: report.report.edition.relations.length,
        broken: 0,
        notAssessable: 0,
      });
    }
  });
});

interface Expected {
  readonly findings: readonly {
    readonly rule: string;
    readonly quote: string;
    readonly occurrence: number;
    readonly cause?: { readonly expected: string };
  }[];
}

function placeOf(text: string, quote: string, occurrence: number): { start: number; end: number } {
  let at = -1;
  for (let i = 0; i < occurrence; i++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`“${quote}” does not occur ${occurrence} times`);
  return { start: at, end: at + quote.length };
}

describe('flawed samples: exactly the marked findings, at the marked places', () => {
  test.each(filesIn('flawed'))('%s', (name) => {
    const text = read(join(samples, 'flawed', name));
    const expected = (JSON.parse(read(join(samples, 'flawed', `${name}.expected.json`))) as Expected).findings;
    const found = findingsOf(snapshotOf(text, {}));
    expect(found.map((finding) => finding.rule).sort()).toEqual(expected.map((finding) => finding.rule).sort());
    const open = [...found];
    for (const { rule, quote, occurrence, cause } of expected) {
      const place = placeOf(text, quote, occurrence);
      const hit = open.findIndex(
        (finding) =>
          finding.rule === rule && finding.places.some((span) => span.start <= place.end && place.start <= span.end),
      );
      expect(hit, `${rule} at “${quote}”`).toBeGreaterThanOrEqual(0);
      const [finding] = open.splice(hit, 1);
      if (rule === 'relation/inconsistent-figure') {
        expect(finding?.suspected, `${rule} at “${quote}”`).toBe(cause && Number(cause.expected));
      }
    }
  });
});

describe('other texts are skipped with a reason', () => {
  test.each(filesIn('other'))('%s', (name) => {
    for (const report of snapshotOf(read(join(samples, 'other', name)), {}).reports)
      expect(report.status).toBe('skipped');
  });
});

const findingsOfReal: Readonly<Record<string, readonly string[]>> = {
  '1-shuikou-town-2022.txt': ['structure/extraction-residue', 'prose/fee-not-reported'],
  '2-fengling-town-2023.txt': ['prose/other-jurisdiction', 'table/nonstandard-row-label'],
  '3-guantou-town-2022.txt': [
    'structure/report-title',
    'structure/missing-aspect',
    'structure/missing-aspect',
    'prose/fee-not-reported',
  ],
  '4-zeku-town-2022.txt': [
    'structure/preamble-section-list',
    'structure/extraction-residue',
    'table/missing-table',
    'structure/nonstandard-section-title',
    'structure/nonstandard-section-title',
    'table/table-as-image',
    'structure/nonstandard-section-title',
    'table/table-as-image',
    'structure/nonstandard-section-title',
  ],
  '5-xicun-township-2022.txt': [],
};

const isHere = existsSync(realReports);
if (!isHere) console.log(`skipped: no real reports at ${realReports}`);

describe.skipIf(!isHere)('the real reports', () => {
  test.each(Object.entries(findingsOfReal))('%s is read completely and its findings are signed', (name, rules) => {
    const [report, ...more] = snapshotOf(read(join(realReports, name)), {}).reports;
    expect(more).toEqual([]);
    if (report?.status !== 'audited') throw new Error('not audited');
    expect(report.report.sections.map((section) => section.id)).toEqual([
      'overview',
      'disclosure',
      'requests',
      'review',
      'problems',
      'other',
    ]);
    expect(report.findings.map((finding) => finding.rule).sort()).toEqual([...rules].sort());
    const withTables = !name.startsWith('4-');
    expect(cellsRead(report.report.tables)).toBe(withTables ? 10 + 175 + 15 : 0);
    expect(report.coverage.holds).toBe(withTables ? 42 : 0);
  });
});

function cellsRead(tables: TableReadings): number {
  return Object.values(tables).reduce((sum, table) => {
    if (table.state === 'missing') return sum;
    return (
      sum +
      table.rows.filter((row) => row.state === 'read' && !row.repeated).reduce((n, row) => n + row.cells.length, 0)
    );
  }, 0);
}
