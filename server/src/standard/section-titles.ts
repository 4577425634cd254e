/** Tells which statutory section a title names, and how close its wording is to the format's. */

import { perObject } from '../text/per-object';
import type { Aliases } from './aliases';
import { meaningful } from './aliases';
import type { Edition, EditionId, SectionId, SectionSpec } from './edition';
import { editionFor, editionIds, newestFirst, sectionSpec } from './editions';
import { fold } from './label-folding';

export interface SectionMatch {
  readonly section: SectionSpec;
  /** A title that a policy accepts is as good as the format's. */
  readonly match: 'standard' | 'long-form' | 'variant';
  /** Whose title it is, where it is not that of all editions. */
  readonly only?: readonly EditionId[];
}

/** How good the title is in a report of that edition. */
export function matchIn({ id }: Edition, { match, only }: SectionMatch): SectionMatch['match'] {
  return only === undefined || only.includes(id) ? match : 'variant';
}

/** The sections, by what the edition in force says of them. */
const { sections } = editionFor(null);

/** Looks titles up, by the standard's wordings and those that a policy accepts. */
export interface SectionTitles {
  /** The section that `title` (without its ordinal) names word for word, up to white space and punctuation. */
  byTitle(title: string): SectionMatch | undefined;
}

const withoutSpaces = (title: string): string => title.replace(/[\s\u3000\u00a0]/g, '');

function titlesOver(accepted: Aliases['sections'] = {}): SectionTitles {
  const titles = new Map<string, SectionMatch>();
  const exact = new Set<string>();
  for (const section of sections) {
    const everywhere = newestFirst.map((edition) => sectionSpec(edition, section.id));
    for (const alias of everywhere.flatMap(({ aliases }) => aliases)) {
      titles.set(fold(alias), { section, match: 'variant' });
    }
    for (const form of everywhere.flatMap(({ longForms }) => longForms)) {
      titles.set(fold(form), { section, match: 'long-form' });
      exact.add(form);
    }
  }
  for (const section of sections) {
    for (const alias of meaningful(accepted[section.id])) {
      titles.set(fold(alias), { section, match: 'standard' });
      exact.add(withoutSpaces(alias));
    }
  }
  for (const section of sections) {
    for (const { title, holders } of ownTitles(section.id)) {
      const isOfAll = holders.length === editionIds.length || accepted[section.id]?.includes(title);
      titles.set(fold(title), { section, match: 'standard', ...(isOfAll ? {} : { only: holders }) });
      exact.add(title);
    }
  }
  return {
    byTitle: (title) => {
      const found = titles.get(fold(title));
      if (found === undefined || found.match === 'variant' || exact.has(withoutSpaces(title))) return found;
      return { section: found.section, match: 'variant' };
    },
  };
}

/** What the editions call a section, and which of them do. */
function ownTitles(id: SectionId): readonly { readonly title: string; readonly holders: readonly EditionId[] }[] {
  const titled = newestFirst.map((edition) => ({ id: edition.id, title: sectionSpec(edition, id).title }));
  return [...new Set(titled.map(({ title }) => title))].map((title) => ({
    title,
    holders: titled.filter((each) => each.title === title).map((each) => each.id),
  }));
}

/** The standard's own wordings. */
export const standardTitles: SectionTitles = titlesOver();

/** The section that a title names by the standard's own wordings. */
export function sectionByTitle(title: string): SectionMatch | undefined {
  return standardTitles.byTitle(title);
}

const extended = perObject(({ sections }: Aliases) => (sections === undefined ? standardTitles : titlesOver(sections)));

/** The standard's wordings and the accepted ones: the same object for the same `aliases`. */
export function titlesWith(aliases: Aliases | undefined): SectionTitles {
  return aliases === undefined ? standardTitles : extended(aliases);
}

interface Keywords {
  readonly id: SectionId;
  readonly test: RegExp;
}

/** What a heading in free wording must contain; the row labels of table three are told apart first. */
const keywords: readonly Keywords[] = [
  { id: 'review', test: /复议|诉讼/ },
  { id: 'problems', test: /(?:问题|不足|困难).{0,80}(?:改进|措施|打算|整改|对策|改善|计划|建议|情况)|主要问题/ },
  { id: 'requests', test: /(?:收到|处理|受理|办理).{0,80}申请|依申请公开/ },
  { id: 'disclosure', test: /主动公开/ },
  { id: 'other', test: /其[他它].{0,80}事项/ },
  { id: 'overview', test: /总体情况|概述|[总整]体概况|基本情况|基本概况|总体推进情况/ },
];

const rowLabelBegin = /^(?:本年新收|上年结转|本年度?办理结果|结转下)/;

/** The section that a heading of the first level most likely means, by its key words. */
export function sectionByKeywords(title: string): SectionMatch | undefined {
  const folded = fold(title);
  if (folded.length > 40 || rowLabelBegin.test(folded)) return undefined;
  const found = keywords.find((entry) => entry.test.test(folded));
  const section = found && sections.find((spec) => spec.id === found.id);
  return section && { section, match: 'variant' };
}
