/** Writes a waiver into a policy's text, or takes one out of it: one edit, so that everything else stays as it was written. */
import type { Edit, Span } from '../text/span';
import type { JsonNode } from './json-text';
import { memberOf, plainValue, readJson } from './json-text';

export { policyFileName } from './policy';

/** What the policy file will hold, in this order. */
export interface NewWaiver {
  readonly rule: string;
  readonly quote: string;
  readonly reason: string;
  readonly file?: string;
}

type WaiverEdit = { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly flaw: PolicyFlaw };

/** Why a policy's text cannot take a waiver: it is no JSON, no object, or its `waivers` are no list. */
export type PolicyFlaw = 'not-json' | 'no-object' | 'no-list';

/** The text of a new policy file with one waiver. */
export function newPolicyText(waiver: NewWaiver): string {
  return `${JSON.stringify({ waivers: [waiver] }, null, 2)}\n`;
}

/** The edit that adds `waiver` to a policy's text. */
export function waiverEdit(text: string, waiver: NewWaiver): WaiverEdit {
  if (text.trim() === '') return insertion(0, text.length, newPolicyText(waiver));
  const json = readJson(text);
  if (!json.ok) return { ok: false, flaw: 'not-json' };
  const { root } = json;
  if (root.kind !== 'object') return { ok: false, flaw: 'no-object' };
  const style = styleOf(text, root);
  const waivers = memberOf(root, 'waivers')?.value;
  if (waivers === undefined) {
    const list = indentedJson([waiver], style, 1);
    return appendElement(text, style, 0, root.span, root.members.at(-1)?.value.span, `"waivers": ${list}`);
  }
  if (waivers.kind !== 'array') return { ok: false, flaw: 'no-list' };
  return appendElement(text, style, 1, waivers.span, waivers.items.at(-1)?.span, indentedJson(waiver, style, 2));
}

/** What tells a waiver in a policy's text: one that names no file is for every report. */
export type WrittenWaiver = Pick<NewWaiver, 'rule' | 'quote' | 'reason' | 'file'>;

/** The edit that takes out the first waiver that says the same and is for the same report; `undefined` where there is none. */
export function removalEdit(text: string, waiver: WrittenWaiver): Edit | undefined {
  const json = readJson(text);
  const waivers = json.ok ? memberOf(json.root, 'waivers')?.value : undefined;
  if (waivers?.kind !== 'array') return undefined;
  const { items, span } = waivers;
  const at = items.findIndex((item) => isSame(plainValue(item), waiver));
  const own = items[at];
  if (own === undefined) return undefined;
  const before = items[at - 1]?.span.end;
  const after = items[at + 1]?.span.start;
  if (before !== undefined) return { span: { start: before, end: own.span.end }, newText: '' };
  if (after !== undefined) return { span: { start: own.span.start, end: after }, newText: '' };
  return { span: { start: span.start + 1, end: span.end - 1 }, newText: '' };
}

function isSame(value: unknown, { rule, quote, reason, file }: WrittenWaiver): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const written = value as Readonly<Record<string, unknown>>;
  const isForIt = written.file === undefined || normalPath(written.file) === file;
  return isForIt && written.rule === rule && written.quote === quote && written.reason === reason;
}

function normalPath(path: unknown): string {
  return String(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
}

/** How the file is written. */
interface Style {
  /** One step of indentation. */
  readonly step: string;
  readonly eol: string;
}

/** As the first member of the root stands on its line; two blanks where it does not stand on one of its own. */
function styleOf(text: string, root: JsonNode): Style {
  const first = root.kind === 'object' ? root.members[0]?.key.span.start : undefined;
  const lead = first === undefined ? '' : (/[\r\n]([ \t]+)$/.exec(text.slice(0, first))?.[1] ?? '');
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { step: lead === '' ? '  ' : lead, eol };
}

function indentedJson(value: unknown, { step, eol }: Style, depth: number): string {
  return JSON.stringify(value, null, step).replaceAll('\n', eol + step.repeat(depth));
}

/** Puts an element behind the last one of a list at `depth`, or into an empty one. */
function appendElement(
  text: string,
  { step, eol }: Style,
  depth: number,
  list: Span,
  last: Span | undefined,
  element: string,
): WaiverEdit {
  const line = eol + step.repeat(depth + 1) + element;
  if (last !== undefined) return insertion(last.end, last.end, `,${line}`);
  const bracket = text.slice(list.end - 1, list.end);
  return insertion(list.start + 1, list.end, `${line}${eol}${step.repeat(depth)}${bracket}`);
}

function insertion(start: number, end: number, newText: string): WaiverEdit {
  return { ok: true, edit: { span: { start, end }, newText } };
}
