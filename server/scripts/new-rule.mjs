// npm run new-rule group/defect: writes what a new rule needs, each part to be filled in, and says what is left to do.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What is still to be written; tests/rules/registry.test.ts lets no such word stay. */
const unwritten = '待填写';

/** Where the faults of each group are, in the folder of the fault kinds. */
const faultLists = {
  structure: ['structure.ts', 'sectionFaults'],
  table: ['table.ts', 'cellFaults'],
  relation: ['relation.ts', 'relationFaults'],
  prose: ['prose.ts', 'conflictFaults'],
};

const registry = 'server/src/rules/registry.ts';
const promises = 'tests/rules/registry.test.ts';
const english = 'l10n/engine.en.json';

const [id = ''] = process.argv.slice(2);
const [, group = '', defect = ''] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/.exec(id) ?? [];
const list = Object.hasOwn(faultLists, group) ? faultLists[group] : undefined;
const file = `server/src/rules/${id}.ts`;
if (list === undefined || existsSync(file)) {
  const groups = Object.keys(faultLists).join(', ');
  process.stderr.write(
    list === undefined
      ? `usage: npm run new-rule group/defect\n  group: ${groups}\n  defect: words in small letters, joined by hyphens, that name what is wrong\n`
      : `there is a rule ${id} already: ${file}\n`,
  );
  process.exit(2);
}
const name = defect.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const title = `${unwritten}：${id} 的标题`;
const summary = `${unwritten}：${id} 报告什么。`;
const faults = `tests/faults/kinds/${list[0]}`;

// Every change is worked out before the first is written, so that a failure leaves nothing behind.
const changed = [
  [file, ruleText()],
  [registry, registered(readFileSync(registry, 'utf8'))],
  [promises, promised(readFileSync(promises, 'utf8'))],
  [faults, withFault(readFileSync(faults, 'utf8'), list[1])],
  [english, translated(readFileSync(english, 'utf8'))],
];
for (const [path, text] of changed) writeFileSync(path, text);
process.stdout.write(`${changed.map(([path]) => `  ${path}`).join('\n')}

What is left:
  1. ${file}: its texts, check(), a bad and a good example; an error cites a clause.
     npx vitest run tests/rules/rule-examples.test.ts -t ${id}
  2. ${faults}: the fault ${id}, put into clean reports.
     npm run recall -- --reports 200 --trials 1
  3. ${english}: the English of title, summary and every phrase, sorted by key.
     npx vitest run tests/l10n.test.ts
  4. npm run accept, and read the difference; then npm run test:quick.
`);

function ruleText() {
  return `/** ${unwritten} */
import type { Rule } from '../rule';

export const ${name}: Rule = {
  meta: {
    id: '${id}',
    severity: 'warning',
    title: '${title}',
    summary: '${summary}',
    why: '${unwritten}：为什么要这样。',
    clause: null,
    whatToDo: '${unwritten}：怎么办。',
    fixes: [],
  },
  examples: {
    bad: [{ shows: '${unwritten}：错误的写法', changes: [['一、总体情况', '⟦${id}: 一、总体情况⟧']] }],
    good: [{ shows: '${unwritten}：正确的写法', focus: '一、总体情况' }],
  },
  // Yields { span, message: phrase\`…。\`, key } for each defect.
  check: () => [],
};
`;
}

/** The registry with the import in its alphabetical place, and the rule after the last one of its group. */
function registered(text) {
  const path = `./${id}`;
  const imports = [...text.matchAll(/^import .* from '(.*)';$/gm)];
  const earlier = imports.filter(([, other]) => other < path);
  const before = earlier.filter(([, other]) => other.startsWith(`./${group}/`)).at(-1) ?? earlier.at(-1);
  const names = new Map(imports.map(([line, other]) => [/\{ (\w+) \}/.exec(line)?.[1], other]));
  const entries = [...text.matchAll(/^ {2}(\w+),$/gm)];
  const last = entries.filter(([, entry]) => names.get(entry)?.startsWith(`./${group}/`)).at(-1);
  return insertedAfter(insertedAfter(text, last, `\n  ${name},`), before, `\nimport { ${name} } from '${path}';`);
}

function promised(text) {
  return insertedAfter(
    text,
    [...text.matchAll(new RegExp(`^ {2}'${group}/.*',$`, 'gm'))].at(-1),
    `\n  '${id}': 'warning',`,
  );
}

function withFault(text, listName) {
  const start = text.indexOf(`export const ${listName}: readonly Fault[] = [`);
  const end = text.indexOf('\n];', start);
  if (start < 0 || end < 0) throw new Error(`${faults} has no list ${listName}`);
  const fault = `
  {
    name: '${id}',
    rules: ['${id}'],
    // ${unwritten}: the report with the defect, marked by placed(…).
    put: () => undefined,
  },`;
  return text.slice(0, end) + fault + text.slice(end);
}

function translated(text) {
  const entries = {
    ...JSON.parse(text),
    [title]: `${id}: title to be written`,
    [summary]: `${id}: summary to be written.`,
  };
  const sorted = Object.fromEntries(
    Object.keys(entries)
      .sort()
      .map((key) => [key, entries[key]]),
  );
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

function insertedAfter(text, match, put) {
  if (match === undefined) throw new Error(`no place for ${put.trim()}`);
  const at = match.index + match[0].length;
  return text.slice(0, at) + put + text.slice(at);
}
