/** The clauses that findings cite. */

import { phrase } from '../text/wording';
import type { EditionId } from './edition';
import { editionOf } from './editions';

/** The regulation: 《中华人民共和国政府信息公开条例》 (国务院令第711号). */
export const regulation = '《中华人民共和国政府信息公开条例》（国务院令第711号）';

/** Article 50: what the report must contain, and that its format is uniform. */
export const article50 = phrase`${regulation}第五十条`;

/** Article 50, item 5: what else is to be reported; local supplements to the format rest on it. */
export const otherMattersClause = phrase`${article50}第（五）项（其他需要报告的事项）及本级主管部门的补充要求`;

/** Article 49: by when it is published. */
export const article49 = phrase`${regulation}第四十九条`;

/** Article 55: public enterprises and institutions disclose under rules of their own. */
export const article55 = phrase`${regulation}第五十五条`;

/** Who may make administrative rules (规章): articles 91 and 93 of the text of 2023. */
export const legislationLaw = '《中华人民共和国立法法》';

/** The official format of an edition. */
export function formatClause(edition: EditionId): string {
  const { title, number } = editionOf(edition).format;
  return `《${title}》（${number}）`;
}
