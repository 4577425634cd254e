/** Tells by its words which edition a form is of. */
import type { Edition, EditionId } from './edition';
import { tableIds } from './edition';
import { newestFirst } from './editions';
import { fold } from './label-folding';

interface FormWords {
  readonly id: EditionId;
  /** By the index of the sign: whether the edition's form has it. */
  readonly has: readonly boolean[];
}

interface SignWords {
  readonly signs: readonly string[];
  readonly forms: readonly FormWords[];
}

let known: SignWords | undefined;

function signWords(): SignWords {
  if (known === undefined) {
    const signs = [...new Set(newestFirst.flatMap((each) => each.signs))];
    const forms = newestFirst.map((edition) => {
      const printed = printedWords(edition);
      return { id: edition.id, has: signs.map((sign) => printed.includes(sign)) };
    });
    known = { signs, forms };
  }
  return known;
}

function printedWords({ tables }: Edition): string {
  return tableIds.flatMap((id) => tables[id].form.flat().map(({ text }) => fold(text))).join('\n');
}

/** The words by which a form is told to be of that edition, or of others that have them as well. */
export function signsOfForm(edition: EditionId): readonly string[] {
  const { signs, forms } = signWords();
  const form = forms.find(({ id }) => id === edition);
  return signs.filter((_, i) => form?.has[i]);
}

/** The words of other editions' forms that the one of this edition lacks. */
export function foreignSigns(edition: EditionId): readonly string[] {
  const own = signsOfForm(edition);
  return signWords().signs.filter((sign) => !own.includes(sign));
}

/** How much speaks for each edition, the newest first: its words in a text less those that its form lacks. */
export type FormScores = readonly number[];

export function formScores(folded: string): FormScores {
  const { signs, forms } = signWords();
  const scores = forms.map(() => 0);
  for (let i = 0; i < signs.length; i++) {
    if (!folded.includes(signs[i] as string)) continue;
    forms.forEach(({ has }, form) => {
      scores[form] = (scores[form] as number) + (has[i] ? 1 : -1);
    });
  }
  return scores;
}

/** The edition that most speaks for; of several as good the one whose words the others have all. `null` where none is told. */
export function formOf(scores: FormScores): EditionId | null {
  const most = Math.max(...scores);
  const best = signWords().forms.filter((_, i) => scores[i] === most);
  const within = (a: FormWords, b: FormWords): boolean => a.has.every((has, i) => !has || b.has[i] === true);
  return best.find((form) => best.every((other) => within(form, other)))?.id ?? null;
}
