/** What the pages of the rules and of the clauses say, in short and in another language than theirs: English, by its translations. */
import type { Severity } from '../findings/finding';
import type { Clause } from '../standard/clause-pages';
import { clauses } from '../standard/clause-pages';
import type { Edition } from '../standard/edition';
import { lastYearOf, newestFirst } from '../standard/editions';
import type { Translations } from '../text/wording';
import { fixed, worded } from '../text/wording';
import { restingOn } from './clause-page';
import { pageName } from './explain';
import { everyRule } from './registry';
import type { Rule, RuleMeta } from './rule';

/** The folder of both beside that of the rules' pages, and the names of their files. */
export const englishFolder = 'en';
export const englishRulesName = 'rules.md';
export const englishClausesName = 'clauses.md';

/** All rules; each stands under an anchor called like its page. */
export function englishRules(translations: Translations): string {
  const parts = everyRule.map((rule) => `${anchor(pageName(rule.meta.id))}\n\n${rulePart(rule, translations)}`);
  return `${['# The rules in short', ...parts].join('\n\n')}\n`;
}

/** All clauses; each stands under its own anchor. */
export function englishClauses(translations: Translations): string {
  const parts = clauses.map((clause) => `${anchor(`${clause.id}.md`)}\n\n${clausePart(clause, translations)}`);
  return `${['# What annual reports rest on, in short', ...parts].join('\n\n')}\n`;
}

function anchor(page: string): string {
  return `<a id="${page.replace(/\.md$/, '')}"></a>`;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'an error',
  warning: 'a warning',
  information: 'information',
  hint: 'a hint',
};

function rulePart({ meta }: Pick<Rule, 'meta'>, translations: Translations): string {
  const fix = meta.fixes.length > 0 ? 'There is a quick fix.' : 'There is no quick fix: it takes a person to judge.';
  return [
    `## ${titleOf(meta, translations)}`,
    `Rule \`${meta.id}\`; ${severities[meta.severity]} by default.`,
    worded(fixed(meta.summary), translations),
    basisLines(meta),
    fix,
    `\`"${meta.id}": "off"\` in the setting \`disclosureAudit.rules\` switches it off; \`error\`, \`warning\`, \`information\` or \`hint\` changes its severity.`,
  ].join('\n\n');
}

function titleOf({ title }: RuleMeta, translations: Translations): string {
  return worded(fixed(title), translations);
}

/** Documents are called what they are called in Chinese: that is how they are found. */
function basisLines({ clause }: RuleMeta): string {
  if (clause === null) return 'A rule of this software itself; it rests on no regulation.';
  const all = newestFirst.map((edition) => ({ edition, text: worded(clause(edition.id).words) }));
  const texts = [...new Set(all.map(({ text }) => text))];
  if (texts.length === 1) return `It rests on ${texts[0]}.`;
  return `It rests on\n\n${all.map(({ edition, text }) => `- ${text} (reports for ${periodOf(edition)})`).join('\n')}`;
}

function periodOf(edition: Edition): string {
  const { firstYear } = edition;
  const last = lastYearOf(edition);
  if (last === undefined) return `${firstYear} and later years`;
  return last === firstYear ? String(firstYear) : `${firstYear} to ${last}`;
}

function clausePart({ id, name, requires }: Clause, translations: Translations): string {
  const article = /^article-(\d+)$/.exec(id)?.[1];
  const resting = restingOn(id).map((meta) => `[${titleOf(meta, translations)}](../rules/${pageName(meta.id)})`);
  return [
    `## ${name}${article === undefined ? '' : ` (article ${article} of the regulation)`}`,
    requires.map((each) => `- ${worded(fixed(each), translations)}`).join('\n'),
    ...(resting.length === 0 ? [] : [`Rules that rest on it: ${resting.join('; ')}.`]),
  ].join('\n\n');
}
