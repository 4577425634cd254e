/** Reports of both editions with random figures and blanks: every figure and every span comes back from each format. */
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { readXlsx } from '../../server/src/intake/xlsx/read-xlsx';
import { bookReport, randomReport, wordReport } from '../support/office/random-report';
import { blocksOf, documentOf } from '../support/office/told';
import { randomOf } from '../support/reports/random';

const tries = 120;

describe.each(['2021', '2019'] as const)('reports of %s', (edition) => {
  test('come back from Word', () => {
    for (let seed = 0; seed < tries; seed++) {
      const random = randomOf(seed, 'word');
      const report = randomReport(random, edition, random.pick([0, 0.2, 1]));
      expect(blocksOf(documentOf(readDocx(wordReport(report)))), `seed ${seed}`).toEqual(report);
    }
  });

  test('come back from a sheet, with lines or without, headings merged or not, close to the tables or not', () => {
    for (let seed = 0; seed < tries; seed++) {
      const random = randomOf(seed, 'book');
      const layout = {
        lines: random.pick(['all', 'none'] as const),
        around: random.pick(['nothing', 'an empty row'] as const),
        headings: random.pick(['merged', 'in the first column'] as const),
      };
      const report = randomReport(random, edition, random.pick([0, 0.2]));
      const blocks = blocksOf(documentOf(readXlsx(bookReport(report, layout))));
      expect(blocks, `seed ${seed}, ${JSON.stringify(layout)}`).toEqual(report);
    }
  });

  test('come back from a sheet with lines where no figure is filled in', () => {
    const report = randomReport(randomOf(0, 'blank'), edition, 1);
    for (const around of ['nothing', 'an empty row'] as const) {
      const book = bookReport(report, { lines: 'all', around, headings: 'merged' });
      expect(blocksOf(documentOf(readXlsx(book)))).toEqual(report);
    }
  });
});
