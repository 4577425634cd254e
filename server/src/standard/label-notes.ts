/** Notes in brackets that belong to a row's printed label: （区分处理的……）. Any other note stands behind a label and is none of it. */
import { tableIds } from './edition';
import { newestFirst } from './editions';
import { fold } from './label-folding';

const note = /^.{2,}?（([^（）]{4,})）/;

const ownNotes: readonly string[] = [
  ...new Set(
    newestFirst.flatMap((edition) =>
      tableIds.flatMap((table) =>
        edition.tables[table].rows.flatMap((row) => {
          const own = note.exec(row.label.replace(/^（[一二三四五六七八九十]+）/, ''))?.[1];
          return own === undefined ? [] : [fold(own)];
        }),
      ),
    ),
  ),
];

/** Whether the folded words of a bracket are part of a label: its printed note, or an ordinal. */
export function belongsToLabel(folded: string): boolean {
  if (folded.length <= 2) return folded === '' || /^[0-9一二三四五六七八九十]+$/.test(folded);
  return ownNotes.some((own) => folded.includes(own));
}
