/** How everybody writes who keeps what is offered to him. */
import { sectionSentences } from '../standard/blank-form';
import { newestFirst } from '../standard/editions';
import { standardSentences } from '../standard/standard-sentences';
import { once } from '../text/per-object';
import { comparedOf, ownNamesOf, printsOf } from './prints';

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
  const nobody = ownNamesOf(null);
  const hashes = offered.flatMap((text) => {
    const filled = text.replace(/\{\w+\}/g, '');
    return printsOf(comparedOf(filled, [{ start: 0, end: filled.length }], nobody)).map(({ hash }) => hash);
  });
  return new Set(hashes);
});
