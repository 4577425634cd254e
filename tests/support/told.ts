/** Findings as a reader is told them: with strings for wordings, in Chinese where no translations are given, and with their fixes. */
import type { Audit } from '../../server/src/audit/audit';
import { fixesOf } from '../../server/src/audit/audit';
import type { Finding, Fix, RelatedPlace } from '../../server/src/findings/finding';
import type { Translations, Wording } from '../../server/src/text/wording';
import { worded } from '../../server/src/text/wording';

export type ToldFix = Omit<Fix, 'title'> & { readonly title: string };

export interface Told extends Omit<Finding, 'message' | 'related' | 'basis'> {
  readonly message: string;
  readonly related: readonly (Omit<RelatedPlace, 'message'> & { readonly message: string })[];
  readonly basis?: string;
  fixes(): readonly ToldFix[];
}

/** The findings of one report. */
export function toldOf(audit: Pick<Audit, 'findings' | 'remedies'>, translations?: Translations): readonly Told[] {
  const say = (wording: Wording): string => worded(wording, translations);
  return audit.findings.map((finding, index) => {
    const { message, related, basis, ...facts } = finding;
    return {
      ...facts,
      message: say(message),
      related: related.map((place) => ({ ...place, message: say(place.message) })),
      ...(basis && { basis: say(basis.words) }),
      fixes: () => fixesOf(audit, index).map((fix) => ({ ...fix, title: say(fix.title) })),
    };
  });
}
