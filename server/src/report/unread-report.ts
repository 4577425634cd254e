/** The report of which nothing could be read: its text alone. */
import { editionFor } from '../standard/editions';
import { eolOf } from '../text/lines';
import { seenOf } from '../text/seen';
import { noProse } from './prose/prose';
import type { Report } from './report';

export function unreadReport(text: string): Report {
  return {
    text,
    view: text,
    seen: seenOf(text),
    eol: eolOf(text),
    title: null,
    issuer: null,
    level: 'unknown',
    year: null,
    edition: editionFor(null),
    formEdition: null,
    sections: [],
    tables: {
      disclosure: { state: 'missing', table: 'disclosure' },
      requests: { state: 'missing', table: 'requests' },
      review: { state: 'missing', table: 'review' },
    },
    facts: [],
    prose: noProse,
    layout: null,
  };
}
