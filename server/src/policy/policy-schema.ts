/** The form of a policy file; loaded only when there is one. The JSON Schema for editors is made from it. */
import * as z from 'zod/mini';
import { isWaivable } from '../findings/waivers';
import { everyRule } from '../rules/registry';
import type { RowSpec, SectionId, TableId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { editionFor, editionIds, newestFirst } from '../standard/editions';
import { withoutOrdinal } from '../text/ordinal';

export interface RowName {
  readonly table: TableId;
  readonly row: RowSpec;
}

/** Rows by the names that a policy may call them: `requests/granted`, `requests/（一）予以公开`, `requests/予以公开`. */
export const rowNames: ReadonlyMap<string, RowName> = namedRows();

function namedRows(): Map<string, RowName> {
  const ids = new Map<string, RowName>();
  const labels = new Map<string, RowName>();
  for (const edition of newestFirst) {
    for (const table of tableIds) {
      for (const row of edition.tables[table].rows) {
        const bare = withoutOrdinal(row.label);
        if (!ids.has(`${table}/${row.id}`)) ids.set(`${table}/${row.id}`, { table, row });
        for (const label of [row.label, bare]) {
          if (!labels.has(`${table}/${label}`)) labels.set(`${table}/${label}`, { table, row });
        }
      }
    }
  }
  return new Map([...ids, ...labels]);
}

const { sections } = editionFor(null);

/** A text that is not blank. */
const words = z.string().check(z.regex(/\S/));
const wording = z.array(words);

const setting = z.enum(['off', 'hint', 'information', 'warning', 'error']);
const titledSetting = (title: string) => z.optional(setting.check(z.describe(title)));
const titlesOf = (title: string) => z.optional(wording.check(z.describe(`等同于“${title}”的标题，不带序号。`)));

const ruleIds = everyRule.map(({ meta }) => meta.id);
const waivable = ruleIds.filter(isWaivable);

const rulesSchema = z.strictObject(
  Object.fromEntries(everyRule.map(({ meta }) => [meta.id, titledSetting(meta.title)])),
);

const sectionsSchema = z.strictObject(
  Object.fromEntries(sections.map(({ id, title }) => [id, titlesOf(title)])) as Record<
    SectionId,
    ReturnType<typeof titlesOf>
  >,
);

const aliasesSchema = z.strictObject({
  sections: z.optional(sectionsSchema.check(z.describe('六个部分标题的本地写法。'))),
  rows: z.optional(
    z
      .partialRecord(z.enum([...rowNames.keys()]), wording)
      .check(z.describe('表格行名的本地写法；名称为“表/行编号”或“表/格式规定的行名”。')),
  ),
});

const waiverSchema = z.strictObject({
  rule: z.enum(waivable).check(z.describe('规则编号。')),
  quote: words.check(z.describe('问题所在处的原文：标出的文字，或它所在的一句、一行。比对时不计空白和标点。')),
  reason: words.check(z.describe('为什么豁免。')),
  file: z.optional(
    words.check(
      z.refine(staysBelow),
      z.describe('只豁免这一份年报：从本文件所在文件夹起的路径，用 / 分隔。不写则对所有年报有效。'),
    ),
  ),
});

const year = z.int().check(z.gte(2000), z.lte(2200));

const bodySchema = z.strictObject({
  name: words.check(z.describe('机关全称。')),
  aliases: z.optional(wording.check(z.describe('曾用名、简称。'))),
  level: z.optional(
    z
      .enum(['township', 'subdistrict', 'county', 'municipal', 'provincial', 'department', 'institution'])
      .check(z.describe('层级：乡镇、街道、县、市、省、部门、事业单位。')),
  ),
  parent: z.optional(words.check(z.describe('年报数字包含本机关的上级，须在名单中；写了才核对汇总。'))),
  ownShare: z.optional(z.boolean().check(z.describe('是上级的本级：上级的数字应等于各下级之和。'))),
  since: z.optional(year.check(z.describe('从哪一年起应有年报。'))),
  until: z.optional(year.check(z.describe('到哪一年为止应有年报。'))),
});

/** Whether a path leads nowhere but below the folder that it counts from; links aside. */
function staysBelow(path: string): boolean {
  return !/^[a-z]:|^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);
}

/** A whole policy file. */
export const policySchema = z
  .strictObject({
    $schema: z.optional(z.string()),
    edition: z.optional(
      z.enum(['auto', ...editionIds]).check(z.describe('按哪一版年度报告格式审核；auto 按报告年度判断。')),
    ),
    rules: z.optional(rulesSchema.check(z.describe('按规则编号设置级别，off 关闭该规则。'))),
    aliases: z.optional(aliasesSchema.check(z.describe('标题和行名的本地写法，视同格式规定的写法。'))),
    requiredHeadings: z.optional(wording.check(z.describe('第六部分必须有的小标题（本地补充要求），不带序号。'))),
    waivers: z.optional(z.array(waiverSchema).check(z.describe('豁免：不再报出的问题，各有理由。'))),
    bodies: z.optional(
      z.array(bodySchema).check(z.describe('名单：应有年报的机关。缺年报、名单以外的、上下级汇总，有名单才核对。')),
    ),
  })
  .check(
    z.describe('政务公开年报审核的本地要求文件：对所在文件夹及其下各级文件夹中的年报有效，离年报最近的一个起作用。'),
  );

export type PolicyData = z.infer<typeof policySchema>;

/** One thing that a policy's data has wrong. */
export type PolicyIssue = z.core.$ZodIssue;

/** The names that are allowed where an unknown one stands, for “did you mean”. */
export function namesAt(path: readonly PropertyKey[]): readonly string[] {
  switch (path.map(String).join('.')) {
    case '':
      return Object.keys(policySchema.shape);
    case 'rules':
      return ruleIds;
    case 'aliases':
      return Object.keys(aliasesSchema.shape);
    case 'aliases.sections':
      return sections.map(({ id }) => id);
    case 'aliases.rows':
      return [...rowNames.keys()];
    default:
      if (path[0] === 'bodies') return Object.keys(bodySchema.shape);
      return path[0] === 'waivers' ? Object.keys(waiverSchema.shape) : [];
  }
}

/**
 * The policy's JSON Schema, for `jsonValidation`: the same text each time. It only offers and explains: what is wrong with a
 * policy is told by its reader, once, in the user's language and with a fix.
 */
export function policyJsonSchema(): string {
  const schema = z.toJSONSchema(policySchema, { target: 'draft-7' });
  return `${formattedJson({ ...offering(schema), title: '年报审核政策' }, '', 0)}\n`;
}

type Schema = Readonly<Record<string, unknown>>;

const demands: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'pattern',
  'minLength',
  'required',
  'additionalProperties',
  'propertyNames',
]);

/** The schema without what it demands: values become examples, names of members members, and what a value begins with its default. */
function offering(schema: Schema): Schema {
  const { type, enum: values, items, propertyNames, additionalProperties: member } = schema;
  const names = isSchema(propertyNames) && Array.isArray(propertyNames.enum) ? (propertyNames.enum as string[]) : [];
  const named = isSchema(member) ? names.map((name) => [name, offering(member)] as const) : [];
  const own = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const properties = [...own.map(([name, value]) => [name, offering(value as Schema)] as const), ...named];
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => !demands.has(key))),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(isSchema(items) ? { items: offering(items) } : {}),
    ...(Array.isArray(values) ? { examples: values } : {}),
    ...(type === 'object' ? { default: {} } : {}),
    ...(type === 'array' ? { default: [] } : {}),
  };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const widest = 120;

/** JSON as the project's formatter has it: a list on one line where it fits behind the `taken` columns. */
function formattedJson(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (taken + flat.length < widest) return flat;
    return `[\n${value.map((item) => inner + formattedJson(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, member]) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return name + formattedJson(member, inner, name.length);
  });
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}
