/** How everybody writes who keeps what is offered to him. */
import { sectionSentences } from '../standard/blank-form';
import { newestFirst } from '../standard/editions';
import { standardSentences } from '../standard/standard-sentences';
import { once } from '../text/per-object';
import { addCompared, printsOf } from './prints';

/** Fingerprints of the sentences that this program itself offers: to keep them is no copying. */
export const usualPrints = once((): ReadonlySet<number> => {
  const sections = newestFirst.flatMap(({ sections }) => sections);
  const offered = [
    ...standardSentences.map(({ text }) => text),
    ...sections.flatMap((section) => [
      sectionSentences(section, '', 0, 'government').join(''),
      sectionSentences(section, '', 0, 'other').join(''),
    ]),
  ];
  const hashes = offered.flatMap((text) => {
    const compared = { codes: [], offsets: [] };
    addCompared(compared, text.replace(/\{\w+\}/g, ''), 0, text.length, []);
    return printsOf(compared).map(({ hash }) => hash);
  });
  return new Set(hashes);
});
