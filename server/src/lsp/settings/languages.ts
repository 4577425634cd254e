/** In which language the user is spoken to. The engine speaks Chinese; other languages come from l10n/engine.*.json. */
import type { Translations } from '../../text/wording';

export type Language = (typeof languages)[number];

export const languages = ['zh-cn', 'en'] as const;

/** As the user has chosen, else the editor's own: Chinese where that is unknown. */
export function languageOf(chosen: 'auto' | Language, locale: string | undefined): Language {
  if (chosen !== 'auto') return chosen;
  return locale === undefined || locale === '' || /^zh\b/i.test(locale) ? 'zh-cn' : 'en';
}

/** `undefined` for Chinese. The same object each time. */
export function translationsFor(language: Language): Promise<Translations> | undefined {
  if (language === 'zh-cn') return undefined;
  english ??= import('../../../../l10n/engine.en.json').then((file) => file.default);
  return english;
}

let english: Promise<Translations> | undefined;
