/** The texts that features over whole documents are tried on: every layout and edition, our samples, real reports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';

interface SampleText {
  readonly name: string;
  readonly text: string;
}

const samples = resolve(__dirname, '../corpus');
const realReports = resolve(__dirname, '../../../shared/corpus');

function textsIn(folder: string): readonly SampleText[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '') }));
}

export const cleanSamples = textsIn(join(samples, 'clean'));
export const allSamples = [...cleanSamples, ...textsIn(join(samples, 'flawed')), ...textsIn(join(samples, 'other'))];

/** Real reports, where they are at hand: empty elsewhere. */
export const realSamples = existsSync(realReports) ? textsIn(realReports) : [];

/** Odd ways to fill a cell, by turns with figures of different lengths. */
const oddCells = ['0', '12', '', '3', '/', '—', '无', '1,234', '５', '7件', '0.5', '-2'];

/** The form in every layout and edition; `odd` fills it with what does not belong in it. */
export function printedForms(filled: 'zero' | 'blank' | 'odd', eol = '\n'): readonly SampleText[] {
  return Object.values(editions).flatMap((edition) =>
    layouts.map((layout) => {
      let turn = 0;
      const figures = filled === 'odd' ? () => oddCells[turn++ % oddCells.length] as string : filled;
      const issuer = '云岭县清溪镇人民政府';
      const text = printReport(edition, { layout, issuer, year: edition.firstYear, figures, eol });
      return { name: `${edition.id} ${layout} ${filled}`, text };
    }),
  );
}
