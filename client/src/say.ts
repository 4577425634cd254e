/** What the extension says itself, in the language of what it found: Chinese by default, as the report is. */
import { env, workspace } from 'vscode';
import chinese from '../../l10n/client.zh-cn.json';

const texts: Readonly<Record<string, string>> = chinese;

/** The text in the language of `disclosureAudit.language`; its `{0}`, `{1}`… are the arguments. */
export function say(text: string, ...given: readonly (string | number)[]): string {
  const chosen = isChinese() ? (texts[text] ?? text) : text;
  return chosen.replace(/\{(\d+)\}/gu, (whole, index: string) => String(given[Number(index)] ?? whole));
}

/** Whether the user is spoken to in Chinese; the server decides likewise for what it says. */
export function isChinese(): boolean {
  const language = workspace.getConfiguration('disclosureAudit').get<string>('language', 'zh-cn');
  return language === 'auto' ? /^zh\b/iu.test(env.language) : language !== 'en';
}
