/** The form that our own requests for blank forms must have; loaded only when one of them comes. */
import * as z from 'zod/mini';
import { reportingLevels } from '../../report/title/issuer';
import { tableIds } from '../../standard/edition';
import { firstYear } from '../../standard/editions';
import { layouts } from '../../text/layout';
import type { BlankReportParams, BlankTableParams } from '../wire/protocol';
import type { Checked } from './checked';
import { checkedBy } from './checked';

const fill = z.enum(['zero', 'blank']);

const reportParams: z.ZodMiniType<BlankReportParams> = z.object({
  issuer: z.string().check(z.minLength(1)),
  year: z.int().check(z.minimum(firstYear), z.maximum(2100)),
  level: z.optional(z.enum(reportingLevels)),
  layout: z.enum(layouts),
  fill,
});

const tableParams: z.ZodMiniType<BlankTableParams> = z.object({
  uri: z.string(),
  line: z.int().check(z.minimum(0)),
  table: z.enum(tableIds),
  fill,
});

export function checkReportParams(params: unknown): Checked<BlankReportParams> {
  return checkedBy(reportParams, params);
}

export function checkTableParams(params: unknown): Checked<BlankTableParams> {
  return checkedBy(tableParams, params);
}
