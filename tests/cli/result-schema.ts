/** The shape of `--format json` as server/docs/contract.md states it; anything more or less is an error. */
import { z } from 'zod';

const position = z.strictObject({ line: z.int().nonnegative(), character: z.int().nonnegative() });

const range = z
  .strictObject({ start: position, end: position })
  .refine(
    ({ start, end }) => start.line < end.line || (start.line === end.line && start.character <= end.character),
    'a range ends before it starts',
  );

const fix = z.strictObject({
  title: z.string().min(1),
  applicability: z.enum(['safe', 'suggested', 'display']),
  edits: z.array(z.strictObject({ range, newText: z.string() })),
});

const counted = z.int().positive();

const place = z
  .strictObject({
    page: counted.optional(),
    sheet: z.string().optional(),
    table: counted.optional(),
    row: counted.optional(),
    column: counted.optional(),
    paragraph: counted.optional(),
  })
  .optional();

const finding = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z-]+$/),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string().min(1),
  range,
  place,
  related: z.array(z.strictObject({ range, place, message: z.string().min(1), file: z.string().optional() })),
  suspect: z.strictObject({ range, place, reported: z.string(), expected: z.number() }).optional(),
  basis: z.string().min(1).optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  fixes: z.array(fix),
});

const count = z.int().nonnegative();

const waived = z.array(z.strictObject({ rule: z.string(), quote: z.string().min(1), reason: z.string().min(1) }));

export const reportSchema = z
  .strictObject({
    file: z.string().min(1),
    issuer: z.string().min(1).nullable(),
    level: z.enum([
      'township',
      'subdistrict',
      'county',
      'municipal',
      'provincial',
      'department',
      'institution',
      'unknown',
    ]),
    year: z.int().min(1900).max(2100).nullable(),
    edition: z.enum(['2021', '2019']).nullable(),
    status: z.enum(['audited', 'skipped', 'failed']),
    reason: z.string().min(1).optional(),
    coverage: z.strictObject({
      holds: count,
      broken: count,
      notAssessable: count,
      unfilled: z.int().positive().optional(),
    }),
    omitted: z.array(z.strictObject({ what: z.string().min(1), count: counted })).optional(),
    findings: z.array(finding),
    waived,
  })
  .refine(
    ({ status, reason }) => (status === 'audited') === (reason === undefined),
    'a reason belongs to what was not audited',
  );

/** What was found by comparing a report, or a roster, with the others. */
const seriesSchema = z.strictObject({
  file: z.string().min(1),
  issuer: z.string().min(1).nullable(),
  year: z.int().nullable(),
  findings: z.array(finding),
  waived,
});

export const resultSchema = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('disclosure-audit'), version: z.string().regex(/^\d+\.\d+\.\d+/) }),
  reports: z.array(reportSchema),
  series: z.array(seriesSchema).optional(),
  leftOut: z.record(z.string().regex(/^(\..*)?$/), z.int().positive()),
});

export type JsonReport = z.infer<typeof reportSchema>;
