/** A run as one page for people: it needs nothing beside itself, prints on A4 and opens on a phone. */

import { severityNames, severityOrder } from '../findings/severity-names';
import { ruleById, ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import { reportFigures } from './html-figures';
import { reportFindings } from './html-findings';
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from './html-page';
import { markupText } from './markup-text';
import type { Run, WholeFormat } from './output-format';
import { ruleSpreads, severityCounts, statusNames, yearsOf } from './overview';
import { ownMark } from './own-page';
import type { Result } from './result';

export const htmlFormat: WholeFormat = { needs: ['places', 'figures'], whole: page };

const policy = `default-src 'none'; style-src 'sha256-${pageStyleHash}'; script-src 'sha256-${pageScriptHash}'; base-uri 'none'; form-action 'none'`;

function page(run: Run): string {
  const { tool, results } = run;
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `${ownMark}${markupText(tool.version)}">`,
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...summary(run),
    ...filters(results),
    ...reportTable(results),
    ...ruleTable(run),
    '<section id="findings"><h2>问题</h2>',
    '<p class="soft" id="count"></p>',
    ...results.flatMap(reportFindings),
    '</section>',
    ...reportFigures(results),
    `<p class="soft">由 ${markupText(`${tool.name} ${tool.version}`)} 生成。没有列出问题不等于审过：勾稽关系“无法判断”的，是数字没有填或者读不准。</p>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const title = '政府信息公开工作年度报告审核结果';

function summary({ totals, results }: Run): readonly string[] {
  const { findings, coverage, results: counts, waived, known } = totals;
  const clean = results.filter(({ record }) => record.status === 'audited' && record.findings.length === 0).length;
  const cards: readonly (readonly [string, number])[] = [
    ['审核（份）', counts.audited],
    ['没有发现问题（份）', clean],
    ...(counts.skipped > 0 ? [['跳过（份）', counts.skipped] as const] : []),
    ...(counts.failed > 0 ? [['没有读出（份）', counts.failed] as const] : []),
    ...severityOrder.map((severity) => [severityNames[severity], findings[severity]] as const),
  ];
  const relations = `勾稽关系：成立 ${coverage.holds}，不成立 ${coverage.broken}，无法判断 ${coverage.notAssessable}`;
  const more = [
    coverage.unfilled > 0 ? `尚未填写 ${coverage.unfilled} 格` : '',
    waived > 0 ? `豁免 ${waived} 处` : '',
    known > 0 ? `基线已有 ${known} 处` : '',
  ].filter((words) => words !== '');
  return [
    '<section id="summary"><h2>概况</h2>',
    `<ul class="cards">${cards.map(([name, count]) => `<li><b>${count}</b>${name}</li>`).join('')}</ul>`,
    `<p>${[relations, ...more].join('；')}。</p>`,
    '</section>',
  ];
}

function filters(results: readonly Result[]): readonly string[] {
  const rules = [...new Set(results.flatMap(({ record }) => record.findings.map(({ rule }) => rule)))].sort();
  const options = (values: readonly (readonly [string, string])[]): string =>
    values.map(([value, name]) => `<option value="${markupText(value)}">${markupText(name)}</option>`).join('');
  const years = yearsOf(results).map((year) => [String(year), `${year}年`] as const);
  const boxes = severityOrder.map(
    (severity) =>
      `<label><input type="checkbox" name="severity" value="${severity}" checked> ${severityNames[severity]}</label>`,
  );
  return [
    '<form id="filters" class="filters" hidden>',
    '<label>机关 <input type="search" name="body" autocomplete="off"></label>',
    `<label>年度 <select name="year">${options([['', '全部'], ...years])}</select></label>`,
    `<label>规则 <select name="rule">${options([['', '全部'], ...rules.map((rule) => [rule, worded(ruleTitle(rule))] as const)])}</select></label>`,
    ...boxes,
    '<button type="reset">全部显示</button>',
    '</form>',
  ];
}

function reportTable(results: readonly Result[]): readonly string[] {
  const heads = ['机关', '年度', '错误', '警告', '信息和提示', '成立', '不成立', '无法判断', '状态'];
  return [
    '<section id="reports"><h2>各机关</h2><div class="scroll"><table>',
    headRow(heads),
    '<tbody>',
    ...results.map(reportRow),
    '</tbody></table></div></section>',
  ];
}

function reportRow({ record }: Result, index: number): string {
  const { issuer, year, file, status, reason = '', coverage } = record;
  const counts = severityCounts(record);
  const name = markupText(issuer ?? file);
  const link = record.findings.length === 0 ? name : `<a href="#r${index}">${name}</a>`;
  const figures =
    status === 'audited'
      ? [
          counts.error,
          counts.warning,
          counts.information + counts.hint,
          coverage.holds,
          coverage.broken,
          coverage.notAssessable,
        ]
      : ['', '', '', '', '', ''];
  const state = status === 'audited' ? statusNames[status] : `${statusNames[status]}：${reason}`;
  return [
    `<tr data-body="${markupText(issuer ?? file)}" data-year="${year ?? ''}">`,
    `<td class="name">${link}</td><td class="n">${year ?? ''}</td>`,
    ...figures.map((figure) => `<td class="n">${figure}</td>`),
    `<td>${markupText(state)}</td></tr>`,
  ].join('');
}

function ruleTable({ totals, results }: Run): readonly string[] {
  const spreads = ruleSpreads(totals, results);
  if (spreads.length === 0) return [];
  return [
    '<section id="rules"><h2>各项规则</h2><div class="scroll"><table>',
    headRow(['规则', '级别', '处', '份', '怎么改']),
    '<tbody>',
    ...spreads.map(({ rule, title: name, severity, findings, reports }) =>
      [
        `<tr class="${severity}"><td class="name">${markupText(name)}<br><span class="soft">${markupText(rule)}</span></td>`,
        `<td><b class="${severity}">${severityNames[severity]}</b></td><td class="n">${findings}</td><td class="n">${reports}</td>`,
        `<td>${markupText(ruleById(rule)?.meta.whatToDo ?? '')}</td></tr>`,
      ].join(''),
    ),
    '</tbody></table></div></section>',
  ];
}

function headRow(heads: readonly string[]): string {
  return `<thead><tr>${heads.map((head) => `<th scope="col">${markupText(head)}</th>`).join('')}</tr></thead>`;
}
