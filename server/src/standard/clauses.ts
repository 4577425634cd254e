/** The clauses that findings cite. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

/** Stable: the anchor on the clauses' page. E.g. `regulation`, `article-36`, `format-2021`, `legislation-93`. */
export type ClauseId = string;

/** A clause or document as a citation calls it. */
export interface NamedClause {
  readonly clause: ClauseId;
  /** The Chinese words for it. */
  readonly name: string;
}

/** What something rests on: how it is said, and the clauses that the words name, in their order. */
export interface Basis {
  readonly words: Wording;
  readonly names: readonly NamedClause[];
}

/** The clauses that something rests on, each once. */
export function clausesOf({ names }: Basis): readonly ClauseId[] {
  return [...new Set(names.map(({ clause }) => clause))];
}

/** A place in what is cited; `names`: the clauses that the words name beside it. */
export function citedIn(
  { words, names }: Basis,
  place: (cited: Wording) => Wording,
  ...others: readonly NamedClause[]
): Basis {
  return { words: place(words), names: [...names, ...others] };
}

/** Both, one after the other. */
export function citedBoth(first: Basis, second: Basis): Basis {
  return { words: phrase`${first.words}；${second.words}`, names: [...first.names, ...second.names] };
}

/** A document with its number. */
export function documentCited(clause: ClauseId, title: string, number: string): Basis {
  const names = [title, number].map((name) => ({ clause, name }));
  return { words: `《${title}》（${number}）`, names };
}

const regulation = documentCited('regulation', '中华人民共和国政府信息公开条例', '国务院令第711号');

/** Article 50: what the report must contain, and that its format is uniform. */
export const article50 = citedIn(regulation, (cited) => phrase`${cited}第五十条`, {
  clause: 'article-50',
  name: '第五十条',
});

/** Article 50, item 5: what else is to be reported; local supplements to the format rest on it. */
export const otherMattersClause: Basis = {
  words: phrase`${article50.words}第（五）项（其他需要报告的事项）及本级主管部门的补充要求`,
  names: [...regulation.names, { clause: 'article-50', name: '第五十条第（五）项' }],
};

/** Article 49: by when it is published. */
export const article49 = citedIn(regulation, (cited) => phrase`${cited}第四十九条`, {
  clause: 'article-49',
  name: '第四十九条',
});

/** Article 55: public enterprises and institutions disclose under rules of their own. */
export const article55 = citedIn(regulation, (cited) => phrase`${cited}第五十五条`, {
  clause: 'article-55',
  name: '第五十五条',
});

/** Who may make administrative rules (规章): articles 91 and 93 of the text of 2023. */
export const legislationLaw = '《中华人民共和国立法法》';

/** The law with the two articles. */
export const rulemakingClauses: readonly NamedClause[] = [
  { clause: 'legislation', name: '中华人民共和国立法法' },
  { clause: 'legislation-91', name: '第九十一条' },
  { clause: 'legislation-93', name: '第九十三条' },
];

/** The block of table two for the documents of article 20, item 1, by its printed heading. */
export const documentBlock: NamedClause = { clause: 'article-20', name: '第二十条第（一）项' };
