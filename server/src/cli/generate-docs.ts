/** Writes what is generated from the registry: the rules' pages, the clauses' page, the rule table in the README, the settings in the manifest. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import english from '../../../l10n/engine.en.json';
import { severityNames } from '../findings/severity-names';
import { clausePage, clausePageName } from '../rules/clause-page';
import {
  englishClauses,
  englishClausesName,
  englishFolder,
  englishRules,
  englishRulesName,
} from '../rules/english-pages';
import { explainRule, pageName, rulesIndex } from '../rules/explain';
import { groupOf, ruleGroups } from '../rules/groups';
import { everyRule } from '../rules/registry';
import { newestFirst } from '../standard/editions';
import { displayWidth } from '../text/width';

const pages = 'server/docs/rules';
const marker = '<!-- rules -->';

/** Where to write; without arguments the project's own folder, from which this is run. */
const [pagesFolder = pages, readme = 'README.md', manifest = 'package.json'] = process.argv.slice(2);
writePages(pagesFolder);
writeFileSync(readme, withRuleTable(readFileSync(readme, 'utf8')));
writeFileSync(manifest, withSettings(readFileSync(manifest, 'utf8')));

function writePages(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.md')) rmSync(join(folder, name));
  for (const { meta } of everyRule) writeFileSync(join(folder, pageName(meta.id)), explainRule(meta.id) ?? '');
  writeFileSync(join(folder, 'README.md'), rulesIndex());
  writeFileSync(join(dirname(folder), clausePageName), clausePage());
  const inEnglish = join(dirname(folder), englishFolder);
  mkdirSync(inEnglish, { recursive: true });
  writeFileSync(join(inEnglish, englishRulesName), englishRules(english));
  writeFileSync(join(inEnglish, englishClausesName), englishClauses(english));
}

/** The text with the table between its two markers made anew. */
function withRuleTable(text: string): string {
  const [before, , after, ...more] = text.split(marker);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${readme} should hold ${marker} twice`);
  }
  return `${before}${marker}\n${ruleTable()}\n${marker}${after}`;
}

interface ManifestSetting {
  propertyNames?: object;
  enum?: readonly string[];
  enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, ManifestSetting> };
  };
}

/** The manifest with every rule offered as a name under the setting of severities, where what a name may have is said once, and every edition. */
function withSettings(text: string): string {
  const content = JSON.parse(text) as Manifest;
  manifestSetting(content, 'disclosureAudit.rules').propertyNames = {
    enum: everyRule.map(({ meta }) => meta.id),
    enumDescriptions: everyRule.map(({ meta }) => `${meta.title}（默认：${severityNames[meta.severity]}）`),
  };
  const choices = ['auto', ...newestFirst.map(({ id }) => id)];
  const edition = manifestSetting(content, 'disclosureAudit.edition');
  edition.enum = choices;
  edition.enumDescriptions = choices.map((choice) => `%configuration.edition.${choice}%`);
  return `${JSON.stringify(content, null, 2)}\n`;
}

function manifestSetting({ contributes }: Manifest, name: string): ManifestSetting {
  const setting = contributes.configuration.properties[name];
  if (setting === undefined) throw new Error(`${manifest} should have the setting ${name}`);
  return setting;
}

/** One line a group: what it looks at, how many rules it has, and how many of them report errors. */
function ruleTable(): string {
  const rows = ruleGroups.map(({ id, name, checks }) => {
    const own = everyRule.filter(({ meta }) => groupOf(meta.id)?.id === id);
    const errors = own.filter(({ meta }) => meta.severity === 'error').length;
    return [`[${name}](${pages}/README.md#${id})`, checks, String(own.length), String(errors)];
  });
  const all = [['组', '查什么', '规则', '其中错误'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => displayWidth(row[column] ?? '', 1))));
  const printed = all.map((row) =>
    line(row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell, 1)))),
  );
  const [head = '', ...body] = printed;
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
