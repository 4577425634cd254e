/** The words of a policy: those that say nothing, or mean something else already, are left out. */
import type { Aliases } from '../standard/aliases';
import type { RowSpec, SectionId, TableId } from '../standard/edition';
import { fold } from '../standard/label-folding';
import { standardTitles } from '../standard/section-titles';
import { perObject } from '../text/per-object';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { JsonNode } from './json-text';
import { nodeAt } from './json-text';
import type { PolicyData, RowName } from './policy-schema';

interface WordingsReading {
  /** Without the waivers and headings that were left out. */
  readonly data: PolicyData;
  readonly aliases?: Aliases;
  readonly problems: readonly UnusableWording[];
}

/** Where a wording stands, and why it is left out. */
interface UnusableWording {
  readonly span: Span;
  readonly tell: () => { readonly message: Wording };
}

/** Checks every wording on its own. */
export function checkWordings(
  data: PolicyData,
  root: JsonNode,
  rowNames: ReadonlyMap<string, RowName>,
): WordingsReading {
  const problems: UnusableWording[] = [];
  const isUsable = (path: readonly PropertyKey[], why: Wording | undefined): boolean => {
    if (why !== undefined) {
      problems.push({ span: nodeAt(root, path).span, tell: () => ({ message: phrase`${why}，该项已忽略。` }) });
    }
    return why === undefined;
  };
  const requiredHeadings = data.requiredHeadings?.filter((heading, i) =>
    isUsable(['requiredHeadings', i], tooShort(heading)),
  );
  const sections = sectionAliases(data, isUsable);
  const rows = rowAliases(data, rowNames, isUsable);
  const aliases: Aliases = { ...(sections && { sections }), ...(rows && { rows }) };
  return {
    data: { ...data, ...(requiredHeadings && { requiredHeadings }) },
    ...(sections || rows ? { aliases } : {}),
    problems,
  };
}

type Check = (path: readonly PropertyKey[], why: Wording | undefined) => boolean;

const fewestCharacters = 2;

function tooShort(words: string): Wording | undefined {
  if (fold(words).length >= fewestCharacters) return undefined;
  return phrase`“${words}”太短：除去标点和空白，至少要有${fewestCharacters}个字`;
}

function sectionAliases({ aliases }: PolicyData, isUsable: Check): Aliases['sections'] | undefined {
  const sections: Partial<Record<SectionId, readonly string[]>> = {};
  for (const [id, titles] of Object.entries(aliases?.sections ?? {})) {
    const kept = titles?.filter((title, i) =>
      isUsable(['aliases', 'sections', id, i], tooShort(title) ?? takenTitle(id, title)),
    );
    if (kept?.length) sections[id as SectionId] = kept;
  }
  return Object.keys(sections).length === 0 ? undefined : sections;
}

function takenTitle(id: string, title: string): Wording | undefined {
  const found = standardTitles.byTitle(title);
  if (found === undefined || found.section.id === id || fold(title) !== fold(found.section.title)) return undefined;
  return phrase`“${title}”是第${found.section.ordinal}部分的标题，不能当作别的部分的写法`;
}

function rowAliases(
  { aliases }: PolicyData,
  rowNames: ReadonlyMap<string, RowName>,
  isUsable: Check,
): Aliases['rows'] | undefined {
  const rows: Partial<Record<TableId, Record<string, readonly string[]>>> = {};
  for (const [name, labels] of Object.entries(aliases?.rows ?? {})) {
    const named = rowNames.get(name);
    if (named === undefined || labels === undefined) continue;
    const { table, row } = named;
    const kept = labels.filter((label, i) =>
      isUsable(['aliases', 'rows', name, i], tooShort(label) ?? takenLabel(named, label, rowNames)),
    );
    if (kept.length === 0) continue;
    const own = rows[table] ?? {};
    rows[table] = own;
    own[row.id] = [...(own[row.id] ?? []), ...kept];
  }
  return Object.keys(rows).length === 0 ? undefined : rows;
}

/** The label of another row of the table cannot mean this one, too. */
function takenLabel(
  { table, row }: RowName,
  label: string,
  rowNames: ReadonlyMap<string, RowName>,
): Wording | undefined {
  const other = printedLabels(rowNames)
    .get(`${table}/${fold(label)}`)
    ?.find(({ id }) => id !== row.id);
  return other && phrase`“${label}”是“${other.label}”行的行名，不能当作别的行的写法`;
}

/** The rows by table and folded label. */
const printedLabels = perObject((rowNames: ReadonlyMap<string, RowName>): ReadonlyMap<string, readonly RowSpec[]> => {
  const rows = new Map<string, RowSpec[]>();
  for (const [name, { table, row }] of rowNames) {
    for (const wording of [name.slice(name.indexOf('/') + 1), ...row.aliases]) {
      const label = `${table}/${fold(wording)}`;
      rows.set(label, [...(rows.get(label) ?? []), row]);
    }
  }
  return rows;
});
