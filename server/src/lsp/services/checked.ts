/** Params of our own requests, held against a schema. */
import * as z from 'zod/mini';

/** What was asked for, or why it cannot be told. */
export type Checked<T> = { readonly ok: true; readonly params: T } | { readonly ok: false; readonly message: string };

export function checkedBy<T>(schema: z.ZodMiniType<T>, params: unknown): Checked<T> {
  const given = schema.safeParse(params);
  return given.success ? { ok: true, params: given.data } : { ok: false, message: z.prettifyError(given.error) };
}
