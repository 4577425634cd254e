/** The form that our own request for writing cells must have; loaded only when one of them comes. */
import * as z from 'zod/mini';
import { writingSources } from '../../features/preview/preview-model';
import { tableIds } from '../../standard/edition';
import type { WriteCellsParams } from '../wire/preview-protocol';
import type { Checked } from './checked';
import { checkedBy } from './checked';

const mostCells = 1000;

const params: z.ZodMiniType<WriteCellsParams> = z.object({
  uri: z.string(),
  version: z.int(),
  cells: z
    .array(
      z.object({
        part: z.int().check(z.minimum(0)),
        table: z.enum(tableIds),
        row: z.string(),
        column: z.string(),
        was: z.string(),
        text: z.string(),
      }),
    )
    .check(z.minLength(1), z.maxLength(mostCells)),
  source: z.enum(writingSources),
});

export function checkWriteCellsParams(given: unknown): Checked<WriteCellsParams> {
  return checkedBy(params, given);
}
