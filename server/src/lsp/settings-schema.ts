/** The form that settings must have; loaded only when a client sends settings of its own. */
import * as z from 'zod/mini';
import type { RuleSetting } from '../audit/finding';
import type { SettingsReading } from './settings';
import { defaultSettings } from './settings';

const editions = ['auto', '2019', '2021'] as const;
const ruleSettings = ['off', 'hint', 'information', 'warning', 'error'] as const;

const group = z.record(z.string(), z.unknown());
const enableSchema = z.boolean();
const editionSchema = z.enum(editions);
const ruleSchema = z.enum(ruleSettings);

/** Checks each setting on its own: an invalid one is left out with a message, the others are used. */
export function checkSettings(received: unknown): SettingsReading {
  const problems: string[] = [];
  const reject = (name: string, value: unknown, expected: string): void => {
    problems.push(`设置 ${name} 的值 ${shown(value)} 无效：应为${expected}。该项已忽略，其余设置照常生效。`);
  };
  const whole = group.safeParse(received);
  if (!whole.success) {
    reject('disclosureAudit', received, '一组设置');
    return { settings: defaultSettings, problems };
  }
  const { enable = true, edition = 'auto', rules = {} } = whole.data;
  const enabled = enableSchema.safeParse(enable);
  if (!enabled.success) reject('disclosureAudit.enable', enable, ' true 或 false');
  const chosen = editionSchema.safeParse(edition);
  if (!chosen.success) reject('disclosureAudit.edition', edition, `以下之一：${editions.join('、')}`);
  return {
    settings: {
      enable: enabled.success ? enabled.data : defaultSettings.enable,
      audit: { edition: chosen.success ? chosen.data : 'auto', rules: checkRules(rules, reject) },
    },
    problems,
  };
}

function checkRules(
  received: unknown,
  reject: (name: string, value: unknown, expected: string) => void,
): Readonly<Record<string, RuleSetting>> {
  const rules = group.safeParse(received);
  if (!rules.success) {
    reject('disclosureAudit.rules', received, '“规则: 级别”的对象');
    return {};
  }
  const accepted: Record<string, RuleSetting> = {};
  for (const [id, value] of Object.entries(rules.data)) {
    const setting = ruleSchema.safeParse(value);
    if (setting.success) accepted[id] = setting.data;
    else reject(`disclosureAudit.rules["${id}"]`, value, `以下之一：${ruleSettings.join('、')}`);
  }
  return accepted;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
