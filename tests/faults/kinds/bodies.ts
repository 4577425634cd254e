/** Faults of bodies and dates: another body's name, a date after the term. */
import { isDepartment, isGovernment, otherBody } from '../../support/reports/bodies';
import { placed } from '../../support/reports/marks';
import { changeTag, tagPlaces } from '../change';
import type { Fault } from '../fault';

export const bodyFaults: readonly Fault[] = [
  {
    name: 'prose/issuer-mismatch',
    rules: ['prose/issuer-mismatch'],
    put: (report, random) => {
      const places = tagPlaces(report, (tag) => tag === 'preface-body' || tag === 'signature-body');
      if (places.length === 0) return undefined;
      const other = otherBody(random, report.facts.body);
      return { report: changeTag(random.pick(places), placed(other.name)) };
    },
  },
  {
    name: 'prose/late-publication',
    rules: ['prose/late-publication'],
    put: (report, random) => {
      const [place] = tagPlaces(report, (tag) => tag === 'date');
      const { body, year } = report.facts;
      const term = isDepartment(body) ? 2 : isGovernment(body) && body.kind !== 'township' ? 4 : undefined;
      if (place === undefined || term === undefined) return undefined;
      return { report: changeTag(place, placed(`${year + 1}年${random.int(term, 9)}月${random.int(1, 28)}日`)) };
    },
  },
];
