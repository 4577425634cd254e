/** Words for a reader with their variable parts kept apart, so that the same can be said in another language. */

/** What a reader is told. A plain string is the same in every language: a figure, a printed label, words of the report. */
export type Wording = string | Phrase | Listing;

/** A Chinese sentence or part of one; `{0}`, `{1}` … in `template` stand for the parts. */
export interface Phrase {
  readonly template: string;
  readonly parts: readonly Wording[];
}

/** Things one after the other; `separator` is translated like a template. */
interface Listing {
  readonly items: readonly Wording[];
  readonly separator: string;
}

/** Another language's templates by the Chinese ones; what is missing stays Chinese. */
export type Translations = Readonly<Record<string, string>>;

/** Tag for template literals: the literal pieces are the sentence, the values its parts. */
export function phrase(strings: TemplateStringsArray, ...parts: readonly (Wording | number)[]): Phrase {
  let template = strings[0] as string;
  for (let i = 1; i < strings.length; i++) template += `{${i - 1}}${strings[i]}`;
  return { template, parts: parts.map((part) => (typeof part === 'number' ? String(part) : part)) };
}

/** A sentence kept as data, to be translated as a whole. */
export function fixed(sentence: string): Phrase {
  return { template: sentence, parts: [] };
}

/** Several wordings as one. */
export function listed(items: readonly Wording[], separator = '、'): Listing {
  return { items, separator };
}

/** The words themselves: in Chinese, or by `translations`. */
export function worded(wording: Wording, translations?: Translations): string {
  if (typeof wording === 'string') return wording;
  if ('items' in wording) {
    const separator = translations?.[wording.separator] ?? wording.separator;
    return wording.items.map((item) => worded(item, translations)).join(separator);
  }
  const template = translations?.[wording.template] ?? wording.template;
  return template.replace(/\{(\d+)\}/g, (place, index: string) => {
    const part = wording.parts[Number(index)];
    return part === undefined ? place : worded(part, translations);
  });
}
