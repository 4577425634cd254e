/** 通报: what the audit of many reports has come to, which faults are common, how each body stands; the opinions follow. */

import { severityNames } from '../findings/severity-names';
import { ruleById } from '../rules/registry';
import { chineseOrdinal } from '../text/numerals';
import { reportName } from './finding-words';
import { opinions } from './opinion';
import type { Run } from './output-format';
import { bodiesOf, ruleSpreads, severityCounts, statusNames, yearsOf } from './overview';
import type { Paper, PaperBlock } from './paper';
import type { Result } from './result';

export function circular(run: Run): Paper {
  const years = yearsOf(run.results);
  const [only] = years;
  const when = years.length === 1 ? `${only}年` : '';
  const title = `关于${when}政府信息公开工作年度报告审核情况的通报`;
  const audited = run.results.filter(({ record, scope }) => record.status === 'audited' && scope !== 'series');
  const parts = [
    { name: '总体情况', blocks: [{ kind: 'paragraph', text: overall(run) } as const] },
    { name: '共性问题', blocks: commonFaults(run) },
    { name: '各单位情况', blocks: audited.length === 0 ? [] : bodyTable(audited) },
    { name: '名单核对', blocks: rosterPart(run.results) },
    { name: '没有审核的文件', blocks: unauditedTable(run.results) },
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    title,
    blocks: [
      { kind: 'title', text: title },
      ...parts.flatMap(({ name, blocks }, index) => [
        { kind: 'heading', level: 1, text: `${chineseOrdinal(index + 1)}、${name}` } as const,
        ...blocks,
      ]),
      { kind: 'paragraph', look: 'signed', text: '（审核单位）' },
      { kind: 'paragraph', look: 'signed', text: '　　年　　月　　日' },
      ...appendices(audited),
    ],
  };
}

function overall({ totals, results }: Run): string {
  const { audited, skipped, failed } = totals.results;
  const { error, warning, information, hint } = totals.findings;
  const { holds, broken, notAssessable, unfilled } = totals.coverage;
  const bodies = bodiesOf(results).length;
  const isClean = ({ record }: Result): boolean => record.status === 'audited' && record.findings.length === 0;
  const others = [skipped > 0 ? `跳过${skipped}份` : '', failed > 0 ? `没有读出${failed}份` : ''].filter(
    (words) => words !== '',
  );
  return [
    `本次共审核${bodies > 0 ? `${bodies}个单位的` : ''}政府信息公开工作年度报告${audited}份${others.length > 0 ? `，另${others.join('、')}` : ''}。`,
    `发现错误${error}处、警告${warning}处，另有信息和提示${information + hint}处；没有发现问题的${results.filter(isClean).length}份。`,
    `勾稽关系共${holds + broken + notAssessable}条，成立${holds}条，不成立${broken}条，无法判断${notAssessable}条${unfilled > 0 ? `；尚有${unfilled}格没有填写` : ''}。`,
  ].join('');
}

/** More of them are no common faults. */
const mostFaults = 12;
/** Bodies named for a fault; the list names the others. */
const mostNamed = 10;

function commonFaults({ totals, results }: Run): readonly PaperBlock[] {
  const spreads = ruleSpreads(totals, results)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .sort((a, b) => b.reports - a.reports || b.findings - a.findings)
    .slice(0, mostFaults);
  return spreads.flatMap(({ rule, title, severity, findings, reports }, index) => {
    const names = results
      .filter(({ record }) => record.findings.some((finding) => finding.rule === rule))
      .map(({ record }) => reportName(record));
    const named = [...new Set(names)];
    const shown = named.slice(0, mostNamed).join('、') + (named.length > mostNamed ? '等' : '');
    return [
      { kind: 'heading', level: 2, text: `（${chineseOrdinal(index + 1)}）${title}` } as const,
      { kind: 'paragraph', text: `${severityNames[severity]}，${reports}份报告共${findings}处：${shown}。` } as const,
      { kind: 'paragraph', lead: '改法：', text: ruleById(rule)?.meta.whatToDo ?? '' } as const,
    ];
  });
}

/** What a paper can hold; a workbook or the page has all of it. */
export const paperLimits = { rows: 1000, opinions: 300 } as const;

function bodyTable(audited: readonly Result[]): readonly PaperBlock[] {
  const shown = gravest(audited, paperLimits.rows, (result) => [result]);
  const table = tableOf(shown);
  const left = audited.length - shown.length;
  if (left === 0) return [table];
  const text = `表中只列问题最多的${shown.length}份，另有${left}份没有列出，见 xlsx 或者 html 格式的结果。`;
  return [table, { kind: 'paragraph', text }];
}

/** As many as there is room for, those with the most errors and warnings, in their order. */
function gravest<T>(items: readonly T[], most: number, resultsOf: (item: T) => readonly Result[]): readonly T[] {
  if (items.length <= most) return items;
  const weights = new Map(
    items.map((item) => {
      const counts = resultsOf(item).map(({ record }) => severityCounts(record));
      const sum = (severity: 'error' | 'warning'): number => counts.reduce((all, each) => all + each[severity], 0);
      return [item, { error: sum('error'), warning: sum('warning') }];
    }),
  );
  const weight = (item: T) => weights.get(item) ?? { error: 0, warning: 0 };
  const ranked = [...items].sort((a, b) => weight(b).error - weight(a).error || weight(b).warning - weight(a).warning);
  const kept = new Set(ranked.slice(0, most));
  return items.filter((item) => kept.has(item));
}

function tableOf(audited: readonly Result[]): PaperBlock {
  return {
    kind: 'table',
    heads: ['序号', '单位', '年度', '错误', '警告', '信息和提示', '勾稽关系不成立', '无法判断'],
    widths: [6, 30, 8, 8, 8, 10, 12, 10],
    rows: audited.map(({ record }, index) => {
      const { error, warning, information, hint } = severityCounts(record);
      const { broken, notAssessable } = record.coverage;
      const figures = [error, warning, information + hint, broken, notAssessable].map(String);
      return [String(index + 1), record.issuer ?? record.file, String(record.year ?? ''), ...figures];
    }),
  };
}

/** What is found in the lines of a roster: bodies without a report. */
function rosterPart(results: readonly Result[]): readonly PaperBlock[] {
  const found = results.filter(({ scope }) => scope === 'series').flatMap(({ record }) => record.findings);
  const left = found.length - paperLimits.rows;
  return [
    ...found.slice(0, paperLimits.rows).map(({ message }) => ({ kind: 'paragraph', text: message }) as const),
    ...(left > 0
      ? [{ kind: 'paragraph', text: `另有${left}处没有列出，见 xlsx 或者 html 格式的结果。` } as const]
      : []),
  ];
}

function unauditedTable(results: readonly Result[]): readonly PaperBlock[] {
  const all = results.filter(({ record }) => record.status !== 'audited');
  const rows = all
    .slice(0, paperLimits.rows)
    .map(({ record }) => [record.file, statusNames[record.status], record.reason ?? '']);
  if (rows.length === 0) return [];
  const left = all.length - rows.length;
  return [
    { kind: 'table', heads: ['文件', '状态', '原因'], widths: [35, 10, 55], rows },
    ...(left === 0
      ? []
      : [{ kind: 'paragraph', text: `另有${left}个文件没有列出，见 xlsx 或者 html 格式的结果。` } as const]),
  ];
}

/** One a body in whose reports something was found. */
function appendices(audited: readonly Result[]): readonly PaperBlock[] {
  const byBody = new Map<string, Result[]>();
  for (const result of audited.filter(({ record }) => record.findings.length > 0)) {
    const body = result.record.issuer ?? result.record.file;
    byBody.set(body, [...(byBody.get(body) ?? []), result]);
  }
  const bodies = [...byBody.values()];
  const shown = gravest(bodies, paperLimits.opinions, (results) => results);
  const left = bodies.length - shown.length;
  const text = `附件只有问题最多的${shown.length}个单位的审核意见，另有${left}个单位没有附，可以按单位单独生成。`;
  return [
    ...(left === 0 ? [] : [{ kind: 'paragraph', text } as const]),
    ...shown.flatMap((results, index) => [
      { kind: 'page-break' } as const,
      { kind: 'paragraph', look: 'plain', text: `附件${index + 1}` } as const,
      ...opinions(results),
    ]),
  ];
}
