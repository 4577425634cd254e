/** Small PDF files to be mutated: each leads the reader another way. */
import * as edge from './edge-files';

/** Bytes by name; made anew at each call. */
export function pdfSeeds(): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ['gbk', edge.predefinedMap('GBK-EUC-H')],
    ['utf-16', edge.predefinedMap('UniGB-UTF16-H')],
    ['without-meaning', edge.withoutMeaning()],
    ['partly-scanned', edge.partlyScanned()],
    ['recognised', edge.recognised()],
    ['partly-hidden', edge.partlyHidden()],
    ['nested', edge.nestedDrawings()],
    ['turned', edge.turned('page')],
    ['row-in-one-go', edge.rowInOneGo()],
    ['wrong-places', edge.wrongPlaces()],
    ['three-pages', edge.manyPages(3)],
  ]);
}
