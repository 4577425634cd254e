/** Reads back what `--index` wrote: a record a line, each checked before it is compared with others. */
import * as z from 'zod/mini';
import { reasonOf } from '../files/unreadable';
import type { Level } from '../report/report';
import type { IndexRecord } from '../series/index-record';
import { unpackPlaces } from '../series/places';
import { readPrints } from '../series/prints';
import { tableIds } from '../standard/edition';
import { editionIds, editionOf } from '../standard/editions';
import { levelNames } from '../standard/levels';
import { sections } from '../standard/sections';
import { worded } from '../text/wording';

/** One line of an index file: its record, or why it is none. */
export type IndexLine =
  | { readonly record: IndexRecord }
  | {
      /** `file:line`. */
      readonly place: string;
      readonly reason: string;
    };

const figure = z.nullable(z.number());
const rows = z.record(z.string(), z.array(figure));
const packed = z.string();

const recordSchema = z.object({
  version: z.literal(1),
  file: z.string(),
  index: z.int().check(z.nonnegative()),
  issuer: z.nullable(z.string()),
  level: z.enum(Object.keys(levelNames) as Level[]),
  year: z.nullable(z.int()),
  edition: z.enum(editionIds),
  date: z.nullable(z.string()),
  digest: z.string(),
  figures: z.object({ disclosure: rows, requests: rows, review: rows }),
  places: packed,
  prints: z.partialRecord(z.enum(sections.map(({ id }) => id)), packed),
});

/** `lines` of the file that results call `file`. Lines with nothing on them are passed over; what fails on the way ends them. */
export async function* indexLines(file: string, lines: AsyncIterable<string>): AsyncGenerator<IndexLine> {
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const read = recordIn(line);
      yield 'record' in read ? read : { place: `${file}:${number}`, reason: read.reason };
    }
  } catch (error) {
    yield { place: number === 0 ? file : `${file}:${number + 1}`, reason: worded(reasonOf(error)) };
  }
}

function recordIn(line: string): { readonly record: IndexRecord } | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: '不是一行 JSON' };
  }
  const { success, data, error } = recordSchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    return { reason: `不是年报索引（${issue?.path.join('.') || 'JSON'}）` };
  }
  const wrong = wrongIn(data as IndexRecord);
  return wrong === null ? { record: data as IndexRecord } : { reason: wrong };
}

/** What the schema cannot say: that packed strings unpack, and that there are as many figures as the edition has. */
function wrongIn({ edition, figures, places, prints }: IndexRecord): string | null {
  let count = 1;
  for (const table of tableIds) {
    for (const { id, columns } of editionOf(edition).tables[table].rows) {
      if (figures[table][id]?.length !== columns.length) return `不是年报索引（figures.${table}.${id}）`;
      count += columns.length;
    }
  }
  try {
    if (unpackPlaces(places).length !== count) return '不是年报索引（places）';
    for (const each of Object.values(prints)) readPrints(each, () => undefined);
  } catch {
    return '不是年报索引（places、prints）';
  }
  return null;
}
