/** The page of the clauses: what each requires, which rules rest on it, which rows follow it. */

import type { Clause } from '../standard/clause-pages';
import { clauses } from '../standard/clause-pages';
import type { ClauseId } from '../standard/clauses';
import { clausesOf } from '../standard/clauses';
import { tableIds } from '../standard/edition';
import { newestFirst, rowClauses } from '../standard/editions';
import { pageName } from './explain';
import { everyRule } from './registry';
import type { RuleMeta } from './rule';

/** The file name of the page; it stands beside the folder of the rules' pages. */
export const clausePageName = 'clauses.md';

let page: string | undefined;

/** The whole page in Markdown. */
export function clausePage(): string {
  page ??= [
    '# 年度报告的依据',
    '',
    '审核规则和填报口径依据的条款。要求是本软件的转述，不是原文；办文请以原文为准。',
    ...clauses.flatMap(clausePart),
    '',
  ].join('\n');
  return page;
}

/** The line of a clause's heading, from 1; the page's first line for one that it does not have. */
export function clauseLine(id: ClauseId): number {
  const anchor = anchorOf(id);
  const line = clausePage().split('\n').indexOf(anchor);
  // The heading stands two lines below its anchor.
  return line < 0 ? 1 : line + 3;
}

function anchorOf(id: ClauseId): string {
  return `<a id="${id}"></a>`;
}

function clausePart({ id, name, requires }: Clause): string[] {
  const resting = restingOn(id);
  const rows = rowsFollowing(id);
  return [
    '',
    anchorOf(id),
    '',
    `## ${name}`,
    '',
    ...requires.map((each) => `- ${each}`),
    ...(rows.length === 0 ? [] : ['', `表格中依据它填报的：${rows.join('、')}。`]),
    ...(resting.length === 0 ? [] : ['', `依据它的审核规则：${resting.map(linkTo).join('、')}。`]),
  ];
}

/** The rules that rest on the clause in any edition. */
export function restingOn(id: ClauseId): readonly RuleMeta[] {
  return everyRule.map(({ meta }) => meta).filter((meta) => clausesUnder(meta).includes(id));
}

function clausesUnder({ clause }: RuleMeta): readonly ClauseId[] {
  if (clause === null) return [];
  return newestFirst.flatMap(({ id }) => clausesOf(clause(id)));
}

function linkTo({ id, title }: RuleMeta): string {
  return `[${title}](rules/${pageName(id)})`;
}

/** The rows whose counting follows the clause, as printed. */
function rowsFollowing(id: ClauseId): readonly string[] {
  const labels = newestFirst.flatMap(({ tables }) =>
    tableIds.flatMap((table) =>
      tables[table].rows.filter((row) => rowClauses(row).includes(id)).map((row) => `“${row.label}”`),
    ),
  );
  return [...new Set(labels)];
}
