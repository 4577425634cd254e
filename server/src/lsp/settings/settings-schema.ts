/** The form that settings must have; loaded only when a client sends settings of its own. */
import * as z from 'zod/mini';
import type { RuleSetting } from '../../findings/finding';
import { shownValue } from '../../policy/json-text';
import { ruleById, rules as ruleRegistry } from '../../rules/registry';
import { editionIds } from '../../standard/editions';
import { nearest } from '../../text/nearest';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import { languages } from './languages';
import type { SettingsReading } from './settings';
import { defaultSettings, diagnosticModes } from './settings';

const editions = ['auto', ...editionIds];
const languageNames = ['auto', ...languages] as const;
const ruleSettings = ['off', 'hint', 'information', 'warning', 'error'] as const;

const group = z.record(z.string(), z.unknown());
const switchSchema = z.boolean();
const languageSchema = z.enum(languageNames);
const editionSchema = z.enum(editions);
const ruleSchema = z.enum(ruleSettings);
const modeSchema = z.enum(diagnosticModes);

/** Checks each setting on its own: an invalid one is left out with a message, the others are used. */
export function checkSettings(received: unknown): SettingsReading {
  const whole = group.safeParse(received);
  if (!whole.success) {
    return { settings: defaultSettings, problems: [invalid('disclosureAudit', received, phrase`一组设置`)] };
  }
  const {
    enable = true,
    language = defaultSettings.language,
    edition = 'auto',
    rules = {},
    inlayHints = {},
    codeLens = {},
    diagnosticMode = defaultSettings.diagnosticMode,
  } = whole.data;
  const enabled = switchSchema.safeParse(enable);
  const spoken = languageSchema.safeParse(language);
  const chosen = editionSchema.safeParse(edition);
  const adjusted = checkRules(rules);
  const hints = checkSwitches('inlayHints', inlayHints, defaultSettings.inlayHints);
  const lenses = checkSwitches('codeLens', codeLens, defaultSettings.codeLens);
  const mode = modeSchema.safeParse(diagnosticMode);
  const problems = [...adjusted.problems, ...hints.problems, ...lenses.problems];
  if (!mode.success) {
    problems.unshift(invalid('disclosureAudit.diagnosticMode', diagnosticMode, oneOfWords(diagnosticModes)));
  }
  if (!chosen.success) {
    problems.unshift(invalid('disclosureAudit.edition', edition, oneOfWords(editions)));
  }
  if (!spoken.success) {
    problems.unshift(invalid('disclosureAudit.language', language, oneOfWords(languageNames)));
  }
  if (!enabled.success) problems.unshift(invalid('disclosureAudit.enable', enable, phrase` true 或 false`));
  return {
    settings: {
      enable: enabled.success ? enabled.data : defaultSettings.enable,
      language: spoken.success ? spoken.data : defaultSettings.language,
      audit: { edition: chosen.success ? chosen.data : 'auto', rules: adjusted.rules },
      inlayHints: hints.switches,
      codeLens: lenses.switches,
      diagnosticMode: mode.success ? mode.data : defaultSettings.diagnosticMode,
    },
    problems,
  };
}

interface SwitchesReading<T> {
  readonly switches: T;
  readonly problems: readonly Wording[];
}

/** A group of settings that are either on or off; those that are not given stay as in `defaults`. */
function checkSwitches<T extends Readonly<Record<string, boolean>>>(
  name: string,
  received: unknown,
  defaults: T,
): SwitchesReading<T> {
  const given = group.safeParse(received);
  if (!given.success) {
    return { switches: defaults, problems: [invalid(`disclosureAudit.${name}`, received, phrase`一组设置`)] };
  }
  const problems: Wording[] = [];
  const switches = { ...defaults };
  for (const key of Object.keys(defaults) as (keyof T & string)[]) {
    const value = given.data[key];
    if (value === undefined) continue;
    const checked = switchSchema.safeParse(value);
    if (checked.success) Object.assign(switches, { [key]: checked.data });
    else problems.push(invalid(`disclosureAudit.${name}.${key}`, value, phrase` true 或 false`));
  }
  return { switches, problems };
}

interface RulesReading {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly problems: readonly Wording[];
}

function checkRules(received: unknown): RulesReading {
  const given = group.safeParse(received);
  if (!given.success) {
    return { rules: {}, problems: [invalid('disclosureAudit.rules', received, phrase`“规则编号: 级别”的对象`)] };
  }
  const rules: Record<string, RuleSetting> = {};
  const problems: Wording[] = [];
  for (const [id, value] of Object.entries(given.data)) {
    const setting = ruleSchema.safeParse(value);
    if (ruleById(id) === undefined) {
      problems.push(
        phrase`设置 disclosureAudit.rules 中的 ${shownValue(id, mostShown)}: ${shownValue(value, mostShown)} 无效：没有这条规则${meant(id)}。${consequence}`,
      );
    } else if (setting.success) {
      rules[id] = setting.data;
    } else {
      problems.push(invalid(`disclosureAudit.rules[${shownValue(id, mostShown)}]`, value, oneOfWords(ruleSettings)));
    }
  }
  return { rules, problems };
}

function meant(id: string): Wording {
  const suggestion = nearest(
    id,
    ruleRegistry.map(({ meta }) => meta.id),
  );
  return suggestion === null ? '' : phrase`（是否指 ${shownValue(suggestion, mostShown)}？）`;
}

const mostShown = 80;
const consequence = phrase`该项已忽略，其余设置照常生效。`;

function oneOfWords(values: readonly string[]): Wording {
  return phrase`以下之一：${listed(values)}`;
}

function invalid(name: string, value: unknown, expected: Wording): Wording {
  return phrase`设置 ${name} 的值 ${shownValue(value, mostShown)} 无效：应为${expected}。${consequence}`;
}
